import type { Hours } from './hours.ts'
import type { Person } from './world.ts'

/** What a customer went through with one issue: the same yardstick for every desk. */
export type Course = {
  openedAt: number
  closedAt: number | null
  /** When somebody of the company last did anything about it, and whether nobody did for a week when it was their turn. */
  movedAt: number
  stoodStill: boolean
  /** Since when the customer hears nothing from a person; null: it is their turn. */
  silentSince: number | null
  /** Minutes of open time of the longest such silence. */
  longestSilence: number
  /** How often the customer told the story. */
  tellings: number
  /** How often the customer heard from a person, and had to ask again. */
  words: number
  chases: number
  /** Everybody who has had it, in order; the last one has it. */
  holders: readonly Person[]
  /** It was passed on without the customer knowing anybody new. */
  tosses: number
  promises: { made: number; kept: number; moved: number; broken: number; madeGood: number }
  gaveUp: boolean
  /** The customer was asked whether it is solved, and said yes. */
  confirmed: boolean
  /** How often it came back after the company had closed it. */
  recurrences: number
  /** When the customer was given what solved it in truth; null: never. */
  solvedAt: number | null
}

const weekMs = 7 * 86_400_000
/** Silence limit of the measures: three days of open time. */
export const silenceLimit = 3 * 480

export const courseFrom = (at: number): Course => ({
  openedAt: at,
  closedAt: null,
  movedAt: at,
  stoodStill: false,
  silentSince: at,
  longestSilence: 0,
  tellings: 1,
  words: 0,
  chases: 0,
  holders: [],
  tosses: 0,
  promises: { made: 0, kept: 0, moved: 0, broken: 0, madeGood: 0 },
  gaveUp: false,
  confirmed: false,
  recurrences: 0,
  solvedAt: null,
})

/** Somebody of the company did something about it. While it is the customer's turn, or over for them, nobody needs to. */
export function moved(course: Course, now: number): void {
  const isOurTurn = course.silentSince !== null && course.closedAt === null && !course.confirmed
  if (isOurTurn && now - course.movedAt > weekMs) course.stoodStill = true
  course.movedAt = now
}

/** The customer heard from a person of the company. `asked`: now it is their turn. */
export function heard(course: Course, now: number, hours: Hours, asked = false): void {
  endSilence(course, now, hours)
  course.words += 1
  course.silentSince = asked ? null : now
}

/** The customer has said what they were asked for: now it is the company's turn. */
export function answered(course: Course, now: number): void {
  if (course.silentSince !== null) return
  course.silentSince = now
  course.movedAt = now
}

function endSilence(course: Course, now: number, hours: Hours): void {
  if (course.silentSince === null) return
  course.longestSilence = Math.max(course.longestSilence, hours.between(course.silentSince, now))
}

export function held(course: Course, by: Person): void {
  if (course.holders.at(-1) !== by) course.holders = [...course.holders, by]
}

export function closed(course: Course, now: number, hours: Hours): void {
  moved(course, now)
  endSilence(course, now, hours)
  course.silentSince = null
  course.closedAt = now
}

/** The customer was told what solves it; whether it does shows later. */
export function solved(course: Course, now: number, holds: boolean): void {
  course.solvedAt = holds ? now : null
}

export function cameBack(course: Course, now: number): void {
  course.closedAt = null
  course.movedAt = now
  course.silentSince = now
  course.recurrences += 1
}

/** What is still open when the simulation ends has been silent, and still, until then. */
export function ended(course: Course, now: number, hours: Hours): void {
  if (course.closedAt !== null) return
  moved(course, now)
  endSilence(course, now, hours)
}

/** Whether a person, or a team, had it again after somebody else. */
export function wentInCircles({ holders }: Course): boolean {
  const returns = (turns: readonly unknown[]): boolean => {
    const changes = turns.filter((turn, place) => turn !== turns[place - 1])
    return new Set(changes).size < changes.length
  }
  return holders.length > 2 && (returns(holders) || returns(holders.map(({ team }) => team)))
}
