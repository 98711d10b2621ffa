import { type Course, silenceLimit, wentInCircles } from './course.ts'
import { type Interval, quantile, wilson } from './statistics.ts'
import type { World } from './world.ts'
import type { Outcome } from './year.ts'

/** One figure of a year at a desk: a share of something with its count, or a plain number. */
export type Result = { value: number; within: Interval | null }
export type Measured = Record<FigureName, Result>

type Measure = (outcome: Outcome, world: World) => Result

/** How a figure is shown, and whether less or more of it is better; null: a price, or a matter of taste. */
type Figure = {
  says: string
  unit: '%' | 'number' | 'minutes' | 'days'
  better: 'less' | 'more' | null
  measure: Measure
}

const shareOf =
  (holds: (course: Course) => boolean): Measure =>
  ({ courses }) =>
    share(courses.filter(holds).length, courses.length)

const share = (part: number, whole: number): Result => ({ value: part / whole, within: wilson(part, whole) })
const number = (value: number): Result => ({ value, within: null })

const eachIssue =
  (count: (course: Course) => number): Measure =>
  ({ courses }) =>
    number(courses.reduce((sum, course) => sum + count(course), 0) / courses.length)

const promises = (courses: readonly Course[], kind: keyof Course['promises']): number =>
  courses.reduce((sum, course) => sum + course.promises[kind], 0)

/** What had to be told once was, nobody was left waiting or passed about, and no promise was broken: all but how it ended. */
const wentWell = (course: Course): boolean =>
  course.tellings === 1 &&
  course.promises.broken === 0 &&
  course.tosses === 0 &&
  !wentInCircles(course) &&
  course.longestSilence <= silenceLimit &&
  course.recurrences === 0 &&
  !course.gaveUp

/** By when so large a share of the issues that came to it had come to it. */
const workingDays =
  (until: (course: Course) => number | null, part: number): Measure =>
  ({ courses }, { hours }) => {
    const days = courses.flatMap(course => {
      const at = until(course)
      return at === null ? [] : [hours.between(course.openedAt, at) / 480]
    })
    return number(quantile(days, part))
  }

