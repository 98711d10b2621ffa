import type { AssistEvent } from './assist.ts'
import type { AuthorityEvent } from './authority.ts'
import type { ContactEvent } from './contact.ts'
import type { Actor, Source } from './context.ts'
import type { EscalationEvent } from './escalation.ts'
import type { HandoffEvent } from './handoff.ts'
import type { Instant } from './instant.ts'
import type { OpeningEvent } from './opening.ts'
import type { OwnershipEvent } from './ownership.ts'
import type { PromiseEvent } from './promise.ts'
import type { ResolutionEvent } from './resolution.ts'
import type { StoryEvent } from './story.ts'

/** Everything that can have happened to an issue. Events name words, they never carry them (Rule 33). */
export type Event =
  | OpeningEvent
  | OwnershipEvent
  | ContactEvent
  | PromiseEvent
  | HandoffEvent
  | AssistEvent
  | ResolutionEvent
  | EscalationEvent
  | AuthorityEvent
  | StoryEvent

export type EventType = Event['type']

/** An event with who, when and from where (Rule 33). Its number is its place in the log. */
export type Recorded = { at: Instant; by: Actor; from: Source; event: Event }
