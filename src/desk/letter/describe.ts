import type { ChangeAnswer, LetterAnswer, TeamRef } from '../../contract/answers.ts'
import type { Became } from '../../measures/week.ts'
import type { Configuration } from '../../store/configuration.ts'
import type { Connection } from '../../store/database.ts'
import { seeLesson } from '../../store/lesson-read.ts'
import {
  type LetterRow,
  readBrokenLines,
  readSilentLines,
  readThanksLines,
  readUnansweredLines,
} from '../../store/letters.ts'
import { promisedByPolicy, teamRef } from '../describe.ts'
import { describeLessonRow } from '../describe-lesson.ts'
import type { Desk } from '../desk.ts'
import type { LetterContent } from './content.ts'
import { describeSuggestion } from './suggestion.ts'

/** A letter with its words as they stand now: what was erased since is gone, what was made good since is not owed. */
export async function describeLetter(
  desk: Desk,
  connection: Connection,
  { id, team, from, until, content }: LetterRow<LetterContent>,
  configuration: Configuration,
): Promise<LetterAnswer> {
  const { workspace } = desk
  const broken = await readBrokenLines(connection, workspace, content.broken)
  const whose: TeamRef | null = team === null ? null : teamRef(configuration, team)
  return {
    id,
    team: whose,
    from,
    until,
    kept: content.kept,
    thanks: await readThanksLines(connection, workspace, content.kudos),
    broken: broken.map(({ kind, what, ...line }) => ({ ...line, what: what ?? promisedByPolicy[kind] })),
    unanswered: await readUnansweredLines(connection, workspace, content.unanswered),
    silent: await readSilentLines(connection, workspace, content.silent),
    lessons: await describeLessons(desk, connection, content.lessons, configuration),
    suggestion: content.suggestion && describeSuggestion(content.suggestion, { team, until }, configuration),
  }
}

async function describeLessons(
  { workspace }: Desk,
  connection: Connection,
  named: readonly { lesson: number; became: Became }[],
  configuration: Configuration,
): Promise<LetterAnswer['lessons']> {
  const lines: LetterAnswer['lessons'] = []
  for (const { lesson: id, became } of named) {
    const { lesson } = await seeLesson(connection, workspace, id, null)
    if (!lesson) continue
    const { what, change } = describeLessonRow(lesson, configuration)
    lines.push({ id, became, what, says: saysOf(change) })
  }
  return lines
}

/** What changes, in one line. */
function saysOf(change: ChangeAnswer): string {
  switch (change.type) {
    case 'fact_rule':
      return `${change.key}: ${change.says}`
    case 'checklist':
      return change.step
    case 'article':
      return `the article “${change.title}”`
    case 'macro':
      return `the macro “${change.name}”`
    case 'request':
      return `${change.department.name} is asked: ${change.ask}`
  }
}
