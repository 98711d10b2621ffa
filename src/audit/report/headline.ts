import type { AuditFigures } from '../../contract/audit.ts'
import { most } from '../figures/figures.ts'
import type { LongSilences } from '../figures/long-silences.ts'
import type { Audit } from './audit.ts'
import { type Html, html } from './html.ts'
import { shortened } from './names.ts'
import { days, long, many, number, percent } from './numbers.ts'

/** A figure to remember, the sentence that says what it means, and what must be known beside it. */
type Statement = { figure: string; says: string; beside: string }

/** How customers were treated, in a few figures. */
export function headline(audit: Audit, silences: LongSilences): Html {
  const statements = [
    ...passedOn(audit.figures),
    ...inCircles(audit.figures),
    waited(audit, silences),
    ...cameBack(audit),
    ...howMany(audit.figures),
  ]
  return html`<ul class="headline">${statements.map(
    ({ figure, says, beside }) =>
      html`<li><strong>${figure}</strong><p>${says}</p><p class="beside">${beside}</p></li>`,
  )}</ul>`
}

type Side = { passing: AuditFigures['person']; one: string; among: string }

/** Those that the log tells about, the more telling first. */
const sides = (figures: AuditFigures): Side[] =>
  [
    { passing: figures.person, one: 'person', among: 'persons' },
    { passing: figures.group, one: 'group', among: 'groups' },
  ].filter(({ passing }) => passing.distinct > 0)

function passedOn(figures: AuditFigures): Statement[] {
  const [first, second] = sides(figures)
  if (!first) return []
  const { cases, mean, max } = first.passing.handoffs
  return [
    {
      figure: shareOf(cases, figures.cases),
      says:
        cases === 0
          ? `No case was passed from one ${first.one} to another.`
          : `${number(cases)} of ${many(figures.cases, 'case')} ${were(cases)} passed from one ${first.one} to another: ${mean.toFixed(1)} times on average, and up to ${many(max, 'time')}.`,
      beside: second
        ? `Between ${second.among}: ${many(second.passing.handoffs.cases, 'case')} (${percent(second.passing.handoffs.cases, figures.cases)}), up to ${many(second.passing.handoffs.max, 'time')}.`
        : '',
    },
  ]
}

function inCircles(figures: AuditFigures): Statement[] {
  // A group that gets back what it has just given away is the clearest circle of all.
  const [first, second] = sides(figures).toReversed()
  if (!first) return []
  const { cases, count } = first.passing.pingPong
  const returned = (side: Side): string =>
    `${many(side.passing.returns.cases, 'case')} came back to a ${side.one} that had had ${side.passing.returns.cases === 1 ? 'it' : 'them'} before`
  return [
    {
      figure: shareOf(cases, figures.cases),
      says:
        cases === 0
          ? `No case went from one ${first.one} to another and straight back.`
          : `${many(cases, 'case')} went from one ${first.one} to another and straight back, ${many(count, 'time')} in all.`,
      beside: second
        ? `${returned(first)}. Between ${second.among}: ${number(second.passing.pingPong.cases)} straight back, ${number(second.passing.returns.cases)} at all.`
        : `${returned(first)}.`,
    },
  ]
}

function waited({ figures, treatment }: Audit, silences: LongSilences): Statement {
  const { overDays, overCases, maxDays } = figures.silence
  const limit = days(overDays)
  if (treatment.finals.length === 0)
    return {
      figure: shareOf(overCases, figures.cases),
      says: lay(overCases, 'lay', limit, days(maxDays)),
      beside: 'The log does not say when a case was over: some may have been waiting to be closed.',
    }
  return {
    figure: shareOf(silences.cases, figures.cases),
    says: lay(silences.cases, 'lay open', limit, long(most(treatment.openSilence))),
    beside: `${many(overCases, 'case')} (${percent(overCases, figures.cases)}) when silence after ${overNames(treatment.finals)} is counted, too, which may only be waiting to be closed.`,
  }
}

function lay(cases: number, verb: string, limit: string, longest: string): string {
  if (cases === 0)
    return `No case ${verb} for more than ${limit} without anything happening; the longest time was ${longest}.`
  return `${many(cases, 'case')} ${verb} for more than ${limit} without anything happening${cases === 1 ? ':' : ', one for'} ${longest}.`
}

const overNames = (finals: readonly string[]): string =>
  finals.length <= 3 ? finals.map(name => `“${shortened(name, 40)}”`).join(' or ') : 'a case was over'

function cameBack({ figures, reading, treatment }: Audit): Statement[] {
  if (reading.columns.status === null || treatment.finals.length === 0) return []
  const { cases } = figures.reopened
  return [
    {
      figure: shareOf(cases, figures.cases),
      says:
        cases === 0
          ? 'No case went on after it was over.'
          : `${many(cases, 'case')} went on after ${cases === 1 ? 'it was' : 'they were'} over: it had not been solved, or not for good.`,
      beside: `Over is what had the status ${overNames(treatment.finals)}.`,
    },
  ]
}

function howMany(figures: AuditFigures): Statement[] {
  const [first, second] = sides(figures)
  if (!first) return []
  const { mean, max } = first.passing.perCase
  const plural = first.one === 'person' ? 'people' : 'groups'
  return [
    {
      figure: mean.toFixed(1),
      says: `${plural} had to do with a case on average, up to ${number(max)} with a single one. Each may have asked for the story anew.`,
      beside: second
        ? `Groups: ${second.passing.perCase.mean.toFixed(1)} on average, up to ${number(second.passing.perCase.max)}.`
        : '',
    },
  ]
}

/** Of a handful of cases a share says nothing. */
const shareOf = (part: number, of: number): string => (of < 20 ? `${part} of ${of}` : percent(part, of))

const were = (cases: number): string => (cases === 1 ? 'was' : 'were')
