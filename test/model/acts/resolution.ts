import fc from 'fast-check'
import { owner } from '../../../src/core/issue/issue.ts'
import type { RatingChoice } from '../../../src/core/resolution/rating.ts'
import { asMember, later } from '../world.ts'
import {
  act,
  answering,
  asOwner,
  asTheirCustomer,
  keeps,
  maybeDue,
  plain,
  promised,
  type Sight,
  someone,
  successor,
} from './act.ts'

/** Dates of a watch, in minutes from now: mostly none. */
export const watch: fc.Arbitrary<number[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  { weight: 1, arbitrary: fc.constantFrom<number[][]>([3 * 1440], [2 * 1440, 30 * 1440], [-10], [1440, 1440]) },
)

const heardBy = (sight: Sight, { heard }: { heard: boolean }) => (heard ? asOwner(sight) : asTheirCustomer(sight))

/** How an issue is solved, given up, or found to be none (Rules 5 and 17 to 22). */
export const resolutionActs = {
  propose: act({
    weight: 4,
    said: fc.record({ keeps, due: maybeDue, watch, byPhone: fc.boolean() }),
    by: asOwner,
    asks: (said, { issue, now }) => ({
      type: 'ProposeResolution',
      wrong: 'w',
      done: 'w',
      holds: 'w',
      channel: said.byPhone ? 'phone' : 'email',
      message: 'w',
      watch: said.watch.map(minutes => ({ due: later(now, minutes), what: null })),
      keeps: answering(said.keeps, issue),
      promise: promised(said.due, now),
    }),
  }),
  confirm: act({
    weight: 4,
    said: fc.record({ heard: fc.boolean(), quotes: fc.boolean() }),
    by: heardBy,
    asks: ({ heard, quotes }) => ({
      type: 'ConfirmResolution',
      heard: heard && quotes ? { how: 'phone', words: 'w' } : null,
    }),
  }),
  deny: act({
    weight: 2,
    said: fc.record({ heard: fc.boolean(), quotes: fc.boolean() }),
    by: heardBy,
    asks: ({ quotes }) => ({ type: 'DenyResolution', words: quotes ? 'w' : null }),
  }),
  close: act({
    weight: 5,
    said: fc.record({ reachable: fc.boolean() }),
    by: asOwner,
    asks: ({ reachable }) => ({ type: 'CloseIssue', reachable }),
  }),
  rate: act({
    weight: 3,
    said: fc.record({ choice: fc.constantFrom<RatingChoice[]>('well', 'partly', 'badly'), says: fc.boolean() }),
    by: asTheirCustomer,
    asks: ({ choice, says }) => ({ type: 'RateIssue', choice, words: says ? 'w' : null }),
  }),
  recurred: plain(1, asOwner, () => ({ type: 'FindRecurrence', words: 'w' })),
  ask_cannot_fix: plain(1, asOwner, () => ({ type: 'AskCannotFix', reason: 'w', alternative: 'w' })),
  agree_cannot_fix: plain(1, someone('priya'), () => ({ type: 'AgreeCannotFix' })),
  refuse_cannot_fix: plain(1, someone('priya'), () => ({ type: 'RefuseCannotFix', why: 'w' })),
  tell_cannot_fix: act({
    weight: 1,
    said: fc.record({ keeps, due: maybeDue }),
    by: asOwner,
    asks: (said, { issue, now }) => ({
      type: 'TellCannotFix',
      channel: 'email',
      message: 'w',
      keeps: answering(said.keeps, issue),
      promise: promised(said.due, now),
    }),
  }),
  mark_spam: plain(1, asOwner, () => ({ type: 'MarkSpam', why: 'w' })),
  clear_spam: act({
    weight: 2,
    said: fc.record({ restoresFor: successor }),
    by: ({ issue }) => asMember(owner(issue).member),
    asks: ({ restoresFor }, { issue }) => ({ type: 'ClearSpam', restoresFor: restoresFor ?? owner(issue).member }),
  }),
}
