import type { EffectAnswer } from '../contract/answers.ts'
import type { LessonId } from '../core/context.ts'
import { effectOf, effectSpans } from '../core/learning/effect.ts'
import { configurationOf } from '../store/configuration.ts'
import { readCounts } from '../store/effect-read.ts'
import { seeLesson } from '../store/lesson-read.ts'
import { noSuchLesson } from './act-on-lesson.ts'
import { kindRef } from './describe-learning.ts'
import type { Desk, Outcome } from './desk.ts'

/** Rule 29: the figures of a lesson's kind of issue before its adoption and since, with counts and intervals. */
export async function readEffect(desk: Desk, id: LessonId): Promise<Outcome<EffectAnswer>> {
  const { lesson, now, configVersion } = await seeLesson(desk.database, desk.workspace, id, null)
  if (!lesson) return noSuchLesson(id)
  const spans = effectSpans(lesson.state, now)
  if (!spans) return { missing: `Lesson ${id} was never adopted: there is no effect to look at.` }
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const { kind } = lesson.state
  const countsIn = (span: typeof spans.before) => readCounts(desk.database, desk.workspace, kind, span)
  const [before, after] = await Promise.all([countsIn(spans.before), countsIn(spans.after)])
  return {
    answer: {
      lesson: id,
      kind: kind === null ? null : kindRef(configuration, kind),
      before: { ...spans.before, issues: before.issues },
      after: { ...spans.after, issues: after.issues },
      figures: effectOf(before, after),
    },
  }
}
