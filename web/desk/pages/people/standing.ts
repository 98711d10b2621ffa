import type { MemberAnswer } from '../../../../src/contract/answers.ts'
import { moment } from '../../../ui/times.ts'
import { words } from './words.ts'

type Person = Pick<MemberAnswer, 'active' | 'onShift' | 'awayUntil' | 'covers' | 'absences'>

/** Whether somebody is there, and if not, until when and who looks after what is theirs. */
export function standingOf({ active, onShift, awayUntil, covers, absences }: Person, now: string): string {
  if (!active) return words.hasLeft
  if (awayUntil) {
    const names = covers.map(({ name }) => name)
    const until = words.awayUntil(moment(awayUntil, now))
    return names.length > 0 ? `${until}; ${words.covers(listOf(names), names.length > 1)}` : until
  }
  const next = absences.find(({ from }) => from > now)
  const here = onShift ? words.there : words.offShift
  return next ? `${here}; ${words.awayFrom(moment(next.from, now), moment(next.until, now))}` : here
}

/** "Carla Nunes and Dana Kim" */
export const listOf = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)

/** The role where it is not the usual one, and the teams: "supervisor · Plans, Support". */
export const placeOf = ({ role, teams, supervises }: Pick<MemberAnswer, 'role' | 'teams' | 'supervises'>): string => {
  const named = [...new Set([...teams, ...supervises].map(({ name }) => name))].sort((a, b) => a.localeCompare(b))
  return [words.roles[role], named.join(', ')].filter(Boolean).join(' · ')
}
