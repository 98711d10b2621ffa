import type { AskAssist } from './assist/ask-assist.ts'
import type {
  AcceptAssist,
  DeclineAssist,
  ReportAssistBounce,
  ReturnAssist,
  TouchAssist,
  WithdrawAssist,
} from './assist/assist.ts'
import type { IntroduceAssistant } from './assist/assistant.ts'
import type { ReportBounce } from './contact/bounce.ts'
import type { LogCall, ReceiveMachineMail, ReceiveMessage, SendMessage } from './contact/contact.ts'
import type {
  DismissLookalike,
  EraseWords,
  MergeCustomer,
  RecognizeCustomer,
  UnmergeCustomer,
} from './contact/customer.ts'
import type { PlaceContact, TakePlacedContact } from './contact/placing.ts'
import type { AcceptCover, AskCover, DeclineCover, EndCovers, SetCover } from './cover/cover.ts'
import type { LetGo } from './cover/offboarding.ts'
import type {
  ApproveConcession,
  GrantConcession,
  RefuseConcession,
  ReviewConcession,
  WithdrawConcession,
} from './escalation/authority.ts'
import type {
  AcknowledgeEscalation,
  StandDownEscalation,
  TakeEscalation,
  TellOutcome,
} from './escalation/escalation.ts'
import type { RaiseEscalation } from './escalation/raising.ts'
import type { AcceptHandoff, DeclineHandoff, OfferHandoff, WithdrawHandoff } from './handoff/handoff.ts'
import type { CallHuddle, SettleHuddle } from './handoff/huddle.ts'
import type { GreetHandoff, IntroduceHandoff } from './handoff/introduction.ts'
import type { GreetLive, IntroduceLive, ObjectToMeeting, ReportDisconnect, SayPresent } from './handoff/live.ts'
import type { LookAfter } from './handoff/look-back.ts'
import type { LinkIssue } from './issue/link.ts'
import type { Claim, TakeOver } from './issue/ownership.ts'
import type { EstablishFact, RecordDiagnosis, TellOwner, WriteNote } from './issue/story.ts'
import type { MarkStep } from './learning/checklist.ts'
import type { SetKind } from './learning/kind.ts'
import type { GiveKudos, TakeBackKudos } from './learning/kudos.ts'
import type { MakePromise, MovePromise } from './promise/promise.ts'
import type { AgreeCannotFix, AskCannotFix, RefuseCannotFix, TellCannotFix } from './resolution/cannot-fix.ts'
import type { GiveCauseWord, LinkCause, ReopenCause, SolveCause, UnlinkCause } from './resolution/cause.ts'
import type { GiveBack, MergeInto, TakeIn, Unmerge } from './resolution/merge.ts'
import type { RateIssue } from './resolution/rating.ts'
import type { AcceptMatch, DismissMatch } from './resolution/recurrence.ts'
import type { CloseIssue, ConfirmResolution, DenyResolution, ProposeResolution } from './resolution/resolution.ts'
import type { ClearSpam, MarkSpam } from './resolution/spam.ts'
import type { FindRecurrence } from './resolution/watch.ts'

/** The clock asks what has become of what fell due. */
type Tick = { type: 'Tick' }

/**
 * Everything that can be asked of an issue that exists. There is none that sets the owner (Rule 4). `asksAgain`: known facts
 * for which its words ask the customer once more (Rule 31).
 */
export type Command = Asked & { asksAgain?: readonly string[] }

type Asked =
  | Tick
  | Claim
  | TakeOver
  | ReceiveMessage
  | ReceiveMachineMail
  | SendMessage
  | LogCall
  | ReportBounce
  | PlaceContact
  | TakePlacedContact
  | MakePromise
  | MovePromise
  | OfferHandoff
  | AcceptHandoff
  | DeclineHandoff
  | WithdrawHandoff
  | IntroduceHandoff
  | GreetHandoff
  | AskAssist
  | AcceptAssist
  | DeclineAssist
  | TouchAssist
  | ReturnAssist
  | WithdrawAssist
  | IntroduceAssistant
  | ReportAssistBounce
  | AskCover
  | AcceptCover
  | DeclineCover
  | SetCover
  | EndCovers
  | LetGo
  | IntroduceLive
  | SayPresent
  | GreetLive
  | ReportDisconnect
  | ObjectToMeeting
  | LookAfter
  | CallHuddle
  | SettleHuddle
  | ProposeResolution
  | ConfirmResolution
  | DenyResolution
  | FindRecurrence
  | CloseIssue
  | RateIssue
  | AskCannotFix
  | AgreeCannotFix
  | RefuseCannotFix
  | TellCannotFix
  | MarkSpam
  | LinkIssue
  | AcceptMatch
  | DismissMatch
  | MergeInto
  | TakeIn
  | Unmerge
  | GiveBack
  | ClearSpam
  | RaiseEscalation
  | AcknowledgeEscalation
  | TakeEscalation
  | TellOutcome
  | StandDownEscalation
  | EstablishFact
  | RecordDiagnosis
  | WriteNote
  | GrantConcession
  | ApproveConcession
  | RefuseConcession
  | WithdrawConcession
  | ReviewConcession
  | SetKind
  | MarkStep
  | GiveKudos
  | TakeBackKudos
  | TellOwner
  | RecognizeCustomer
  | DismissLookalike
  | MergeCustomer
  | UnmergeCustomer
  | EraseWords
  | LinkCause
  | UnlinkCause
  | GiveCauseWord
  | SolveCause
  | ReopenCause
