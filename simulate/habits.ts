import { type Quantiles, spread } from './quantiles.ts'

/**
 * Every number of the simulated year, in one place to change. None was tuned by what came out.
 *
 * What was measured comes from the log of the BPI Challenge 2013: 7,554 incidents of Volvo IT (W. Steeman, Ghent University,
 * doi:10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee). `npm run simulate -- measure FILE` prints each figure under the name
 * that stands with it. Minutes are office minutes: Monday to Friday, 9:00 to 17:00 on the log's own clock.
 */
const measured = {
  /** Share of customers who come in each hour of the day (arrivalsByHour), and on Saturday or Sunday (arrivalsOnAWeekend). */
  arrivalsByHour: [
    0.01, 0.008, 0.008, 0.01, 0.011, 0.011, 0.024, 0.044, 0.078, 0.087, 0.092, 0.071, 0.066, 0.092, 0.095, 0.081, 0.06,
    0.035, 0.022, 0.026, 0.026, 0.022, 0.013, 0.008,
  ],
  onAWeekend: 0.011,
  /** Share of issues that only a specialist can solve (endsWithSpecialists); the first line solves the others. */
  forSpecialists: 0.293,
  /** Visits of the right team until it is solved: shares of 1, 2, … (visitsOfTheRightTeam). */
  visits: [0.619, 0.208, 0.085, 0.043, 0.019, 0.011, 0.007, 0.008],
  /** Chance that another person of the team makes the next visit, where nothing keeps it with one (visitsByAnotherOfTheTeam). */
  anotherOfTheTeam: 0.583,
  /** Chance that the customer has to be asked something (customerIsAsked), and hours until they answer (answerHours). */
  asksCustomer: 0.285,
  answerHours: spread([0, 0, 0.3, 2.1, 26.4, 116.7, 260, 384.5, 770.3, 1319.3, 2184.2, 5059.9]),
  /** Minutes until somebody looks at what is new to their team or to them (queueMinutes). */
  looksAtNewAfter: spread([0, 0, 0, 1.1, 19.2, 141.6, 601.1, 1371, 3005, 5681.1, 11_860.9, 97_358.8]),
  /** Chance that after a visit there is something to wait for (gapsThatAreWaits), and minutes until it comes (waitMinutes). */
  waitsForOthers: 0.3,
  waitMinutes: spread([0, 0, 0.1, 14.9, 227.2, 1034.9, 3585.6, 7997.6, 15_197.1, 19_140.6, 24_960, 71_058.3]),
  /** With nothing to wait for: minutes until whoever has it looks again (gapMinutesUpToTwoDays), … */
  looksAgainAfter: spread([0, 0, 0, 35.9, 80.2, 212.8, 468.5, 616, 823.4, 916, 960, 960]),
  /** … or, when they forget it, until it comes to their mind (gapMinutesOverTwoDays). */
  forgottenFor: spread([
    963.6, 1063.1, 1131.2, 1440, 2400, 5602.1, 14_248.4, 28_300.6, 80_264.4, 94_288.4, 99_229.6, 248_044,
  ]),
  /** How often a member forgets: many never, a few nearly always (gapsOverTwoDaysOfAPerson). */
  forgets: spread([0, 0, 0, 0, 0.04, 0.15, 0.33, 0.48, 0.82, 0.85, 0.97, 0.97]),
  /** How often a member passes on what is their own team's to solve (passedOnThoughTheirsByPerson). */
  tosses: spread([0, 0, 0, 0, 0.04, 0.14, 0.34, 0.44, 0.58, 0.74, 0.86, 0.86]),
  /** Chance that who has to pass something on knows to whom (passedOnToTheRightTeam). */
  knowsWhere: 0.624,
  /** Chance that what was called solved is not (cameBack), and hours until the customer notices (cameBackAfterHours). */
  doesNotHold: 0.068,
  noticedAfterHours: spread([0, 0, 0, 0.3, 6.2, 69.6, 176.2, 311.6, 428.4, 494.7, 669.7, 736.5]),
} as const

/** What others have published. */
const published = {
  /** Days of sick leave a year, and of one spell: Austria 2023, by the Österreichische Apotheker-Zeitung after the social insurance. */
  sickDaysAYear: 15.4,
  sickDaysOfASpell: 9.3,
  /** Hours that customers wait in silence: 19 % up to 12, the average one 24, one in ten a week. Fasthosts, 1,300 consumers, July 2007. */
  patienceHours: [
    [0, 1],
    [0.19, 12],
    [0.5, 24],
    [0.905, 168],
    [1, 336],
  ],
  /** Share who rather phone than write: 53 %. Upton, consumers in the UK, 2008, as quoted by D. Chaffey. */
  phones: 0.53,
} as const

/** What we know no source for. `--sensitivity` halves and doubles each, and says which conclusions turn round. */
const assumed = {
  /** Chance that somebody new to an issue has the customer tell it all again. HBR, July 2010, may give an idea: 56 % had to, 59 % were passed on. */
  asksAgain: 0.5,
  /** Chance that they do so although story, facts and brief lie before them, with a warning (Rules 6 and 31). */
  ignoresTheStory: 0.25,
  /**
   * What is left of a member's forgetting (`forgets`) when a promise is about to fall due and stands first in their list: half.
   * Doubled, a promise reminds nobody of anything.
   */
  forgetsInSpiteOfAPromise: 0.5,
  /** Minutes until when members say that the customer hears from them: two days on average, each time half to one and a half of it. */
  promisedMinutes: 960,
  /** How many minutes before it is due they get round to a promise. */
  leadMinutes: 60,
  /** Chance that a visit which solves nothing yet ends with a word to the customer, when nothing asks for one. */
  tellsUnasked: 0.5,
  /** Chance that a customer whose patience has run out gives up, instead of asking again. */
  givesUp: 0.1,
  /** Chance that a customer who knows when they hear from us waits until then. */
  waitsUntilTold: 0.5,
  /** Chance that a customer answers when asked in writing whether it is solved. */
  answersAProposal: 0.4,
  /** Share of days on which twice as many customers come, by a fault of the company's own. */
  surgeDays: 0.05,
  /** Minutes of work for a visit. MetricNet: 15 or more for a ticket about a business application. */
  visitMinutes: 15,
  /** … for a word to the customer, or a talk with them. */
  wordMinutes: 5,
  /** … for a step of the rulebook: diagnosis, brief, read-back, introduction, greeting, proposal, a look into an alarm. Passing on blindly takes one. */
  stepMinutes: 5,
}

export type Assumption = keyof typeof assumed

type Of<Numbers> = {
  readonly [Name in keyof Numbers]: Numbers[Name] extends number
    ? number
    : Numbers[Name] extends readonly number[]
      ? readonly number[]
      : Quantiles
}

export type Habits = Of<typeof measured> & Of<typeof published> & Of<typeof assumed>

export const habits: Habits = { ...measured, ...published, ...assumed }

export const assumptions = Object.keys(assumed) as Assumption[]

/** The same habits with one assumption taken so many times. A chance ends at 1; minutes do not. */
export function changed(name: Assumption, times: number): Habits {
  const value = assumed[name] * times
  return { ...habits, [name]: assumed[name] <= 1 ? Math.min(1, value) : value }
}
