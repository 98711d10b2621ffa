import { evolveAssist } from './assist/assist.ts'
import { evolveContact } from './contact/contact.ts'
import { evolveCustomer } from './contact/customer.ts'
import { evolvePlacing } from './contact/placing.ts'
import type { Actor, MemberId } from './context.ts'
import { evolveCover } from './cover/cover.ts'
import { evolveAuthority } from './escalation/authority.ts'
import { evolveEscalation } from './escalation/escalation.ts'
import { evolveLadder } from './escalation/ladder.ts'
import type { Recorded } from './events.ts'
import { evolveHandoff } from './handoff/handoff.ts'
import { evolveHuddle } from './handoff/huddle.ts'
import { evolveIntroduction } from './handoff/introduction.ts'
import { evolveLive } from './handoff/live.ts'
import { evolveLookBack } from './handoff/look-back.ts'
import type { Issue } from './issue/issue.ts'
import { evolveLink } from './issue/link.ts'
import { opened } from './issue/opening.ts'
import { evolveOwnership } from './issue/ownership.ts'
import { evolveStory } from './issue/story.ts'
import { evolveChecklist } from './learning/checklist.ts'
import { evolveKind } from './learning/kind.ts'
import { evolveKudos } from './learning/kudos.ts'
import { evolvePromise } from './promise/promise.ts'
import { evolveCannotFix } from './resolution/cannot-fix.ts'
import { evolveCause } from './resolution/cause.ts'
import { evolveMerge } from './resolution/merge.ts'
import { evolveRating } from './resolution/rating.ts'
import { evolveMatch } from './resolution/recurrence.ts'
import { evolveResolution } from './resolution/resolution.ts'
import { evolveSpam } from './resolution/spam.ts'
import { evolveWatch } from './resolution/watch.ts'

/** The issue after one more event. Pure: the whole log from its first event yields the stored state (Rule 33). */
export function evolve(issue: Issue, recorded: Recorded): Issue {
  return { ...apply(issue, recorded), version: issue.version + 1 }
}

/** The issue that a log makes; the log begins with its opening. */
export function replay(log: readonly Recorded[]): Issue {
  const [first, ...rest] = log
  if (first?.event.type !== 'IssueOpened') throw new Error('A log begins with IssueOpened')
  return rest.reduce(evolve, opened(first.event, first.at))
}

