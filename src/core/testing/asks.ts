import type { Command } from '../commands.ts'
import type { CallOutcome } from '../contact/contact.ts'
import type { Member } from '../context.ts'
import type { RaiseEscalation } from '../escalation/raising.ts'
import type { DeclineReason, OfferHandoff, PlannedMove, Receiver } from '../handoff/handoff.ts'
import type { LiveChannel } from '../handoff/live.ts'
import type { Issue } from '../issue/issue.ts'
import type { NewPromise, PromiseId } from '../promise/promise.ts'
import type { RatingChoice } from '../resolution/rating.ts'
import type { Instant } from '../time/instant.ts'
import { at, ben, carla } from './people.ts'

/** Commands as people give them, with what does not matter to a test filled in. */
type Keeps = readonly PromiseId[] | 'all'

export const by = (due: Instant): NewPromise => ({ what: 'w:new-promise', due })

export const write = (promise: NewPromise | null = null, keeps: Keeps = 'all'): Command => ({
  type: 'SendMessage',
  channel: 'email',
  message: 'w:message',
  keeps,
  promise,
})

export const call = (
  direction: 'in' | 'out',
  outcome: CallOutcome = 'reached',
  { promise = null as NewPromise | null, keeps = 'all' as Keeps, among = [] as readonly number[] } = {},
): Command => ({ type: 'LogCall', direction, outcome, message: 'w:call', keeps, promise, among })

export const hear = (reopensFor = ben, among: readonly number[] = []): Command => ({
  type: 'ReceiveMessage',
  channel: 'email',
  message: 'w:heard',
  reopensFor: reopensFor.id,
  among,
})

export const place = (message: string, into: number | null = null): Command => ({ type: 'PlaceContact', message, into })

/** What landed on #1001 is about this one. */
export const takePlaced = (spokeAt: Instant, customer = 'ana'): Command => ({
  type: 'TakePlacedContact',
  message: 'w:in3',
  channel: 'email',
  from: 1001,
  spokeAt,
  customer,
})

export const bounce = (contact: number | null): Command => ({ type: 'ReportBounce', contact, permanent: true })

export const move = (promise: PromiseId, due: Instant): Command => ({
  type: 'MovePromise',
  promise,
  due,
  message: 'w:moved',
  channel: 'email',
})

export const give = (due: Instant): Command => ({ type: 'MakePromise', promise: by(due) })

export const takeOver: Command = { type: 'TakeOver', reason: 'w:reason' }
export const claim: Command = { type: 'Claim' }

export const offer = (to: Receiver, brief: Partial<OfferHandoff['brief']> = {}): Command => ({
  type: 'OfferHandoff',
  to,
  brief: {
    problem: 'w:problem',
    diagnosis: null,
    tried: 'w:tried',
    why: 'w:why',
    asked: 'w:asked',
    told: 'w:told',
    callback: null,
    ...brief,
  },
})

export const accept = (due = at('Wed 12:00'), moves: readonly PlannedMove[] = [], handoff = 1): Command => ({
  type: 'AcceptHandoff',
  handoff,
  readBack: 'w:read-back',
  nextStep: 'w:next-step',
  due,
  moves,
})

export const decline = (
  reason: DeclineReason = 'not_mine',
  suggestion: string | null = 'w:whose',
  handoff = 1,
): Command => ({ type: 'DeclineHandoff', handoff, reason, suggestion })

export const withdraw = (message: string | null = null, handoff = 1): Command => ({
  type: 'WithdrawHandoff',
  handoff,
  message,
})

export const introduce = (keeps: readonly PromiseId[] = [], handoff = 1): Command => ({
  type: 'IntroduceHandoff',
  handoff,
  message: 'w:introduction',
  keeps,
})

export const greet = (keeps: Keeps = [], { handoff = 1, promise = null as NewPromise | null } = {}): Command => ({
  type: 'GreetHandoff',
  handoff,
  message: 'w:greeting',
  keeps,
  promise,
})

export const askAssist = (of: Receiver, due = at('Thu 12:00')): Command => ({
  type: 'AskAssist',
  of,
  ask: 'w:ask',
  due,
})
export const acceptAssist = (assist = 1): Command => ({ type: 'AcceptAssist', assist })
export const declineAssist = (assist = 1): Command => ({ type: 'DeclineAssist', assist, reason: 'w:reason' })
export const touchAssist = (moved = true, assist = 1): Command => ({
  type: 'TouchAssist',
  assist,
  note: moved ? 'w:step' : 'w:note',
  moved,
})
export const returnAssist = (moved = true, assist = 1): Command => ({
  type: 'ReturnAssist',
  assist,
  moved,
  result: moved ? 'w:result' : 'w:needs',
})
export const withdrawAssist = (message: string | null = null, assist = 1): Command => ({
  type: 'WithdrawAssist',
  assist,
  message,
})
export const introduceAssistant = (keeps: readonly PromiseId[] = [], assist = 1): Command => ({
  type: 'IntroduceAssistant',
  assist,
  message: 'w:introduction',
  keeps,
})
export const introduceLive = (
  channel: LiveChannel = 'chat',
  { handoff = 1, keeps = 'all' as Keeps } = {},
): Command => ({ type: 'IntroduceLive', handoff, channel, keeps })
export const present = (handoff = 1): Command => ({ type: 'SayPresent', handoff })
export const greetLive = (handoff = 1): Command => ({ type: 'GreetLive', handoff })
export const disconnect = (handoff = 1): Command => ({ type: 'ReportDisconnect', handoff })
export const object = (words: string | null = null): Command => ({ type: 'ObjectToMeeting', words })
export const lookAfter = (handoff = 1): Command => ({ type: 'LookAfter', handoff, how: 'w:how' })
export const callHuddle = (to: Receiver): Command => ({ type: 'CallHuddle', with: to })
export const settleHuddle = (owner: Member, message: string | null = null): Command => ({
  type: 'SettleHuddle',
  owner: owner.id,
  why: 'w:why',
  message: message === null ? null : { channel: 'email', words: message },
})

