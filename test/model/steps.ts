import fc from 'fast-check'
import type { Command } from '../../src/core/commands.ts'
import type { Actor } from '../../src/core/context.ts'
import { coverInForce } from '../../src/core/cover/cover.ts'
import type { Receiver } from '../../src/core/handoff/handoff.ts'
import { type Issue, owner } from '../../src/core/issue/issue.ts'
import type { Keeps, NewPromise } from '../../src/core/promise/promise.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { isMerging, type MergingAct, mergingAct, mergingCommand } from './merging.ts'
import { isTogether, type TogetherAct, togetherAct, togetherCommand, whoseTogether } from './together.ts'
import { asMember, customers, later, people, receiverOf } from './world.ts'

/** What somebody does next, as plain values: they shrink well, and a failing sequence can be read and run again. */
export type Step = {
  /** Minutes that pass before it, and whether the clock came by in them. */
  pass: number
  clock: boolean
  /** Who does it: whose turn it would be, or anybody. */
  who: string
  act: Act
}

type Act =
  /** The next step of a handoff, of an assist, or of a resolution, whatever that is as the issue stands. */
  | { do: 'hand_on'; to: string; due: number; keeps: number; live: 'chat' | 'phone' | null }
  | { do: 'help'; of: string; due: number; moved: boolean }
  | { do: 'solve'; heard: boolean; due: number | null; keeps: number; watch: number[] }
  /** Of a proposal that nobody answers: another word to the customer, or the end of it. */
  | { do: 'follow_up'; close: boolean; lost: boolean }
  /** The next step towards closing what can't be fixed. */
  | { do: 'give_up'; agrees: boolean; due: number | null; keeps: number }
  | { do: 'claim' | 'take_over' | 'diagnose' | 'note' | 'machine' }
  /** The next step of an alarm as the issue stands; or one of them, whenever. */
  | { do: 'alarm' }
  | { do: 'acknowledge' | 'take_alarm' | 'tell_outcome' | 'stand_down' }
  | { do: 'raise'; by: 'sam' | 'olu' | 'ana' | 'ben' }
  | { do: 'hear'; reopensFor: string | null }
  | { do: 'write'; keeps: number; due: number | null; asksAgain?: boolean }
  | { do: 'call'; direction: 'in' | 'out'; outcome: 'reached' | 'voicemail' | 'not_reached'; due: number | null }
  | { do: 'bounce'; back: number }
  | { do: 'promise'; due: number }
  | { do: 'move'; back: number; due: number }
  | { do: 'offer'; to: string; callback: boolean }
  | { do: 'accept'; due: number; moves: number }
  | { do: 'decline'; reason: 'not_mine' | 'no_capacity'; suggests: boolean }
  | { do: 'withdraw'; says: boolean }
  | { do: 'introduce'; keeps: number }
  | { do: 'greet'; keeps: number; due: number | null }
  | TogetherAct
  | { do: 'ask_assist'; of: string; due: number }
  /** `back`: of the last assist, the one before it, and so on. */
  | { do: 'assist'; back: number; step: AssistStep; moved: boolean; says: boolean }
  | { do: 'propose'; keeps: number; due: number | null; watch: number[] }
  | { do: 'confirm'; heard: boolean }
  | { do: 'deny'; heard: boolean }
  | { do: 'close'; reachable: boolean }
  /** The next step with a shared cause, or another one than that. */
  | { do: 'cause'; other: boolean }
  | { do: 'fact'; key: string; way: string | null; excuse: boolean }
  /** What comes next of a checklist: the kind that has one, its step, and the mark taken away again. */
  | { do: 'learn'; as: 'done' | 'excused' }
  | { do: 'kind'; kind: string | null }
  | { do: 'step'; as: 'done' | 'excused' | 'open' }
  | { do: 'thank'; for: string; moment: string }
  | { do: 'take_back'; back: number }
  | { do: 'tell' | 'merge' | 'unmerge' | 'erase' }
  /** A contact that does not say which of several issues it is about; and where somebody places it, or one of another issue. */
  | { do: 'hear_unplaced'; byPhone: boolean }
  | { do: 'place'; back: number; elsewhere: boolean }
  | { do: 'take_placed'; ago: number }
  | { do: 'say_who'; isIt: boolean }
  | { do: 'recurred' | 'ask_cannot_fix' | 'agree_cannot_fix' | 'refuse_cannot_fix' | 'mark_spam' }
  | { do: 'tell_cannot_fix'; keeps: number; due: number | null }
  | { do: 'clear_spam'; restoresFor: string | null }
  | MergingAct
  | { do: 'grant'; euros: number }
  | { do: 'approve' | 'refuse' | 'withdraw_approval' | 'review'; back: number }
  /** Somebody is asked to cover a coming absence of the owner, or says yes or no, or is named by a supervisor. */
  | { do: 'cover'; by: string; from: number; lasts: number; other: boolean }
  | { do: 'answer_cover'; accepts: boolean }
  | { do: 'set_cover'; by: string; lasts: number; other: boolean }
  | { do: 'end_covers'; other: boolean }
  | { do: 'let_go'; who: string }

