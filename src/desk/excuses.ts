import type { ExcuseAnswer } from '../contract/answers.ts'
import type { LessonId } from '../core/context.ts'
import { configurationOf } from '../store/configuration.ts'
import { readExcuseRows } from '../store/excuses.ts'
import { seeLesson } from '../store/lesson-read.ts'
import { noSuchLesson } from './act-on-lesson.ts'
import { memberRef } from './describe.ts'
import type { Desk, Outcome } from './desk.ts'

/** More excuses than this say what a hundred do. */
const mostExcuses = 100

/** What was excused from a lesson, and why: whoever decides on it reads them first. */
export async function readExcuses(desk: Desk, id: LessonId): Promise<Outcome<ExcuseAnswer[]>> {
  const { lesson, configVersion } = await seeLesson(desk.database, desk.workspace, id, null)
  if (!lesson) return noSuchLesson(id)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const rows = await readExcuseRows(desk.database, desk.workspace, id, mostExcuses)
  return {
    answer: rows.map(({ number, subject, at, by, why }) => ({
      issue: { number, subject },
      at,
      by: memberRef(configuration, by),
      why,
    })),
  }
}
