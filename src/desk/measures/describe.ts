import type { FigureAnswer, MeasureAnswer, MeasuresAnswer, ScopeAnswer } from '../../contract/answers.ts'
import { differenceBetween, type Estimate } from '../../core/learning/wilson.ts'
import type { Figure } from '../../measures/columns.ts'
import { everything } from '../../measures/everything.ts'
import type { Found, Row } from '../../measures/figures.ts'
import type { Measure } from '../../measures/measure.ts'
import type { Grouping, Scope } from '../../measures/scope.ts'
import type { Configuration, Person } from '../../store/configuration.ts'
import { teamRef } from '../describe.ts'
import { kindRef } from '../describe-learning.ts'
import { teamsSeenBy } from './teams-seen.ts'

/** Below this a figure says little. */
export const smallBelow = 30
/** How many of the issues that are counted are not decided yet. */
export const undecidedOf = (counted: Figure | undefined): number => (counted?.form === 'share' ? counted.count : 0)

export function periodOf({ from, until }: Scope, found: Map<string, Found>): MeasuresAnswer['period'] {
  const counted = found.get(everything.name)?.whole
  if (counted?.form !== 'share') throw new Error('Issues were not counted.')
  return { from, until, issues: counted.of, undecided: counted.count }
}

export const describeScope = ({ team, kind, channel, owner }: Scope, configuration: Configuration): ScopeAnswer => ({
  team: team === null ? null : teamRef(configuration, team),
  kind: kind === null ? null : kindRef(configuration, kind),
  channel,
  mine: owner !== null,
})

export function about(measure: Measure): Omit<MeasureAnswer, 'figure' | 'against' | 'difference'> {
  const { name, chapter, says, definition, better, gaming, guard, beside, form } = measure
  return {
    name,
    chapter,
    says,
    definition,
    unit: form === 'share' ? 'share' : form === 'median' ? 'minutes' : 'number',
    per: form === 'mean' ? measure.unit : null,
    clock: form === 'median' ? measure.clock : null,
    better,
    gaming,
    guard,
    beside: [...beside],
  }
}

export function describeFigure(measure: Measure, figure: Figure | null): FigureAnswer {
  const { value = null, low = null, high = null } = figure?.estimate ?? {}
  const of = figure?.of ?? 0
  const parts = measure.form === 'share' ? (measure.parts ?? []) : []
  return {
    value,
    low,
    high,
    count: figure?.form === 'share' ? figure.count : figure?.form === 'mean' ? figure.sum : null,
    of,
    small: of < smallBelow,
    sampled: figure?.form === 'median' ? figure.sampled : null,
    parts: parts.map(({ name, says }) => ({
      name,
      says,
      count: figure?.form === 'share' ? (figure.parts[name] ?? 0) : 0,
    })),
  }
}

/** Whether a figure differs from what it was by more than chance. */
export function differenceOf(
  { better }: Pick<Measure, 'better'>,
  now: Estimate | null,
  then: Estimate | null,
): MeasureAnswer['difference'] {
  if (!now || !then) return null
  const { value, low, high } = differenceBetween(then, now)
  const way = low > 0 ? 'more' : high < 0 ? 'less' : null
  const reads = way === null ? 'unclear' : better === null ? way : way === better ? 'better' : 'worse'
  return { value, low, high, reads }
}

/** Rows with their names, in the order of weeks or of names: never of figures. Teams that the reader may not see are left out. */
export function named(
  rows: readonly Row[],
  by: Grouping,
  reader: Person,
  configuration: Configuration,
): (Row & { says: string })[] {
  if (by === 'week') return rows.map(row => ({ ...row, says: row.key ?? '' }))
  const seen = new Set(teamsSeenBy(reader, configuration))
  const nameOf = (key: string | null): string => {
    if (key === null) return 'none said'
    if (by === 'team') return teamRef(configuration, key).name
    return by === 'kind' ? kindRef(configuration, key).name : key
  }
  return rows
    .filter(({ key }) => by !== 'team' || (key !== null && seen.has(key)))
    .map(row => ({ ...row, says: nameOf(row.key) }))
    .toSorted((one, other) => one.says.localeCompare(other.says))
}
