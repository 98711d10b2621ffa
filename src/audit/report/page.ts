import { longSilencesOf } from '../figures/long-silences.ts'
import { machinesOf, without } from '../figures/machines.ts'
import type { Audit } from './audit.ts'
import { headline } from './headline.ts'
import { type Html, html, nothing, raw } from './html.ts'
import { limits, machineNote, method } from './method.ts'
import { named } from './names.ts'
import { many } from './numbers.ts'
import { passesTable } from './passes.ts'
import { handoffPicture, silencePicture } from './spreads.ts'
import { policyOf, style } from './style.ts'
import { timesIn } from './times.ts'
import { withBaton } from './with-baton.ts'
import { worstCases } from './worst-cases.ts'

/** The report as one page that needs nothing else: no network, no script. What stands in the log is escaped, and a policy forbids the rest. */
export function pageOf(audit: Audit): string {
  const { treatment, figures } = audit
  const silences = longSilencesOf(treatment, figures.silence.overDays)
  const machines = machinesOf(treatment)
  const people = without(machines, treatment)
  const sheet = style()
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(sheet)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>How customers were treated: ${audit.file}</title>
<style>${raw(sheet)}</style>
</head>
<body>
<header><p class="brand"><svg width="20" height="20" viewBox="0 0 22 22" aria-hidden="true"><path d="M4 18 18 4"/></svg>Baton audit</p>
<h1>How customers were treated</h1>
<p class="of">${named(audit.file)}: ${many(figures.cases, 'case')} with ${many(figures.events, 'event')}${period(audit)}.</p></header>
<main>
<section aria-label="In short">${headline(audit, silences)}${machineNote(audit, machines, people)}</section>
${section('How often, and how long', pictures(audit))}
${section('What Baton would have refused, and caught', withBaton(audit, people, silences))}
${section('Look at these cases first', worstCases(audit, people))}
${section('Who passes to whom', passes(audit))}
${section('What this log can’t show', limits(audit))}
${section('How it was read and counted', method(audit))}
</main>
<footer>Made by <code>baton audit --html</code>. The same figures for machines, unrounded: <code>baton audit --json</code>. Nothing on this page comes from, or goes to, anywhere else.</footer>
</body>
</html>
`
  return page.html
}

const section = (title: string, content: Html): Html => html`<section><h2>${title}</h2>${content}</section>`

function period({ treatment, zone }: Audit): string {
  const { at } = treatment.log
  if (at.length === 0) return ''
  const { day } = timesIn(zone)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const ms of at) {
    first = Math.min(first, ms)
    last = Math.max(last, ms)
  }
  return `, from ${day(first)} to ${day(last)}`
}

function pictures(audit: Audit): Html {
  const { treatment, figures } = audit
  return html`<div class="pictures">${figures.person.distinct > 0 ? handoffPicture(treatment.person, figures.person, 'persons') : nothing}${
    figures.group.distinct > 0 ? handoffPicture(treatment.group, figures.group, 'groups') : nothing
  }${silencePicture(audit)}</div>`
}

/** Groups always; persons only for who asked for them, and then by name. */
function passes({ treatment: { log }, persons }: Audit): Html {
  const groups =
    log.group.values.length > 0
      ? passesTable(log, log.group, 'groups')
      : html`<p>The log has no groups.${persons ? '' : ' Who passed to whom among persons is shown only when asked for, with --persons.'}</p>`
  const among =
    persons && log.person.values.length > 0
      ? html`<h3>Among persons</h3>${passesTable(log, log.person, 'persons')}`
      : nothing
  return html`${groups}${among}`
}
