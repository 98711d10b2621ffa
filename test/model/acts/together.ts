import fc from 'fast-check'
import type { Actor } from '../../../src/core/context.ts'
import type { Live, Party } from '../../../src/core/handoff/live.ts'
import { type Issue, owner } from '../../../src/core/issue/issue.ts'
import { asCustomer, asMember, receiverOf } from '../world.ts'
import { act, asOwner, asTheirCustomer, plain, type Sight } from './act.ts'

/** With whom, or on whom: by name, or the owner, or who had it before. */
const inHuddle = fc.constantFrom(
  'owner',
  'before',
  'before',
  'carla',
  'dana',
  'priya',
  'plans',
  'activations',
  'repair',
)

const handoffOf = ({ issue }: Sight): number => issue.handoff?.id ?? 1

/** What people do to come together: live introductions, look-backs at what stands still, and huddles (Rules 9 to 11). */
export const togetherActs = {
  introduce_live: act({
    weight: 2,
    said: fc.record({ channel: fc.constantFrom('chat', 'phone'), keepsAll: fc.boolean() }),
    by: asOwner,
    asks: ({ channel, keepsAll }, sight) => {
      const keeps = keepsAll ? 'all' : sight.issue.promises.slice(-2).map(({ id }) => id)
      return { type: 'IntroduceLive', handoff: handoffOf(sight), channel, keeps }
    },
  }),
  present: plain(6, whoIsMissing, sight => ({ type: 'SayPresent', handoff: handoffOf(sight) })),
  greet_live: plain(
    3,
    ({ issue: { handoff } }) => asMember(handoff && 'receiver' in handoff ? handoff.receiver : 'carla'),
    sight => ({ type: 'GreetLive', handoff: handoffOf(sight) }),
  ),
  disconnect: plain(2, whoIsMissing, sight => ({ type: 'ReportDisconnect', handoff: handoffOf(sight) })),
  object: act({
    weight: 2,
    said: fc.record({ says: fc.boolean() }),
    by: asTheirCustomer,
    asks: ({ says }) => ({ type: 'ObjectToMeeting', words: says ? 'w' : null }),
  }),
  look_after: plain(
    2,
    ({ issue }) => asMember(issue.stalls[0]?.giver ?? 'priya'),
    sight => ({ type: 'LookAfter', handoff: sight.issue.stalls[0]?.handoff ?? handoffOf(sight), how: 'w' }),
  ),
  call_huddle: act({
    weight: 6,
    said: fc.record({ with: inHuddle }),
    by: asOwner,
    asks: (said, { issue }) => ({ type: 'CallHuddle', with: receiverOf(whoIs(said.with, issue)) }),
  }),
  settle_huddle: act({
    weight: 3,
    said: fc.record({ on: inHuddle, says: fc.boolean() }),
    by: ({ issue: { huddle } }) => asMember(huddle ? (huddle.third ?? huddle.receiver) : 'priya'),
    asks: ({ on, says }, { issue }) => ({
      type: 'SettleHuddle',
      owner: whoIs(on, issue),
      why: 'w',
      message: says ? { channel: 'phone', words: 'w' } : null,
    }),
  }),
}

/** Of three who should come together, one who has not been seen. */
function whoIsMissing({ issue: { handoff, customer } }: Sight): Actor {
  if (handoff?.state !== 'live') return asMember('carla')
  const { live, receiver, giver } = handoff
  if (isMissing(live, 'receiver')) return asMember(receiver)
  return isMissing(live, 'customer') && live.channel === 'chat' ? asCustomer(customer) : asMember(giver)
}

const isMissing = (live: Live, party: Party): boolean =>
  live.state === 'gathering' ? live.seen[party] === undefined : live.missing.includes(party)

/** Who is meant by `owner` and `before`, as the issue stands. */
function whoIs(name: string, issue: Issue): string {
  const mine = owner(issue).member
  if (name === 'owner') return mine
  return name === 'before' ? (issue.ownership.findLast(({ member }) => member !== mine)?.member ?? mine) : name
}
