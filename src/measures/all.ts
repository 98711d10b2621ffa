import { assistsDeclined, assistsMoved } from './assists.ts'
import { champion } from './champion.ts'
import { withinLimit } from './concessions.ts'
import { alarmAnswered, escalated } from './escalations.ts'
import {
  changesOfHands,
  circles,
  firstOwner,
  greetingTime,
  handoffsMet,
  huddled,
  offersUnanswered,
  passedUnmet,
} from './handoffs.ts'
import { lessonsAdopted, lessonsKept } from './lessons.ts'
import type { Measure } from './measure.ts'
import { brokenMadeGood, promisedSpan, promisesKept, promisesMoved } from './promises.ts'
import { ratedWell, ratingAnswered } from './rating.ts'
import { confirmed, denied, recurred } from './resolution.ts'
import { toldAgain } from './retelling.ts'
import { longestSilence, silentTooLong } from './silence.ts'

/** Every measure, in the order of the page. */
export const measures: readonly Measure[] = [
  champion,
  promisesKept,
  promisesMoved,
  brokenMadeGood,
  promisedSpan,
  changesOfHands,
  handoffsMet,
  offersUnanswered,
  passedUnmet,
  circles,
  huddled,
  greetingTime,
  firstOwner,
  confirmed,
  denied,
  recurred,
  escalated,
  alarmAnswered,
  assistsMoved,
  assistsDeclined,
  silentTooLong,
  longestSilence,
  toldAgain,
  ratedWell,
  ratingAnswered,
  withinLimit,
  lessonsAdopted,
  lessonsKept,
]

export const measureOf = (name: string): Measure | undefined => measures.find(measure => measure.name === name)
