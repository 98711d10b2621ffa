import { openAssists } from '../assist/assist.ts'
import type { Context, MemberId } from '../context.ts'
import { admins, supervisorsOf } from '../context.ts'
import { raisersOf } from '../escalation/escalation.ts'
import type { Recorded } from '../events.ts'
import { peopleIn } from '../handoff/huddle.ts'
import { hasMet, type Issue, isClosed, owner } from '../issue/issue.ts'
import { ofAssist } from './of-assists.ts'
import { ofAbsence, toCover } from './of-covers.ts'

/** What somebody is told about an issue or a lesson. Each names the moment in the rulebook that asks for it. */
export type Word =
  | 'new_issue'
  | 'customer_wrote'
  | 'customer_called'
  | 'machine_wrote'
  | 'word_bounced'
  | 'claimed'
  | 'taken_over'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'introduced'
  | 'introduction_undone'
  | 'met'
  | 'live_began'
  | 'live_interrupted'
  | 'live_resumed'
  | 'live_ended'
  | 'objected'
  | 'fell_through'
  | 'look_back_moved'
  | 'look_back_still'
  | 'assist_asked'
  | 'assist_accepted'
  | 'assist_declined'
  | 'assist_touched'
  | 'assist_moved'
  | 'assist_not_moved'
  | 'assist_silent'
  | 'assist_gone_back'
  | 'assist_withdrawn'
  | 'assist_mail_bounced'
  | 'assistant_introduced'
  | 'assistant_introduction_undone'
  | 'cover_asked'
  | 'cover_accepted'
  | 'cover_declined'
  | 'cover_set'
  | 'cover_began'
  | 'cover_ended'
  | 'cover_missed'
  | 'uncovered'
  | 'asked_left'
  | 'looked_after'
  | 'huddle_called'
  | 'huddle_late'
  | 'huddle_settled'
  | 'huddle_called_off'
  | 'promise_broken'
  | 'promise_unkept'
  | 'moved_often'
  | 'confirmed'
  | 'denied'
  | 'rated_badly'
  | 'reopened'
  | 'cannot_fix_asked'
  | 'cannot_fix_unanswered'
  | 'cannot_fix_agreed'
  | 'cannot_fix_refused'
  | 'marked_spam'
  | 'cleared_of_spam'
  | 'merged'
  | 'took_in'
  | 'unmerged'
  | 'gave_back'
  | 'escalated'
  | 'called'
  | 'nobody_on_call'
  | 'joined'
  | 'acknowledged'
  | 'alarm_taken'
  | 'outcome'
  | 'stood_down'
  | 'cause_linked'
  | 'cause_word'
  | 'cause_solved'
  | 'approval_asked'
  | 'approval_climbed'
  | 'approval_granted'
  | 'approval_refused'
  | 'thanked'
  | 'team_thanked'
  | 'lesson_proposed'
  | 'lesson_commented'
  | 'lesson_adopted'
  | 'lesson_asked'
  | 'lesson_declined'
  | 'lesson_trial_over'
  | 'lesson_kept'
  | 'lesson_changed'
  | 'lesson_dropped'
  | 'lesson_request_overdue'
  | 'lesson_request_answered'
  | 'placed_here'
  | 'placed_elsewhere'
  | 'told_by_colleague'

export type Told = { member: MemberId; word: Word }

/** Who is told of an event, given the issue just before and just after it. Nobody is told of what they did themselves. */
export function told(recorded: Recorded, before: Issue, after: Issue, context: Context): Told[] {
  const { by } = recorded
  const all = recipients(recorded, before, after, context).concat(
    ofAssist(recorded, after, context),
    ofAbsence(recorded, after, context),
  )
  if (all.length === 0) return all
  const seen = new Set<MemberId>(by.kind === 'member' ? [by.id] : [])
  return all
    .flatMap(one => [one, ...toCover(one, after)])
    .filter(({ member }) => {
      if (seen.has(member) || !context.members.get(member)?.active) return false
      seen.add(member)
      return true
    })
}

