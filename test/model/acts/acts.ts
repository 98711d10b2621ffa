import type { Acts, SaidIn } from './act.ts'
import { assistActs } from './assist.ts'
import { causeActs } from './cause.ts'
import { contactActs } from './contact.ts'
import { coverActs } from './cover.ts'
import { customerActs } from './customer.ts'
import { escalationActs } from './escalation.ts'
import { handoffActs } from './handoff.ts'
import { mergingActs } from './merging.ts'
import { peopleActs } from './people.ts'
import { resolutionActs } from './resolution.ts'
import { storyActs } from './story.ts'
import { togetherActs } from './together.ts'

/** Everything that people do, by the rooms of the rulebook. */
export const acts = {
  ...storyActs,
  ...contactActs,
  ...handoffActs,
  ...togetherActs,
  ...assistActs,
  ...coverActs,
  ...peopleActs,
  ...resolutionActs,
  ...mergingActs,
  ...causeActs,
  ...escalationActs,
  ...customerActs,
} satisfies Acts

/** One of them with what is said: plain values, that shrink well and can be read and run again. */
export type Doing = SaidIn<typeof acts>
