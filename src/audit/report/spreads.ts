import type { AuditFigures } from '../../contract/audit.ts'
import { dayMs, hourMs } from '../figures/figures.ts'
import type { Passing } from '../figures/passing.ts'
import { type Bar, spreadOfHandoffs, spreadOfSilences } from '../figures/spread.ts'
import type { Audit } from './audit.ts'
import { bars } from './bars.ts'
import { type Html, html, nothing } from './html.ts'
import { days, long, many, number, percent } from './numbers.ts'

/** How often cases were passed on, between persons or between groups. */
export function handoffPicture(passing: Passing, figures: AuditFigures['person'], between: string): Html {
  const rows = spreadOfHandoffs(passing.handoffs)
  const cases = passing.handoffs.length
  const often = rows.filter(({ from }) => from >= 3).reduce((sum, bar) => sum + bar.cases, 0)
  const says = `Hand-offs between ${between} for each case: ${rows.map(one => `${handoffLabel(one)}: ${number(one.cases)}`).join(', ')} cases.`
  return html`<figure><h3>Hand-offs between ${between}, for each case</h3>${bars(
    rows.map(bar => ({ ...bar, label: handoffLabel(bar), part: bar.cases, isOver: bar.from >= 3 })),
    says,
    { before: 3, label: 'Baton stops here: Rule 11' },
  )}<figcaption>${figures.handoffs.cases === 0 ? 'No case had a hand-off.' : `${many(figures.handoffs.cases, 'case')} had at least one hand-off, ${many(often, 'case')} (${percent(often, cases)}) three or more. The most was ${number(figures.handoffs.max)}.`}</figcaption></figure>`
}

function handoffLabel({ from, to }: Bar): string {
  if (to === null) return `${from} and more`
  if (to === from + 1) return from === 0 ? 'none' : `${from}`
  return `${from} to ${to - 1}`
}

/** Of fewer cases, half and a tenth say nothing. */
const fewest = 20

/** How long cases lay silent. */
export function silencePicture({ treatment, figures }: Audit): Html {
  const { overDays, overCases, p90Days, medianHours } = figures.silence
  const rows = spreadOfSilences(treatment, overDays)
  const before = rows.findIndex(({ from }) => from >= overDays * dayMs)
  const knowsEnd = treatment.finals.length > 0
  const open = rows.slice(before).reduce((sum, bar) => sum + bar.open, 0)
  const says = `The longest silence of each case: ${rows.map(one => `${silenceLabel(one)}: ${number(one.cases)}`).join(', ')} cases.`
  const parts = knowsEnd
    ? html` The dark part of a bar began while the case was open (${many(open, 'case')} beyond the limit), the pale part after it was over.`
    : nothing
  return html`<figure class="wide"><h3>The longest silence of each case</h3>${bars(
    rows.map((bar, place) => ({
      ...bar,
      label: silenceLabel(bar),
      part: knowsEnd ? bar.open : bar.cases,
      isOver: place >= before,
    })),
    says,
    { before, label: `the limit: ${days(overDays)}` },
  )}<figcaption>${many(overCases, 'case')} lay for longer than ${days(overDays)} without an event.${figures.cases < fewest ? '' : ` Half of all had one of at least ${long(medianHours * hourMs)}, one of ten of more than ${long(p90Days * dayMs)}.`}${parts}</figcaption></figure>`
}

function silenceLabel({ from, to }: Bar): string {
  if (to === null) return `over ${short(from)}`
  return from === 0 ? `up to ${short(to)}` : `to ${short(to)}`
}

const short = (ms: number): string => (ms < dayMs ? `${number(ms / 3_600_000)} h` : days(ms / dayMs))
