import { figuresOf } from '../figures/figures.ts'
import type { Treatment } from '../figures/treatment.ts'
import type { Audit } from './audit.ts'
import { listed } from './finals.ts'
import { type Html, html, nothing } from './html.ts'
import { named } from './names.ts'
import { days, many, number } from './numbers.ts'

/** What a name that looks like a machine changes. Nothing, when there is none. */
export function machineNote({ figures, persons }: Audit, machines: readonly string[], people: Treatment): Html {
  if (machines.length === 0) return nothing
  const { person } = figuresOf(people, figures.silence.overDays, { rows: 0, reasons: {} })
  const which = persons
    ? html`${machines.map((name, place) => html`${place > 0 ? ' and ' : ''}${named(name)}`)}`
    : html`${machines.length === 1 ? 'One of the names' : `${machines.length} of the names`} in the log`
  return html`<p class="note">${which} ${machines.length === 1 ? 'comes' : 'come'} last in many cases and hardly anywhere else, as a machine does that closes them. Without ${machines.length === 1 ? 'it' : 'them'}, ${many(person.handoffs.cases, 'case')} were passed from one person to another, ${number(person.pingPong.cases)} straight back, and ${number(person.returns.cases)} came back at all. What follows about the worst cases, and about what Baton would have refused, leaves ${machines.length === 1 ? 'it' : 'them'} out.</p>`
}

/** What no log can show, so that nobody takes these figures for more than they are. */
export function limits({ figures, treatment, reading }: Audit): Html {
  const { columns } = reading
  return html`<ul class="plain">
<li>A log of events is not what customers lived through. It does not say whether anybody called or wrote to them: a silence in it may have had a conversation beside it, and a busy case may never have reached its customer.</li>
<li>A hand-off is seen where the name changes. Whether it was explained, announced or agreed to, nobody can tell; nor whether it was needed.</li>
<li>Silence is counted in days and nights, weekends and holidays, and also while the customer was to answer.</li>
${columns.person === null ? html`<li>The log, as it was mapped, does not say which person did what. Baton’s rules are about persons; here they are applied to groups.</li>` : html`<li>The same name may be several people, and one person may have several names.</li>`}
${columns.group === null ? html`<li>The log, as it was mapped, has no groups, so circles between teams can’t be seen.</li>` : nothing}
${columns.status === null ? html`<li>No status is mapped: what was reopened, and what was only waiting to be closed, can’t be seen.</li>` : nothing}
${columns.status !== null && treatment.finals.length === 0 ? html`<li>None of the statuses says that a case is over: what was reopened can’t be seen.</li>` : nothing}
<li>What Baton would have done is said by its rules with their defaults. It would also have changed what came after: whoever can’t pass on a third time solves it, or asks for help.</li>
${figures.cases < 100 ? html`<li>With only ${many(figures.cases, 'case')}, shares say little.</li>` : nothing}
</ul>`
}

/** How it was read and counted. */
export function method({ figures, reading, treatment, zone }: Audit): Html {
  const { columns, rejected } = reading
  const used = [
    ['Case', columns.case],
    ['Time', columns.time],
    ['Person', columns.person],
    ['Group', columns.group],
    ['Status', columns.status],
  ] as const
  return html`<div class="scroll" role="region" aria-label="Columns" tabindex="0"><table><caption>Which column was taken for what</caption><thead><tr><th scope="col">What</th><th scope="col">Column</th><th scope="col">Different values</th></tr></thead><tbody>${used.map(
    ([what, column]) =>
      html`<tr><th scope="row">${what}</th><td>${column === null ? 'none' : named(column)}</td><td class="number">${differentOf(what, treatment)}</td></tr>`,
  )}</tbody></table></div>
${reading.said.length > 0 ? html`<h3>What was guessed</h3><ul class="plain">${reading.said.map(sentence => html`<li>${sentence}</li>`)}</ul>` : nothing}
<h3>Rows left out</h3>
${
  rejected.rows === 0
    ? html`<p>None: all ${many(reading.rows, 'row')} could be read.</p>`
    : html`<p>${many(rejected.rows, 'row')} of ${number(reading.rows)} could not be read. The first of them:</p>
<div class="scroll" role="region" aria-label="Rows left out" tabindex="0"><table><caption>Rows that could not be read</caption><thead><tr><th scope="col">Line</th><th scope="col">Why</th></tr></thead><tbody>${rejected.first.map(({ line, reason }) => html`<tr><td class="number">${number(line)}</td><td>${reason}</td></tr>`)}</tbody></table></div>`
}
<h3>Definitions</h3>
<dl>
<dt>Order</dt><dd>Within a case, events in the order of their times; at the same time, in that of the file. Times are shown in ${zone}.</dd>
<dt>Hand-off</dt><dd>A change from one person (or group) to another. Events that name nobody are skipped; the same name several times in a row is one.</dd>
<dt>Straight back (ping-pong)</dt><dd>From A to B, and from B to A.</dd>
<dt>Return</dt><dd>It comes to somebody who had had it before, however long the way.</dd>
<dt>Silence</dt><dd>The longest time between two events of a case. It is long beyond ${days(figures.silence.overDays)}.</dd>
<dt>Over</dt><dd>${treatment.finals.length > 0 ? `The status ${listed(treatment.finals)}.` : 'Not known in this log.'} A case goes on after it was over when an event with another status follows.</dd>
</dl>`
}

function differentOf(what: string, { log }: Treatment): string {
  if (what === 'Case') return number(log.cases.length)
  if (what === 'Person') return number(log.person.values.length)
  if (what === 'Group') return number(log.group.values.length)
  if (what === 'Status') return number(log.status.values.length)
  return ''
}
