import { type Assist, isAccepted, isAskedOf, isOpenAssist, mayAnswer } from './assist/assist.ts'
import { isIntroducedAssistant } from './assist/assistant.ts'
import type { Context, Member } from './context.ts'
import { hasSeat, isSupervisorOf, supervisorsOf } from './context.ts'
import { actsAsOwner, isUnderWay } from './cover/cover.ts'
import { reviewsWaiting } from './escalation/authority.ts'
import { championOf, toBeTold } from './escalation/escalation.ts'
import { lastBefore } from './handoff/circle.ts'
import { openHandoff, type Receiver } from './handoff/handoff.ts'
import { maySettleNow, openHuddle } from './handoff/huddle.ts'
import { mayLookAfter, stalls } from './handoff/look-back.ts'
import { type Issue, isClosed, owner } from './issue/issue.ts'
import { isClaimable } from './issue/ownership.ts'
import { stepsFor } from './learning/checklist.ts'
import { isToldCannotFix } from './resolution/cannot-fix.ts'
import { mergedInto } from './resolution/merge.ts'
import { isConfirmed } from './resolution/resolution.ts'
import { isSpam } from './resolution/spam.ts'

/** What a member may do on an issue as it stands; each command is decided again when it comes. */
export type May =
  | 'claim'
  | 'takeover'
  | 'write'
  | 'log_call'
  | 'note'
  | 'offer'
  | 'accept'
  | 'decline'
  | 'withdraw'
  | 'introduce'
  | 'greet'
  | 'accept_cover'
  | 'decline_cover'
  | 'say_present'
  | 'report_disconnect'
  | 'look_after'
  | 'call_huddle'
  | 'settle_huddle'
  | 'ask_assist'
  | 'propose'
  | 'confirm'
  | 'deny'
  | 'close'
  | 'recurred'
  | 'ask_cannot_fix'
  | 'answer_cannot_fix'
  | 'tell_cannot_fix'
  | 'mark_spam'
  | 'clear_spam'
  | 'raise'
  | 'decide_match'
  | 'merge'
  | 'unmerge'
  | 'acknowledge'
  | 'take_alarm'
  | 'tell_outcome'
  | 'stand_down'
  | 'grant'
  | 'decide_approval'
  | 'review_concession'
  | 'set_kind'
  | 'mark_step'
  | 'excuse_step'
  | 'thank'
  | 'place'
  | 'say_who'
  | 'tell'

type Sight = { issue: Issue; context: Pick<Context, 'members' | 'policy' | 'rules'> }

/** Rules 2 to 5, 7 to 11, 15, 18, 19, 22, 26, 28 and 30 as a screen needs them: which acts to show. */
export function may(issue: Issue, member: Member, context: Sight['context']): May[] {
  if (!member.active || issue.erasedAt !== null) return []
  if (!hasSeat(member)) return ['raise', 'thank']
  const isOwner = owner(issue).member === member.id
  // Rule 15: who covers the owner acts in their place.
  const mine = actsAsOwner(issue, member.id)
  const tell: May[] = mine ? [] : ['tell']
  const ownerNow = context.members.get(owner(issue).member)
  const supervisor = ownerNow !== undefined && isSupervisorOf(member, ownerNow)
  const review: May[] = supervisor && reviewsWaiting(issue).length > 0 ? ['review_concession'] : []
  const isBesideOwner = supervisor || championOf(issue) === member.id || isIntroducedAssistant(issue, member.id)
  const about = ofCustomer(issue, member, mine || isBesideOwner)
  const answers = mine || supervisor
  const again: May[] = answers ? afterEnd(issue) : []
  // A call of the customer, or an alarm for them, opens a closed one again (Rule 21).
  if (isClosed(issue)) return [...always, ...about, ...tell, ...review, ...again]
  const isAlone = mine && supervisorsOf(member.id, context.members).length === 0
  const acts: May[] = [
    ...always,
    ...(mine ? ofOwner(issue) : []),
    ...(isOwner ? [] : ofOthers(issue, supervisor)),
    ...(answers ? (['mark_spam', 'merge'] as const) : []),
    ...(answers && issue.matches.length > 0 ? (['decide_match'] as const) : []),
    ...(supervisor && (!mine || isAlone) && issue.cannotFix?.state === 'asked' ? (['answer_cannot_fix'] as const) : []),
    ...ofHandoff(issue, member, mine),
    ...ofCovers(issue, member),
    ...ofStalls({ issue, context }, member),
    ...ofHuddle({ issue, context }, member, mine || supervisor),
    ...ofAlarm(issue, member, supervisor, context),
    ...ofConcessions(issue, member, mine, supervisor),
    ...review,
    ...(isIntroducedAssistant(issue, member.id) ? (['write'] as const) : []),
    ...ofChecklist(issue, context, mine || supervisor),
    ...about,
    ...tell,
  ]
  return [...new Set(acts)]
}