/** Minutes of work of each person of a kind on a working day. */
const workOf =
  (isOneOfThem: (team: number | null) => boolean, of: (minutes: number[]) => number): Measure =>
  ({ minutes }, { people, size, hours, start }) => {
    const days = hours.between(start, start + size.days * 86_400_000) / 480
    return number(of(people.filter(({ team }) => isOneOfThem(team)).map(({ index }) => (minutes[index] ?? 0) / days)))
  }
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Everything that the simulated year reports, in the order of the table. */
export const figures = {
  champion: {
    says: 'Champion probability: told once, never dropped, confirmed',
    unit: '%',
    better: 'more',
    measure: shareOf(course => wentWell(course) && course.confirmed),
  },
  championInTruth: {
    says: '… solved in truth, whether or not the customer was asked',
    unit: '%',
    better: 'more',
    measure: shareOf(course => wentWell(course) && course.closedAt !== null && course.solvedAt !== null),
  },
  stoodStill: {
    says: "Nobody moved it for a week, on the company's turn",
    unit: '%',
    better: 'less',
    measure: shareOf(({ stoodStill }) => stoodStill),
  },
  silent: {
    says: 'The customer heard nothing for over three working days',
    unit: '%',
    better: 'less',
    measure: shareOf(({ longestSilence }) => longestSilence > silenceLimit),
  },
  circles: {
    says: 'Went back to a person or a team that had had it',
    unit: '%',
    better: 'less',
    measure: shareOf(wentInCircles),
  },
  refused: {
    says: '… was tried, and refused: for each issue',
    unit: 'number',
    better: null,
    measure: ({ courses, refused }) => number((refused.get('circle') ?? 0) / courses.length),
  },
  tossed: {
    says: 'Was passed on without the customer meeting anybody',
    unit: '%',
    better: 'less',
    measure: shareOf(({ tosses }) => tosses > 0),
  },
  passes: {
    says: '… how often, for each issue',
    unit: 'number',
    better: 'less',
    measure: eachIssue(({ tosses }) => tosses),
  },
  retold: {
    says: 'The customer told the story again',
    unit: '%',
    better: 'less',
    measure: shareOf(({ tellings }) => tellings > 1),
  },
  retellings: {
    says: '… how often, for each issue',
    unit: 'number',
    better: 'less',
    measure: eachIssue(({ tellings }) => tellings - 1),
  },
  chased: {
    says: 'The customer had to ask again',
    unit: '%',
    better: 'less',
    measure: shareOf(({ chases }) => chases > 0),
  },
  gaveUp: { says: 'The customer gave up', unit: '%', better: 'less', measure: shareOf(({ gaveUp }) => gaveUp) },
  cameBack: {
    says: 'Came back after it was closed',
    unit: '%',
    better: 'less',
    measure: shareOf(({ recurrences }) => recurrences > 0),
  },
  stillOpen: {
    says: 'Still open, four months after the last customer came',
    unit: '%',
    better: 'less',
    measure: shareOf(({ closedAt }) => closedAt === null),
  },
  untilSolved: {
    says: 'Working days until it was solved in truth: median',
    unit: 'days',
    better: 'less',
    measure: workingDays(({ solvedAt }) => solvedAt, 0.5),
  },
  untilNearlyAllSolved: {
    says: '… nine of ten',
    unit: 'days',
    better: 'less',
    measure: workingDays(({ solvedAt }) => solvedAt, 0.9),
  },
  untilClosed: {
    says: '… until it was closed for the last time: median',
    unit: 'days',
    better: null,
    measure: workingDays(({ closedAt }) => closedAt, 0.5),
  },
  promised: {
    says: 'Promises for each issue',
    unit: 'number',
    better: null,
    measure: eachIssue(({ promises }) => promises.made + promises.moved),
  },
  broken: {
    says: '… broken, of those kept or broken',
    unit: '%',
    better: null,
    measure: ({ courses }) => {
      const broken = promises(courses, 'broken')
      return share(broken, broken + promises(courses, 'kept'))
    },
  },
  madeGood: {
    says: '… made good, of those broken',
    unit: '%',
    better: null,
    measure: ({ courses }) => share(promises(courses, 'madeGood'), promises(courses, 'broken')),
  },
  issuesWithABroken: {
    says: 'Issues with a broken promise',
    unit: '%',
    better: null,
    measure: shareOf(({ promises: { broken } }) => broken > 0),
  },
  confirmed: {
    says: 'The customer said that it is solved',
    unit: '%',
    better: null,
    measure: shareOf(({ confirmed }) => confirmed),
  },
  words: {
    says: 'Words to the customer, for each issue',
    unit: 'number',
    better: null,
    measure: eachIssue(({ words }) => words),
  },
  hands: {
    says: 'Persons who had it, for each issue',
    unit: 'number',
    better: null,
    measure: eachIssue(({ holders }) => new Set(holders).size),
  },
  work: {
    says: 'Minutes of work a day: each member',
    unit: 'minutes',
    better: 'less',
    measure: workOf(team => team !== null, mean),
  },
  workOfTheBusiest: {
    says: '… the busiest member',
    unit: 'minutes',
    better: 'less',
    measure: workOf(
      team => team !== null,
      minutes => Math.max(...minutes),
    ),
  },
  workOfSupervisors: {
    says: '… each supervisor, and the head of service',
    unit: 'minutes',
    better: 'less',
    measure: workOf(team => team === null, mean),
  },
} as const satisfies Record<string, Figure>

export type FigureName = keyof typeof figures
export const figureNames = Object.keys(figures) as FigureName[]
export const figureOf = (name: FigureName): Figure => figures[name]

export const measure = (outcome: Outcome, world: World): Measured =>
  Object.fromEntries(figureNames.map(name => [name, figures[name].measure(outcome, world)])) as Measured
