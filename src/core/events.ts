import type { AssistEvent } from './assist/assist.ts'
import type { ContactEvent } from './contact/contact.ts'
import type { CustomerEvent } from './contact/customer.ts'
import type { PlacingEvent } from './contact/placing.ts'
import type { Actor, Source } from './context.ts'
import type { CoverEvent } from './cover/cover.ts'
import type { AuthorityEvent } from './escalation/authority.ts'
import type { EscalationEvent } from './escalation/escalation.ts'
import type { HandoffEvent } from './handoff/handoff.ts'
import type { HuddleEvent } from './handoff/huddle.ts'
import type { IntroductionEvent } from './handoff/introduction.ts'
import type { LiveEvent } from './handoff/live.ts'
import type { LookBackEvent } from './handoff/look-back.ts'
import type { LinkEvent } from './issue/link.ts'
import type { OpeningEvent } from './issue/opening.ts'
import type { OwnershipEvent } from './issue/ownership.ts'
import type { StoryEvent } from './issue/story.ts'
import type { ChecklistEvent } from './learning/checklist.ts'
import type { KindEvent } from './learning/kind.ts'
import type { KudosEvent } from './learning/kudos.ts'
import type { PromiseEvent } from './promise/promise.ts'
import type { CannotFixEvent } from './resolution/cannot-fix.ts'
import type { CauseEvent } from './resolution/cause.ts'
import type { MergeEvent } from './resolution/merge.ts'
import type { RatingEvent } from './resolution/rating.ts'
import type { MatchEvent } from './resolution/recurrence.ts'
import type { ResolutionEvent } from './resolution/resolution.ts'
import type { SpamEvent } from './resolution/spam.ts'
import type { WatchEvent } from './resolution/watch.ts'
import type { Instant } from './time/instant.ts'

/** Everything that can have happened to an issue. Events name words, they never carry them (Rule 33). */
export type Event =
  | OpeningEvent
  | OwnershipEvent
  | ContactEvent
  | PlacingEvent
  | PromiseEvent
  | HandoffEvent
  | AssistEvent
  | CoverEvent
  | IntroductionEvent
  | LiveEvent
  | LookBackEvent
  | HuddleEvent
  | ResolutionEvent
  | RatingEvent
  | WatchEvent
  | CannotFixEvent
  | SpamEvent
  | LinkEvent
  | MatchEvent
  | MergeEvent
  | EscalationEvent
  | AuthorityEvent
  | CauseEvent
  | StoryEvent
  | KindEvent
  | ChecklistEvent
  | KudosEvent
  | CustomerEvent

export type EventType = Event['type']

/** An event with who, when and from where (Rule 33). Its number is its place in its log: an issue's, or a lesson's. */
export type Recorded<Happened = Event> = { at: Instant; by: Actor; from: Source; event: Happened }
