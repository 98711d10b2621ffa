import { askAssist } from './assist/ask-assist.ts'
import {
  acceptAssist,
  declineAssist,
  reportAssistBounce,
  returnAssist,
  touchAssist,
  withdrawAssist,
} from './assist/assist.ts'
import { introduceAssistant } from './assist/assistant.ts'
import type { Command } from './commands.ts'
import { reportBounce } from './contact/bounce.ts'
import { logCall, receiveMachineMail, receiveMessage, sendMessage } from './contact/contact.ts'
import { dismiss, eraseWords, mergeCustomer, recognize, refuseErased, unmergeCustomer } from './contact/customer.ts'
import { placeContact, takePlacedContact } from './contact/placing.ts'
import type { Context, MemberId } from './context.ts'
import { acceptCover, askCover, declineCover, endCovers, endGroundless, setCover } from './cover/cover.ts'
import { letGo } from './cover/offboarding.ts'
import { nextDeadline, settleUntil } from './deadlines.ts'
import { approve, grant, refuseConcession, reviewConcession, withdrawConcession } from './escalation/authority.ts'
import { acknowledge, standDown, takeAlarm, tellOutcome } from './escalation/escalation.ts'
import { raiseEscalation } from './escalation/raising.ts'
import type { Event, Recorded } from './events.ts'
import { accept, decline, offer, withdraw } from './handoff/handoff.ts'
import { callHuddle, settleHuddle } from './handoff/huddle.ts'
import { greet, introduce } from './handoff/introduction.ts'
import { greetLive, introduceLive, objectToMeeting, reportDisconnect, sayPresent } from './handoff/live.ts'
import { lookAfter } from './handoff/look-back.ts'
import type { ImportIssue } from './issue/importing.ts'
import { type Issue, isClosed, isOverElsewhere } from './issue/issue.ts'
import { linkIssue } from './issue/link.ts'
import { type OpenIssue, type OpeningEvent, opened } from './issue/opening.ts'
import { claim, moveByTakeover, ownerId, refuseAsOwner, takeOver } from './issue/ownership.ts'
import { establishFact, recordAskedAgain, recordDiagnosis, recordFact, tellOwner, writeNote } from './issue/story.ts'
import { markStep } from './learning/checklist.ts'
import { setKind } from './learning/kind.ts'
import { giveKudos, takeBackKudos } from './learning/kudos.ts'
import { give, makePromise, movePromise, promiseByPolicy, running } from './promise/promise.ts'
import { type Refusal, refuse } from './refusals.ts'
import { agreeCannotFix, askCannotFix, refuseCannotFix, tellCannotFix } from './resolution/cannot-fix.ts'
import { giveCauseWord, linkCause, reopenCause, solveCause, unlinkCause } from './resolution/cause.ts'
import { giveBack, mergedInto, mergeInto, takeIn, unmerge } from './resolution/merge.ts'
import { rate } from './resolution/rating.ts'
import { acceptMatch, dismissMatch } from './resolution/recurrence.ts'
import { close, confirm, deny, propose } from './resolution/resolution.ts'
import { clearSpam, markSpam } from './resolution/spam.ts'
import { findRecurrence } from './resolution/watch.ts'
import { beginTurn, byClock, record, type Turn } from './turn.ts'

/** What comes of a command: events and the issue after them, or a refusal. */
export type Decision = { events: readonly Recorded[]; issue: Issue } | { refusal: Refusal }

/**
 * Decides a command on an issue. What fell due before now is settled first, so that no decision depends on how soon the
 * clock came by. The clock's own Tick settles one moment at a time: the caller ticks again while something is due.
 */
export function decide(issue: Issue, command: Command, context: Context): Decision {
  if (command.type === 'Tick') return tick(issue, context)
  const settling = beginTurn(issue, byClock(context))
  settleUntil(settling, context.now)
  const settled = settling.issue
  const turn: Turn = { context, issue: settled, events: settling.events }
  const refusal = rule(turn, command) ?? refuseErased(settled, command) ?? refuseWithoutPromise(turn)
  if (refusal) return { refusal: sayWhereItGoesOn(issue, refusal) }
  endGroundless(turn)
  recordAskedAgain(turn, command.asksAgain ?? [])
  return { events: turn.events, issue: turn.issue }
}

/** Decides the opening of an issue: owned and promised from the moment it exists (Rules 1, 2 and 12). */
export function decideOpening(command: OpenIssue, context: Context): Decision {
  const { customer, channel, owner, way, subject, story, facts, promise, isThis = [], matches = [] } = command
  const mayNotOwn = refuseAsOwner(owner, context)
  if (mayNotOwn) return { refusal: mayNotOwn }
  const turn = beginOpening({ type: 'IssueOpened', customer, channel, owner, way, subject, story }, context)
  record(turn, firstContact(command))
  const refusal = promise ? give(turn, promise) : promiseByPolicy(turn, 'answer', context.policy.answerMinutes)
  if (refusal) return { refusal }
  for (const fact of facts) {
    const against = recordFact(turn, fact)
    if (against) return { refusal: against }
  }
  if (isThis.length > 0) record(turn, { type: 'LookalikesFound', lookalikes: isThis })
  if (matches.length > 0) record(turn, { type: 'MatchesFound', matches })
  return { events: turn.events, issue: turn.issue }
}

