import { isDeepStrictEqual } from 'node:util'
import { courseOf, type Tally } from '../core/course/course.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { type CourseRow, courseRow } from '../store/course.ts'

type At = { issue: Issue | null; tally: Tally | null }

/** What the customer has gone through with an issue now, where that has changed. */
export function courseRows(number: number, before: At, after: At, calendar: Calendar): CourseRow[] {
  const rowOf = ({ issue, tally }: At): CourseRow | null =>
    issue && tally && courseRow(courseOf(issue, tally), tally, number, calendar)
  const row = rowOf(after)
  return row === null || isDeepStrictEqual(row, rowOf(before)) ? [] : [row]
}
