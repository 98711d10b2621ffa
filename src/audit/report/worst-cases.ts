import { unsaid } from '../figures/log.ts'
import { type Step, stepsOf } from '../figures/steps.ts'
import type { Treatment } from '../figures/treatment.ts'
import { worstOf } from '../figures/worst.ts'
import type { Audit } from './audit.ts'
import { type Html, html, nothing } from './html.ts'
import { batonLine, type Drawn } from './line.ts'
import { named, personNames, shortened } from './names.ts'
import { days, long, many } from './numbers.ts'
import { timesIn } from './times.ts'

const shown = 10
const mostSteps = 150

/** The baton lines of the ten worst cases. `people`: the log without names that look like machines. */
export function worstCases(audit: Audit, people: Treatment): Html {
  const worst = worstOf(people, audit.figures.silence.overDays, shown)
  if (worst.length === 0)
    return html`<p>No case was passed on, and none lay silent for long: there is nothing to look at first.</p>`
  return html`<p>${legend(people)} <span class="silence-word">Shaded</span>: nothing happened for longer than ${days(audit.figures.silence.overDays)}. ${people.finals.length > 0 ? 'A tick: the case was over, or so it was said.' : ''} Widths grow with the square root of time, so that short steps can be seen beside long waits.</p>
<p class="how">How they were chosen: all cases stand in three lists, by hand-offs, by returns to somebody who had had them, and by the longest silence while open; the worst have the lowest sum of their three places.</p>
${worst.map(one => worstCase(audit, people, one))}`
}

function legend({ log }: Treatment): Html {
  const again = html`a <span class="again-word">red dot</span> somebody who had had it before.`
  if (log.group.values.length > 0)
    return html`Left to right in time, with a lane for each group. Where the line changes lanes the case changed hands between groups; a ring is another ${log.person.values.length > 0 ? 'person' : 'group'}, ${again}`
  if (log.person.values.length > 0)
    return html`Left to right in time, with a lane for each person. Where the line changes lanes the case changed hands: a ring is somebody new, ${again}`
  return html`Left to right in time.`
}

function worstCase(audit: Audit, people: Treatment, one: number): Html {
  const { log } = people
  const id = log.cases[one] ?? ''
  const all = stepsOf(people, one, audit.figures.silence.overDays)
  const steps = all.slice(0, mostSteps)
  const byGroup = log.group.values.length > 0
  const nameOf = personNames(log.person.values, audit.persons)
  const laneAt = (step: Step): number => (byGroup ? step.group : step.person)
  const order = [...new Set(steps.map(laneAt))]
  const drawn = steps.map(
    (step): Drawn => ({ ...step, lane: order.indexOf(laneAt(step)), who: nameOf(step.person).called }),
  )
  const lanes = order.map(place => (byGroup ? groupName(log.group.values, place) : nameOf(place).called))
  const says = saysOf(people, one)
  const cut = all.length > steps.length ? ` The first ${steps.length} of ${many(all.length, 'step')} are drawn.` : ''
  return html`<figure class="worst"><h3>${named(id)}</h3><figcaption>${says}${cut}</figcaption>
<div class="scroll" role="region" aria-label="Baton line of ${shortened(id, 60)}" tabindex="0">${batonLine(drawn, lanes, `Baton line of ${shortened(id, 60)}. ${says}`)}</div>
<details><summary>Step by step</summary>${stepTable(audit, drawn, lanes, byGroup, id)}</details></figure>`
}

/** One sentence with all that the picture shows. */
function saysOf({ log, person, group, openSilence, reopened }: Treatment, one: number): string {
  const passed = [
    { passing: person, one: 'person', several: 'people', between: 'between people' },
    { passing: group, one: 'group', several: 'groups', between: 'between groups' },
  ]
    .filter(({ passing }) => (passing.distinct[one] ?? 0) > 0)
    .map(words => {
      const { handoffs, returns, distinct } = words.passing
      const back = returns[one] ?? 0
      return `${many(handoffs[one] ?? 0, 'hand-off')} ${words.between} (${many(distinct[one] ?? 0, words.one, words.several)}${back > 0 ? `, ${times(back)} back to one that had had it` : ''})`
    })
  const waits = `longest silence while open ${long(openSilence[one] ?? 0)}`
  const again = (reopened[one] ?? 0) > 0 ? [`taken up again ${times(reopened[one] ?? 0)} after it was over`] : []
  const events = many((log.begins[one + 1] ?? 0) - (log.begins[one] ?? 0), 'event')
  const sentence = [...passed, waits, ...again, `${events} in all`].join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function stepTable(
  { zone }: Audit,
  steps: readonly Drawn[],
  lanes: readonly string[],
  byGroup: boolean,
  id: string,
): Html {
  const { minute } = timesIn(zone)
  return html`<div class="scroll" role="region" aria-label="Steps of ${shortened(id, 60)}" tabindex="0"><table><caption>Each step of ${named(id)}</caption><thead><tr><th scope="col">From</th>${byGroup ? html`<th scope="col">Group</th>` : nothing}<th scope="col">Person</th><th scope="col">After waiting</th></tr></thead><tbody>${steps.map(
    (step, place) =>
      html`<tr><td>${minute(step.from)}</td>${byGroup ? html`<td>${named(lanes[step.lane] ?? '', 40)}</td>` : nothing}<td>${named(step.who, 40)}${step.isOver ? ', over' : ''}</td><td>${place === 0 ? '' : long(step.gap)}</td></tr>`,
  )}</tbody></table></div>`
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

const groupName = (values: readonly string[], place: number): string =>
  place === unsaid ? 'no group named' : (values[place] ?? '')
