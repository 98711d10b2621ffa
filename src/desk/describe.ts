import type {
  ActorRef,
  CannotFixAnswer,
  ConcessionAnswer,
  IssueAnswer,
  MemberRef,
  PromiseAnswer,
  TeamRef,
} from '../contract/answers.ts'
import type { Actor, MemberId, TeamId, WordsId } from '../core/context.ts'
import type { Concession } from '../core/escalation/authority.ts'
import { asPeopleWrite } from '../core/escalation/money.ts'
import { stalls } from '../core/handoff/look-back.ts'
import { type Issue, owner } from '../core/issue/issue.ts'
import type { GivenPromise, PromiseKind } from '../core/promise/promise.ts'
import type { CannotFix } from '../core/resolution/cannot-fix.ts'
import type { SharedCause } from '../core/resolution/cause.ts'
import { mergedInto, undoUntil } from '../core/resolution/merge.ts'
import type { Rating } from '../core/resolution/rating.ts'
import type { Confirmation } from '../core/resolution/resolution.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Configuration } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { describeAssist } from './describe-assist.ts'
import { describeLookalikes, describeUnplaced } from './describe-contact.ts'
import { describeCover } from './describe-cover.ts'
import { describeEscalation } from './describe-escalation.ts'
import { describeHandoff, describeHuddle } from './describe-handoff.ts'
import { describeLearning } from './describe-learning.ts'
import { forReader } from './describe-reader.ts'

/** What the desk calls a promise that nobody put in words of their own. */
export const promisedByPolicy: Record<PromiseKind, string> = {
  word: 'You hear from us',
  answer: 'An answer',
  introduction: 'An introduction by your new contact',
  follow_up: 'Another look at whether it is solved',
  watch: 'A check whether it holds',
  callback: 'A call back, since we lost each other',
}

/** Puts an issue's state, its words and the names of people together to what the API answers. */
export function describe(
  number: number,
  seen: SeenIssue,
  configuration: Configuration,
  reader: MemberId | null,
): IssueAnswer {
  const { state: issue, words, customer } = seen
  const { lifecycle, escalation, handoff } = issue
  const text = (id: WordsId): string => words[id] ?? ''
  const member = (id: MemberId): MemberRef => memberRef(configuration, id)
  const names = { text, member, team: (id: TeamId): TeamRef => teamRef(configuration, id) }
  const actor = (by: Actor): ActorRef => actorRef(configuration, by, customer.name)
  const readerMember = reader === null ? undefined : configuration.members.get(reader)
  return {
    number,
    version: issue.version,
    subject: seen.subject,
    story: seen.story,
    phase: lifecycle.phase,
    outcome: lifecycle.phase === 'closed' ? lifecycle.outcome : null,
    channel: issue.channel,
    openedAt: issue.openedAt,
    imported: issue.imported,
    closedAt: lifecycle.phase === 'closed' ? lifecycle.at : null,
    owner: member(owner(issue).member),
    owners: issue.ownership.map(({ member: id, since, way }) => ({ member: member(id), since, way })),
    customer: { id: issue.customer, ...customer },
    unplaced: describeUnplaced(seen, member),
    isThis: describeLookalikes(seen),
    erasedAt: issue.erasedAt,
    promises: issue.promises.map(promise => describePromise(promise, text, actor)),
    handoff: handoff && describeHandoff(handoff, names),
    covers: issue.covers.map(cover => describeCover(cover, text, member)),
    lookBacks: issue.lookBacks.map(({ handoff: id, giver, receiver, due }) => ({
      handoff: id,
      giver: member(giver),
      receiver: member(receiver),
      due,
    })),
    stalls: stalls(issue).map(({ handoff: id, why, giver, receiver, since }) => ({
      handoff: id,
      why,
      giver: member(giver),
      receiver: member(receiver),
      since,
    })),
    huddle: issue.huddle && describeHuddle(issue.huddle, names),
    assists: issue.assists.map(assist => describeAssist(issue, assist, text, configuration, readerMember)),
    escalation: escalation && describeEscalation(escalation, seen, configuration),
    concessions: issue.concessions.map(concession => describeConcession(concession, text, member)),
    diagnoses: issue.diagnoses.map(({ words: id, by, at }) => ({ text: text(id), by: member(by), at })),
    facts: issue.facts.map(({ key, fact, how, by, at, excused }) => ({
      key,
      value: text(fact),
      how: how && text(how),
      by: by === null ? null : member(by),
      at,
      excused: excused && { lesson: excused.lesson, why: text(excused.why) },
    })),
    ...describeLearning(issue, configuration, { text, member, actor }),
    resolution: describeResolution(seen, text, actor),
    rating: describeRating(issue.rating, text),
    cause: describeCause(issue.cause, text),
    cannotFix: issue.cannotFix && describeCannotFix(issue.cannotFix, text, member),
    spam: describeSpam(issue, text, member),
    ...describeOthers(seen, configuration),
    recurrences: issue.recurrences,
    ...(readerMember ? forReader(issue, readerMember, configuration) : { waits: [], grants: [], may: [] }),
  }
}

/** A member as others see them, also one who has left. */
export function memberRef(configuration: Configuration, id: MemberId): MemberRef {
  const person = configuration.members.get(id)
  return { id, name: person?.name ?? 'somebody who left', hue: person?.hue ?? 1 }
}

/** A team as others see it. */
export const teamRef = (configuration: Configuration, id: TeamId): TeamRef => ({
  id,
  name: configuration.teams.get(id)?.name ?? 'a team that is gone',
})

