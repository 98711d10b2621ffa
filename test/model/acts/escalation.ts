import fc from 'fast-check'
import { owner } from '../../../src/core/issue/issue.ts'
import { asMember } from '../world.ts'
import { act, asOwner, asTheirCustomer, back, plain, type Sight, someone, successor } from './act.ts'

const alarmOf = ({ issue }: Sight): number => issue.escalation?.id ?? 1
const champion = ({ issue: { escalation } }: Sight) =>
  asMember(escalation && 'champion' in escalation ? escalation.champion : 'priya')
const concessionOf = ({ issue }: Sight, { back: ago }: { back: number }): number => issue.concessions.at(-ago)?.id ?? 99

/** The alarm on behalf of a customer, and what is conceded to them (Rules 23 to 27). */
export const escalationActs = {
  raise: act({
    weight: 1,
    said: fc.record({ by: fc.constantFrom('sam', 'olu', 'ben', 'customer'), reopensFor: successor }),
    by: (sight, { by }) => (by === 'customer' ? asTheirCustomer(sight) : asMember(by)),
    asks: ({ reopensFor }, { issue }) => ({
      type: 'RaiseEscalation',
      facts: { impact: 'w', tried: 'w', needed: 'w' },
      message: 'w:in',
      reopensFor: reopensFor ?? owner(issue).member,
    }),
  }),
  acknowledge: plain(
    1,
    ({ issue: { escalation } }) =>
      asMember((escalation?.state === 'raised' ? escalation.ladder.calling[0] : undefined) ?? 'priya'),
    sight => ({ type: 'AcknowledgeEscalation', escalation: alarmOf(sight) }),
  ),
  take_alarm: plain(1, someone('ada'), sight => ({
    type: 'TakeEscalation',
    escalation: alarmOf(sight),
    reason: 'w',
  })),
  tell_outcome: plain(1, champion, sight => ({ type: 'TellOutcome', escalation: alarmOf(sight), outcome: 'w' })),
  stand_down: act({
    weight: 2,
    said: fc.record({ reachable: fc.constantFrom(true, true, true, false) }),
    by: champion,
    asks: ({ reachable }, sight) => ({
      type: 'StandDownEscalation',
      escalation: alarmOf(sight),
      outcome: 'w:outcome',
      reachable,
    }),
  }),
  grant: act({
    weight: 3,
    said: fc.record({
      euros: fc.constantFrom(10, 30, 60, 600),
      kind: fc.constantFrom('credit', 'refund', 'replacement', 'exception'),
    }),
    by: asOwner,
    asks: ({ euros, kind }) => ({
      type: 'GrantConcession',
      kind,
      worth: { amount: euros * 100, currency: 'EUR' },
      reason: 'w',
    }),
  }),
  approve: act({
    weight: 2,
    said: fc.record({ back }),
    by: whoIsAsked,
    asks: (said, sight) => ({ type: 'ApproveConcession', concession: concessionOf(sight, said) }),
  }),
  refuse: act({
    weight: 1,
    said: fc.record({ back }),
    by: whoIsAsked,
    asks: (said, sight) => ({ type: 'RefuseConcession', concession: concessionOf(sight, said), why: 'w' }),
  }),
  withdraw_approval: act({
    weight: 1,
    said: fc.record({ back }),
    by: asOwner,
    asks: (said, sight) => ({ type: 'WithdrawConcession', concession: concessionOf(sight, said) }),
  }),
  review: act({
    weight: 2,
    said: fc.record({ back }),
    by: someone('priya'),
    asks: (said, sight) => ({ type: 'ReviewConcession', concession: concessionOf(sight, said), learned: 'w' }),
  }),
}

/** Whoever is asked for an approval; now and then one who may not give it. */
function whoIsAsked({ issue: { concessions } }: Sight, said: { back: number }) {
  const asked = concessions.find(({ state }) => state === 'waiting')
  return asMember(said.back === 2 || asked?.state !== 'waiting' ? 'priya' : (asked.asked[0] ?? 'priya'))
}
