import type { z } from 'zod'
import type { MemberAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { mayWorkIn } from '../core/cover/shift.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { inTransaction } from '../store/database.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import { readNow } from '../store/now.ts'
import { findTheirs } from './absences.ts'
import { memberOf } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { readMember } from './people.ts'

/** Says when somebody works, and in which time zone; null: as the desk (Rule 15). */
export async function setHours(
  desk: Desk,
  caller: Caller,
  member: MemberId,
  { hours, zone }: z.output<typeof asked.setHours>,
): Promise<Outcome<MemberAnswer>> {
  const found = await findTheirs(desk, memberOf(caller.by), member)
  if (!('answer' in found)) return found
  const { calendar } = found.answer.configuration
  const shift = { ...calendar, ...(hours && { hours: hours as Calendar['hours'] }), ...(zone !== null && { zone }) }
  const refusal = mayWorkIn(shift)
  if (refusal) return { refusal }
  await inTransaction(desk.database, async connection => {
    await connection.query('update member set hours = $3, zone = $4 where workspace_id = $1 and member_id = $2', [
      desk.workspace,
      member,
      hours && JSON.stringify(hours),
      zone,
    ])
    const at = await readNow(connection, desk.workspace)
    const set = { about: 'member', id: member, type: 'HoursSet', data: { hours, zone } } as const
    await logDeskEvent(connection, desk.workspace, { ...set, at, by: caller.by, from: caller.from })
  })
  return readMember(desk, memberOf(caller.by), member)
}
