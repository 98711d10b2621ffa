import { hasSeat, type MemberId } from '../core/context.ts'
import { chooseOwner } from '../core/issue/intake.ts'
import { readKnownOwner, readLoads } from '../store/candidates.ts'
import type { Configuration } from '../store/configuration.ts'
import type { Connection } from '../store/database.ts'
import type { Desk } from './desk.ts'
import type { OpeningSight } from './opening.ts'
import { isOnShift } from './people.ts'

/** Rule 2: who owns what arrives with nobody there: whom the intake's policy names. Somebody must have a seat. */
export async function ownerByIntake(
  connection: Connection,
  { workspace }: Pick<Desk, 'workspace'>,
  { customer, isKnown, configuration, now }: Pick<OpeningSight, 'customer' | 'isKnown' | 'configuration' | 'now'>,
): Promise<MemberId> {
  const known = isKnown ? await readKnownOwner(connection, workspace, customer) : null
  const loads = await readLoads(connection, workspace)
  const candidates = loads.flatMap(({ member: id, open: held, lastGivenAt }) => {
    const member = configuration.members.get(id)
    return member ? [{ member, onShift: isOnShift(member, now), open: held, room: member.room, lastGivenAt }] : []
  })
  const owner = chooseOwner(candidates, known, configuration.policy.duty, now)
  if (owner === null) throw new Error('Nobody has a seat any more.')
  return owner
}

/** Whether anybody works here who can own what comes. */
export const hasAnybody = ({ members }: Pick<Configuration, 'members'>): boolean =>
  [...members.values()].some(member => member.active && hasSeat(member))