function apply(issue: Issue, recorded: Recorded): Issue {
  const { event, at, by } = recorded
  switch (event.type) {
    case 'IssueOpened':
      throw new Error('An issue is opened once')
    case 'OwnershipMoved':
      return evolveOwnership(issue, event, at)
    case 'CustomerWrote':
    case 'CustomerCalled':
    case 'CustomerContacted':
    case 'TalkedTogether':
    case 'ContactBounced':
    case 'AutomaticMailBounced':
    case 'MachineWrote':
      return evolveContact(issue, event, at, memberOf(by))
    case 'ContactUnplaced':
    case 'ContactPlaced':
    case 'ContactPlacedElsewhere':
    case 'ContactPlacedHere':
      return evolvePlacing(issue, event, at, memberOf(by))
    case 'PromiseMade':
    case 'PromiseKept':
    case 'PromiseMadeGood':
    case 'PromiseUnkept':
    case 'PromiseMoved':
    case 'PromiseBroken':
    case 'PromiseReleased':
    case 'PromiseCarried':
      return evolvePromise(issue, event, at, by)
    case 'HandoffOffered':
    case 'HandoffAccepted':
    case 'HandoffDeclined':
    case 'HandoffExpired':
    case 'HandoffWithdrawn':
    case 'HandoffFellThrough':
      return evolveHandoff(issue, event, at, memberOf(by))
    case 'HandoffIntroduced':
    case 'HandoffIntroductionUndone':
    case 'HandoffMet':
      return evolveIntroduction(issue, event, at)
    case 'LiveIntroductionBegan':
    case 'SeenLive':
    case 'LiveIntroductionInterrupted':
    case 'LiveIntroductionResumed':
    case 'LiveIntroductionEnded':
    case 'CustomerObjected':
      return evolveLive(issue, event, at)
    case 'LookedBack':
    case 'LookedAfter':
      return evolveLookBack(issue, event, at)
    case 'HuddleCalled':
    case 'HuddleLate':
    case 'HuddleThirdChanged':
    case 'HuddleSettled':
    case 'HuddleCalledOff':
      return evolveHuddle(issue, event, at, memberOf(by))
    case 'AssistAsked':
    case 'AssistAccepted':
    case 'AssistDeclined':
    case 'AssistTouched':
    case 'AssistReturned':
    case 'AssistFellSilent':
    case 'AssistWithdrawn':
    case 'AssistantIntroduced':
    case 'AssistantIntroductionUndone':
    case 'AssistMailBounced':
      return evolveAssist(issue, event, recorded)
    case 'CoverAsked':
    case 'CoverAccepted':
    case 'CoverDeclined':
    case 'CoverSet':
    case 'CoverBegan':
    case 'CoverEnded':
    case 'CoverMissed':
      return evolveCover(issue, event, at)
    case 'ResolutionProposed':
    case 'ResolutionConfirmed':
    case 'ResolutionDenied':
    case 'IssueClosed':
    case 'IssueReopened':
      return evolveResolution(issue, event, at, memberOf(by))
    case 'CustomerRated':
      return evolveRating(issue, event, at)
    case 'CannotFixAsked':
    case 'CannotFixUnanswered':
    case 'CannotFixAgreed':
    case 'CannotFixRefused':
    case 'CannotFixTold':
      return evolveCannotFix(issue, event, at, memberOf(by))
    case 'IssueLinked':
      return evolveLink(issue, event)
    case 'MatchesFound':
    case 'MatchAccepted':
    case 'MatchDismissed':
      return evolveMatch(issue, event)
    case 'RecurrenceFound':
      return evolveWatch(issue, event)
    case 'IssueMerged':
    case 'IssueTookIn':
    case 'IssueUnmerged':
    case 'IssueGaveBack':
      return evolveMerge(issue, event, at, memberOf(by))
    case 'IssueMarkedSpam':
    case 'IssueClearedOfSpam':
      return evolveSpam(issue, event, at, memberOf(by))
    case 'EscalationRaised':
    case 'EscalationJoined':
    case 'EscalationAcknowledged':
    case 'EscalationTaken':
    case 'OutcomeTold':
    case 'EscalationStoodDown':
      return evolveEscalation(issue, event, at, by)
    case 'RungCalled':
    case 'RungSkipped':
    case 'RungEmpty':
    case 'LastResortCalled':
    case 'NobodyToCall':
      return evolveLadder(issue, event)
    case 'ConcessionGranted':
    case 'ApprovalAsked':
    case 'ApprovalClimbed':
    case 'ConcessionApproved':
    case 'ConcessionRefused':
    case 'ConcessionWithdrawn':
    case 'ConcessionReviewed':
      return evolveAuthority(issue, event, at, memberOf(by))
    case 'CauseLinked':
    case 'CauseUnlinked':
    case 'CauseWordGiven':
    case 'CauseSolved':
    case 'CauseReopened':
      return evolveCause(issue, event, at)
    case 'FactEstablished':
    case 'FactExcused':
    case 'DiagnosisRecorded':
    case 'NoteWritten':
    case 'OwnerTold':
    case 'AskedAgain':
      return evolveStory(issue, event, at, memberOf(by))
    case 'KindSet':
      return evolveKind(issue, event)
    case 'ChecklistStepDone':
    case 'ChecklistStepExcused':
    case 'ChecklistStepOpened':
      return evolveChecklist(issue, event, at, memberOf(by))
    case 'KudosGiven':
    case 'KudosTakenBack':
      return evolveKudos(issue, event, at, by)
    case 'LookalikesFound':
    case 'LookalikeDismissed':
    case 'CustomerRecognized':
    case 'CustomerMerged':
    case 'CustomerUnmerged':
    case 'WordsErased':
      return evolveCustomer(issue, event, at)
  }
}

const memberOf = (by: Actor): MemberId | null => (by.kind === 'member' ? by.id : null)
