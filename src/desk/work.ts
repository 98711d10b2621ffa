import type { WorkAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import { isSupervisorOf } from '../core/context.ts'
import { mayDecideOnLessons } from '../core/learning/learning.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import { readLessonWaiting, type WhoseLessons } from '../store/lesson-waiting.ts'
import { readWaiting } from '../store/waiting.ts'
import type { Desk } from './desk.ts'
import { rowsOf } from './issues.ts'

/** What waits for a member, on issues in the one order (Rule 25), and after the customers' on lessons. */
export async function readWork(desk: Desk, member: MemberId): Promise<WorkAnswer[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const [issues, lessons] = await Promise.all([
    workOnIssues(desk, configuration, member),
    readLessonWaiting(desk.database, desk.workspace, whoseLessons(configuration, member)),
  ])
  return [
    ...issues,
    ...lessons.map(({ lesson: id, kind, since, due, state, what }) => ({
      kind,
      since,
      due,
      lesson: { id, state, what },
    })),
  ]
}

/** What waits on issues for a member themselves, their teams, and those whose supervisor they are. */
async function workOnIssues(desk: Desk, configuration: Configuration, member: MemberId): Promise<WorkAnswer[]> {
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

/** Whose work on lessons a member does: their own, and as one who decides on lessons (Rules 28 and 29). */
export function whoseLessons(configuration: Configuration, member: MemberId): WhoseLessons {
  const person = configuration.members.get(member)
  const decides = person && mayDecideOnLessons(person, configuration.policy)
  const supervised = decides ? supervisedBy(configuration, member) : []
  return { member, supervised, gone: supervised.filter(id => !configuration.members.get(id)?.active) }
}

/** The people whose supervisor somebody is. */
export function supervisedBy({ members }: Configuration, id: MemberId): MemberId[] {
  const person = members.get(id)
  if (!person) return []
  return [...members.values()].filter(other => other.id !== id && isSupervisorOf(person, other)).map(other => other.id)
}
