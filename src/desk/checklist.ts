import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { LessonId } from '../core/context.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'

/** Rule 28: a step is done, open again, or need not be done, for a reason. */
export const markStep = (
  desk: Desk,
  caller: Caller,
  number: number,
  lesson: LessonId,
  given: z.output<typeof asked.markStep>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({
    type: 'MarkStep',
    lesson,
    as:
      'excuse' in given
        ? { state: 'excused', why: write(draft, given.excuse) }
        : { state: given.done ? 'done' : 'open' },
  }))
