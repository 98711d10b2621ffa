import { differenceOf } from '../core/learning/wilson.ts'
import { epochMs, fromEpochMs } from '../core/time/instant.ts'
import type { Connection } from '../store/database.ts'
import { champion, type FailingName, failings } from './champion/champion.ts'
import { findFigures, type Row } from './figures.ts'
import type { Grouping, Question } from './scope.ts'

/** With how many customers something happened, of those of whom it is known how they were treated. */
export type Share = { count: number; of: number }

/**
 * What a team may look at: the way in which customers were let down, and where. `group`: those for whom it happens more
 * often than for the `others`, by more than chance; null: it does so for none in particular. `before`: the same in the
 * weeks before.
 */
export type Suggestion = {
  failing: FailingName
  group: { by: Extract<Grouping, 'kind' | 'channel'>; key: string } | null
  now: Share
  others: Share | null
  before: Share
}

const weekMs = 7 * 86_400_000
/** Issues of so many weeks are looked at, beside those of so many weeks before. */
export const weeksLookedAt = 4
export const weeksBefore = 12
/** What happened to fewer customers may be an accident. */
const fewest = 3
/**
 * 99.9 %: of the fifty or so comparisons of one letter, at the usual 95 % two or three would stand out by chance each week;
 * so it is one letter in twenty.
 */
const zOfMany = 3.290526731491926

/**
 * The one thing to look at, from what happened to the customers of the last four weeks until the question's end: what
 * stands out for a kind of issue or a channel, else what happened most. Null: nothing happened to three of them.
 */
export async function findSuggestion(connection: Connection, question: Question): Promise<Suggestion | null> {
  const { until } = question.scope
  const from = fromEpochMs(epochMs(until) - weeksLookedAt * weekMs)
  const over = (start: typeof from, end: typeof from): Question => ({
    ...question,
    scope: { ...question.scope, from: start, until: end },
  })
  const rowsOf = async (asked: Question, by: Grouping | null): Promise<Row[]> =>
    (await findFigures(connection, asked, [champion], by)).get('champion')?.rows ?? []
  const now = over(from, until)
  const [whole] = await rowsOf(now, null)
  const groups: Found[] = []
  for (const by of ['kind', 'channel'] as const)
    for (const row of await rowsOf(now, by)) if (row.key !== null) groups.push({ by, key: row.key, row })
  const chosen = whole && choose(whole, groups)
  if (!chosen) return null
  const { failing, group } = chosen
  const earlier = over(fromEpochMs(epochMs(from) - weeksBefore * weekMs), from)
  const rows = await rowsOf(earlier, group?.by ?? null)
  const before = rows.find(row => group === null || row.key === group.key)
  return { ...chosen, before: before ? shareOf(before, failing) : { count: 0, of: 0 } }
}

type Found = { by: Extract<Grouping, 'kind' | 'channel'>; key: string; row: Row }

/** What stands out most, of everybody (`whole`) and of each group. */
export function choose(whole: Row, groups: readonly Found[]): Omit<Suggestion, 'before'> | null {
  const standing = groups
    .flatMap(({ by, key, row }) =>
      failings.map(({ name: failing }) => {
        const [now, all] = [shareOf(row, failing), shareOf(whole, failing)]
        const others = { count: all.count - now.count, of: all.of - now.of }
        const { low } = differenceOf([others.count, others.of], [now.count, now.of], zOfMany)
        return { failing, group: { by, key }, now, others, low }
      }),
    )
    .filter(({ now, low }) => now.count >= fewest && low > 0)
    .toSorted((one, other) => other.low - one.low)
  const [first] = standing
  if (first) {
    const { low: _, ...chosen } = first
    return chosen
  }
  const [most] = failings
    .map(({ name: failing }) => ({ failing, group: null, now: shareOf(whole, failing), others: null }))
    .toSorted((one, other) => other.now.count - one.now.count)
  return most && most.now.count >= fewest ? most : null
}

function shareOf({ figure }: Row, failing: string): Share {
  if (figure.form !== 'share') throw new Error('Champion probability is a share.')
  return { count: figure.parts[failing] ?? 0, of: figure.of }
}
