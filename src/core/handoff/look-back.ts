import { type Context, isSupervisorOf, type MemberId, type WordsId } from '../context.ts'
import { type ContactId, type Issue, isClosed, owner } from '../issue/issue.ts'
import { ownerId } from '../issue/ownership.ts'
import type { PromiseId } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import type { Waiting, WaitsFor } from '../waiting.ts'
import type { HandoffId } from './handoff.ts'

/** Rule 10: after the meeting of a handoff the giver looks back at the receiver's first due time. */
export type LookBack = { handoff: HandoffId; giver: MemberId; receiver: MemberId; since: Instant; due: Instant }

/** What has happened since the meeting: the last contact, by whom, and the promise that it kept or moved. */
export type Movement = { contact: ContactId; at: Instant; by: MemberId; promise: PromiseId | null }

/**
 * A customer who was handed over and whom nobody looks after: nothing has moved by the look-back (Rule 10), or they
 * say that they have met nobody (Rule 9).
 */
export type Stall = {
  handoff: HandoffId
  why: 'no_movement' | 'objection'
  giver: MemberId
  receiver: MemberId
  since: Instant
  /** The last contact before it. */
  after: ContactId
}

export type LookBackEvent =
  | { type: 'LookedBack'; handoff: HandoffId; giver: MemberId; receiver: MemberId; moved: Movement | null }
  /** Somebody says how the customer is looked after now. */
  | { type: 'LookedAfter'; handoff: HandoffId; how: WordsId }

export type LookAfter = { type: 'LookAfter'; handoff: HandoffId; how: WordsId }

/** Rule 10: has anybody been in touch with the customer since they met? */
export function lookBack(turn: Turn, { handoff, giver, receiver, since, due }: LookBack, at = due): void {
  const last = turn.issue.companyContacts.findLast(
    contact => !contact.bounced && contact.at > since && contact.at <= at,
  )
  const promise = turn.issue.promises.findLast(({ fate }) => 'contact' in fate && fate.contact === last?.id)
  const moved = last ? { contact: last.id, at: last.at, by: last.by, promise: promise?.id ?? null } : null
  record(turn, { type: 'LookedBack', handoff, giver, receiver, moved }, at)
}

/** What stands still: until somebody has been in touch with the customer, or it is said how they are looked after. */
export const stalls = (issue: Issue): Stall[] =>
  isClosed(issue)
    ? []
    : issue.stalls.filter(({ after }) => !issue.companyContacts.some(({ id, bounced }) => !bounced && id > after))

/** Rule 10: work, not news: for the giver, and for the supervisors of giver and owner. An objection is the owner's first. */
export function stallsWaiting(issue: Issue): Waiting[] {
  const mine = owner(issue).member
  return stalls(issue).flatMap(({ handoff, why, giver, since }) => {
    const kind = why === 'objection' ? 'objection' : 'look_back'
    const supervised = why === 'objection' ? [mine] : [...new Set([giver, mine])]
    const all: WaitsFor[] = [
      { kind: 'member', id: why === 'objection' ? mine : giver },
      ...supervised.map((id): WaitsFor => ({ kind: 'supervisors', id })),
    ]
    return all.map((waits): Waiting => ({ kind, of: handoff, for: waits, since, due: null }))
  })
}

type Sight = { issue: Issue; context: Pick<Context, 'members'> }

/** Rule 10: whether it is to this member to say that the customer of a stalled handoff is looked after. */
export function mayLookAfter({ issue, context }: Sight, stall: Stall, id: MemberId): boolean {
  const member = context.members.get(id)
  return (
    id === stall.giver ||
    [stall.giver, owner(issue).member].some(other => {
      const supervised = context.members.get(other)
      return member !== undefined && supervised !== undefined && other !== id && isSupervisorOf(member, supervised)
    })
  )
}

/** Rule 10: the giver or a supervisor says how the customer is looked after. */
export function lookAfter(turn: Turn, { handoff, how }: LookAfter): Refusal | undefined {
  const member = actingMember(turn)
  const standing = stalls(turn.issue).filter(stall => stall.handoff === handoff)
  if (standing.length === 0) return refuse('nothing_stalled', { handoff })
  if (!member || !standing.some(stall => mayLookAfter(turn, stall, member.id)))
    return refuse('not_supervisor', { owner: ownerId(turn) })
  record(turn, { type: 'LookedAfter', handoff, how })
}

export function evolveLookBack(issue: Issue, event: LookBackEvent, at: Instant): Issue {
  switch (event.type) {
    case 'LookedBack': {
      const { handoff, giver, receiver, moved } = event
      const lookBacks = issue.lookBacks.filter(other => other.handoff !== handoff)
      if (moved) return { ...issue, lookBacks }
      const stall: Stall = { handoff, why: 'no_movement', giver, receiver, since: at, after: issue.contacts }
      return { ...issue, lookBacks, stalls: [...issue.stalls, stall] }
    }
    case 'LookedAfter':
      return { ...issue, stalls: issue.stalls.filter(({ handoff }) => handoff !== event.handoff) }
  }
}
