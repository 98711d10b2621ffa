import type { SuperviseAnswer } from '../contract/answers.ts'
import { awayUntil, hasSeat } from '../core/context.ts'
import { beginOfDay, localDay } from '../core/time/calendar.ts'
import type { Instant } from '../core/time/instant.ts'
import { readHeld } from '../store/candidates.ts'
import type { Configuration } from '../store/configuration.ts'
import { memberRef } from './describe.ts'
import type { Desk } from './desk.ts'
import { isOnShift } from './people.ts'

/** What is with whom as it is now, by name: to help where it is too much, not to compare (Rule 32). */
export async function readLoad(
  desk: Desk,
  configuration: Configuration,
  now: Instant,
): Promise<SuperviseAnswer['load']> {
  const { calendar, members } = configuration
  const midnight = beginOfDay(calendar, localDay(calendar, now) + 1)
  const held = new Map((await readHeld(desk.database, desk.workspace, midnight)).map(one => [one.member, one]))
  return [...members.values()]
    .filter(one => one.active && hasSeat(one))
    .map(person => ({
      member: memberRef(configuration, person.id),
      onShift: isOnShift(person, now),
      awayUntil: awayUntil(person, now),
      open: held.get(person.id)?.open ?? 0,
      room: person.room,
      dueToday: held.get(person.id)?.due ?? 0,
    }))
}
