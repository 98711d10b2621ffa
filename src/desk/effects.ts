import { type Assist, assistantOf } from '../core/assist/assist.ts'
import type { Context, WordsId } from '../core/context.ts'
import { type Tally, tallyAfter } from '../core/course/course.ts'
import type { Cover, CoverId } from '../core/cover/cover.ts'
import type { Concession } from '../core/escalation/authority.ts'
import type { Escalation } from '../core/escalation/escalation.ts'
import type { Recorded } from '../core/events.ts'
import { evolve, replay } from '../core/evolve.ts'
import type { Handoff } from '../core/handoff/handoff.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { Kudos } from '../core/learning/kudos.ts'
import type { GivenPromise } from '../core/promise/promise.ts'
import type { Instant } from '../core/time/instant.ts'
import { told } from '../core/told/told.ts'
import { type Waiting, waiting } from '../core/waiting.ts'
import type {
  AssistRow,
  ConcessionRow,
  CoverRow,
  EscalationRow,
  EventRow,
  HandoffRow,
  KudosRow,
  LinkRow,
  Notice,
  PromiseRow,
  RaiseRow,
  Rows,
  WaitingRow,
} from '../store/change.ts'
import { courseRows } from './course.ts'
import type { Draft } from './draft.ts'

/** What the tables must learn of a decision beside new words and mails: all of it follows from its events. */
export type Effects = Omit<Rows, 'words' | 'files' | 'mails'>

/** An issue before a decision: null where its events open it; `tally` null where its course is still to be made anew. */
type Before = { number: number; state: Issue | null; tally: Tally | null }

/** Walks through the events of a decision, and collects what follows from each. */
export function effectsOf(
  { number, state: before, tally }: Before,
  events: readonly Recorded[],
  draft: Draft,
  context: Context,
): Effects {
  const promises = new Map<number, PromiseRow>()
  const handoffs = new Map<number, HandoffRow>()
  const concessions = new Map<number, ConcessionRow>()
  const assists = new Map<number, AssistRow>()
  const covers = new Map<CoverId, CoverRow>()
  const kudos = new Map<number, KudosRow>()
  const escalations = new Map<number, EscalationRow>()
  const raises: RaiseRow[] = []
  const notices: Notice[] = []
  let issue = before
  let counted = tally
  for (const recorded of events) {
    const last = issue
    issue = last ? evolve(last, recorded) : replay([recorded])
    if (counted || !last) counted = tallyAfter(counted, recorded, issue, context.calendar)
    for (const promise of issue.promises) {
      if (promise !== last?.promises[promise.id - 1]) promises.set(promise.id, promiseRow(promise))
    }
    const { handoff } = issue
    if (handoff && handoff !== last?.handoff) handoffs.set(handoff.id, handoffRow(handoff))
    const { escalation } = issue
    if (escalation && escalation !== last?.escalation) {
      escalations.set(escalation.id, escalationRow(escalation))
      raises.push(...raiseRows(escalation, last?.escalation ?? null))
    }
    for (const concession of issue.concessions) {
      if (concession !== last?.concessions[concession.id - 1]) concessions.set(concession.id, concessionRow(concession))
    }
    for (const assist of issue.assists) {
      if (assist !== last?.assists[assist.id - 1]) assists.set(assist.id, assistRow(assist))
    }
    for (const [index, cover] of issue.covers.entries()) {
      if (cover !== last?.covers[index]) covers.set(cover.id, coverRow(cover))
    }
    for (const thanks of kudosOf(recorded, last, issue)) kudos.set(thanks.kudos_id, thanks)
    for (const notice of told(recorded, last ?? issue, issue, context)) notices.push({ ...notice, at: recorded.at })
  }
  const first = before?.version ?? 0
  return {
    events: events.map((recorded, index) => eventRow(recorded, first + index + 1)),
    promises: [...promises.values()],
    handoffs: [...handoffs.values()],
    concessions: [...concessions.values()],
    assists: [...assists.values()],
    covers: [...covers.values()],
    kudos: [...kudos.values()],
    escalations: [...escalations.values()],
    raises,
    links: linkRows(events),
    notices,
    ...waitingRows(before, issue),
    courses: courseRows(number, { issue: before, tally }, { issue, tally: counted }, context.calendar),
    messages: draft.messages.map(message => ({ ...message, ...whenSaid(message.id, events, context.now) })),
  }
}

/** Of several links to one issue the last says what it is. */
function linkRows(events: readonly Recorded[]): LinkRow[] {
  const links = events.flatMap(({ at, event }) =>
    event.type === 'IssueLinked' ? [{ other: event.issue, kind: event.kind, at }] : [],
  )
  return [...new Map(links.map(link => [link.other, link])).values()]
}

const keyOf = (row: Pick<WaitingRow, 'kind' | 'of' | 'for_kind' | 'for_id'>): string =>
  `${row.kind} ${row.of} ${row.for_kind} ${row.for_id}`

/** What waits for somebody now and did not before, or not until then; and what waits no more. */
function waitingRows(before: Issue | null, after: Issue | null): Pick<Rows, 'waiting' | 'waitedFor'> {
  const [then, now] = [before, after].map(issue => (issue ? waiting(issue).map(waitingRow) : []))
  const known = new Map(then?.map(row => [keyOf(row), row]))
  const left = new Set(now?.map(keyOf))
  return {
    waiting: (now ?? []).filter(row => {
      const same = known.get(keyOf(row))
      return same?.since !== row.since || same.due_at !== row.due_at
    }),
    waitedFor: (then ?? [])
      .filter(row => !left.has(keyOf(row)))
      .map(({ kind, of, for_kind, for_id }) => ({ kind, of, for_kind, for_id })),
  }
}

