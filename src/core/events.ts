import type { AssistEvent } from './assist.ts'
import type { AuthorityEvent } from './authority.ts'
import type { CannotFixEvent } from './cannot-fix.ts'
import type { CauseEvent } from './cause.ts'
import type { ChecklistEvent } from './checklist.ts'
import type { ContactEvent } from './contact.ts'
import type { Actor, Source } from './context.ts'
import type { CoverEvent } from './cover.ts'
import type { CustomerEvent } from './customer.ts'
import type { EscalationEvent } from './escalation.ts'
import type { HandoffEvent } from './handoff.ts'
import type { HuddleEvent } from './huddle.ts'
import type { Instant } from './instant.ts'
import type { IntroductionEvent } from './introduction.ts'
import type { KindEvent } from './kind.ts'
import type { KudosEvent } from './kudos.ts'
import type { LinkEvent } from './link.ts'
import type { LiveEvent } from './live.ts'
import type { LookBackEvent } from './look-back.ts'
import type { MergeEvent } from './merge.ts'
import type { OpeningEvent } from './opening.ts'
import type { OwnershipEvent } from './ownership.ts'
import type { PlacingEvent } from './placing.ts'
import type { PromiseEvent } from './promise.ts'
import type { MatchEvent } from './recurrence.ts'
import type { ResolutionEvent } from './resolution.ts'
import type { SpamEvent } from './spam.ts'
import type { StoryEvent } from './story.ts'
import type { WatchEvent } from './watch.ts'

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
