import type { Member, MemberId } from '../../src/core/context.ts'
import { type Candidate, chooseOwner } from '../../src/core/issue/intake.ts'
import { fromEpochMs, type Instant } from '../../src/core/time/instant.ts'
import type { Person } from '../world.ts'
import { type Desk, personOf } from './desk.ts'

/** For how many open issues a member has room: the desk's default. */
const room = 25

/** Rule 2: who owns what arrives with nobody there, by the core's own choice. */
export function ownerByIntake(desk: Desk, known: MemberId | null): MemberId {
  const { agenda, context, world } = desk
  const candidates = world.people.map((person): Candidate => {
    return {
      member: memberOf(desk, person),
      // Supervisors and specialists take no turns in the first line's queue.
      onShift: person.team === 0 && desk.staff.isThere(person, agenda.now),
      open: desk.open[person.index]?.size ?? 0,
      room,
      lastGivenAt: desk.givenAt[person.index] ?? null,
    }
  })
  const now: Instant = fromEpochMs(agenda.now)
  const chosen = chooseOwner(candidates, known, context.policy.duty, now)
  if (!chosen) throw new Error('Nobody has a seat')
  desk.givenAt[personOf(desk, chosen).index] = now
  return chosen
}

/** A person as the rules see them. */
export function memberOf({ context }: Desk, { id }: Person): Member {
  const member = context.members.get(id)
  if (!member) throw new Error(`Nobody is called ${id}`)
  return member
}
