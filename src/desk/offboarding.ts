import type { MemberAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import { holdsOf, mayLeave, withoutOnDuty } from '../core/cover/offboarding.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import { activate, deactivate, holdForLeaving, putDuty, readOwned, readParts } from '../store/offboarding.ts'
import { noSuchMember } from './absences.ts'
import { act, memberOf } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { readMember } from './people.ts'
import { type Together, together } from './together.ts'

/**
 * Rule 4: somebody leaves the company, once nothing is theirs any more. What waits for their answer comes back to whoever
 * asked, and they are outside from this moment on.
 */
export async function deactivateMember(desk: Desk, caller: Caller, member: MemberId): Promise<Outcome<MemberAnswer>> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const person = configuration.members.get(member)
  if (!person) return noSuchMember
  const done = await together(desk, caller, async given => {
    const { connection } = given
    await holdForLeaving(connection, desk.workspace, member)
    const owned = await readOwned(connection, desk.workspace, member)
    const parts = await readParts(connection, desk.workspace, member)
    const heldAs = (hold: 'covers' | 'champions'): number[] =>
      parts.filter(({ state }) => holdsOf(state, member).includes(hold)).map(({ number }) => number)
    const holds = { owned, covered: heldAs('covers'), championed: heldAs('champions') }
    const { members, path } = configuration
    const refusal = mayLeave(person, holds, { members, path, now: given.now })
    if (refusal) return { refusal }
    for (const { number } of parts) {
      const outcome = await act(desk, given.caller, number, () => ({ type: 'LetGo', member }), connection)
      if (!('answer' in outcome)) return outcome
    }
    await takeOffDuty(desk, given, configuration, member)
    await deactivate(connection, desk.workspace, member)
    await log(desk, given, member, 'MemberDeactivated')
    return { answer: member }
  })
  return 'answer' in done ? readMember(desk, memberOf(caller.by), member) : done
}

/** Somebody is back: with their role and teams, but with no key or session of before. */
export async function activateMember(desk: Desk, caller: Caller, member: MemberId): Promise<Outcome<MemberAnswer>> {
  const { members } = await configurationOf(desk.database, desk.workspace)
  if (!members.has(member)) return noSuchMember
  const done = await together(desk, caller, async given => {
    await activate(given.connection, desk.workspace, member)
    await log(desk, given, member, 'MemberActivated')
    return { answer: member }
  })
  return 'answer' in done ? readMember(desk, memberOf(caller.by), member) : done
}

async function takeOffDuty(
  desk: Desk,
  given: Together,
  { policy: { duty } }: Configuration,
  member: MemberId,
): Promise<void> {
  const left = withoutOnDuty(duty, member)
  if (left === null) return
  await putDuty(given.connection, desk.workspace, left)
  await log(desk, given, member, 'TakenOffDuty')
}

const log = (desk: Desk, { connection, now, caller }: Together, id: MemberId, type: string): Promise<void> =>
  logDeskEvent(connection, desk.workspace, {
    about: 'member',
    id,
    type,
    at: now,
    by: caller.by,
    from: caller.from,
    data: {},
  })
