import type { Issue } from '../issue/issue.ts'
import type { Ownership } from '../issue/ownership.ts'

/** Everybody who has had it in earnest, in order: who lost it to a claim had not met the customer (Rule 2). */
export const holdersOf = ({ ownership }: Issue): Ownership[] =>
  ownership.filter((_, place) => ownership[place + 1]?.way !== 'claim')

/** How often it changed hands, and whether it came back to a person, or to a team, that had had it before (Rule 11). */
export function passedOn(holders: readonly Pick<Ownership, 'member' | 'teams'>[]): {
  hands: number
  circular: boolean
} {
  const people = holders.map(({ member }) => [member])
  const teams = holders.map(one => one.teams)
  const hands = people.filter(([member], place) => place > 0 && member !== people[place - 1]?.[0]).length
  return { hands, circular: comesBack(people) || comesBack(teams) }
}

/** Whether somebody has it again after a turn in which they did not. Each turn is of several at once: a person's teams. */
function comesBack(turns: readonly (readonly string[])[]): boolean {
  const had = new Set<string>()
  let last: readonly string[] = []
  for (const turn of turns) {
    if (turn.some(one => had.has(one) && !last.includes(one))) return true
    for (const one of turn) had.add(one)
    last = turn
  }
  return false
}