const waitingRow = ({ kind, of, for: { kind: for_kind, id: for_id }, since, due }: Waiting): WaitingRow => ({
  kind,
  of,
  for_kind,
  for_id,
  since,
  due_at: due,
})

export function eventRow({ at, by, from, event }: Recorded<{ type: string }>, version: number): EventRow {
  const { type, ...data } = event
  return { version, type, at, by_kind: by.kind, by_id: by.kind === 'desk' ? null : by.id, source: from, data }
}

function promiseRow({ id, kind, what, due, madeAt, fate }: GivenPromise): PromiseRow {
  const settled = fate.state === 'open' ? null : fate.at
  return { promise_id: id, kind, what, due_at: due, made_at: madeAt, state: fate.state, settled_at: settled }
}

function coverRow({ id, absence, absent, member, from, until, state, askedAt }: Cover): CoverRow {
  return {
    cover_id: id,
    absence_id: absence,
    absent_id: absent,
    member_id: member,
    from_at: from,
    until_at: until,
    state,
    asked_at: askedAt,
  }
}

function handoffRow(handoff: Handoff): HandoffRow {
  const { id, state, giver, to, offeredAt } = handoff
  return {
    handoff_id: id,
    state,
    giver_id: giver,
    to_member_id: to.kind === 'member' ? to.member : null,
    to_team_id: to.kind === 'team' ? to.team : null,
    receiver_id: 'receiver' in handoff ? handoff.receiver : null,
    offered_at: offeredAt,
    limit_at: limitOf(handoff),
    ended_at: endOf(handoff),
  }
}

function escalationRow(escalation: Escalation): EscalationRow {
  const { id, state, cause, at } = escalation
  return {
    escalation_id: id,
    state,
    cause,
    raised_at: at,
    champion_id: 'champion' in escalation ? escalation.champion : null,
    answered_at: 'answeredAt' in escalation ? escalation.answeredAt : null,
    stood_down_at: 'until' in escalation ? escalation.until : null,
    told: 'told' in escalation ? escalation.told : null,
    outcome: 'outcome' in escalation ? escalation.outcome : null,
  }
}

/** Those who raised an alarm since it was last seen. */
function raiseRows({ id, raises }: Escalation, before: Escalation | null): RaiseRow[] {
  const known = before?.id === id ? before.raises.length : 0
  return raises.slice(known).map(({ by, at, facts }, index) => ({
    escalation_id: id,
    raise_id: known + index + 1,
    at,
    by_kind: by.kind,
    member_id: by.kind === 'member' ? by.id : null,
    impact: facts?.impact ?? null,
    tried: facts?.tried ?? null,
    needed: facts?.needed ?? null,
  }))
}

function concessionRow(concession: Concession): ConcessionRow {
  const { id, kind, worth, reason, state, by, at } = concession
  return {
    concession_id: id,
    kind,
    ...worth,
    reason,
    state,
    by_id: by,
    at,
    decided_by_id: 'decidedBy' in concession ? concession.decidedBy : null,
    decided_at: 'decidedAt' in concession ? concession.decidedAt : null,
  }
}

function assistRow(assist: Assist): AssistRow {
  const { id, state, of, ask, askedAt, due } = assist
  return {
    assist_id: id,
    state,
    of_member_id: of.kind === 'member' ? of.member : null,
    of_team_id: of.kind === 'team' ? of.team : null,
    assistant_id: assistantOf(assist),
    ask,
    asked_at: askedAt,
    due_at: due,
    ended_at: 'at' in assist ? assist.at : null,
    moved: assist.state === 'returned' ? assist.moved : null,
  }
}

/** Rule 30: thanks that an event gave, or took back. */
function kudosOf({ event, at }: Recorded, before: Issue | null, after: Issue): KudosRow[] {
  if (event.type === 'KudosGiven')
    return after.kudos.filter(({ id }) => id === event.kudos).map(one => kudosRow(one, null))
  if (event.type !== 'KudosTakenBack') return []
  return (before?.kudos ?? []).filter(({ id }) => id === event.kudos).map(one => kudosRow(one, at))
}

const kudosRow = ({ id, for: whom, moment, words, by, at }: Kudos, takenBackAt: Instant | null): KudosRow => ({
  kudos_id: id,
  for_id: whom,
  moment_id: moment,
  words_id: words,
  by_kind: by.kind,
  by_id: by.kind === 'desk' ? null : by.id,
  at,
  taken_back_at: takenBackAt,
})

/** When an open handoff expires or falls through by itself. */
export function limitOf(handoff: Handoff): Instant | null {
  if (handoff.state === 'offered') return handoff.expiresAt
  return 'fallsThroughAt' in handoff && endOf(handoff) === null ? handoff.fallsThroughAt : null
}

function endOf(handoff: Handoff): Instant | null {
  if (handoff.state === 'met') return handoff.metAt
  return 'at' in handoff ? handoff.at : null
}

/** The contact that a message was, as its event says; a note or a machine's mail is none. */
function whenSaid(id: WordsId, events: readonly Recorded[], now: Instant): { at: Instant; contact: number | null } {
  const said = events.find(({ event }) => 'message' in event && event.message === id)
  if (!said) return { at: now, contact: null }
  return { at: said.at, contact: 'contact' in said.event ? said.event.contact : null }
}
