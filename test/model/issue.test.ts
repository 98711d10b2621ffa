import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../src/core/commands.ts'
import type { Context, Member } from '../../src/core/context.ts'
import { nextDeadline } from '../../src/core/deadlines.ts'
import { type Decision, decide, decideOpening } from '../../src/core/decide.ts'
import type { EventType, Recorded } from '../../src/core/events.ts'
import { evolve } from '../../src/core/evolve.ts'
import { type Issue, isClosed, owner } from '../../src/core/issue/issue.ts'
import { type May, type MayAssist, may, mayAssist } from '../../src/core/may.ts'
import { explain, type RefusalCode } from '../../src/core/refusals.ts'
import { mergedInto } from '../../src/core/resolution/merge.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { invariants } from './invariants.ts'
import type { Moment } from './moment.ts'
import { actorOf, commandOf, type Step, steps } from './steps.ts'
import { asMember, contextOf, dawn, later, people } from './world.ts'

/** What the runs came upon, so that a model that tries nothing would be noticed. */
const met = {
  events: new Set<EventType>(),
  refusals: new Set<RefusalCode>(),
  outcomes: new Set<string>(),
  steps: 0,
}

const openings = fc.record({
  way: fc.constantFrom('intake', 'contact'),
  channel: fc.constantFrom('email', 'phone'),
  /** Whether a closed issue of the customer was found that may have come back, and whether that is long ago. */
  match: fc.constantFrom('none', 'within', 'beyond'),
})

test('whatever members, customers and time do in any order, the rulebook holds after every step', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(openings, steps, (opening, sequence) => {
      let { issue, log } = open(opening)
      let now = dawn
      for (const step of sequence) {
        now = later(now, step.pass)
        if (step.clock) ({ issue, log } = clockUntil(issue, log, now))
        ;({ issue, log } = take(step, issue, log, now))
      }
    }),
    { numRuns: 3_000 },
  )
  expect(met.steps).toBeGreaterThan(20_000)
  expect(everyEvent.filter(type => !met.events.has(type))).toEqual([])
  expect([...met.outcomes].toSorted()).toEqual(['cannot_fix', 'confirmed', 'unconfirmed', 'unreachable'])
  expect(usualRefusals.filter(code => !met.refusals.has(code))).toEqual([])
})

type Opening = { way: 'intake' | 'contact'; channel: 'email' | 'phone'; match: 'none' | 'within' | 'beyond' }

type State = { issue: Issue; log: readonly Recorded[] }

function open({ way, channel, match }: Opening): State {
  const context = contextOf(dawn, way === 'intake' ? { kind: 'customer', id: 'ana' } : asMember('ben'))
  const words = { subject: 'w', story: 'w', message: 'w' }
  const decision = decideOpening(
    {
      type: 'OpenIssue',
      customer: 'ana',
      channel,
      owner: 'ben',
      way,
      ...words,
      facts: [],
      promise: null,
      // A stranger by mail may be somebody whom the desk knows.
      isThis: way === 'intake' && channel === 'email' ? [{ customer: 'anna', why: ['name'] }] : [],
      matches: match === 'none' ? [] : [{ issue: 1042, closedAt: dawn, within: match === 'within', why: 'w' }],
    },
    context,
  )
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  for (const { event } of decision.events) met.events.add(event.type)
  return { issue: freeze(decision.issue), log: decision.events }
}

/** One step: it is decided, and everything that must hold is looked at. A refusal leaves all as it was. */
function take(step: Step, issue: Issue, log: readonly Recorded[], now: Instant): State {
  const context = contextOf(now, actorOf(step, issue))
  const command = commandOf(step, issue, now)
  met.steps += 1
  const decision = decide(issue, command, context)
  const inTime = clockUntil(issue, log, now)
  sameWithoutClock(inTime, command, context, log.length, decision)
  showsWhatMayBeDone(inTime.issue, context)
  if ('refusal' in decision) {
    const { code } = decision.refusal
    met.refusals.add(code)
    explain(decision.refusal, {
      member: id => id ?? '',
      team: id => id ?? '',
      time: at => at,
      money: ({ amount }) => String(amount),
    })
    if (comesAnyway(command, context, issue, code)) throw new Error(`${command.type} was lost: ${code}`)
    return { issue, log }
  }
  for (const { event } of decision.events) {
    met.events.add(event.type)
    if (event.type === 'IssueClosed') met.outcomes.add(event.outcome)
  }
  look({ before: issue, command, context, past: log, events: decision.events, after: decision.issue })
  return { issue: freeze(decision.issue), log: [...log, ...decision.events] }
}

