import fc from 'fast-check'
import type { Command } from '../../src/core/commands.ts'
import type { Actor } from '../../src/core/context.ts'
import type { Live, LiveChannel, Party } from '../../src/core/handoff/live.ts'
import { type Issue, owner } from '../../src/core/issue/issue.ts'
import { asMember, receiverOf } from './world.ts'

/** What people do to come together: live introductions, look-backs at what stands still, and huddles (Rules 9 to 11). */
export type TogetherAct =
  | { do: 'introduce_live'; channel: LiveChannel; keepsAll: boolean }
  | { do: 'present' | 'greet_live' | 'disconnect' | 'look_after' }
  | { do: 'object'; says: boolean }
  /** With whom, or on whom: by name, or the owner, or who had it before. */
  | { do: 'call_huddle'; with: string }
  | { do: 'settle_huddle'; on: string; says: boolean }

const doing = <Do extends string>(name: Do) => fc.record({ do: fc.constant(name) })
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

export const togetherAct: fc.Arbitrary<TogetherAct> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('introduce_live'),
      channel: fc.constantFrom('chat', 'phone'),
      keepsAll: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: doing('present') },
  { weight: 2, arbitrary: doing('greet_live') },
  { weight: 2, arbitrary: doing('disconnect') },
  { weight: 2, arbitrary: doing('look_after') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('object'), says: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('call_huddle'), with: inHuddle }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('settle_huddle'), on: inHuddle, says: fc.boolean() }) },
)

const names: readonly string[] = [
  'introduce_live',
  'present',
  'greet_live',
  'disconnect',
  'look_after',
  'object',
  'call_huddle',
  'settle_huddle',
] satisfies TogetherAct['do'][]
export const isTogether = (act: { do: string }): act is TogetherAct => names.includes(act.do)

/** Whose turn it would be. */
export function whoseTogether(act: TogetherAct, issue: Issue): Actor {
  const { handoff, huddle, stalls } = issue
  switch (act.do) {
    case 'present':
    case 'disconnect':
      return handoff?.state === 'live' ? missingIn(handoff.live, handoff.giver, handoff.receiver) : asMember('carla')
    case 'greet_live':
      return asMember(handoff && 'receiver' in handoff ? handoff.receiver : 'carla')
    case 'object':
      return { kind: 'customer', id: 'ana' }
    case 'look_after':
      return asMember(stalls[0]?.giver ?? 'priya')
    case 'settle_huddle':
      return asMember(huddle?.third ?? 'priya')
    default:
      return asMember(owner(issue).member)
  }
}

/** Of three who should come together, one who has not been seen. */
function missingIn(live: Live, giver: string, receiver: string): Actor {
  const isMissing = (party: Party): boolean =>
    live.state === 'gathering' ? live.seen[party] === undefined : live.missing.includes(party)
  if (isMissing('receiver')) return asMember(receiver)
  return isMissing('customer') && live.channel === 'chat' ? { kind: 'customer', id: 'ana' } : asMember(giver)
}

export function togetherCommand(act: TogetherAct, issue: Issue): Command {
  const handoff = issue.handoff?.id ?? 1
  switch (act.do) {
    case 'introduce_live': {
      const keeps = act.keepsAll ? 'all' : issue.promises.slice(-2).map(({ id }) => id)
      return { type: 'IntroduceLive', handoff, channel: act.channel, keeps }
    }
    case 'present':
      return { type: 'SayPresent', handoff }
    case 'greet_live':
      return { type: 'GreetLive', handoff }
    case 'disconnect':
      return { type: 'ReportDisconnect', handoff }
    case 'object':
      return { type: 'ObjectToMeeting', words: act.says ? 'w' : null }
    case 'look_after':
      return { type: 'LookAfter', handoff: issue.stalls[0]?.handoff ?? handoff, how: 'w' }
    case 'call_huddle':
      return { type: 'CallHuddle', with: receiverOf(whoIs(act.with, issue)) }
    case 'settle_huddle':
      return {
        type: 'SettleHuddle',
        owner: whoIs(act.on, issue),
        why: 'w',
        message: act.says ? { channel: 'phone', words: 'w' } : null,
      }
  }
}

/** Who is meant by `owner` and `before`, as the issue stands. */
function whoIs(name: string, issue: Issue): string {
  const mine = owner(issue).member
  if (name === 'owner') return mine
  return name === 'before' ? (issue.ownership.findLast(({ member }) => member !== mine)?.member ?? mine) : name
}
