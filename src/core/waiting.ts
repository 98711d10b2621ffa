import { isAccepted, isOpenAssist, isToBeTold, type OpenAssist } from './assist/assist.ts'
import { isSupervisorOf, type Member, type MemberId, type TeamId } from './context.ts'
import { coverInForce } from './cover/cover.ts'
import { approvalsWaiting, reviewsWaiting } from './escalation/authority.ts'
import { alarmWaiting } from './escalation/escalation.ts'
import { huddleWaiting } from './handoff/huddle.ts'
import { stallsWaiting } from './handoff/look-back.ts'
import { type ContactId, type Issue, isClosed, owner } from './issue/issue.ts'
import { running } from './promise/promise.ts'
import { causeWaiting } from './resolution/cause.ts'
import type { Instant } from './time/instant.ts'

/** Why something waits for a person. `needs_cover` is found beside the issues' states: it depends on who is away (Rule 15). */
export type WaitingKind =
  | 'alarm'
  | 'approval'
  | 'approval_decided'
  | 'assist'
  | 'assist_over'
  | 'cause_solved'
  | 'cause_word'
  | 'cannot_fix_agreed'
  | 'cannot_fix_asked'
  | 'champion'
  | 'concession_review'
  | 'cover_asked'
  | 'huddle'
  | 'needs_cover'
  | 'is_this'
  | 'look_back'
  | 'objection'
  | 'tell_of_cover'
  | 'match'
  | 'undelivered'
  | 'which_one'

/** For whom something waits: a person, anybody of a team, or the supervisors of a person. */
export type WaitsFor = { kind: 'member' | 'supervisors'; id: MemberId } | { kind: 'team'; id: TeamId }

/**
 * Work, not news: something on an issue that waits until a person does it. Derived from the issue's state, as deadlines
 * are, so that it is there as long as it is true. `of` numbers what it is about within the issue (a contact, a handoff …).
 */
export type Waiting = { kind: WaitingKind; of: number; for: WaitsFor; since: Instant; due: Instant | null }

/** Everything that waits for somebody on an issue. */
export function waiting(issue: Issue): Waiting[] {
  if (issue.erasedAt !== null) return []
  const all = [...(isClosed(issue) ? [] : whileOpen(issue)), ...reviewsWaiting(issue)]
  return all.flatMap(one => [
    one,
    ...forCover(one, issue).filter(covered => !all.some(other => isSame(other, covered))),
  ])
}

/** What waits on an issue for one member: themselves, as one of a team, or as a supervisor; each thing once. */
export function waitingFor(issue: Issue, member: Member, members: ReadonlyMap<MemberId, Member>): Waiting[] {
  const theirs = waiting(issue).filter(({ for: whom }) => {
    if (whom.kind === 'member') return whom.id === member.id
    if (whom.kind === 'team') return member.teams.includes(whom.id)
    const other = members.get(whom.id)
    return other !== undefined && other.id !== member.id && isSupervisorOf(member, other)
  })
  return theirs.filter((one, place) => theirs.findIndex(({ kind, of }) => kind === one.kind && of === one.of) === place)
}

/** Whether it is the same thing for the same person: who covers one in a huddle may be in it. */
const isSame = (one: Waiting, other: Waiting): boolean =>
  one.kind === other.kind && one.of === other.of && one.for.kind === other.for.kind && one.for.id === other.for.id

const whileOpen = (issue: Issue): Waiting[] => [
  ...alarmWaiting(issue),
  ...undelivered(issue),
  ...stallsWaiting(issue),
  ...huddleWaiting(issue),
  ...assists(issue),
  ...approvalsWaiting(issue),
  ...causeWaiting(issue),
  ...cannotFix(issue),
  ...matches(issue),
  ...whichOne(issue),
  ...isThis(issue),
  ...covers(issue),
]

/** Rule 15: what waits for the owner, waits for who acts in their place too. */
function forCover(one: Waiting, issue: Issue): Waiting[] {
  const cover = coverInForce(issue)
  return cover && one.for.id === cover.absent && one.for.kind === 'member'
    ? [{ ...one, for: { kind: 'member', id: cover.member } }]
    : []
}