function look(given: Omit<Moment, 'stages'>): void {
  const { before, events } = given
  const stages = [before]
  for (const event of events) stages.push(evolve(stages.at(-1) ?? before, event))
  const moment = { ...given, stages }
  const broken = invariants.filter(({ holds }) => !holds(moment))
  if (broken.length === 0) return
  const what = broken.map(({ rule, says }) => `Rule ${rule}: ${says}`).join('\n')
  const story = [...moment.past, '--- then', ...moment.events].map(told => JSON.stringify(told)).join('\n')
  throw new Error(`${what}\nDoes not hold after ${JSON.stringify(moment.command)}:\n${story}`)
}

/** The clock comes by at each due time until now. */
function clockUntil(issue: Issue, log: readonly Recorded[], now: Instant): State {
  let state: State = { issue, log }
  for (let due = nextDeadline(issue); due !== null && due <= now; due = nextDeadline(state.issue)) {
    const context = contextOf(due, { kind: 'desk' })
    const decision = decide(state.issue, { type: 'Tick' }, context)
    if ('refusal' in decision) throw new Error('A tick is never refused')
    if (decision.events.length === 0) throw new Error(`Nothing became of what fell due at ${due}`)
    for (const { event } of decision.events) met.events.add(event.type)
    look({
      before: state.issue,
      command: { type: 'Tick' },
      context,
      past: state.log,
      events: decision.events,
      after: decision.issue,
    })
    state = { issue: freeze(decision.issue), log: [...state.log, ...decision.events] }
  }
  return state
}

/** Scenario 19: a decision is the same whether or not the clock came by in time. */
function sameWithoutClock(inTime: State, command: Command, context: Context, before: number, late: Decision): void {
  const decision = decide(inTime.issue, command, context)
  const same =
    'refusal' in decision || 'refusal' in late
      ? isDeepStrictEqual(decision, late)
      : isDeepStrictEqual([...inTime.log.slice(before), ...decision.events], late.events)
  if (!same) throw new Error(`${command.type} depends on how soon the clock came by`)
}

/** What comes from outside is never turned away, but a word long after an issue was closed. */
function comesAnyway(command: Command, { by }: Context, issue: Issue, code: RefusalCode): boolean {
  if (command.type === 'ReportBounce' || command.type === 'ReceiveMachineMail') return true
  if (command.type !== 'ReceiveMessage' || by.kind !== 'customer') return false
  return (
    !isClosed(issue) ||
    ![
      'recurrence_over',
      'no_seat',
      'no_such_member',
      'erased',
      ...(mergedInto(issue) === null ? [] : ['closed']),
    ].includes(code)
  )
}