const assistSteps = ['accept', 'decline', 'touch', 'return', 'withdraw', 'introduce'] as const
type AssistStep = (typeof assistSteps)[number]

const minutes = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 15 }) },
  { weight: 5, arbitrary: fc.integer({ min: 15, max: 600 }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }).map(days => days * 1440) },
  { weight: 1, arbitrary: fc.constantFrom(30 * 1440, 100 * 1440) },
)
/** From now in minutes; some lie in the past, and are refused. */
const due = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(1440, 30, 240, 4 * 1440, 20 * 1440) },
  { weight: 1, arbitrary: fc.constantFrom(0, -10) },
)
const maybeDue = fc.option(due, { freq: 2 })
/** Dates of a watch, in minutes from now: mostly none. */
const watch: fc.Arbitrary<number[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  { weight: 1, arbitrary: fc.constantFrom<number[][]>([3 * 1440], [2 * 1440, 30 * 1440], [-10], [1440, 1440]) },
)
/** Bits: which promises a contact answers; 0 stands for all of them. */
const keeps = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 }))
/** The last, the one before it, and so on; none. */
const back = fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 4 }))
const doing = <Do extends string>(name: Do) => fc.record({ do: fc.constant(name) })

const to = fc.constantFrom('carla', 'plans', 'activations', 'eve', 'ravi', 'dana', 'support', 'ben', 'olu', 'repair')

const colleague = fc.constantFrom('carla', 'eve', 'ravi', 'priya', 'dana', 'ben', 'olu', 'gone')
/** How long an absence lasts, in minutes. */
const lasts = fc.constantFrom(30, 480, 3 * 1440, 0)
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const live = fc.option(fc.constantFrom('chat', 'phone'), { freq: 2 })
const handOn = fc.record({ do: fc.constant('hand_on'), to, due, keeps, live })

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 25, arbitrary: handOn },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('help'), of: to, due, moved: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write'), keeps, due: maybeDue, asksAgain: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cause'), other: fc.boolean() }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('solve'), heard: fc.boolean(), due: maybeDue, keeps, watch }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('give_up'), agrees: fc.boolean(), due: maybeDue, keeps }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('hear'),
      reopensFor: fc.option(fc.constantFrom('carla', 'eve', 'olu', 'gone'), { freq: 2 }),
    }),
  },
  { weight: 3, arbitrary: doing('diagnose') },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('offer'),
      to,
      callback: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('accept'), due, moves: fc.integer({ min: 0, max: 7 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('introduce'), keeps }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('greet'), keeps, due: maybeDue }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decline'),
      reason: fc.constantFrom('not_mine', 'no_capacity'),
      suggests: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw'), says: fc.boolean() }) },
  { weight: 6, arbitrary: togetherAct },
  { weight: 3, arbitrary: mergingAct },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask_assist'), of: to, due }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('assist'),
      back,
      step: fc.constantFrom(...assistSteps),
      moved: fc.boolean(),
      says: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('propose'), keeps, due: maybeDue, watch }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm'), heard: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deny'), heard: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('close'), reachable: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('bounce'), back }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('promise'), due }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move'), back, due }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('call'),
      direction: fc.constantFrom('in', 'out'),
      outcome: fc.constantFrom('reached', 'voicemail', 'not_reached'),
      due: maybeDue,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      doing('recurred'),
      doing('ask_cannot_fix'),
      doing('agree_cannot_fix'),
      doing('refuse_cannot_fix'),
      doing('mark_spam'),
    ),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tell_cannot_fix'), keeps, due: maybeDue }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clear_spam'),
      restoresFor: fc.option(fc.constantFrom('carla', 'olu', 'gone'), { freq: 2 }),
    }),
  },
  { weight: 2, arbitrary: doing('claim') },
  { weight: 1, arbitrary: doing('take_over') },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('raise'), by: fc.constantFrom('sam', 'olu', 'ana', 'ben') }) },
  { weight: 4, arbitrary: doing('alarm') },
  { weight: 1, arbitrary: doing('acknowledge') },
  { weight: 1, arbitrary: doing('take_alarm') },
  { weight: 1, arbitrary: doing('tell_outcome') },
  { weight: 2, arbitrary: doing('stand_down') },
  { weight: 1, arbitrary: doing('note') },
  { weight: 1, arbitrary: doing('machine') },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fact'),
      key: fc.constantFrom('serial', 'callback'),
      way: fc.constantFrom('scanned', 'from the box', null),
      excuse: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('learn'), as: fc.constantFrom('done', 'excused') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kind'), kind: fc.constantFrom('exchange', 'bill', null) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('step'), as: fc.constantFrom('done', 'excused', 'open') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('thank'),
      for: fc.constantFrom('ben', 'carla'),
      moment: fc.constantFrom('w:call', 'w:mail'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take_back'), back }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('grant'), euros: fc.constantFrom(10, 30, 60, 600) }) },
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constantFrom('approve', 'refuse', 'withdraw_approval', 'review'), back }),
  },
  { weight: 1, arbitrary: doing('tell') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hear_unplaced'), byPhone: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('place'), back, elsewhere: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take_placed'), ago: fc.constantFrom(0, 60, 2000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('say_who'), isIt: fc.boolean() }) },
  { weight: 1, arbitrary: doing('merge') },
  { weight: 1, arbitrary: doing('unmerge') },
  { weight: 1, arbitrary: doing('erase') },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('cover'),
      by: colleague,
      from: fc.constantFrom(0, 60, 1440),
      lasts,
      other: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer_cover'), accepts: mostly }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('set_cover'), by: colleague, lasts, other: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end_covers'), other: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('let_go'), who: colleague }) },
)

