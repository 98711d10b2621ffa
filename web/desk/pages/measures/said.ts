import type { DifferenceAnswer, FigureAnswer, MeasureAnswer } from '../../../../src/contract/answers.ts'
import { times } from '../../../ui/time-words.ts'
import { lasting } from '../../../ui/times.ts'
import { words } from './words.ts'

/** What a figure is counted in. */
export type Unit = Pick<MeasureAnswer, 'name' | 'unit' | 'per' | 'clock'>
/** How long the desk is open on an ordinary day, in minutes: lengths of open time are told by it. */
export type OpenDay = number

/** After half a day nobody counts minutes. */
const hoursOnly = 12 * 60

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat(times.locale, { maximumFractionDigits: digits }).format(value)

/** "37 %", and "0.4 %" where whole ones would say nothing. */
export function percent(share: number): string {
  const near = Math.min(share, 1 - share)
  return words.percent(number(share * 100, near > 0.0005 && near < 0.01 ? 1 : 0))
}

/** A value as people say it: "37 %", "0.11", "3 h 10", "25 h", "2 days". */
export function valueSaid(value: number, { unit, clock }: Pick<Unit, 'unit' | 'clock'>): string {
  if (unit === 'share') return percent(value)
  if (unit === 'number') return number(value, 2)
  // An open day is shorter than a day: only real time is told in days.
  if (clock === 'open' && value >= hoursOnly) return times.hours(Math.round(value / 60))
  return value < 0.5 ? times.minutes(0) : lasting(value * 60_000)
}

/** What stands behind a value: "of opening hours, about 3 days", "for each issue"; nothing for a share. */
export function unitSaid(value: number, { per, clock }: Unit, day: OpenDay): string | null {
  if (clock !== 'open') return per
  return value < 1.5 * day ? words.openTime : words.openDays(Math.round(value / day))
}

/** A value so short that it fits an axis or a row. */
export function shortly(value: number, { unit }: Unit): string {
  if (unit === 'share') return percent(value)
  if (unit === 'number' || value === 0) return number(value, 2)
  return value < 60 ? times.minutes(Math.round(value)) : times.hours(Math.round(value / 60))
}

/** "14 of 38 issues", "8 in 70 issues", "half of 70 issues took longer" */
export function countOf({ count, of, sampled }: FigureAnswer, { name, unit }: Unit): string {
  if (of === 0) return words.nothingYet
  const counted = words.counted(name, of)
  if (unit === 'share') return words.share(count ?? 0, counted)
  if (unit === 'number') return words.mean(count ?? 0, counted)
  return words.median(counted) + (sampled === null ? '' : words.sampled(sampled))
}

/** "14/38", "8 in 70", "of 70": a count where there is room for no more. */
export function countShort({ count, of }: FigureAnswer, { unit }: Unit): string {
  if (unit === 'share') return `${count}/${of}`
  return unit === 'number' ? words.mean(count ?? 0, String(of)) : words.ofAll(of)
}

/** "between 23 % and 53 %"; nothing of nothing. */
export function betweenOf({ low, high }: FigureAnswer, unit: Unit): string | null {
  if (low === null || high === null) return null
  return words.between(valueSaid(low, unit), valueSaid(high, unit))
}

/** "37 % (14 of 38 issues, between 23 % and 53 %)": all of a figure in one go. */
export function wholeOf(figure: FigureAnswer, unit: Unit, day: OpenDay): string {
  if (figure.value === null) return words.nothingYet
  const beside = [countOf(figure, unit), betweenOf(figure, unit)].filter(said => said !== null)
  const said = [valueSaid(figure.value, unit), unitSaid(figure.value, unit, day)].filter(Boolean).join(' ')
  return `${said} (${beside.join(', ')})`
}

/** Two sentences about the difference from another time: which way, and whether chance alone could make it. */
export function differenceIn({
  against,
  difference,
  ...unit
}: Unit & { against: FigureAnswer | null; difference: DifferenceAnswer | null }): string | null {
  if (!against) return null
  if (!difference || against.value === null) return words.noComparison
  const { value, low, high, reads } = difference
  const counts = unit.unit === 'share' ? `, ${words.share(against.count ?? 0, String(against.of))}` : ''
  const then = valueSaid(against.value, unit) + counts
  const [least, most] = [signed(low, unit), signed(high, unit)]
  if (reads === 'unclear') return `${words.differs.unclear(then)} ${words.maybeChance(least, most)}`
  return `${words.differs[reads](stepOf(Math.abs(value), unit), then)} ${words.moreThanChance(least, most)}`
}

/** A difference of shares is told in points, since percent of percent mislead. */
const stepOf = (value: number, unit: Unit): string =>
  unit.unit === 'share' ? words.points(number(value * 100, value < 0.01 ? 1 : 0)) : valueSaid(value, unit)

const signed = (value: number, unit: Unit): string =>
  (value < 0 ? words.less : words.more)(stepOf(Math.abs(value), unit))

/** How long the desk is open on the days on which it is, in minutes; a whole day where it never closes or says nothing. */
export function openDayOf(hours: Readonly<Record<string, readonly { from: string; to: string }[]>>): OpenDay {
  const days = Object.values(hours)
    .map(stretches => stretches.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0))
    .filter(minutes => minutes > 0)
  return days.length === 0 ? 1440 : days.reduce((sum, minutes) => sum + minutes, 0) / days.length
}

function minutesOf(wall: string): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number)
  return hours * 60 + minutes
}
