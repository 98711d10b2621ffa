import type { Instant } from '../../core/time/instant.ts'
import { markStep } from '../../desk/checklist.ts'
import type { Outcome } from '../../desk/desk.ts'
import { adoptLesson, commentOnLesson, decideOnLesson, proposeLesson, supportLesson } from '../../desk/lessons.ts'
import type { PersonName } from '../company.ts'
import { memberOf, namedOn, type Stage, teamOf } from '../stage.ts'
import type { Does, DoesApart } from './scene.ts'

type Change =
  | { type: 'fact_rule'; key: string; says: string; allowed: string[]; refused: string[] }
  | { type: 'checklist'; step: string }
  | { type: 'article'; title: string; body: string }
  | { type: 'macro'; name: string; body: string }
  | { type: 'request'; department: string; ask: string; owner: PersonName; due: Instant }

/** What happened, why, why that, and what changes. */
export type Lesson = { what: string; whys: string[]; change: Change }

/** Mistakes that turn into changes (Rules 28 and 29); `called`: as the stories know a lesson. */
export const learning = (does: Does, apart: DoesApart) => ({
  proposesLesson: (called: string, { what, whys, change }: Lesson) =>
    does('proposes a lesson', async (desk, by, issue, { stage }) => {
      const proposed = await proposeLesson(desk, by, { issue, what, whys, change: changeOf(stage, change) })
      if ('answer' in proposed) stage.lessons.set(called, proposed.answer.id)
      return proposed
    }),
  supports: (called: string) =>
    apart('supports a lesson', (desk, by, { lessons }) =>
      supportLesson(desk, by, namedOn(lessons, called), { supports: true }),
    ),
  comments: (called: string, text: string) =>
    apart('comments on a lesson', (desk, by, { lessons }) =>
      commentOnLesson(desk, by, namedOn(lessons, called), { text }),
    ),
  /** From now on it is enforced, on trial for so many days. */
  adopts: (called: string, trialDays: number) =>
    apart('adopts a lesson', (desk, by, { lessons }) =>
      adoptLesson(desk, by, namedOn(lessons, called), { trialDays, owner: null, due: null }),
    ),
  keeps: (called: string, why: string) =>
    apart('keeps a lesson', (desk, by, { lessons }) =>
      decideOnLesson(desk, by, namedOn(lessons, called), { decision: 'keep', why }),
    ),
  /** Has done the step that a lesson asks for (Rule 28). */
  doesStep: (called: string) =>
    does(
      'does a step',
      (desk, by, number, { stage }): Promise<Outcome<unknown>> =>
        markStep(desk, by, number, namedOn(stage.lessons, called), { done: true }),
    ),
})

const changeOf = (stage: Stage, change: Change) =>
  change.type === 'request'
    ? { ...change, department: teamOf(stage, change.department), owner: memberOf(stage, change.owner) }
    : change
