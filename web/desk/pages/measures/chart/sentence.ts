import type { FigureAnswer, MeasureByAnswer } from '../../../../../src/contract/answers.ts'
import { type Unit, valueSaid } from '../said.ts'
import { words } from '../words.ts'
import { dayShort, type Row, type Week } from './weeks-of.ts'

const said = words.picture

/** What the name of a row is on the screen: a channel in our words, everything else as it is called. */
export const nameOf = ({ key, says }: Row, by: MeasureByAnswer['by']): string => {
  if (by === 'week') return words.weekOf(dayShort(key ?? ''))
  return by === 'channel' && key !== null && key in words.channels
    ? words.channels[key as keyof typeof words.channels]
    : says
}

/** What a picture of weeks shows, in one sentence: only weeks of enough issues are compared. */
export function weeksSaid(weeks: readonly Week[], unit: Unit): string {
  const known = weeks.filter(({ figure }) => figure.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return said.nothing
  if (known.length === 1) return said.one(nameOf(first, 'week'), short(first.figure, unit))
  const telling = known.filter(({ figure }) => !figure.small)
  const [one] = telling
  if (!one) return said.allSmall(known.length, nameOf(first, 'week'), nameOf(last, 'week'))
  if (telling.length === 1) return said.oneSays(known.length, nameOf(one, 'week'), short(one.figure, unit))
  const ordered = telling.toSorted((week, other) => (week.figure.value ?? 0) - (other.figure.value ?? 0))
  const inWeek = (week: Week): string => said.inWeek(short(week.figure, unit), nameOf(week, 'week'))
  return said.span(telling.length, inWeek(ordered[0] ?? one), inWeek(ordered.at(-1) ?? one))
}

/** What a picture of kinds, channels or teams shows: each by its name, and whether they can be told apart at all. */
export function groupsSaid(rows: readonly Row[], unit: Unit, by: MeasureByAnswer['by']): string {
  const known = rows.filter(({ figure }) => figure.value !== null)
  // Teams are left out where their figures would be a person's: then that is said.
  if (rows.length === 0 && by === 'team') return words.noTeams
  if (known.length === 0) return said.nothingOf
  const list = known.map(row => `${nameOf(row, by)} ${short(row.figure, unit)}`).join(', ')
  return [said.groups(list), known.length > 1 && allOverlap(known) ? said.overlap : ''].filter(Boolean).join(' ')
}

/** Whether one value would lie in all of the intervals: then nothing tells them apart. */
function allOverlap(rows: readonly Row[]): boolean {
  const low = Math.max(...rows.map(({ figure }) => figure.low ?? 0))
  const high = Math.min(...rows.map(({ figure }) => figure.high ?? Number.POSITIVE_INFINITY))
  return low <= high
}

const short = (figure: FigureAnswer, unit: Unit): string => {
  const value = valueSaid(figure.value ?? 0, unit)
  return unit.unit === 'share' ? `${value} (${words.share(figure.count ?? 0, String(figure.of))})` : value
}