/** The company has been in touch with the customer since a contact. */
const hasHeard = ({ companyContacts }: Issue, since: ContactId): boolean =>
  companyContacts.some(({ id, bounced }) => id > since && !bounced)

/** Rule 15: an answer to who asks for a cover; and a call to the customer to whom the desk could not write of it. */
const covers = (issue: Issue): Waiting[] =>
  issue.covers.flatMap((cover, index): Waiting[] => {
    const { member, from } = cover
    const of = index + 1
    if (cover.state === 'asked')
      return [{ kind: 'cover_asked', of, for: { kind: 'member', id: member }, since: cover.askedAt, due: from }]
    const isAgreed = cover.state === 'accepted' || cover.state === 'in_force'
    if (!isAgreed || cover.mailed || hasHeard(issue, cover.contacts)) return []
    return [{ kind: 'tell_of_cover', of, for: forOwner(issue), since: cover.agreedAt, due: null }]
  })

/** DESIGN: an undelivered word to a customer is itself work for the owner, until another one reaches them. */
function undelivered(issue: Issue): Waiting[] {
  const last = issue.companyContacts.at(-1)
  if (!last?.bounced) return []
  return [{ kind: 'undelivered', of: last.id, for: forOwner(issue), since: last.at, due: null }]
}

/** Rule 16: what is asked waits for whom it was asked of; once it is over, the owner tells the customer. */
function assists(issue: Issue): Waiting[] {
  const soonest = running(issue)
    .map(({ due }) => due)
    .sort()
    .at(0)
  return issue.assists.flatMap((assist): Waiting[] => {
    const { id: of, askedAt: since, due } = assist
    if (isOpenAssist(assist)) return [{ kind: 'assist', of, for: forAssistant(assist), since, due }]
    if (!isToBeTold(issue, assist)) return []
    // The next promise is when the customer hears from us at the latest.
    return [{ kind: 'assist_over', of, for: forOwner(issue), since: assist.at, due: soonest ?? null }]
  })
}

function forAssistant(assist: OpenAssist): WaitsFor {
  if (isAccepted(assist)) return { kind: 'member', id: assist.assistant }
  return assist.of.kind === 'member' ? { kind: 'member', id: assist.of.member } : { kind: 'team', id: assist.of.team }
}

/** Rule 3: a contact that may be about another of the customer's issues waits to be placed. */
const whichOne = (issue: Issue): Waiting[] =>
  issue.unplaced.map(({ contact, at }) => ({
    kind: 'which_one',
    of: contact,
    for: forOwner(issue),
    since: at,
    due: null,
  }))

/** Scenario 5: somebody says whether a stranger is who the desk takes them for; it came with the first contact. */
const isThis = (issue: Issue): Waiting[] =>
  issue.isThis.length === 0 ? [] : [{ kind: 'is_this', of: 1, for: forOwner(issue), since: issue.openedAt, due: null }]

/** Rule 21: somebody says whether it is an older issue come back; it was found with the first contact. */
const matches = (issue: Issue): Waiting[] =>
  issue.matches.length === 0 ? [] : [{ kind: 'match', of: 1, for: forOwner(issue), since: issue.openedAt, due: null }]

/** Rule 19: a supervisor answers whether it can't be fixed; when they agree, the owner tells the customer. */
function cannotFix(issue: Issue): Waiting[] {
  const { cannotFix } = issue
  const of = 1
  if (cannotFix?.state === 'asked') {
    const { askedAt: since, due } = cannotFix
    return [{ kind: 'cannot_fix_asked', of, for: forSupervisors(issue), since, due }]
  }
  if (cannotFix?.state !== 'agreed') return []
  return [{ kind: 'cannot_fix_agreed', of, for: forOwner(issue), since: cannotFix.at, due: null }]
}

export const forSupervisors = (issue: Issue): WaitsFor => ({ kind: 'supervisors', id: owner(issue).member })
export const forOwner = (issue: Issue): WaitsFor => ({ kind: 'member', id: owner(issue).member })
