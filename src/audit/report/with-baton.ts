import { betweenOf, columnBetween, passedBetween } from '../figures/between.ts'
import { countWhere, sum } from '../figures/figures.ts'
import type { LongSilences } from '../figures/long-silences.ts'
import { refusedOf } from '../figures/refused.ts'
import type { Treatment } from '../figures/treatment.ts'
import type { Audit } from './audit.ts'
import { type Html, html, nothing } from './html.ts'
import { named } from './names.ts'
import { days, many, number, percent } from './numbers.ts'

/** What Baton would have refused, and what it would have caught. `people`: the log without names that look like machines. */
export function withBaton(audit: Audit, people: Treatment, silences: LongSilences): Html {
  return html`<h3>Refused</h3>${refused(people)}<h3>Caught</h3><ul class="answers">${silent(audit, silences)}${reopened(people)}</ul>`
}

function refused(people: Treatment): Html {
  const all = sum(passedBetween(people).handoffs)
  const between = betweenOf(people) === 'person' ? 'people' : 'groups'
  if (all === 0) return html`<p>The log shows no hand-off, so there was nothing to refuse.</p>`
  const { circles, thirds, offered, cases } = refusedOf(people.log, columnBetween(people))
  const stopped = circles + thirds
  const [before, anew] = between === 'people' ? ['somebody who', 'somebody new'] : ['a group that', 'a new group']
  const groupCircles = refusedOf(people.log, people.log.group).circles
  return html`<p>Of ${many(all, 'hand-off')} between ${between}, Baton would have refused <strong>${number(stopped)} (${percent(stopped, all)})</strong>, in ${many(cases, 'case')}:</p>
<ul class="answers">
<li><strong>${number(circles)}</strong><div>went to ${before} had had the case before. Baton refuses that as a <em>circle</em>: giver, receiver and a supervisor settle in a huddle who keeps it, once.${
    between === 'people' && groupCircles > 0
      ? ` Between groups it is the same: ${number(groupCircles)} went back to a group that had had the case.`
      : ''
  } <span class="rule">Rule 11</span></div></li>
<li><strong>${number(thirds)}</strong><div>${thirds === 1 ? 'was' : 'were'} the third hand-off of a case, or a later one, to ${anew}. From the third on a huddle decides, not the next in line. <span class="rule">Rule 11</span></div></li>
<li><strong>${number(offered)}</strong><div>would have been possible, but not by setting a field: the giver has to say what they found, the receiver accepts and says it back, and it is theirs only when the customer was told their name and they have greeted the customer. Until then it stays with the giver, and so does every promise. The log has no trace of an introduction for any of them. <span class="rule">Rules 6 to 8</span></div></li>
</ul>`
}

function silent({ figures, treatment }: Audit, silences: LongSilences): Html {
  const limit = days(figures.silence.overDays)
  if (silences.silences === 0)
    return html`<li><strong>0</strong><div>open cases lay silent for more than ${limit}.</div></li>`
  const from = silences.from.filter(({ status }) => status !== null).slice(0, 3)
  const where =
    from.length > 0
      ? html` ${silences.silences === 1 ? 'It' : 'They'} began with the status ${from.map(({ status, silences: many }, place) => html`${place > 0 ? (place === from.length - 1 ? ' or ' : ', ') : ''}${named(status ?? '', 40)} (${number(many)})`)}.`
      : nothing
  return html`<li><strong>${number(silences.silences)}</strong><div>${silences.silences === 1 ? 'silence' : 'silences'} of more than ${limit} in ${many(silences.cases, treatment.finals.length > 0 ? 'open case' : 'case')}, ${days(Math.round(silences.days))} of waiting together.${where} In Baton a promise always runs: what the customer hears, and by when, at first within 4 hours of business. At its due time it would have been <em>broken</em>, on record, and owner and supervisor told at once; 4 hours of business later it would have escalated by itself. <span class="rule">Rules 12 to 14</span></div></li>`
}

function reopened({ reopened: times, finals }: Treatment): Html {
  if (finals.length === 0) return nothing
  const cases = countWhere(times, one => one > 0)
  if (cases === 0) return html`<li><strong>0</strong><div>cases went on after they were over.</div></li>`
  const again = countWhere(times, one => one > 1)
  return html`<li><strong>${number(cases)}</strong><div>${cases === 1 ? 'case went on after it was' : 'cases went on after they were'} over. In Baton “solved” is a question to the customer, and what comes back is the same issue with the same owner. ${again > 0 ? `${many(again, 'case')} came back more than once: the` : 'The'} second time escalates by itself. <span class="rule">Rules 17 to 21</span></div></li>`
}