/** Acts whose refusal depends on nothing that is said with them. */
const plainActs: Partial<Record<May, (issue: Issue, member: string) => Command>> = {
  claim: () => ({ type: 'Claim' }),
  takeover: () => ({ type: 'TakeOver', reason: 'w' }),
  acknowledge: ({ escalation }) => ({ type: 'AcknowledgeEscalation', escalation: escalation?.id ?? 0 }),
  take_alarm: ({ escalation }) => ({ type: 'TakeEscalation', escalation: escalation?.id ?? 0, reason: 'w' }),
  tell_outcome: ({ escalation }) => ({ type: 'TellOutcome', escalation: escalation?.id ?? 0, outcome: 'w' }),
  note: () => ({ type: 'WriteNote', message: 'w' }),
  tell: () => ({ type: 'TellOwner', message: 'w' }),
  place: ({ unplaced }, member) => {
    const mine = unplaced.find(({ takenBy }) => takenBy === member) ?? unplaced[0]
    return { type: 'PlaceContact', message: mine?.message ?? 'w', into: null }
  },
  say_who: ({ isThis }) => ({ type: 'DismissLookalike', customer: isThis[0]?.customer ?? 'nobody' }),
  withdraw: ({ handoff }) => ({ type: 'WithdrawHandoff', handoff: handoff?.id ?? 0, message: 'w' }),
  decline: ({ handoff }) => ({
    type: 'DeclineHandoff',
    handoff: handoff?.id ?? 0,
    reason: 'no_capacity',
    suggestion: null,
  }),
  deny: () => ({ type: 'DenyResolution', words: 'w' }),
  accept_cover: (issue, member) => ({ type: 'AcceptCover', cover: coverOf(issue, member, ['asked']), mails: true }),
  decline_cover: (issue, member) => ({
    type: 'DeclineCover',
    cover: coverOf(issue, member, ['asked', 'accepted', 'in_force']),
    suggestion: null,
  }),
  say_present: ({ handoff }) => ({ type: 'SayPresent', handoff: handoff?.id ?? 0 }),
  report_disconnect: ({ handoff }) => ({ type: 'ReportDisconnect', handoff: handoff?.id ?? 0 }),
  settle_huddle: issue => ({ type: 'SettleHuddle', owner: owner(issue).member, why: 'w', message: null }),
  set_kind: () => ({ type: 'SetKind', kind: 'bill' }),
  mark_step: () => ({ type: 'MarkStep', lesson: 2, as: { state: 'done' } }),
  excuse_step: () => ({ type: 'MarkStep', lesson: 2, as: { state: 'excused', why: 'w' } }),
  thank: () => ({ type: 'GiveKudos', for: 'gone', moment: 'w', words: null }),
  recurred: () => ({ type: 'FindRecurrence', words: 'w' }),
  ask_cannot_fix: () => ({ type: 'AskCannotFix', reason: 'w', alternative: 'w' }),
  answer_cannot_fix: () => ({ type: 'AgreeCannotFix' }),
  tell_cannot_fix: () => ({ type: 'TellCannotFix', channel: 'email', message: 'w', keeps: 'all', promise: null }),
  mark_spam: () => ({ type: 'MarkSpam', why: 'w' }),
  decide_match: ({ matches }) => ({ type: 'DismissMatch', issue: matches[0]?.issue ?? 0 }),
  clear_spam: issue => ({ type: 'ClearSpam', restoresFor: owner(issue).member }),
}

/** The same for one assist of an issue (Rule 16). */
const assistActs: Partial<Record<MayAssist, (assist: number) => Command>> = {
  accept: assist => ({ type: 'AcceptAssist', assist }),
  decline: assist => ({ type: 'DeclineAssist', assist, reason: 'w' }),
  touch: assist => ({ type: 'TouchAssist', assist, note: 'w', moved: true }),
  return: assist => ({ type: 'ReturnAssist', assist, moved: true, result: 'w' }),
  withdraw: assist => ({ type: 'WithdrawAssist', assist, message: 'w' }),
  introduce: assist => ({ type: 'IntroduceAssistant', assist, message: 'w', keeps: [] }),
}

const coverOf = ({ covers }: Issue, member: string, states: readonly string[]): string =>
  covers.find(cover => cover.member === member && states.includes(cover.state))?.id ?? 'none'

/** A screen shows an act exactly when it would be accepted. */
function showsWhatMayBeDone(issue: Issue, { by, now }: Context): void {
  const member = people.find((person: Member) => by.kind === 'member' && person.id === by.id)
  if (!member) return
  const context = contextOf(now, asMember(member.id))
  for (const assist of issue.assists) {
    const shown = mayAssist(issue, assist, member)
    for (const [act, command] of Object.entries(assistActs) as [MayAssist, (assist: number) => Command][]) {
      const accepted = !('refusal' in decide(issue, command(assist.id), context))
      if (accepted !== shown.includes(act))
        throw new Error(`${member.id} is ${accepted ? '' : 'not '}let to ${act} the assist, the screen says otherwise`)
    }
  }
  if (member.role === 'colleague') return
  const shown = may(issue, member, context)
  for (const [act, command] of Object.entries(plainActs) as [May, (issue: Issue, member: string) => Command][]) {
    const accepted = !('refusal' in decide(issue, command(issue, member.id), context))
    if (accepted !== shown.includes(act))
      throw new Error(`${member.id} is ${accepted ? '' : 'not '}let to ${act}, the screen says otherwise`)
  }
}

