import type { AskAssist } from './ask-assist.ts'
import type { AcceptAssist, DeclineAssist, ReturnAssist, TouchAssist, WithdrawAssist } from './assist.ts'
import type { IntroduceAssistant } from './assistant.ts'
import type {
  ApproveConcession,
  GrantConcession,
  RefuseConcession,
  ReviewConcession,
  WithdrawConcession,
} from './authority.ts'
import type { ReportBounce } from './bounce.ts'
import type { AgreeCannotFix, AskCannotFix, RefuseCannotFix, TellCannotFix } from './cannot-fix.ts'
import type { GiveCauseWord, LinkCause, ReopenCause, SolveCause, UnlinkCause } from './cause.ts'
import type { MarkStep } from './checklist.ts'
import type { LogCall, ReceiveMachineMail, ReceiveMessage, SendMessage } from './contact.ts'
import type { AcceptCover, AskCover, DeclineCover, EndCovers, SetCover } from './cover.ts'
import type { DismissLookalike, EraseWords, MergeCustomer, RecognizeCustomer, UnmergeCustomer } from './customer.ts'
import type { AcknowledgeEscalation, StandDownEscalation, TakeEscalation, TellOutcome } from './escalation.ts'
import type { AcceptHandoff, DeclineHandoff, OfferHandoff, WithdrawHandoff } from './handoff.ts'
import type { CallHuddle, SettleHuddle } from './huddle.ts'
import type { GreetHandoff, IntroduceHandoff } from './introduction.ts'
import type { SetKind } from './kind.ts'
import type { GiveKudos, TakeBackKudos } from './kudos.ts'
import type { LinkIssue } from './link.ts'
import type { GreetLive, IntroduceLive, ObjectToMeeting, ReportDisconnect, SayPresent } from './live.ts'
import type { LookAfter } from './look-back.ts'
import type { GiveBack, MergeInto, TakeIn, Unmerge } from './merge.ts'
import type { LetGo } from './offboarding.ts'
import type { Claim, TakeOver } from './ownership.ts'
import type { PlaceContact, TakePlacedContact } from './placing.ts'
import type { MakePromise, MovePromise } from './promise.ts'
import type { RaiseEscalation } from './raising.ts'
import type { AcceptMatch, DismissMatch } from './recurrence.ts'
import type { CloseIssue, ConfirmResolution, DenyResolution, ProposeResolution } from './resolution.ts'
import type { ClearSpam, MarkSpam } from './spam.ts'
import type { EstablishFact, RecordDiagnosis, TellOwner, WriteNote } from './story.ts'
import type { FindRecurrence } from './watch.ts'

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