/**
 * Decides what a case of another desk becomes here: owned from its first moment (Rule 1), and promised from now on (Rule 12)
 * unless it was over there. Nobody has said anything yet, so there is no contact.
 */
export function decideImport(command: ImportIssue, context: Context): Decision {
  const { customer, owner, way, subject, story, kind, from: imported } = command
  const mayNotOwn = refuseAsOwner(owner, context)
  if (mayNotOwn) return { refusal: mayNotOwn }
  const opening = { type: 'IssueOpened', customer, channel: 'api', owner, way, subject, story, imported } as const
  const turn = beginOpening(opening, context)
  if (kind !== null) record(turn, { type: 'KindSet', kind })
  if (!isClosed(turn.issue)) promiseByPolicy(turn, 'answer', context.policy.answerMinutes)
  return { events: turn.events, issue: turn.issue }
}

/**
 * Decides what becomes of an issue that came over closed when the other desk goes on with the case: it is open here, too, and
 * the customer hears from somebody (Rules 1 and 12). Nothing happens to one that is open, or that was closed here. `to`: who
 * owns it from now on.
 */
export function decideGoingOn(issue: Issue, to: MemberId, context: Context): Decision {
  if (!isOverElsewhere(issue)) return { events: [], issue }
  const mayNotOwn = refuseAsOwner(to, context)
  if (mayNotOwn) return { refusal: mayNotOwn }
  const turn = beginTurn(issue, context)
  record(turn, { type: 'IssueReopened', elsewhere: true })
  if (to !== ownerId(turn)) moveByTakeover(turn, to, null)
  promiseByPolicy(turn, 'answer', context.policy.answerMinutes)
  return { events: turn.events, issue: turn.issue }
}

function beginOpening(given: OpeningEvent, context: Context): Turn {
  const opening = { ...given, teams: context.members.get(given.owner)?.teams ?? [] }
  const turn = beginTurn(opened(opening, context.now), context)
  turn.events.push({ at: context.now, by: context.by, from: context.from, event: opening })
  return turn
}

/** What opens it: the customer's own words, or a call of which whoever had it tells. */
function firstContact({ customer, channel, way, message, call = 'reached' }: OpenIssue): Event {
  if (channel !== 'phone' || way !== 'contact') return { type: 'CustomerWrote', contact: 1, channel, message, customer }
  if (call === 'heard') return { type: 'CustomerCalled', contact: 1, message }
  return { type: 'CustomerContacted', contact: 1, channel, message, reached: call === 'reached' }
}

function tick(issue: Issue, context: Context): Decision {
  const turn = beginTurn(issue, byClock(context))
  const due = nextDeadline(issue)
  if (due !== null && due <= context.now) settleUntil(turn, due)
  return { events: turn.events, issue: turn.issue }
}

/** Rule 22: what was merged is closed, and goes on elsewhere. */
function sayWhereItGoesOn(issue: Issue, refusal: Refusal): Refusal {
  const into = mergedInto(issue)
  return refusal.code === 'closed' && into !== null ? refuse('closed', { into }) : refusal
}

/** Rule 12: a command that would leave an open issue without a running promise is refused. */
function refuseWithoutPromise({ issue }: Turn): Refusal | undefined {
  const { phase } = issue.lifecycle
  if (phase !== 'open' && phase !== 'proposed') return undefined
  return running(issue).length === 0 ? refuse('needs_promise', {}) : undefined
}