function recipients({ event }: Recorded, before: Issue, after: Issue, context: Context): Told[] {
  const mine = owner(after).member
  const tell = (word: Word, ...members: MemberId[]): Told[] => members.map(member => ({ member, word }))
  const supervisors = (): MemberId[] => supervisorsOf(mine, context.members)
  const receiver = after.handoff && 'receiver' in after.handoff ? [after.handoff.receiver] : []
  // Scenario 26: whom the customer knows already hears them too.
  const introduced = (): MemberId[] => [
    ...(before.handoff?.state === 'introduced' ? receiver : []),
    ...openAssists(before).flatMap(assist => (assist.state === 'introduced' ? [assist.assistant] : [])),
  ]
  // Rule 26: who sees it through hears what happens meanwhile.
  const champion = before.escalation?.state === 'answered' ? [before.escalation.champion] : []
  const offeredTo = (): MemberId[] => {
    const to = after.handoff?.to
    if (!to) return []
    if (to.kind === 'member') return [to.member]
    return [...context.members.values()]
      .filter(member => member.role !== 'colleague' && member.teams.includes(to.team) && member.id !== mine)
      .map(member => member.id)
  }
  switch (event.type) {
    case 'IssueOpened':
      // What was over at another desk is news to nobody.
      return isClosed(after) ? [] : tell('new_issue', mine)
    case 'CustomerWrote':
      return tell('customer_wrote', mine, ...introduced(), ...champion)
    case 'CustomerCalled':
      return tell('customer_called', mine, ...introduced(), ...champion)
    case 'ContactPlacedHere':
      return tell('placed_here', mine, ...introduced())
    case 'ContactPlacedElsewhere':
      return tell('placed_elsewhere', mine)
    case 'OwnerTold':
      return tell('told_by_colleague', mine)
    case 'MachineWrote':
      return tell('machine_wrote', mine)
    case 'ContactBounced':
    case 'AutomaticMailBounced':
      return tell('word_bounced', mine)
    case 'OwnershipMoved':
      // Of a meeting and of a huddle they are told by those.
      if (event.way === 'handoff' || event.way === 'huddle') return []
      return tell(event.way === 'claim' ? 'claimed' : 'taken_over', event.from, event.to)
    case 'HandoffOffered':
      return tell('offered', ...offeredTo())
    case 'HandoffAccepted':
      return tell('accepted', mine)
    case 'HandoffDeclined':
      return tell('declined', mine)
    case 'HandoffExpired':
      return tell('expired', mine, ...supervisors())
    case 'HandoffWithdrawn': {
      const open = before.handoff
      if (event.because === 'left') return tell('asked_left', mine)
      return tell('withdrawn', ...(open && 'receiver' in open ? [open.receiver] : offeredTo()))
    }
    case 'HandoffIntroduced':
      return event.live ? [] : tell('introduced', ...receiver)
    case 'HandoffIntroductionUndone':
      return tell('introduction_undone', mine, ...receiver)
    case 'HandoffMet':
      return tell('met', ...(after.handoff ? [after.handoff.giver] : []), ...receiver)
    case 'LiveIntroductionBegan':
      return tell('live_began', ...receiver)
    case 'LiveIntroductionInterrupted':
      return tell('live_interrupted', mine, ...receiver)
    case 'LiveIntroductionResumed':
      return tell('live_resumed', mine, ...receiver)
    case 'LiveIntroductionEnded':
      return tell('live_ended', mine, ...receiver)
    case 'CustomerObjected':
      return tell('objected', mine, ...receiver, ...(after.handoff ? [after.handoff.giver] : []), ...supervisors())
    case 'HandoffFellThrough':
      return tell('fell_through', mine, ...receiver, ...supervisors())
    case 'LookedBack':
      if (event.moved) return tell('look_back_moved', event.giver)
      return tell('look_back_still', event.giver, ...supervisorsOf(event.giver, context.members), ...supervisors())
    case 'LookedAfter': {
      const stall = before.stalls.find(({ handoff }) => handoff === event.handoff)
      return tell('looked_after', mine, ...(stall ? [stall.giver] : []))
    }
    case 'HuddleCalled':
      return tell('huddle_called', ...peopleIn(event))
    case 'HuddleLate':
      return tell(
        'huddle_late',
        ...(after.huddle ? peopleIn(after.huddle) : []),
        ...supervisors(),
        ...admins(context.members),
      )
    case 'HuddleSettled':
      return tell('huddle_settled', ...(after.huddle ? peopleIn(after.huddle) : []))
    case 'HuddleThirdChanged':
      return tell('huddle_called', ...(event.third ? [event.third] : []))
    case 'HuddleCalledOff':
      if (event.because === 'left') return tell('asked_left', mine)
      return tell('huddle_called_off', ...(after.huddle ? peopleIn(after.huddle) : []))
    case 'PromiseBroken':
      return tell('promise_broken', mine, ...supervisors(), ...champion)
    case 'PromiseUnkept':
      return tell('promise_unkept', mine)
    case 'PromiseMoved': {
      const moves = after.promises[event.into - 1]?.moves ?? 0
      return moves >= context.policy.movesBeforeSupervisorIsTold ? tell('moved_often', ...supervisors()) : []
    }
    case 'ResolutionConfirmed':
      return tell('confirmed', mine)
    case 'ResolutionDenied':
      return tell('denied', mine)
    case 'CustomerRated':
      // Said once: words that follow are read there.
      return event.choice === 'badly' && before.rating?.choice !== 'badly'
        ? tell('rated_badly', mine, ...supervisors())
        : []
    case 'IssueReopened':
    case 'RecurrenceFound':
      return tell('reopened', mine)
    case 'CannotFixAsked':
      return tell('cannot_fix_asked', ...supervisors())
    case 'CannotFixUnanswered':
      return tell('cannot_fix_unanswered', mine, ...supervisors())
    case 'CannotFixAgreed':
      return tell('cannot_fix_agreed', mine)
    case 'CannotFixRefused':
      return tell('cannot_fix_refused', mine)
    case 'IssueMarkedSpam':
      // Rule 22: spam with whom we have talked is worth a second look.
      return tell('marked_spam', mine, ...(hasMet(before) ? supervisors() : []))
    case 'IssueMerged':
      return tell('merged', mine)
    case 'IssueTookIn':
      return tell('took_in', mine)
    case 'IssueUnmerged':
      return tell('unmerged', mine)
    case 'IssueGaveBack':
      return tell('gave_back', mine)
    case 'IssueClearedOfSpam':
      return tell('cleared_of_spam', mine)
    case 'EscalationRaised':
      return tell('escalated', mine)
    case 'RungCalled':
    case 'LastResortCalled':
    case 'NobodyToCall': {
      const ladder = before.escalation?.state === 'raised' ? before.escalation.ladder : null
      const isBeyond = event.type !== 'RungCalled' && typeof ladder?.place === 'number'
      return [
        ...tell('called', ...('called' in event ? event.called : [])),
        ...tell('nobody_on_call', ...(isBeyond ? admins(context.members) : [])),
        ...tell('escalated', ...(ladder?.calls === 0 ? supervisors() : [])),
      ]
    }
    case 'EscalationJoined':
      return tell('joined', mine, ...seeItThrough(after))
    case 'EscalationAcknowledged':
      return tell('acknowledged', mine, ...raisers(after), ...seeItThrough(before))
    case 'EscalationTaken':
      return tell('alarm_taken', mine, ...raisers(after), ...seeItThrough(before))
    case 'OutcomeTold':
      return tell('outcome', ...raisers(after))
    case 'EscalationStoodDown':
      return tell('stood_down', mine, ...raisers(after))
    case 'ApprovalAsked':
      return tell('approval_asked', ...event.asked)
    case 'ApprovalClimbed':
      return tell('approval_climbed', ...event.asked, ...askerOf(after, event.concession))
    case 'ConcessionApproved':
      return tell('approval_granted', mine, ...askerOf(after, event.concession))
    case 'ConcessionRefused':
      return tell('approval_refused', mine, ...askerOf(after, event.concession))
    case 'KudosGiven':
      return [...tell('thanked', event.for), ...tell('team_thanked', ...teamOf(event.for, context))]
    case 'CauseLinked':
      return tell('cause_linked', mine)
    case 'CauseWordGiven':
      return tell('cause_word', mine)
    case 'CauseSolved':
      return tell('cause_solved', mine)
    default:
      return []
  }
}

const raisers = ({ escalation }: Issue): MemberId[] => (escalation ? raisersOf(escalation) : [])

/** Whose work an alarm is: who was called so far, then its champion. */
const seeItThrough = ({ escalation }: Issue): MemberId[] => {
  if (escalation?.state === 'raised') return escalation.ladder.called.map(({ member }) => member)
  return escalation ? [escalation.champion] : []
}

const askerOf = ({ concessions }: Issue, id: number): MemberId[] =>
  concessions.flatMap(concession => (concession.id === id ? [concession.by] : []))
/** Rule 30: whom thanks to somebody make glad, too: who works with them, and their teams' supervisors. */
function teamOf(id: MemberId, { members }: Context): MemberId[] {
  const teams = members.get(id)?.teams ?? []
  return [...members.values()]
    .filter(other => [...other.teams, ...other.supervises].some(team => teams.includes(team)))
    .map(other => other.id)
}
