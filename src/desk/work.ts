import type { WorkAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import { isSupervisorOf } from '../core/context.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { readWaiting } from '../store/waiting.ts'
import type { Desk } from './desk.ts'
import { rowsOf } from './issues.ts'

/** What waits for a member: for themselves, their teams, and those whose supervisor they are. In the one order (Rule 25). */
export async function readWork(desk: Desk, member: MemberId): Promise<WorkAnswer[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const person = configuration.members.get(member)
  const waiting = await readWaiting(desk.database, desk.workspace, {
    member,
    teams: person?.teams ?? [],
    supervised: supervisedBy(configuration, member),
  })
  const issues = await rowsOf(desk, [...new Set(waiting.map(({ number }) => number))])
  const byIssue = Map.groupBy(waiting, ({ number }) => number)
  return issues.flatMap(issue =>
    (byIssue.get(issue.number) ?? []).map(({ kind, of, since, due }) => ({ kind, of, since, due, issue })),
  )
}

/** The people whose supervisor somebody is. */
export function supervisedBy({ members }: Configuration, id: MemberId): MemberId[] {
  const person = members.get(id)
  if (!person) return []
  return [...members.values()].filter(other => other.id !== id && isSupervisorOf(person, other)).map(other => other.id)
}