/** The rulebook's table of contents: each command and the rule that decides it. */
function rule(turn: Turn, command: Exclude<Command, { type: 'Tick' }>): Refusal | undefined {
  switch (command.type) {
    case 'Claim':
      return claim(turn, command)
    case 'TakeOver':
      return takeOver(turn, command)
    case 'ReceiveMessage':
      return receiveMessage(turn, command)
    case 'ReceiveMachineMail':
      return receiveMachineMail(turn, command)
    case 'SendMessage':
      return sendMessage(turn, command)
    case 'LogCall':
      return logCall(turn, command)
    case 'ReportBounce':
      return reportBounce(turn, command)
    case 'PlaceContact':
      return placeContact(turn, command)
    case 'TakePlacedContact':
      return takePlacedContact(turn, command)
    case 'MakePromise':
      return makePromise(turn, command)
    case 'MovePromise':
      return movePromise(turn, command)
    case 'OfferHandoff':
      return offer(turn, command)
    case 'AcceptHandoff':
      return accept(turn, command)
    case 'DeclineHandoff':
      return decline(turn, command)
    case 'WithdrawHandoff':
      return withdraw(turn, command)
    case 'IntroduceHandoff':
      return introduce(turn, command)
    case 'GreetHandoff':
      return greet(turn, command)
    case 'AskAssist':
      return askAssist(turn, command)
    case 'AcceptAssist':
      return acceptAssist(turn, command)
    case 'DeclineAssist':
      return declineAssist(turn, command)
    case 'TouchAssist':
      return touchAssist(turn, command)
    case 'ReturnAssist':
      return returnAssist(turn, command)
    case 'WithdrawAssist':
      return withdrawAssist(turn, command)
    case 'ReportAssistBounce':
      return reportAssistBounce(turn, command)
    case 'IntroduceAssistant':
      return introduceAssistant(turn, command)
    case 'AskCover':
      return askCover(turn, command)
    case 'AcceptCover':
      return acceptCover(turn, command)
    case 'DeclineCover':
      return declineCover(turn, command)
    case 'SetCover':
      return setCover(turn, command)
    case 'EndCovers':
      return endCovers(turn, command)
    case 'LetGo':
      return letGo(turn, command)
    case 'IntroduceLive':
      return introduceLive(turn, command)
    case 'SayPresent':
      return sayPresent(turn, command)
    case 'GreetLive':
      return greetLive(turn, command)
    case 'ReportDisconnect':
      return reportDisconnect(turn, command)
    case 'ObjectToMeeting':
      return objectToMeeting(turn, command)
    case 'LookAfter':
      return lookAfter(turn, command)
    case 'CallHuddle':
      return callHuddle(turn, command)
    case 'SettleHuddle':
      return settleHuddle(turn, command)
    case 'ProposeResolution':
      return propose(turn, command)
    case 'ConfirmResolution':
      return confirm(turn, command)
    case 'DenyResolution':
      return deny(turn, command)
    case 'FindRecurrence':
      return findRecurrence(turn, command)
    case 'CloseIssue':
      return close(turn, command)
    case 'RateIssue':
      return rate(turn, command)
    case 'AskCannotFix':
      return askCannotFix(turn, command)
    case 'AgreeCannotFix':
      return agreeCannotFix(turn, command)
    case 'RefuseCannotFix':
      return refuseCannotFix(turn, command)
    case 'TellCannotFix':
      return tellCannotFix(turn, command)
    case 'LinkIssue':
      return linkIssue(turn, command)
    case 'AcceptMatch':
      return acceptMatch(turn, command)
    case 'DismissMatch':
      return dismissMatch(turn, command)
    case 'MergeInto':
      return mergeInto(turn, command)
    case 'TakeIn':
      return takeIn(turn, command)
    case 'Unmerge':
      return unmerge(turn, command)
    case 'GiveBack':
      return giveBack(turn, command)
    case 'MarkSpam':
      return markSpam(turn, command)
    case 'ClearSpam':
      return clearSpam(turn, command)
    case 'RaiseEscalation':
      return raiseEscalation(turn, command)
    case 'AcknowledgeEscalation':
      return acknowledge(turn, command)
    case 'TakeEscalation':
      return takeAlarm(turn, command)
    case 'TellOutcome':
      return tellOutcome(turn, command)
    case 'StandDownEscalation':
      return standDown(turn, command)
    case 'GrantConcession':
      return grant(turn, command)
    case 'ApproveConcession':
      return approve(turn, command)
    case 'RefuseConcession':
      return refuseConcession(turn, command)
    case 'WithdrawConcession':
      return withdrawConcession(turn, command)
    case 'ReviewConcession':
      return reviewConcession(turn, command)
    case 'LinkCause':
      return linkCause(turn, command)
    case 'UnlinkCause':
      return unlinkCause(turn, command)
    case 'GiveCauseWord':
      return giveCauseWord(turn, command)
    case 'SolveCause':
      return solveCause(turn, command)
    case 'ReopenCause':
      return reopenCause(turn, command)
    case 'EstablishFact':
      return establishFact(turn, command)
    case 'RecordDiagnosis':
      return recordDiagnosis(turn, command)
    case 'WriteNote':
      return writeNote(turn, command)
    case 'SetKind':
      return setKind(turn, command)
    case 'MarkStep':
      return markStep(turn, command)
    case 'GiveKudos':
      return giveKudos(turn, command)
    case 'TakeBackKudos':
      return takeBackKudos(turn, command)
    case 'TellOwner':
      return tellOwner(turn, command)
    case 'RecognizeCustomer':
      return recognize(turn, command)
    case 'DismissLookalike':
      return dismiss(turn, command)
    case 'MergeCustomer':
      return mergeCustomer(turn, command)
    case 'UnmergeCustomer':
      return unmergeCustomer(turn, command)
    case 'EraseWords':
      return eraseWords(turn, command)
  }
}
