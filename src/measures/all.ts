import type { MeasureName } from '../contract/measures.ts'
import { champion } from './champion/champion.ts'
import { withinLimit } from './concessions/within-limit.ts'
import { alarmAnswered } from './escalations/answered.ts'
import { escalated } from './escalations/escalated.ts'
import { assistsDeclined } from './forward/declined.ts'
import { assistsMoved } from './forward/moved.ts'
import { changesOfHands } from './handoffs/changes-of-hands.ts'
import { circles } from './handoffs/circles.ts'
import { firstOwner } from './handoffs/first-owner.ts'
import { greetingTime } from './handoffs/greeting-time.ts'
import { huddled } from './handoffs/huddles.ts'
import { handoffsMet } from './handoffs/met.ts'
import { passedUnmet } from './handoffs/passed-unmet.ts'
import { offersUnanswered } from './handoffs/unanswered.ts'
import { lessonsAdopted } from './learning/adopted.ts'
import { lessonsKept } from './learning/kept.ts'
import type { Measure } from './measure.ts'
import { promisesKept } from './promises/kept.ts'
import { brokenMadeGood } from './promises/made-good.ts'
import { promisesMoved } from './promises/moved.ts'
import { promisedSpan } from './promises/span.ts'
import { ratingAnswered } from './rating/answered.ts'
import { ratedWell } from './rating/well.ts'
import { confirmed } from './recurrence/confirmed.ts'
import { denied } from './recurrence/denied.ts'
import { recurred } from './recurrence/recurred.ts'
import { toldAgain } from './retelling/told-again.ts'
import { longestSilence } from './silence/longest.ts'
import { silentTooLong } from './silence/too-long.ts'

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
