import fc from 'fast-check'
import { owner } from '../../../src/core/issue/issue.ts'
import { asMember, later, theDesk } from '../world.ts'
import {
  act,
  answering,
  asOwner,
  asTheirCustomer,
  back,
  due,
  keeps,
  maybeDue,
  plain,
  promised,
  type Sight,
  successor,
} from './act.ts'

/** What customer and company say to each other, what comes back, and what is promised (Rules 3, 12 and 13). */
export const contactActs = {
  hear: act({
    weight: 5,
    said: fc.record({ reopensFor: successor, channel: fc.constantFrom('email', 'portal', 'chat') }),
    by: asTheirCustomer,
    asks: ({ reopensFor, channel }, { issue }) => ({
      type: 'ReceiveMessage',
      channel,
      message: 'w:in',
      reopensFor: reopensFor ?? owner(issue).member,
    }),
  }),
  hear_machine: plain(
    1,
    () => theDesk,
    () => ({ type: 'ReceiveMachineMail', message: 'w:machine' }),
  ),
  write: act({
    weight: 5,
    said: fc.record({ keeps, due: maybeDue, asksAgain: fc.boolean() }),
    by: asOwner,
    asks: (said, { issue, now }) => ({
      type: 'SendMessage',
      channel: 'email',
      message: 'w:out',
      keeps: answering(said.keeps, issue),
      promise: promised(said.due, now),
      asksAgain: said.asksAgain ? ['callback', 'serial'] : [],
    }),
  }),
  call: act({
    weight: 4,
    said: fc.record({
      direction: fc.constantFrom('in', 'out'),
      outcome: fc.constantFrom('reached', 'voicemail', 'not_reached'),
      due: maybeDue,
      reopensFor: successor,
    }),
    by: asOwner,
    asks: ({ direction, outcome, due: minutes, reopensFor }, { now }) => ({
      type: 'LogCall',
      direction,
      outcome,
      message: 'w:call',
      keeps: 'all',
      promise: promised(minutes, now),
      ...(reopensFor && { reopensFor }),
    }),
  }),
  bounce: act({
    weight: 5,
    said: fc.record({ back }),
    by: () => theDesk,
    asks: (said, { issue }) => ({
      type: 'ReportBounce',
      contact: said.back === 0 ? null : (issue.companyContacts.at(-said.back)?.id ?? null),
      permanent: true,
    }),
  }),
  promise: act({
    weight: 2,
    said: fc.record({ due }),
    by: asOwner,
    asks: (said, { now }) => ({ type: 'MakePromise', promise: { what: 'w:promise', due: later(now, said.due) } }),
  }),
  move: act({
    weight: 3,
    said: fc.record({ back, due }),
    by: asOwner,
    asks: (said, { issue, now }) => ({
      type: 'MovePromise',
      promise: issue.promises.at(-1 - said.back)?.id ?? 99,
      due: later(now, said.due),
      message: 'w:move',
      channel: 'email',
    }),
  }),
  /** A contact that does not say which of the customer's issues it is about. */
  hear_unplaced: act({
    weight: 2,
    said: fc.record({ byPhone: fc.boolean() }),
    by: (sight, { byPhone }) => (byPhone ? asMember('eve') : asTheirCustomer(sight)),
    asks: ({ byPhone }, sight) => {
      const message = `w:unplaced${sight.issue.contacts}`
      const among = othersOf(sight)
      if (!byPhone)
        return { type: 'ReceiveMessage', channel: 'email', message, reopensFor: owner(sight.issue).member, among }
      return { type: 'LogCall', direction: 'in', outcome: 'reached', message, keeps: 'all', promise: null, among }
    },
  }),
  /** Says where it belongs: here, or with another issue, of whichever customer. */
  place: act({
    weight: 4,
    said: fc.record({ back, elsewhere: fc.boolean(), to: fc.constantFrom('theirs', 'theirs', 'any') }),
    by: someoneWhoTookIt,
    asks: (said, sight) => {
      const unplaced = sight.issue.unplaced.at(-said.back)
      const message = unplaced?.message ?? 'w:none'
      if (!said.elsewhere) return { type: 'PlaceContact', message, into: null }
      const others = sight.world.issues.filter(({ number }) => number !== sight.number)
      const theirs = others.filter(({ issue }) => issue.customer === sight.issue.customer)
      const into = (said.to === 'any' ? others.at(-1) : theirs[0])?.number ?? outside
      const left = { on: sight.number, command: { type: 'PlaceContact', message, into } } as const
      if (into === outside) return left.command
      const { channel, at } = unplaced ?? { channel: 'email', at: sight.now }
      const words = { message, channel, from: sight.number, spokeAt: at, customer: sight.issue.customer }
      return { parts: [left, { on: into, command: { type: 'TakePlacedContact', ...words } }] }
    },
  }),
  /** One that lay with an issue that is not of this world. */
  take_placed: act({
    weight: 1,
    said: fc.record({ ago: fc.constantFrom(0, 60, 2000) }),
    by: asOwner,
    asks: ({ ago }, { issue, now }) => ({
      type: 'TakePlacedContact',
      message: 'w:placed',
      channel: 'email',
      from: outside,
      spokeAt: later(now, -ago),
      customer: issue.customer,
    }),
  }),
}

/** An issue that everybody knows of, and that no sequence is about. */
export const outside = 900

/** The customer's other open issues; where there is none, one that is not of this world. */
function othersOf({ world, issue, number }: Sight): number[] {
  const others = world.issues.filter(
    other =>
      other.number !== number && other.issue.customer === issue.customer && other.issue.lifecycle.phase !== 'closed',
  )
  return others.length > 0 ? others.map(other => other.number) : [outside]
}

function someoneWhoTookIt({ issue }: Sight) {
  return asMember(issue.unplaced.at(-1)?.takenBy ?? owner(issue).member)
}
