import { liveByTheRulebook } from './by-the-rulebook.ts'
import type { Course } from './course.ts'
import { type Assumption, changed, habits } from './habits.ts'
import { liveByOtherDesk } from './other-desk.ts'
import { type Size, type World, worldOf } from './world.ts'
import { type Measured, measure } from './yardstick.ts'

/** What became of every issue at a desk, how many minutes each person worked, and what the desk refused how often. */
export type Outcome = {
  courses: readonly Course[]
  minutes: readonly number[]
  refused: ReadonlyMap<string, number>
}

/** One world to be lived through at both desks; `but`: with one assumption changed. */
export type Year = { seed: number; size: Size; but: { assumption: Assumption; times: number } | null }

/** What both desks came to in the same world. */
export type Lived = { seed: number; issues: number; other: Measured; rulebook: Measured }

export function live({ seed, size, but }: Year): Lived {
  const world: World = worldOf(seed, size, but ? changed(but.assumption, but.times) : habits)
  const other = measure(liveByOtherDesk(world), world)
  const rulebook = measure(liveByTheRulebook(world), world)
  return { seed, issues: world.needs.length, other, rulebook }
}