const who = fc.oneof(
  { weight: 5, arbitrary: fc.constant('whose turn it is') },
  { weight: 1, arbitrary: fc.constantFrom(...people.map(({ id }) => id), 'ana', 'tom') },
)

const step: fc.Arbitrary<Step> = fc.record({ pass: minutes, clock: fc.boolean(), who, act })
/** Days later, and still no answer: another word to the customer, or the end of it. */
const followUp = (pass: fc.Arbitrary<number>, clock: fc.Arbitrary<boolean>): fc.Arbitrary<Step> =>
  fc.record({
    pass,
    clock,
    who: fc.constant('whose turn it is'),
    act: fc.record({ do: fc.constant('follow_up'), close: fc.boolean(), lost: fc.boolean() }),
  })
const afterSilence = followUp(
  fc.integer({ min: 3, max: 5 }).map(days => days * 1440),
  fc.boolean(),
)
/** Step by step towards closing what can't be fixed. */
const givingUp: fc.Arbitrary<Step> = fc.record({
  pass: minutes,
  clock: fc.boolean(),
  who: fc.constant('whose turn it is'),
  act: fc.record({ do: fc.constant('give_up'), agrees: fc.boolean(), due: maybeDue, keeps }),
})
/** Made one with another issue, and taken apart again. */
const merging: fc.Arbitrary<Step> = fc.record({
  pass: minutes,
  clock: fc.boolean(),
  who: fc.constant('whose turn it is'),
  act: mergingAct,
})
const sequence = (of: fc.Arbitrary<Step>) => fc.array(of, { minLength: 1, maxLength: 60, size: 'max' })

/** From hand to hand in quick steps, with whoever's turn it is: together live, cut off, in circles and huddles. */
const together: fc.Arbitrary<Step> = fc.record({
  pass: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2 }) }, { weight: 1, arbitrary: minutes }),
  clock: fc.boolean(),
  who: fc.constant('whose turn it is'),
  act: fc.oneof({ weight: 3, arbitrary: handOn }, { weight: 2, arbitrary: togetherAct }),
})