/** Rules read and never write: a state that they were given can't change any more. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

const everyEvent: readonly EventType[] = [
  'OwnershipMoved',
  'CustomerWrote',
  'CustomerCalled',
  'CustomerContacted',
  'ContactBounced',
  'AutomaticMailBounced',
  'MachineWrote',
  'PromiseMade',
  'PromiseKept',
  'PromiseMadeGood',
  'PromiseUnkept',
  'PromiseMoved',
  'PromiseBroken',
  'PromiseReleased',
  'HandoffOffered',
  'HandoffAccepted',
  'HandoffDeclined',
  'HandoffExpired',
  'HandoffWithdrawn',
  'HandoffIntroduced',
  'HandoffIntroductionUndone',
  'HandoffMet',
  'HandoffFellThrough',
  'LiveIntroductionBegan',
  'SeenLive',
  'LiveIntroductionInterrupted',
  'LiveIntroductionResumed',
  'LiveIntroductionEnded',
  'TalkedTogether',
  'CustomerObjected',
  'LookedBack',
  'LookedAfter',
  'HuddleCalled',
  'HuddleLate',
  'HuddleSettled',
  'HuddleCalledOff',
  'AssistAsked',
  'AssistAccepted',
  'AssistDeclined',
  'AssistTouched',
  'AssistReturned',
  'AssistFellSilent',
  'AssistWithdrawn',
  'AssistantIntroduced',
  'AssistantIntroductionUndone',
  'CoverAsked',
  'CoverAccepted',
  'CoverDeclined',
  'CoverSet',
  'CoverBegan',
  'CoverEnded',
  'CoverMissed',
  'ResolutionProposed',
  'ResolutionConfirmed',
  'ResolutionDenied',
  'IssueClosed',
  'RecurrenceFound',
  'CannotFixAsked',
  'CannotFixUnanswered',
  'CannotFixAgreed',
  'CannotFixRefused',
  'CannotFixTold',
  'IssueMarkedSpam',
  'IssueLinked',
  'MatchesFound',
  'MatchAccepted',
  'MatchDismissed',
  'IssueMerged',
  'IssueTookIn',
  'IssueUnmerged',
  'IssueGaveBack',
  'PromiseCarried',
  'IssueClearedOfSpam',
  'IssueReopened',
  'EscalationRaised',
  'EscalationJoined',
  'RungCalled',
  'RungSkipped',
  'RungEmpty',
  'EscalationAcknowledged',
  'EscalationTaken',
  'OutcomeTold',
  'EscalationStoodDown',
  'CauseLinked',
  'CauseUnlinked',
  'CauseWordGiven',
  'CauseSolved',
  'CauseReopened',
  'ConcessionGranted',
  'ApprovalAsked',
  'ApprovalClimbed',
  'ConcessionApproved',
  'ConcessionRefused',
  'ConcessionWithdrawn',
  'ConcessionReviewed',
  'FactEstablished',
  'DiagnosisRecorded',
  'NoteWritten',
  'FactExcused',
  'KindSet',
  'ChecklistStepDone',
  'ChecklistStepExcused',
  'ChecklistStepOpened',
  'KudosGiven',
  'KudosTakenBack',
  'OwnerTold',
  'AskedAgain',
  'ContactUnplaced',
  'ContactPlaced',
  'ContactPlacedElsewhere',
  'ContactPlacedHere',
  'LookalikesFound',
  'LookalikeDismissed',
  'CustomerRecognized',
  'CustomerMerged',
  'CustomerUnmerged',
  'WordsErased',
]

const usualRefusals: readonly RefusalCode[] = [
  'above_limit',
  'already_accepted',
  'already_claimed',
  'already_due',
  'already_thanked',
  'checklist_open',
  'approval_open',
  'assist_accepted',
  'assist_over',
  'circle',
  'claim_after_contact',
  'closed',
  'cover_over',
  'due_in_past',
  'fact_rule',
  'handoff_open',
  'huddle_open',
  'kudos_stand',
  'needs_promise',
  'no_circle',
  'no_huddle',
  'merge_blocked',
  'no_seat',
  'no_such_match',
  'not_merged',
  'no_such_approval',
  'no_such_step',
  'not_asked_of_you',
  'not_introduced',
  'not_asked_to_cover',
  'not_live',
  'not_owner',
  'not_agreed',
  'nothing_proposed',
  'nothing_stalled',
  'nothing_to_cover',
  'nothing_to_object',
  'offer_over',
  'open_assist',
  'open_escalation',
  'own_alarm',
  'recurrence_over',
  'too_soon',
  'watch_running',
]
