import type { z } from 'zod'
import type { IssueAnswer, MessageAnswer, PortalAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { CustomerId, WordsId } from '../core/context.ts'
import type { Issue } from '../core/issue/issue.ts'
import { isRunning } from '../core/promise/promise.ts'
import { isAskedForRating, ratedUntil } from '../core/resolution/rating.ts'
import type { Calendar, Weekday } from '../core/time/calendar.ts'
import type { Instant } from '../core/time/instant.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { seeIssue } from '../store/issue-read.ts'
import { findMoment } from '../store/kudos.ts'
import { readMessageRows } from '../store/messages-read.ts'
import { act, type MakeCommand } from './act.ts'
import { describe } from './describe.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Draft, say, write, writeIfAny } from './draft.ts'
import { noMoment } from './kudos.ts'
import { openAlarmOf, overAlarmOf } from './portal-alarm.ts'
import { liveOf, meetingOf } from './portal-live.ts'
import { reopensFor } from './reopening.ts'
import { placeOf } from './times.ts'

const messagesShown = 200

/** What the customer sees: who has it, what happens next, and when they hear from us. */
export async function readPortal(desk: Desk, customer: CustomerId, number: number): Promise<Outcome<PortalAnswer>> {
  const { issue, configVersion, now } = await seeIssue(desk.database, desk.workspace, number, null)
  if (issue?.state.customer !== customer) return { missing: 'This issue is not here.' }
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const whole = describe(number, issue, configuration, null)
  const rows = await readMessageRows(desk.database, desk.workspace, number, null, messagesShown)
  const messages = rows.flatMap(message => shown(message, whole))
  const { resolution } = whole
  const { path } = configuration
  return {
    answer: {
      company: configuration.name,
      number,
      subject: whole.subject,
      phase: whole.phase,
      outcome: whole.outcome,
      owner: whole.owner,
      cover: coverOf(whole),
      introducedBy: introducedBy(whole),
      next: nextOf(
        whole,
        issue.state.promises.filter(isRunning).map(({ id }) => id),
      ),
      hours: sayHours(configuration.calendar),
      zone: configuration.calendar.zone,
      resolution: whole.phase === 'proposed' ? proposalOf(resolution) : null,
      cannotFix: toldOf(whole.cannotFix),
      confirmed:
        whole.phase === 'confirmed' ||
        whole.phase === 'watching' ||
        (whole.phase === 'closed' && whole.outcome === 'confirmed'),
      rating: ratingOf(issue.state, whole, configuration, now),
      live: liveOf(whole),
      meeting: meetingOf(whole),
      path: pathOf(whole),
      escalation: {
        name: path.name,
        meaning: path.meaning,
        open: openAlarmOf(whole),
        over: overAlarmOf(whole, messages),
      },
      messages,
      now,
    },
  }
}

/** What the customer is asked about. */
function proposalOf(resolution: IssueAnswer['resolution']): PortalAnswer['resolution'] {
  if (!resolution) return null
  const { wrong, done, holds, watch, proposedAt } = resolution
  return { wrong, done, holds, watch: watch.map(({ due }) => due), proposedAt }
}

/** What the customer was told of an issue that can't be fixed (Rule 19). What a supervisor still looks at is not theirs. */
function toldOf(cannotFix: IssueAnswer['cannotFix']): PortalAnswer['cannotFix'] {
  if (!cannotFix?.toldAt) return null
  const { reason, alternative, toldAt } = cannotFix
  return { reason, alternative, toldAt }
}

/** The one question, once it is asked: of everybody, on this page (Rule 32). */
function ratingOf(
  issue: Issue,
  { rating: given }: IssueAnswer,
  { policy }: Configuration,
  now: Instant,
): PortalAnswer['rating'] {
  if (!isAskedForRating(issue)) return null
  const until = ratedUntil(issue, policy)
  return { open: until === null || now <= until, given }
}

/** Who looks after it while the owner is away (Rule 15). */
function coverOf({ covers }: IssueAnswer): PortalAnswer['cover'] {
  const cover = covers.find(({ state }) => state === 'in_force')
  return cover ? { ...cover.member, until: cover.until } : null
}

/** Who introduced the person who has it now, when it came to them hand to hand (Rule 8). */
function introducedBy({ owners }: IssueAnswer): PortalAnswer['introducedBy'] {
  const [before, last] = [owners.at(-2), owners.at(-1)]
  return before && last?.way === 'handoff' ? { name: before.member.name, at: last.since } : null
}

function nextOf({ promises }: IssueAnswer, running: readonly number[]): PortalAnswer['next'] {
  const [next] = promises.filter(({ id }) => running.includes(id)).sort((one, other) => (one.due < other.due ? -1 : 1))
  if (!next) return null
  const { what, due, kind } = next
  return { what: kind === 'word' ? what : null, due, kind, state: next.state === 'broken' ? 'broken' : 'open' }
}

/** What has been done for the customer so far, and what is ahead: promises given in words, checks, and the meetings. */
function pathOf({ promises, owners }: IssueAnswer): PortalAnswer['path'] {
  const said = promises.flatMap(({ kind, what, due, state, settledAt }) => {
    if ((kind !== 'word' && kind !== 'watch') || state === 'moved' || state === 'released') return []
    const isDone = state === 'kept' || state === 'made_good'
    return [{ kind, what, at: isDone && settledAt ? settledAt : due, state: isDone ? 'done' : 'ahead' } as const]
  })
  const meetings = owners.flatMap(({ member, since, way }) =>
    way === 'handoff'
      ? [{ kind: 'meeting', what: `You and ${member.name} met`, at: since, state: 'done' } as const]
      : [],
  )
  return [...said, ...meetings].sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** Notes, machines' mails and what strangers wrote are not the customer's to see. */
function shown(message: MessageAnswer, { customer, kudos }: IssueAnswer): PortalAnswer['messages'] {
  const { id, at, channel, body, author, direction, flagged } = message
  if (direction === 'note' || flagged || author.kind === 'machine' || author.kind === 'desk') return []
  const from = author.kind === 'member' ? 'us' : 'you'
  const thanks = kudos.find(({ by, moment }) => by.kind === 'customer' && moment === id)?.id ?? null
  return [{ id, at, from, name: from === 'you' ? customer.name : author.name, body, channel, kudos: thanks }]
}

/** Does what the customer asked, whom a signed link let in, and answers with the page as it is then. */
export async function acting(
  desk: Desk,
  customer: CustomerId,
  number: number,
  once: Caller['once'],
  make: MakeCommand,
): Promise<Outcome<PortalAnswer>> {
  const done = await act(desk, { by: { kind: 'customer', id: customer }, from: 'portal', once }, number, make)
  return 'answer' in done ? readPortal(desk, customer, number) : done
}

/** What the customer wrote on their page, as an entry of the conversation. */
export const theySay = (draft: Draft, customer: CustomerId, body: string): WordsId =>
  say(draft, { direction: 'in', channel: 'portal', authorKind: 'customer', author: customer, body })

/** The customer writes: it lands with the owner, and starts a promise (Rules 3, 12 and 21). */
export function writeByPortal(
  desk: Desk,
  customer: CustomerId,
  number: number,
  { body }: z.output<typeof asked.portalMessage>,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> {
  return acting(desk, customer, number, once, ({ issue, configuration, draft, now }) => ({
    type: 'ReceiveMessage',
    channel: 'portal',
    message: theySay(draft, customer, body),
    reopensFor: reopensFor(issue.state, configuration, now),
  }))
}

/** The customer raises the alarm, or joins it: what they write is a message of theirs as any other (Rule 23). */
export function raiseByPortal(
  desk: Desk,
  customer: CustomerId,
  number: number,
  { impact, tried, needed }: z.output<typeof asked.portalEscalation>,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> {
  const said = [impact, tried && `What was tried: ${tried}`, needed && `What I need: ${needed}`]
  const body = said.filter(Boolean).join('\n\n')
  return acting(desk, customer, number, once, ({ issue, configuration, draft, now }) => ({
    type: 'RaiseEscalation',
    facts: { impact: write(draft, impact), tried: writeIfAny(draft, tried), needed: writeIfAny(draft, needed) },
    message: theySay(draft, customer, body),
    reopensFor: reopensFor(issue.state, configuration, now),
  }))
}

/** The customer confirms (Rule 18). */
export const confirmByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> =>
  acting(desk, customer, number, once, () => ({ type: 'ConfirmResolution', heard: null }))

/** The customer denies, with or without a word (Rule 18). */
export function denyByPortal(
  desk: Desk,
  customer: CustomerId,
  number: number,
  { words }: z.output<typeof asked.portalDeny>,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> {
  return acting(desk, customer, number, once, ({ draft }) => {
    if (words !== null) theySay(draft, customer, words)
    return { type: 'DenyResolution', words: writeIfAny(draft, words) }
  })
}

/** The customer says how they were looked after, with a word of choice and what they like to write (Rule 32). */
export const rateByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  { choice, words }: z.output<typeof asked.portalRating>,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> =>
  acting(desk, customer, number, once, ({ draft }) => ({ type: 'RateIssue', choice, words: writeIfAny(draft, words) }))

/** The customer thanks, with one click, whoever wrote to them or talked with them (Rule 30). */
export async function thankByPortal(
  desk: Desk,
  customer: CustomerId,
  number: number,
  { message }: z.output<typeof asked.portalKudos>,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> {
  const moment = await findMoment(desk.database, desk.workspace, number, { message, contact: null })
  const { author } = moment ?? {}
  if (!moment || !author) return noMoment
  return acting(desk, customer, number, once, () => ({
    type: 'GiveKudos',
    for: author,
    moment: moment.id,
    words: null,
  }))
}

/** The customer takes their thanks back, within a day (Rule 30). */
export const takeThanksBackByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  kudos: number,
  once: Caller['once'] = null,
): Promise<Outcome<PortalAnswer>> => acting(desk, customer, number, once, () => ({ type: 'TakeBackKudos', kudos }))

/** `Monday to Friday, 09:00 to 17:00 (Madrid time)`. */
export function sayHours({ hours, zone }: Calendar): string {
  const days = ([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map(day => ({
    day,
    open: (hours[day] ?? []).map(({ from, to }) => `${from} to ${to}`).join(' and '),
  }))
  const runs: { from: Weekday; to: Weekday; open: string }[] = []
  for (const { day, open } of days) {
    const last = runs.at(-1)
    if (last?.open === open && last.to === day - 1) last.to = day
    else if (open) runs.push({ from: day, to: day, open })
  }
  const said = runs.map(
    ({ from, to, open }) => `${from === to ? dayName(from) : `${dayName(from)} to ${dayName(to)}`}, ${open}`,
  )
  return `${said.join('; ')} (${placeOf(zone)})`
}

const dayName = (day: Weekday): string =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][day - 1] ?? ''