export const steps = fc.oneof(
  { weight: 8, arbitrary: sequence(step) },
  { weight: 1, arbitrary: sequence(fc.oneof({ weight: 9, arbitrary: together }, { weight: 1, arbitrary: step })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        followUp(fc.constant(0), fc.constant(false)),
        sequence(fc.oneof({ weight: 9, arbitrary: afterSilence }, { weight: 1, arbitrary: step })),
      )
      .map(([first, rest]) => [first, ...rest]),
  },
  { weight: 1, arbitrary: sequence(fc.oneof({ weight: 4, arbitrary: givingUp }, { weight: 1, arbitrary: step })) },
  { weight: 1, arbitrary: sequence(fc.oneof({ weight: 4, arbitrary: merging }, { weight: 1, arbitrary: step })) },
)

/** What a step comes to, as the issue stands. */
function actOn(
  { act }: Step,
  { assists, handoff, diagnoses, lifecycle, kind, checklist, cannotFix, escalation }: Issue,
): Exclude<Act, { do: 'hand_on' | 'help' | 'solve' | 'follow_up' | 'give_up' | 'alarm' | 'learn' }> {
  const needsStep = kind === 'exchange' && checklist.length === 0
  if (act.do === 'alarm') {
    if (escalation?.state === 'raised') return { do: 'acknowledge' }
    if (escalation?.state !== 'answered') return { do: 'raise', by: 'sam' }
    const waits = escalation.raises.some(({ by, told }) => by.kind === 'member' && !told)
    return waits ? { do: 'tell_outcome' } : { do: 'stand_down' }
  }
  if (act.do === 'hand_on') {
    const { to, due, keeps, live } = act
    if (diagnoses.length === 0) return { do: 'diagnose' }
    if (handoff?.state === 'offered') return { do: 'accept', due, moves: keeps }
    if (handoff?.state === 'accepted' && live) return { do: 'introduce_live', channel: live, keepsAll: keeps === 0 }
    if (handoff?.state === 'accepted') return { do: 'introduce', keeps }
    if (handoff?.state === 'live') return { do: 'present' }
    if (handoff?.state === 'introduced') return { do: 'greet', keeps, due }
    if (handoff?.state === 'met' && handoff.how === 'phone' && live === null) return { do: 'object', says: keeps > 0 }
    return { do: 'offer', to, callback: true }
  }
  if (act.do === 'learn') {
    if (kind !== 'exchange') return { do: 'kind', kind: 'exchange' }
    return { do: 'step', as: needsStep ? act.as : 'open' }
  }
  if (act.do === 'help') {
    const { of, due, moved } = act
    const state = assists.at(-1)?.state
    const next = { asked: 'accept', accepted: 'introduce', introduced: 'return' } as const
    const step = state && state in next ? next[state as keyof typeof next] : null
    return step === null ? { do: 'ask_assist', of, due } : { do: 'assist', back: 1, step, moved, says: true }
  }
  if (act.do === 'follow_up') {
    const due = 20 * 1440
    if (lifecycle.phase === 'open') return { do: 'propose', keeps: 0, due, watch: [] }
    return act.close ? { do: 'close', reachable: !act.lost } : { do: 'write', keeps: 0, due }
  }
  if (act.do === 'give_up') {
    const { agrees, due, keeps } = act
    if (cannotFix?.state === 'asked') return { do: agrees ? 'agree_cannot_fix' : 'refuse_cannot_fix' }
    if (cannotFix?.state === 'agreed') return { do: 'tell_cannot_fix', keeps, due }
    return cannotFix?.state === 'told' ? { do: 'close', reachable: true } : { do: 'ask_cannot_fix' }
  }
  if (act.do !== 'solve') return act
  const { heard, due, keeps, watch } = act
  if (lifecycle.phase === 'open') return needsStep ? { do: 'step', as: 'done' } : { do: 'propose', keeps, due, watch }
  if (lifecycle.phase === 'proposed') return { do: 'confirm', heard }
  return lifecycle.phase === 'closed' ? { do: 'hear', reopensFor: null } : { do: 'close', reachable: true }
}

