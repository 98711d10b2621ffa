import { type Context, hasSeat, isSupervisorOf, type MemberId, type WordsId } from '../context.ts'
import { type Issue, isClosed, lastContactAt } from '../issue/issue.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { forOwner, type Waiting } from '../waiting.ts'

/** Number of a cause in its workspace. */
export type CauseId = number

/** How a cause was solved: what the owner may tell the customer as what was wrong, done, and how it holds (Rule 17). */
type Solution = { wrong: WordsId; done: WordsId; holds: WordsId; at: Instant }

/**
 * Rule 22: the same problem of several customers. It is worked once, but each issue keeps its owner and its promises.
 * `word`: what all owners are asked to tell their customer, each in their own name.
 */
export type SharedCause = {
  cause: CauseId
  since: Instant
  word: { message: WordsId; at: Instant } | null
  solution: Solution | null
}

export type CauseEvent =
  | { type: 'CauseLinked'; cause: CauseId }
  | { type: 'CauseUnlinked'; cause: CauseId }
  | { type: 'CauseWordGiven'; cause: CauseId; message: WordsId }
  | ({ type: 'CauseSolved'; cause: CauseId } & Omit<Solution, 'at'>)
  | { type: 'CauseReopened'; cause: CauseId }

export type LinkCause = { type: 'LinkCause'; cause: CauseId }
export type UnlinkCause = { type: 'UnlinkCause'; cause: CauseId }
export type GiveCauseWord = { type: 'GiveCauseWord'; cause: CauseId; message: WordsId }
export type SolveCause = { type: 'SolveCause'; cause: CauseId } & Omit<Solution, 'at'>
export type ReopenCause = { type: 'ReopenCause'; cause: CauseId }

/** A cause as the rules see it: one named person sees to it that it is worked. */
export type Cause = { id: CauseId; lead: MemberId; state: 'open' | 'solved' }

/** Rule 22: who leads it, or a supervisor of theirs, speaks for a cause. */
export function refuseAsLead(
  { lead }: Cause,
  id: MemberId,
  { members }: Pick<Context, 'members'>,
): Refusal | undefined {
  const [member, leader] = [members.get(id), members.get(lead)]
  const may = id === lead || (member && leader && isSupervisorOf(member, leader))
  return may ? undefined : refuse('not_lead', { lead })
}

/** What a member may do on a cause as it stands; each command is decided again when it comes. */
export type CauseMay = 'lead' | 'give_word' | 'ask_assist' | 'solve' | 'reopen'

/** Rule 22 as a screen needs it: which acts to show. `ownsOne`: whether they own an open issue of it. */
export function mayOnCause(
  cause: Cause,
  id: MemberId,
  ownsOne: boolean,
  context: Pick<Context, 'members'>,
): CauseMay[] {
  const speaks = refuseAsLead(cause, id, context) === undefined
  const says: readonly CauseMay[] = cause.state === 'open' ? ['give_word', 'solve'] : ['reopen']
  return [
    ...(id === cause.lead ? [] : (['lead'] as const)),
    ...(id === cause.lead && ownsOne ? (['ask_assist'] as const) : []),
    ...(speaks ? says : []),
  ]
}

/** Rule 22: anybody with a seat who sees that it is the same problem links it; nothing of the issue moves. */
export function linkCause(turn: Turn, { cause }: LinkCause): Refusal | undefined {
  const member = actingMember(turn)
  if (!member || !hasSeat(member)) return refuse('no_seat', { member: member?.id ?? null })
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (turn.issue.cause) return refuse('cause_linked', { cause: turn.issue.cause.cause })
  record(turn, { type: 'CauseLinked', cause })
}

/** It turned out to be another problem. */
export function unlinkCause(turn: Turn, { cause }: UnlinkCause): Refusal | undefined {
  const member = actingMember(turn)
  if (!member || !hasSeat(member)) return refuse('no_seat', { member: member?.id ?? null })
  if (turn.issue.cause?.cause !== cause) return refuse('not_of_this_cause', { cause })
  record(turn, { type: 'CauseUnlinked', cause })
}

/** One message to all: it waits for each owner, who sends it in their own name, in their own words if they like. */
export function giveCauseWord(turn: Turn, { cause, message }: GiveCauseWord): Refusal | undefined {
  if (turn.issue.cause?.cause !== cause) return refuse('not_of_this_cause', { cause })
  if (!isClosed(turn.issue)) record(turn, { type: 'CauseWordGiven', cause, message })
}

/** When the cause is solved, each owner resolves theirs. */
export function solveCause(turn: Turn, { cause, wrong, done, holds }: SolveCause): Refusal | undefined {
  if (turn.issue.cause?.cause !== cause) return refuse('not_of_this_cause', { cause })
  if (!isClosed(turn.issue)) record(turn, { type: 'CauseSolved', cause, wrong, done, holds })
}

/** It was not solved after all. */
export function reopenCause(turn: Turn, { cause }: ReopenCause): Refusal | undefined {
  if (turn.issue.cause?.cause !== cause) return refuse('not_of_this_cause', { cause })
  if (turn.issue.cause.solution) record(turn, { type: 'CauseReopened', cause })
}

/**
 * Rule 22: when an issue goes on in this one, so does its cause, with what its customer has not been told; unless this one
 * has a cause already. `copy`: the same words as this issue's own. Answers the cause that came along.
 */
export function carryCause(turn: Turn, from: Issue, copy: (id: WordsId) => WordsId): CauseId | null {
  if (!from.cause || turn.issue.cause) return null
  const { cause, word, solution } = from.cause
  record(turn, { type: 'CauseLinked', cause })
  if (word && !isPassedOn(from, word.at)) record(turn, { type: 'CauseWordGiven', cause, message: copy(word.message) })
  if (solution) {
    const { wrong, done, holds } = solution
    record(turn, { type: 'CauseSolved', cause, wrong: copy(wrong), done: copy(done), holds: copy(holds) })
  }
  return cause
}

/** Whether the customer has heard from us since. */
function isPassedOn(issue: Issue, at: Instant): boolean {
  const told = lastContactAt(issue)
  return told !== null && told >= at
}

/** What the cause asks of the owner: to pass a word on, until there was contact; to propose the solution, until it is. */
export function causeWaiting(issue: Issue): Waiting[] {
  const { cause, lifecycle } = issue
  if (!cause) return []
  const { cause: of, word, solution } = cause
  const owner = forOwner(issue)
  const passOn: Waiting[] =
    word && !isPassedOn(issue, word.at) ? [{ kind: 'cause_word', of, for: owner, since: word.at, due: null }] : []
  const resolve: Waiting[] =
    solution && lifecycle.phase === 'open'
      ? [{ kind: 'cause_solved', of, for: owner, since: solution.at, due: null }]
      : []
  return [...passOn, ...resolve]
}

export function evolveCause(issue: Issue, event: CauseEvent, at: Instant): Issue {
  const { cause } = issue
  if (event.type === 'CauseLinked')
    return { ...issue, cause: { cause: event.cause, since: at, word: null, solution: null } }
  if (event.type === 'CauseUnlinked' || !cause) return { ...issue, cause: null }
  switch (event.type) {
    case 'CauseWordGiven':
      return { ...issue, cause: { ...cause, word: { message: event.message, at } } }
    case 'CauseSolved': {
      const { wrong, done, holds } = event
      return { ...issue, cause: { ...cause, word: null, solution: { wrong, done, holds, at } } }
    }
    case 'CauseReopened':
      return { ...issue, cause: { ...cause, solution: null } }
  }
}