/** What is closed as spam or as a duplicate can be taken back (Rule 22). */
function afterEnd(issue: Issue): May[] {
  if (isSpam(issue)) return ['clear_spam']
  return mergedInto(issue) === null ? [] : ['unmerge']
}

const always: readonly May[] = ['note', 'log_call', 'raise', 'set_kind', 'thank']

function ofChecklist(issue: Issue, { rules }: Pick<Context, 'rules'>, answersForIt: boolean): May[] {
  if (stepsFor(issue, rules.checklist).length === 0) return []
  return answersForIt ? ['mark_step', 'excuse_step'] : ['mark_step']
}

/** Rule 3 and Scenario 5: what is not settled about whose words these are, and about what. */
function ofCustomer({ unplaced, isThis }: Issue, { id }: Member, isOwners: boolean): May[] {
  const places = unplaced.some(({ takenBy }) => isOwners || takenBy === id)
  return [...(places ? (['place'] as const) : []), ...(isThis.length > 0 && isOwners ? (['say_who'] as const) : [])]
}

function ofOwner(issue: Issue): May[] {
  const idle: May[] = openHandoff(issue) ? [] : ['offer']
  const confirm: May[] = issue.lifecycle.phase === 'proposed' ? ['confirm'] : []
  const propose: May[] = isConfirmed(issue) ? [] : ['propose']
  const over: May[] = isPut(issue) ? ['deny', 'close'] : []
  const recurred: May[] = issue.lifecycle.phase === 'watching' ? ['recurred'] : []
  return ['write', 'ask_assist', ...propose, ...idle, ...confirm, ...over, ...recurred, ...ofCannotFix(issue)]
}

/** Whether something was put to the customer: that it is solved, or that it can't be fixed. */
const isPut = (issue: Issue): boolean => issue.lifecycle.phase !== 'open' || isToldCannotFix(issue)

function ofCannotFix(issue: Issue): May[] {
  if (isConfirmed(issue)) return []
  const state = issue.cannotFix?.state
  if (state === 'asked') return []
  return state === 'agreed' || state === 'told' ? ['ask_cannot_fix', 'tell_cannot_fix'] : ['ask_cannot_fix']
}

function ofOthers(issue: Issue, supervisor: boolean): May[] {
  const over: May[] = isPut(issue) ? ['close'] : []
  return [...(isClaimable(issue) ? (['claim'] as const) : []), ...(supervisor ? (['takeover', ...over] as const) : [])]
}

function ofHandoff(issue: Issue, member: Member, mine: boolean): May[] {
  const handoff = openHandoff(issue)
  if (!handoff) return []
  const isReceiver = 'receiver' in handoff && handoff.receiver === member.id
  switch (handoff.state) {
    case 'offered':
      return [
        ...(mine ? (['withdraw'] as const) : []),
        ...(isOfferedTo(handoff.to, member, mine) ? (['accept', 'decline'] as const) : []),
      ]
    case 'accepted':
      return mine ? ['introduce', 'withdraw'] : []
    case 'live':
      return [
        ...(mine ? (['introduce', 'withdraw'] as const) : []),
        ...(mine || isReceiver ? (['say_present', 'report_disconnect'] as const) : []),
      ]
    case 'introduced':
      return [...(mine ? (['withdraw'] as const) : []), ...(isReceiver ? (['greet'] as const) : [])]
  }
}

