import type { ShareAnswer, SuggestionAnswer } from '../../contract/answers.ts'
import type { TeamId } from '../../core/context.ts'
import { differenceOf, wilson } from '../../core/learning/wilson.ts'
import { plusDays } from '../../core/time/calendar.ts'
import type { Instant } from '../../core/time/instant.ts'
import { type FailingName, failings } from '../../measures/champion/champion.ts'
import { type Share, type Suggestion, weeksLookedAt } from '../../measures/suggestion.ts'
import type { Configuration } from '../../store/configuration.ts'
import { kindRef } from '../describe-learning.ts'
import { smallBelow } from '../measures/describe.ts'

/** What may help, in one sentence. */
const advice: Record<FailingName, string> = {
  told_again: 'Look at what customers have to say twice: a fact that is written down is asked once.',
  broken:
    'Look at which promises break: a later time that stands is worth more to a customer than a near one that does not.',
  passed: 'Look at how these change hands: whoever takes one meets the customer before the giver lets go.',
  silent: 'Look at who waits here: one sentence on where it stands ends a silence.',
  unconfirmed: 'Look at how these end: a call may bring the word that a mail did not.',
  recurred: 'Look at what came back: one lesson from it may spare the next customer.',
}

const channels: Record<string, string> = {
  email: 'by mail',
  phone: 'by phone',
  chat: 'by chat',
  portal: 'by their page',
  api: 'through the API',
}

/** A suggestion with its evidence, in sentences and figures. */
export function describeSuggestion(
  suggestion: Suggestion,
  { team, until }: { team: TeamId | null; until: Instant },
  configuration: Configuration,
): SuggestionAnswer {
  const { failing, group, now, others, before } = suggestion
  const says = group && (group.by === 'kind' ? kindRef(configuration, group.key).name : channels[group.key])
  const query = new URLSearchParams({
    side: failing,
    ...(group && { [group.by]: group.key }),
    ...(team !== null && { team }),
    from: plusDays(configuration.calendar, until, -7 * weeksLookedAt),
    to: until,
  })
  return {
    failing,
    group: group && { ...group, says: says ?? group.key },
    now: shareOf(now),
    others: others && shareOf(others),
    before: shareOf(before),
    says: [advice[failing], ...evidence(suggestion, says ?? '')],
    issues: `/measures/champion/issues?${query}`,
  }
}

const shareOf = ({ count, of }: Share): ShareAnswer => ({ count, of, ...wilson(count, of) })

function evidence({ failing, group, now, others, before }: Suggestion, says: string): string[] {
  const what = failings.find(({ name }) => name === failing)?.says ?? failing
  const whose = !group ? 'customers' : group.by === 'kind' ? `customers with “${says}”` : `customers who came ${says}`
  const found = `In the last four weeks ${now.count} of ${now.of} ${whose} ${what} (${between(now)})`
  return [
    others
      ? `${found}; of the others ${others.count} of ${others.of}. That is more than chance.`
      : `${found}. That happened most; it does not stand out for one kind of issue or one channel.`,
    compared(now, before),
    ...(now.of < smallBelow ? [`These are few: ${now.of} say little.`] : []),
  ]
}

/** Whether it has become more or less than in the weeks before, if that can be told. */
function compared(now: Share, before: Share): string {
  if (before.of === 0) return 'From the weeks before there is nothing to compare it with.'
  const { low, high } = differenceOf([before.count, before.of], [now.count, now.of])
  const was = `In the twelve weeks before it was ${before.count} of ${before.of}`
  if (low > 0) return `${was}: it happens more often now, by more than chance.`
  return high < 0
    ? `${was}: it happens less often now, by more than chance.`
    : `${was}: too close to tell a difference.`
}

function between({ count, of }: Share): string {
  const { low, high } = wilson(count, of)
  return `between ${percent(low)} and ${percent(high)} % with 95 % confidence`
}

const percent = (share: number): number => Math.round(share * 100)
