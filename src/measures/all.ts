import type { MeasureName } from '../contract/measures.ts'
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

/** Every measure, by its name. */
const byName: Record<MeasureName, Measure> = {
  champion,
  promises_kept: promisesKept,
  promises_moved: promisesMoved,
  broken_made_good: brokenMadeGood,
  promised_span: promisedSpan,
  changes_of_hands: changesOfHands,
  handoffs_met: handoffsMet,
  offers_unanswered: offersUnanswered,
  passed_unmet: passedUnmet,
  circles,
  huddled,
  greeting_time: greetingTime,
  first_owner: firstOwner,
  confirmed,
  denied,
  recurred,
  escalated,
  alarm_answered: alarmAnswered,
  assists_moved: assistsMoved,
  assists_declined: assistsDeclined,
  silent_too_long: silentTooLong,
  longest_silence: longestSilence,
  told_again: toldAgain,
  rated_well: ratedWell,
  rating_answered: ratingAnswered,
  within_limit: withinLimit,
  lessons_adopted: lessonsAdopted,
  lessons_kept: lessonsKept,
}

/** Every measure, in the order of the page. */
export const measures: readonly Measure[] = Object.values(byName)
