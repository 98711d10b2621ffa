import type { SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { approval, cannotFix, gap, silent } from './asked.ts'
import { circle, expired, fellThrough, huddle, objected, still } from './handed.ts'
import type { Chapter, Matter, Saying } from './matter.ts'
import { alarm, broken, uncovered } from './owed.ts'

/**
 * Everything that needs a supervisor, in the one order: alarms first, then what is owed, then what slipped between two, then
 * what is asked. What is empty is left out.
 */
export function chaptersOf(answer: SuperviseAnswer, saying: Saying): Chapter[] {
  // A broken promise whose alarm is lit is told with the alarm.
  const alarmed = new Set(answer.escalated.map(({ number }) => number))
  const owed = answer.broken.filter(({ issue }) => !alarmed.has(issue.number))
  // So is a circle whose people are called together already, with their huddle.
  const called = new Set(answer.huddles.map(({ issue }) => issue.number))
  const circles = answer.circles.filter(({ issue }) => !called.has(issue.number))
  const lateFirst = answer.huddles.toSorted((one, other) => Number(!one.huddle.lateAt) - Number(!other.huddle.lateAt))
  const all = <Found>(found: readonly Found[], tell: (one: Found, saying: Saying) => Matter): Matter[] =>
    found.map(one => tell(one, saying))
  const chapters: Chapter[] = [
    { name: 'escalated', matters: all(answer.escalated, alarm) },
    { name: 'broken', matters: all(owed, broken) },
    { name: 'uncovered', matters: all(answer.uncovered, uncovered) },
    { name: 'objected', matters: all(stalledBy('objection', answer), objected) },
    { name: 'circles', matters: all(circles, circle) },
    { name: 'huddles', matters: all(lateFirst, huddle) },
    { name: 'expired', matters: all(answer.expired, expired) },
    { name: 'fellThrough', matters: all(answer.fellThrough, fellThrough) },
    { name: 'still', matters: all(stalledBy('no_movement', answer), still) },
    { name: 'silent', matters: all(answer.silent, silent) },
    { name: 'approvals', matters: all(answer.approvals, approval) },
    { name: 'cannotFix', matters: all(answer.cannotFix, cannotFix) },
    { name: 'gaps', matters: all(answer.gaps, gap) },
  ]
  return chapters.filter(chapter => chapter.matters.length > 0)
}

type Stalls = SuperviseAnswer['still']

const stalledBy = (reason: Stalls[number]['why'], { still }: SuperviseAnswer): Stalls =>
  still.filter(({ why }) => why === reason)