/** Who covers the owner gives in the owner's place, and takes nothing for their team from themselves. */
const isOfferedTo = (to: Receiver, { id, teams }: Member, mine: boolean): boolean =>
  to.kind === 'member' ? to.member === id : teams.includes(to.team) && !mine

/** Rules 9 and 10: to say that the customer of a stalled handoff is looked after. */
const ofStalls = (sight: Sight, { id }: Member): May[] =>
  stalls(sight.issue).some(stall => mayLookAfter(sight, stall, id)) ? ['look_after'] : []

/** Rule 11: one is called where an offer to somebody would go in a circle. */
function ofHuddle(sight: Sight, member: Member, calls: boolean): May[] {
  const { issue, context } = sight
  const contested = issue.met >= context.policy.handoffsWithoutHuddle || lastBefore(issue) !== null
  return [
    ...(calls && contested && !openHuddle(issue) ? (['call_huddle'] as const) : []),
    ...(maySettleNow(sight, member) ? (['settle_huddle'] as const) : []),
  ]
}

function ofCovers({ covers }: Issue, { id }: Member): May[] {
  const mine = covers.filter(cover => cover.member === id && isUnderWay(cover))
  if (mine.length === 0) return []
  return mine.some(({ state }) => state === 'asked') ? ['accept_cover', 'decline_cover'] : ['decline_cover']
}

function ofAlarm(issue: Issue, member: Member, supervisor: boolean, context: Pick<Context, 'members'>): May[] {
  const { escalation } = issue
  const isTheirs = actsAsOwner(issue, member.id)
  if (escalation?.state === 'raised') {
    const isCalled = escalation.ladder.called.some(call => call.member === member.id)
    return (isCalled || supervisor) && !isTheirs ? ['acknowledge'] : []
  }
  if (escalation?.state !== 'answered') return []
  if (escalation.champion !== member.id) return supervisor && !isTheirs ? ['take_alarm'] : []
  const tell: May[] = toBeTold(escalation, context).length > 0 ? ['tell_outcome'] : []
  return [...tell, 'stand_down', ...(isTheirs ? [] : (['write'] as const))]
}

function ofConcessions(issue: Issue, member: Member, mine: boolean, supervisor: boolean): May[] {
  const { concessions } = issue
  const waits = concessions.find(({ state }) => state === 'waiting')
  const isChampion = championOf(issue) === member.id
  if (waits) return (supervisor || isChampion) && waits.by !== member.id ? ['decide_approval'] : []
  return mine || supervisor || isChampion ? ['grant'] : []
}

/** What somebody may do on one assist of an issue; each command is decided again when it comes. */
export type MayAssist = 'accept' | 'decline' | 'touch' | 'return' | 'write' | 'introduce' | 'withdraw'

/** Rules 3 and 16: which acts on an assist to show, to the owner and to whom it was asked of. */
export function mayAssist(issue: Issue, assist: Assist, member: Member): MayAssist[] {
  if (!member.active || isClosed(issue)) return []
  return [
    ...(actsAsOwner(issue, member.id) ? ofAsker(assist) : []),
    ...(owner(issue).member === member.id ? [] : ofAssistant(assist, member)),
  ]
}

function ofAsker(assist: Assist): MayAssist[] {
  if (assist.state === 'accepted') return ['introduce', 'withdraw']
  return isOpenAssist(assist) ? ['withdraw'] : []
}

function ofAssistant(assist: Assist, member: Member): MayAssist[] {
  if (!isAskedOf(assist, member) || !mayAnswer(assist)) return []
  if (assist.state === 'asked') return ['accept', 'decline', 'touch', 'return']
  if (isAccepted(assist) && assist.assistant !== member.id) return ['touch']
  return assist.state === 'introduced' ? ['touch', 'return', 'write'] : ['touch', 'return']
}