export function actorRef(configuration: Configuration, by: Actor, customerName: string): ActorRef {
  if (by.kind === 'desk') return by
  if (by.kind === 'customer') return { ...by, name: customerName }
  return { kind: 'member', id: by.id, name: memberRef(configuration, by.id).name }
}

export function describePromise(
  { id, kind, what, due, madeAt, madeBy, moves, fate }: GivenPromise,
  text: (id: WordsId) => string,
  actor: (by: Actor) => ActorRef,
): PromiseAnswer {
  const settledAt = fate.state === 'open' ? null : fate.at
  const said = (what && text(what)) || promisedByPolicy[kind]
  return { id, kind, what: said, due, madeAt, madeBy: actor(madeBy), moves, state: fate.state, settledAt }
}

function describeConcession(
  concession: Concession,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
): ConcessionAnswer {
  const { id, kind, worth, reason, by, at, state } = concession
  const review = 'review' in concession ? concession.review : null
  return {
    id,
    kind,
    worth: asPeopleWrite(worth),
    reason: text(reason),
    by: member(by),
    at,
    state,
    asked: state === 'waiting' ? concession.asked.map(member) : [],
    due: state === 'waiting' ? concession.due : null,
    decided:
      'decidedBy' in concession
        ? {
            by: member(concession.decidedBy),
            at: concession.decidedAt,
            why: concession.state === 'refused' ? text(concession.why) : null,
          }
        : null,
    review: review && { learned: text(review.learned), by: member(review.by), at: review.at },
  }
}

function describeCause(cause: SharedCause | null, text: (id: WordsId) => string): IssueAnswer['cause'] {
  if (!cause) return null
  const { cause: id, since, word, solution } = cause
  return {
    id,
    since,
    word: word && text(word.message),
    solution: solution && {
      wrong: text(solution.wrong),
      done: text(solution.done),
      holds: text(solution.holds),
      at: solution.at,
    },
  }
}

function describeResolution(
  { state: { lifecycle } }: SeenIssue,
  text: (id: WordsId) => string,
  actor: (by: Actor) => ActorRef,
): IssueAnswer['resolution'] {
  if (!('proposal' in lifecycle)) return null
  const { wrong, done, holds, watch, at } = lifecycle.proposal
  const confirmed =
    'confirmation' in lifecycle ? confirmationOf(lifecycle.confirmation, lifecycle.at, text, actor) : null
  const dates = watch.map(({ due, what }) => ({ due, what: what && text(what) }))
  return { wrong: text(wrong), done: text(done), holds: text(holds), watch: dates, proposedAt: at, confirmed }
}

const describeRating = (rating: Rating | null, text: (id: WordsId) => string): IssueAnswer['rating'] =>
  rating && { ...rating, words: rating.words && text(rating.words) }

function describeCannotFix(
  cannotFix: CannotFix,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
): CannotFixAnswer {
  const { state, reason, alternative, askedBy, askedAt } = cannotFix
  const isAsked = cannotFix.state === 'asked'
  return {
    state,
    reason: text(reason),
    alternative: text(alternative),
    askedBy: member(askedBy),
    askedAt,
    due: isAsked ? cannotFix.due : null,
    late: isAsked && cannotFix.late,
    answeredBy: isAsked ? null : member(cannotFix.by),
    answeredAt: isAsked ? null : cannotFix.at,
    why: cannotFix.state === 'refused' ? text(cannotFix.why) : null,
    toldAt: cannotFix.state === 'told' ? cannotFix.toldAt : null,
  }
}

function describeSpam(
  { lifecycle }: Issue,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
): IssueAnswer['spam'] {
  if (lifecycle.phase !== 'closed' || lifecycle.outcome !== 'spam') return null
  return { why: text(lifecycle.why), by: member(lifecycle.by), at: lifecycle.at }
}

function confirmationOf(
  confirmation: Confirmation,
  at: PromiseAnswer['due'],
  text: (id: WordsId) => string,
  actor: (by: Actor) => ActorRef,
): NonNullable<IssueAnswer['resolution']>['confirmed'] {
  if (confirmation.by === 'customer')
    return { at, by: actor({ kind: 'customer', id: confirmation.customer }), heard: null, words: null }
  const { member, heard, words } = confirmation
  return { at, by: actor({ kind: 'member', id: member }), heard, words: text(words) }
}

/** Other issues that this one has to do with (Rules 21 and 22). */
function describeOthers(
  { state: issue, matched, links, words }: SeenIssue,
  configuration: Configuration,
): Pick<IssueAnswer, 'matches' | 'links' | 'mergedInto' | 'merged'> {
  const { unmergeDays } = configuration.policy
  const merge = (number: number, at: Instant) => ({ number, at, undoUntil: undoUntil(at, unmergeDays) })
  const into = mergedInto(issue)
  const { lifecycle } = issue
  return {
    matches: issue.matches.map(({ issue: number, closedAt, within, why }) => ({
      number,
      subject: matched[number] ?? '',
      closedAt,
      within,
      why: words[why] ?? '',
    })),
    links: links.map(({ owner: id, outcome, ...link }) => ({
      ...link,
      outcome: outcome as IssueAnswer['outcome'],
      owner: memberRef(configuration, id),
    })),
    mergedInto: into !== null && lifecycle.phase === 'closed' ? merge(into, lifecycle.at) : null,
    merged: issue.merged.map(({ issue: number, at }) => merge(number, at)),
  }
}