/** Who acts: the one named, or whose turn it would be. */
export function actorOf(step: Step, issue: Issue): Actor {
  const { who } = step
  const act = actOn(step, issue)
  const customer = customers.find(other => other.kind === 'customer' && other.id === who)
  if (customer) return customer
  if (people.some(({ id }) => id === who)) return asMember(who)
  if (isTogether(act)) return whoseTogether(act, issue)
  const { handoff, escalation } = issue
  switch (act.do) {
    case 'hear':
      return { kind: 'customer', id: 'ana' }
    case 'hear_unplaced':
      return act.byPhone ? asMember('eve') : { kind: 'customer', id: 'ana' }
    case 'place':
    case 'tell':
      return asMember('eve')
    case 'erase':
      return asMember('ada')
    case 'confirm':
    case 'deny':
      return act.heard ? asMember(owner(issue).member) : { kind: 'customer', id: 'ana' }
    case 'machine':
    case 'bounce':
      return { kind: 'desk' }
    case 'accept':
    case 'decline':
      return asMember(handoff ? oneOf(handoff.to) : 'ben')
    case 'greet':
      return asMember(handoff && 'receiver' in handoff ? handoff.receiver : 'carla')
    case 'assist': {
      const assist = issue.assists.at(-act.back)
      if (!assist || act.step === 'withdraw' || act.step === 'introduce') return asMember(owner(issue).member)
      if ('assistant' in assist && assist.assistant) return asMember(assist.assistant)
      return asMember(oneOf(assist.of))
    }
    case 'raise':
      return act.by === 'ana' ? { kind: 'customer', id: 'ana' } : asMember(act.by)
    case 'tell_outcome':
    case 'stand_down':
      return asMember(escalation && 'champion' in escalation ? escalation.champion : 'priya')
    case 'thank':
    case 'take_back':
      return { kind: 'customer', id: 'ana' }
    case 'fact':
      return asMember(act.excuse ? 'priya' : owner(issue).member)
    case 'take_alarm':
      return asMember('ada')
    case 'take_over':
    case 'acknowledge':
    case 'approve':
    case 'refuse':
    case 'review':
    case 'agree_cannot_fix':
    case 'refuse_cannot_fix':
      return asMember('priya')
    case 'claim':
      return asMember('eve')
    case 'set_cover':
      return asMember('priya')
    case 'answer_cover':
      return asMember(issue.covers.at(-1)?.member ?? 'carla')
    case 'let_go':
      return asMember('ada')
    default:
      // While somebody covers the owner, either of them acts.
      return asMember((step.clock ? coverInForce(issue)?.member : null) ?? owner(issue).member)
  }
}

/** The person who is asked, or one of the team. */
const oneOf = (to: Receiver): string =>
  to.kind === 'member' ? to.member : (people.find(({ teams }) => teams.includes(to.team))?.id ?? 'ben')

/** Every asking is a cover of its own, for one of two absences. */
const coverOf = ({ covers }: Issue, act: { by: string; other: boolean }) => ({
  cover: `cover ${covers.length + 1}`,
  member: act.by,
  absence: absenceOf(act),
})
const absenceOf = ({ other }: { other: boolean }): string => (other ? 'other' : 'absence')