export const propose = ({
  promise = null as NewPromise | null,
  keeps = 'all' as Keeps,
  watch = [] as readonly Instant[],
  channel = 'email' as 'email' | 'phone',
} = {}): Command => ({
  type: 'ProposeResolution',
  wrong: 'w:wrong',
  done: 'w:done',
  holds: 'w:holds',
  watch: watch.map(due => ({ due, what: null })),
  channel,
  message: 'w:proposal',
  keeps,
  promise,
})

export const confirm = (heard: string | null = null): Command => ({
  type: 'ConfirmResolution',
  heard: heard === null ? null : { how: 'phone', words: heard },
})

export const deny = (words: string | null = null): Command => ({ type: 'DenyResolution', words })
export const close = (reachable = true): Command => ({ type: 'CloseIssue', reachable })
export const rate = (choice: RatingChoice, words: string | null = null): Command => ({
  type: 'RateIssue',
  choice,
  words,
})
export const findRecurrence: Command = { type: 'FindRecurrence', words: 'w:back' }
export const askCannotFix: Command = { type: 'AskCannotFix', reason: 'w:reason', alternative: 'w:alternative' }
export const agreeCannotFix: Command = { type: 'AgreeCannotFix' }
export const refuseCannotFix: Command = { type: 'RefuseCannotFix', why: 'w:why' }
export const tellCannotFix = ({
  promise = null as NewPromise | null,
  keeps = 'all' as Keeps,
  channel = 'email' as 'email' | 'phone',
} = {}): Command => ({ type: 'TellCannotFix', channel, message: 'w:told', keeps, promise })
export const markSpam: Command = { type: 'MarkSpam', why: 'w:why' }
export const clearSpam = (restoresFor = ben): Command => ({ type: 'ClearSpam', restoresFor: restoresFor.id })
export const raiseAlarm = (given: Partial<RaiseEscalation> = {}): Command => ({
  type: 'RaiseEscalation',
  facts: { impact: 'w:impact', tried: 'w:tried', needed: 'w:needed' },
  message: null,
  reopensFor: ben.id,
  ...given,
})
export const acknowledge = { type: 'AcknowledgeEscalation', escalation: 1 } as const
export const takeAlarm = { type: 'TakeEscalation', escalation: 1, reason: 'w:reason' } as const
export const tellOutcome = { type: 'TellOutcome', escalation: 1, outcome: 'w:told' } as const
type Because = Extract<Command, { type: 'MergeInto' }>['because']
export const mergeInto = (survivor: Issue | null, because: Because = 'duplicate', number = 1043): Command => ({
  type: 'MergeInto',
  number,
  into: 1042,
  survivor,
  because,
})
export const takeIn = (gone: Issue, { because = 'duplicate' as Because, reopensFor = ben } = {}): Command => ({
  type: 'TakeIn',
  gone: { number: 1043, issue: gone },
  texts: { 'w:promise': 'w:copy' },
  because,
  reopensFor: reopensFor.id,
})
export const unmerge = (survivor: Issue, restoresFor = ben): Command => ({
  type: 'Unmerge',
  number: 1043,
  survivor: { number: 1042, issue: survivor },
  texts: { 'w:copy': 'w:promise' },
  restoresFor: restoresFor.id,
})
export const giveBack: Command = { type: 'GiveBack', issue: 1043 }
export const acceptMatch = (issue = 1042): Command => ({ type: 'AcceptMatch', issue })
export const dismissMatch = (issue = 1042): Command => ({ type: 'DismissMatch', issue })
export const link: Command = { type: 'LinkIssue', issue: 1042, kind: 'recurrence' }
export const standDown: Extract<Command, { type: 'StandDownEscalation' }> = {
  type: 'StandDownEscalation',
  escalation: 1,
  outcome: 'w:outcome',
  reachable: true,
}
type Wanted = { cover?: string; absence?: string; member?: Member; from?: Instant; until?: Instant }
const wanted = ({ cover = 'cover', absence = 'absence', member = carla, from, until }: Wanted = {}) => ({
  cover,
  absence,
  member: member.id,
  from: from ?? at('Thu 00:00'),
  until: until ?? at('Fri 00:00'),
})

/** Carla is asked to cover Thursday, unless said otherwise. */
export const askCover = (asked: Wanted = {}): Command => ({ type: 'AskCover', ...wanted(asked) })
export const setCover = (asked: Wanted = {}, mails = true): Command => ({ type: 'SetCover', ...wanted(asked), mails })
export const acceptCover = (cover = 'cover', mails = true): Command => ({ type: 'AcceptCover', cover, mails })
export const declineCover = (cover = 'cover', suggestion: string | null = null): Command => ({
  type: 'DeclineCover',
  cover,
  suggestion,
})
export const endCovers: Command = { type: 'EndCovers', absence: 'absence' }

export const diagnose: Command = { type: 'RecordDiagnosis', words: 'w:diagnosis' }
export const note: Command = { type: 'WriteNote', message: 'w:note' }
export const tick: Command = { type: 'Tick' }
