import type { Connection } from '../store/database.ts'
import { behind } from './columns.ts'
import type { Measure, Sql } from './measure.ts'
import { inScope, type Question, valuesOf } from './scope.ts'

/** Which of the issues behind a figure: those that count as its part, the rest of those counted, all, or one reason of several. */
export type Side = 'part' | 'rest' | 'all' | { reason: string }

function conditionOf(measure: Measure, side: Side): Sql {
  if (measure.form === 'median' || (measure.form === 'mean' && side === 'all')) return measure.of
  if (measure.form === 'mean') return `(${measure.of}) and (${side === 'part' ? '' : 'not '}(${measure.each}) > 0)`
  const of = behind(measure.of)
  if (side === 'all') return of
  if (typeof side === 'object') {
    const part = measure.parts?.find(({ name }) => name === side.reason)
    return part ? `(${of}) and (${part.issues})` : 'false'
  }
  if (side === 'part') return `(${of}) and (${behind(measure.part)})`
  const [part, whole] = [measure.part, measure.of]
  // Of things that an issue has several of, the rest is in each issue that has more of them than are part.
  if ('each' in part && 'each' in whole) return `(${whole.each}) > (${part.each})`
  return `(${of}) and not (${behind(part)})`
}

/**
 * Numbers of the issues behind a figure (of lessons: from which they were proposed), the newest first. `after`: the last one
 * that was shown.
 */
export async function issuesBehind(
  connection: Connection,
  question: Question,
  measure: Measure,
  { side, after, limit }: { side: Side; after: number | null; limit: number },
): Promise<number[]> {
  const text = `select distinct c.number ${inScope[measure.source ?? 'issues']} and (${conditionOf(measure, side)})
    and c.number is not null
    and ($13::bigint is null or c.number < $13)
    order by c.number desc limit ${limit}`
  const { rows } = await connection.query<{ number: number }>({ text, values: [...valuesOf(question), after] })
  return rows.map(({ number }) => number)
}