export function commandOf(step: Step, issue: Issue, now: Instant): Command {
  const act = actOn(step, issue)
  const handoff = issue.handoff?.id ?? 1
  const escalation = issue.escalation?.id ?? 1
  const promise = (minutes: number | null): NewPromise | null =>
    minutes === null ? null : { what: 'w:promise', due: later(now, minutes) }
  const concession = (back: number): number => issue.concessions.at(-back)?.id ?? 99
  const answering = (bits: number): Keeps =>
    bits === 0 ? 'all' : issue.promises.slice(-4).flatMap(({ id }, index) => (bits & (1 << index) ? [id] : []))
  if (isTogether(act)) return togetherCommand(act, issue)
  if (isMerging(act)) return mergingCommand(act, issue, now)
  switch (act.do) {
    case 'claim':
      return { type: 'Claim' }
    case 'take_over':
      return { type: 'TakeOver', reason: 'w:reason' }
    case 'diagnose':
      return { type: 'RecordDiagnosis', words: 'w:diagnosis' }
    case 'note':
      return { type: 'WriteNote', message: 'w:note' }
    case 'machine':
      return { type: 'ReceiveMachineMail', message: 'w:machine' }
    case 'raise': {
      const facts = { impact: 'w', tried: 'w', needed: 'w' }
      return { type: 'RaiseEscalation', facts, message: 'w:in', reopensFor: owner(issue).member }
    }
    case 'acknowledge':
      return { type: 'AcknowledgeEscalation', escalation }
    case 'take_alarm':
      return { type: 'TakeEscalation', escalation, reason: 'w' }
    case 'tell_outcome':
      return { type: 'TellOutcome', escalation, outcome: 'w' }
    case 'stand_down':
      return { type: 'StandDownEscalation', escalation, outcome: 'w:outcome', reachable: true }
    case 'grant': {
      const worth = { amount: act.euros * 100, currency: 'EUR' }
      return { type: 'GrantConcession', kind: 'credit', worth, reason: 'w' }
    }
    case 'approve':
      return { type: 'ApproveConcession', concession: concession(act.back) }
    case 'refuse':
      return { type: 'RefuseConcession', concession: concession(act.back), why: 'w' }
    case 'withdraw_approval':
      return { type: 'WithdrawConcession', concession: concession(act.back) }
    case 'review':
      return { type: 'ReviewConcession', concession: concession(act.back), learned: 'w' }
    case 'cause': {
      const cause = 7
      const { other } = act
      if (!issue.cause) return { type: 'LinkCause', cause }
      if (issue.cause.solution) return other ? { type: 'UnlinkCause', cause } : { type: 'ReopenCause', cause }
      if (other) return { type: 'GiveCauseWord', cause, message: 'w' }
      return { type: 'SolveCause', cause, wrong: 'w', done: 'w', holds: 'w' }
    }
    case 'fact': {
      const { key, way } = act
      const excuse = act.excuse ? 'w:excuse' : null
      return { type: 'EstablishFact', key, fact: 'w:fact', how: way && 'w:how', way, excuse }
    }
    case 'kind':
      return { type: 'SetKind', kind: act.kind }
    case 'step': {
      const as = act.as === 'excused' ? { state: act.as, why: 'w:why' } : { state: act.as }
      return { type: 'MarkStep', lesson: 2, as }
    }
    case 'thank':
      return { type: 'GiveKudos', for: act.for, moment: act.moment, words: null }
    case 'take_back':
      return { type: 'TakeBackKudos', kudos: issue.kudos.at(-act.back)?.id ?? 99 }
    case 'hear': {
      const reopensFor = act.reopensFor ?? owner(issue).member
      return { type: 'ReceiveMessage', channel: 'email', message: 'w:in', reopensFor }
    }
    case 'write':
      return {
        type: 'SendMessage',
        channel: 'email',
        message: 'w:out',
        keeps: answering(act.keeps),
        promise: promise(act.due),
        asksAgain: act.asksAgain ? ['callback'] : [],
      }
    case 'call': {
      const { direction, outcome } = act
      return { type: 'LogCall', direction, outcome, message: 'w:call', keeps: 'all', promise: promise(act.due) }
    }
    case 'hear_unplaced': {
      const message = `w:unplaced${issue.contacts}`
      const among = [1002]
      if (!act.byPhone)
        return { type: 'ReceiveMessage', channel: 'email', message, reopensFor: owner(issue).member, among }
      return { type: 'LogCall', direction: 'in', outcome: 'reached', message, keeps: 'all', promise: null, among }
    }
    case 'place': {
      const message = issue.unplaced.at(-act.back)?.message ?? 'w:none'
      return { type: 'PlaceContact', message, into: act.elsewhere ? 1002 : null }
    }
    case 'take_placed': {
      const spokeAt = later(now, -act.ago)
      const words = { message: 'w:placed', channel: 'email' } as const
      return { type: 'TakePlacedContact', ...words, from: 1002, spokeAt, customer: issue.customer }
    }
    case 'say_who': {
      const customer = issue.isThis[0]?.customer ?? 'anna'
      return act.isIt ? { type: 'RecognizeCustomer', customer } : { type: 'DismissLookalike', customer }
    }
    case 'merge':
      return { type: 'MergeCustomer', merge: 'm', from: 'ana', into: 'anna' }
    case 'unmerge':
      return { type: 'UnmergeCustomer', merge: 'm', from: 'ana', into: 'anna' }
    case 'erase':
      return { type: 'EraseWords' }
    case 'tell':
      return { type: 'TellOwner', message: 'w:tell' }
    case 'bounce': {
      const contact = issue.companyContacts.at(-act.back)?.id ?? null
      return { type: 'ReportBounce', contact: act.back === 0 ? null : contact, permanent: true }
    }
    case 'promise':
      return { type: 'MakePromise', promise: { what: 'w:promise', due: later(now, act.due) } }
    case 'move': {
      const id = issue.promises.at(-1 - act.back)?.id ?? 99
      return { type: 'MovePromise', promise: id, due: later(now, act.due), message: 'w:move', channel: 'email' }
    }
    case 'offer': {
      const words = { problem: 'w', tried: 'w', why: 'w', asked: 'w', told: 'w' }
      return {
        type: 'OfferHandoff',
        to: receiverOf(act.to),
        brief: { ...words, diagnosis: null, callback: act.callback ? 'w:callback' : null },
      }
    }
    case 'accept': {
      const due = later(now, act.due)
      const moves = issue.promises
        .slice(-3)
        .flatMap(({ id }, index) => (act.moves & (1 << index) ? [{ promise: id, due }] : []))
      return { type: 'AcceptHandoff', handoff, readBack: 'w', nextStep: 'w', due, moves }
    }
    case 'decline':
      return { type: 'DeclineHandoff', handoff, reason: act.reason, suggestion: act.suggests ? 'w' : null }
    case 'withdraw':
      return { type: 'WithdrawHandoff', handoff, message: act.says ? 'w' : null }
    case 'introduce':
      return { type: 'IntroduceHandoff', handoff, message: 'w', keeps: act.keeps === 0 ? [] : answering(act.keeps) }
    case 'greet':
      return { type: 'GreetHandoff', handoff, message: 'w', keeps: answering(act.keeps), promise: promise(act.due) }
    case 'ask_assist':
      return { type: 'AskAssist', of: receiverOf(act.of), ask: 'w:ask', due: later(now, act.due) }
    case 'assist':
      return assistCommand(act, issue.assists.at(-act.back)?.id ?? 99)
    case 'propose': {
      const { keeps, due } = act
      const words = { wrong: 'w', done: 'w', holds: 'w', channel: 'email', message: 'w' } as const
      const watch = act.watch.map(minutes => ({ due: later(now, minutes), what: null }))
      return { type: 'ProposeResolution', ...words, watch, keeps: answering(keeps), promise: promise(due) }
    }
    case 'confirm':
      return { type: 'ConfirmResolution', heard: act.heard ? { how: 'phone', words: 'w' } : null }
    case 'deny':
      return { type: 'DenyResolution', words: act.heard ? 'w' : null }
    case 'close':
      return { type: 'CloseIssue', reachable: act.reachable }
    case 'cover':
      return {
        type: 'AskCover',
        ...coverOf(issue, act),
        from: later(now, act.from),
        until: later(now, act.from + act.lasts),
      }
    case 'set_cover':
      return { type: 'SetCover', ...coverOf(issue, act), from: now, until: later(now, act.lasts), mails: true }
    case 'answer_cover': {
      const cover = issue.covers.at(-1)?.id ?? 'cover 1'
      return act.accepts
        ? { type: 'AcceptCover', cover, mails: true }
        : { type: 'DeclineCover', cover, suggestion: null }
    }
    case 'end_covers':
      return { type: 'EndCovers', absence: absenceOf(act) }
    case 'let_go':
      return { type: 'LetGo', member: act.who }
    case 'recurred':
      return { type: 'FindRecurrence', words: 'w' }
    case 'ask_cannot_fix':
      return { type: 'AskCannotFix', reason: 'w', alternative: 'w' }
    case 'agree_cannot_fix':
      return { type: 'AgreeCannotFix' }
    case 'refuse_cannot_fix':
      return { type: 'RefuseCannotFix', why: 'w' }
    case 'tell_cannot_fix': {
      const { keeps, due } = act
      return { type: 'TellCannotFix', channel: 'email', message: 'w', keeps: answering(keeps), promise: promise(due) }
    }
    case 'mark_spam':
      return { type: 'MarkSpam', why: 'w' }
    case 'clear_spam':
      return { type: 'ClearSpam', restoresFor: act.restoresFor ?? owner(issue).member }
  }
}

function assistCommand({ step, moved, says }: Extract<Act, { do: 'assist' }>, assist: number): Command {
  switch (step) {
    case 'accept':
      return { type: 'AcceptAssist', assist }
    case 'decline':
      return { type: 'DeclineAssist', assist, reason: 'w:reason' }
    case 'touch':
      return { type: 'TouchAssist', assist, note: 'w:note', moved }
    case 'return':
      return { type: 'ReturnAssist', assist, moved, result: 'w:result' }
    case 'withdraw':
      return { type: 'WithdrawAssist', assist, message: says ? 'w:word' : null }
    case 'introduce':
      return { type: 'IntroduceAssistant', assist, message: 'w:introduction', keeps: [] }
  }
}
