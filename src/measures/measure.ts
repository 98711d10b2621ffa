import type { MeasureName } from '../contract/measures.ts'

/**
 * A piece of SQL about one issue: `c` is its row of `course`, `q` the question (`now`, `silence_limit`, `silent_before`). Of a
 * measure of lessons `c` is the lesson, with its `standing`.
 */
export type Sql = string

/** What is counted: issues by when they were opened, or lessons by when they were proposed. */
export type Source = 'issues' | 'lessons'

/** Issues (or lessons) for which something holds, or something that an issue has several of. */
export type Counted = { issues: Sql } | { each: Sql }

export const chapters = [
  'champion',
  'promises',
  'handoffs',
  'recurrence',
  'escalations',
  'forward',
  'silence',
  'retelling',
  'rating',
  'concessions',
  'learning',
] as const
export type Chapter = (typeof chapters)[number]

/** What is asked about issues, or lessons: a name for the answer, and what is counted. */
type Asked = { name: string; source?: Source }

/** A share, with Wilson's interval: `part` is some of `of`. `parts`: why an issue is missing from the part. */
export type AskedShare = Asked & {
  form: 'share'
  part: Counted
  of: Counted
  parts?: readonly { name: string; says: string; issues: Sql }[]
}

/** How many there are for each issue, with the interval of a mean: `each` is counted for every issue that is `of`. */
export type AskedMean = Asked & { form: 'mean'; unit: string; each: Sql; of: Sql }

/**
 * The median of stretches of time, with its bootstrap interval. `stretches`: a query of columns `minutes` (already known),
 * `from_at` and `to_at` (until now where null) for the courses `c`; whichever of the two is longer counts. `clock`: whether
 * minutes are counted while the desk is open, or all of them.
 */
export type AskedMedian = Asked & { form: 'median'; clock: 'open' | 'real'; stretches: Sql; of: Sql }

export type AskedFigure = AskedShare | AskedMean | AskedMedian

/** What every measure tells about itself: the page shows all of it. */
type Told = {
  name: MeasureName
  chapter: Chapter
  /** Its name for people. */
  says: string
  /** What it counts, so that anybody in a meeting understands it. */
  definition: string
  /** Which is better for the customer; null: it depends, and it is there to be read beside others. */
  better: 'more' | 'less' | null
  /** How somebody could make it look better without treating a customer better, and what stands against that. */
  gaming: string
  guard: string
  /** The measures that are shown with it, since they would show it being gamed. */
  beside: readonly MeasureName[]
  /** Whether a person is shown their own: never how fast they are, nor how much they close (Rule 32). */
  ofPerson: boolean
}

export type Share = Told & AskedShare
export type Mean = Told & AskedMean
export type Median = Told & AskedMedian
export type Measure = Share | Mean | Median
