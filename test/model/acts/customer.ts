import fc from 'fast-check'
import { refuseToPart } from '../../../src/core/contact/customer.ts'
import type { Actor, CustomerId } from '../../../src/core/context.ts'
import type { OpenIssue } from '../../../src/core/issue/opening.ts'
import { refuse } from '../../../src/core/refusals.ts'
import { type Instant, minutesBetween } from '../../../src/core/time/instant.ts'
import { asCustomer, asMember, type World } from '../world.ts'
import { act, type Deed, plain, type Sight, someone } from './act.ts'

/** How many issues a sequence is about at most. */
const mostIssues = 3

/** How an issue comes to be: with whom, by which channel, and whether somebody was there to take it (Rule 2). */
export type Arrival = {
  customer: CustomerId
  channel: 'email' | 'phone' | 'chat'
  way: 'intake' | 'contact'
  owner: string
  call: 'reached' | 'heard' | 'not_reached'
  serial: 'scanned' | 'from the box' | null
}

export const arrival: fc.Arbitrary<Arrival> = fc.record({
  customer: fc.constantFrom('ana', 'ana', 'tom'),
  channel: fc.constantFrom('email', 'phone', 'chat'),
  way: fc.constantFrom('intake', 'contact'),
  owner: fc.constantFrom('ben', 'ben', 'carla', 'dana', 'priya'),
  call: fc.constantFrom('reached', 'reached', 'heard', 'not_reached'),
  serial: fc.constantFrom(null, null, null, 'scanned', 'from the box'),
})

/** Who a customer is, and their issues as a whole (Scenario 5, Rules 3, 22 and 33). */
export const customerActs = {
  /** They come with something else, or with the same thing again. */
  arrive: act({
    weight: 3,
    said: arrival,
    by: ({ world }, said) => whoOpens(said, world),
    asks: (said, { world, now }) =>
      world.issues.length < mostIssues ? { opens: opening(world, said, now) } : { parts: [] },
  }),
  say_who: act({
    weight: 1,
    said: fc.record({ isIt: fc.boolean() }),
    by: ({ issue }) => asMember(issue.ownership.at(-1)?.member ?? 'ben'),
    asks: ({ isIt }, sight) => {
      const customer = sight.issue.isThis[0]?.customer ?? 'anna'
      if (!isIt) return { type: 'DismissLookalike', customer }
      const said = { on: sight.number, command: { type: 'RecognizeCustomer', customer } } as const
      const merged = merging(sight, sight.issue.customer, customer)
      return 'parts' in merged ? { ...merged, parts: [said, ...merged.parts] } : merged
    },
  }),
  merge_customers: act({
    weight: 1,
    said: fc.record({ into: fc.constantFrom('anna', 'tom') }),
    by: someone('eve'),
    asks: ({ into }, sight) => merging(sight, sight.issue.customer, into),
  }),
  unmerge_customers: plain(2, someone('eve'), sight => {
    const { world, number, issue } = sight
    const merge = world.merges.findLast(({ undone }) => !undone)
    if (!merge) {
      const command = { type: 'UnmergeCustomer', merge: 'none', from: 'ana', into: 'anna' } as const
      return issue.customer === 'anna' ? { parts: [] } : { parts: [{ on: number, command }] }
    }
    const { id, from, into, issues } = merge
    const theirs = world.issues.filter(other => issues.includes(other.number) && other.issue.customer === into)
    const refusal = refuseToPart(theirs)
    if (refusal) return { refusal }
    return {
      parts: theirs.map(other => ({ on: other.number, command: { type: 'UnmergeCustomer', merge: id, from, into } })),
      changes: after => ({
        ...after,
        merges: after.merges.map(other => (other.id === id ? { ...other, undone: true } : other)),
      }),
    }
  }),
  erase: plain(1, someone('ada'), ({ world, issue }) => ({
    parts: world.issues
      .filter(other => other.issue.customer === issue.customer)
      .map(other => ({ on: other.number, command: { type: 'EraseWords' } })),
  })),
}

/** Two records become one: every issue of the one goes over to the other. */
function merging({ world }: Sight, from: CustomerId, into: CustomerId): Deed {
  if (from === into) return { refusal: refuse('same_customer', {}) }
  const id = `m${world.merges.length + 1}`
  const issues = world.issues.filter(({ issue }) => issue.customer === from).map(({ number }) => number)
  return {
    parts: issues.map(number => ({ on: number, command: { type: 'MergeCustomer', merge: id, from, into } })),
    changes: after => ({ ...after, merges: [...after.merges, { id, from, into, issues, undone: false }] }),
  }
}

/** Who takes it; where nobody of that name works, the one who always does. */
const takes = ({ owner }: Arrival, { members }: World): string => (members.get(owner)?.active ? owner : 'ben')
export const whoOpens = (said: Arrival, world: World): Actor =>
  said.way === 'intake' ? asCustomer(said.customer) : asMember(takes(said, world))

/** What opens an issue; closed ones of the customer may be what has come back. */
export function opening(world: World, said: Arrival, now: Instant): OpenIssue {
  const { customer, channel, way, call, serial } = said
  return {
    type: 'OpenIssue',
    customer,
    channel,
    owner: takes(said, world),
    way,
    subject: 'w',
    story: 'w',
    message: 'w',
    ...(channel === 'phone' && way === 'contact' && { call }),
    facts: serial === null ? [] : [{ key: 'serial', fact: 'w:serial', how: 'w:how', way: serial, excuse: null }],
    promise: null,
    // A stranger by mail may be somebody whom the desk knows.
    isThis: way === 'intake' && channel === 'email' && customer === 'ana' ? [{ customer: 'anna', why: ['name'] }] : [],
    matches: world.issues.flatMap(({ number, issue: { customer: whose, lifecycle } }) =>
      whose === customer && lifecycle.phase === 'closed' && 'at' in lifecycle
        ? [{ issue: number, closedAt: lifecycle.at, within: minutesBetween(lifecycle.at, now) <= 90 * 1440, why: 'w' }]
        : [],
    ),
  }
}
