import fc from 'fast-check'
import { asMember, later, receiverOf } from '../world.ts'
import { act, answering, asOwner, due, keeps, maybeDue, oneOf, promised, type Sight, to } from './act.ts'

const words = { problem: 'w', tried: 'w', why: 'w', asked: 'w', told: 'w' }
const handoffOf = ({ issue }: Sight): number => issue.handoff?.id ?? 1
const whoIsAsked = ({ issue, world }: Sight) => asMember(issue.handoff ? oneOf(issue.handoff.to, world) : 'ben')

/** From hand to hand (Rules 6 to 8). */
export const handoffActs = {
  offer: act({
    weight: 4,
    said: fc.record({ to, callback: fc.boolean() }),
    by: asOwner,
    asks: said => ({
      type: 'OfferHandoff',
      to: receiverOf(said.to),
      brief: { ...words, diagnosis: null, callback: said.callback ? 'w:callback' : null },
    }),
  }),
  accept: act({
    weight: 3,
    said: fc.record({ due, moves: fc.integer({ min: 0, max: 7 }) }),
    by: whoIsAsked,
    asks: (said, sight) => {
      const at = later(sight.now, said.due)
      const last = sight.issue.promises.slice(-3)
      const moves = last.flatMap(({ id }, index) => (said.moves & (1 << index) ? [{ promise: id, due: at }] : []))
      return { type: 'AcceptHandoff', handoff: handoffOf(sight), readBack: 'w', nextStep: 'w', due: at, moves }
    },
  }),
  decline: act({
    weight: 2,
    said: fc.record({
      reason: fc.constantFrom('not_mine', 'missing_information', 'no_capacity'),
      suggests: fc.boolean(),
    }),
    by: whoIsAsked,
    asks: ({ reason, suggests }, sight) => ({
      type: 'DeclineHandoff',
      handoff: handoffOf(sight),
      reason,
      suggestion: suggests ? 'w' : null,
    }),
  }),
  withdraw: act({
    weight: 1,
    said: fc.record({ says: fc.boolean() }),
    by: asOwner,
    asks: ({ says }, sight) => ({ type: 'WithdrawHandoff', handoff: handoffOf(sight), message: says ? 'w' : null }),
  }),
  introduce: act({
    weight: 3,
    said: fc.record({ keeps }),
    by: asOwner,
    asks: (said, sight) => ({
      type: 'IntroduceHandoff',
      handoff: handoffOf(sight),
      message: 'w',
      keeps: said.keeps === 0 ? [] : answering(said.keeps, sight.issue),
    }),
  }),
  greet: act({
    weight: 3,
    said: fc.record({ keeps, due: maybeDue }),
    by: ({ issue: { handoff } }) => asMember(handoff && 'receiver' in handoff ? handoff.receiver : 'carla'),
    asks: (said, sight) => ({
      type: 'GreetHandoff',
      handoff: handoffOf(sight),
      message: 'w',
      keeps: answering(said.keeps, sight.issue),
      promise: promised(said.due, sight.now),
    }),
  }),
}
