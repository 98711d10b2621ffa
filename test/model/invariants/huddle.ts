import { waiting } from '../../../src/core/waiting.ts'
import { each, type Invariant, isAsOwner, isOf, memberBy, openHuddle, owner, supervises } from '../moment.ts'

type People = { giver: string; receiver: string; third: string | null }
const peopleIn = ({ giver, receiver, third }: People): string[] => [giver, receiver, ...(third === null ? [] : [third])]

/** Rule 11: what three people settle. */
export const huddleInvariants: readonly Invariant[] = [
  {
    rule: 11,
    says: 'a huddle is called by the owner or a supervisor, on what went in a circle, and joins different people',
    holds: each('HuddleCalled', (recorded, issue, earlier, { context }) => {
      const { giver, receiver, third } = recorded.event
      const by = memberBy(recorded)
      const calls = isAsOwner(issue, by) || supervises(by, owner(issue), context)
      const contested =
        issue.ownership.some(({ member }) => member !== owner(issue)) || earlier.some(isOf('HandoffDeclined'))
      const people = peopleIn(recorded.event)
      const thirdMay =
        third === null || context.members.get(third)?.role === 'admin' || supervises(third, giver, context)
      return (
        calls &&
        contested &&
        thirdMay &&
        giver === owner(issue) &&
        receiver !== giver &&
        new Set(people).size === people.length &&
        openHuddle(issue) === null
      )
    }),
  },
  {
    rule: 11,
    says: 'it decides on one of its people, by its third, by another supervisor, or where there is none by one of the two',
    holds: each('HuddleSettled', (recorded, issue, _, { context }) => {
      const huddle = openHuddle(issue)
      const by = memberBy(recorded)
      if (!huddle || by === null) return false
      const isOfTwo = by === huddle.receiver || isAsOwner(issue, by)
      const instead = isOfTwo ? huddle.third === null : supervises(by, owner(issue), context)
      const decides = by === huddle.third || instead
      return decides && peopleIn(huddle).includes(recorded.event.owner)
    }),
  },
  {
    rule: 11,
    says: 'what it decided is so, and no handoff is left open beside it',
    holds: ({ events, after }) => {
      const decided = events.find(isOf('HuddleSettled'))?.event.owner
      return (
        decided === undefined ||
        (owner(after) === decided && !['offered', 'accepted'].includes(after.handoff?.state ?? ''))
      )
    },
  },
  {
    rule: 11,
    says: 'a called one waits for each of its people; closed issues and others wait for nobody',
    holds: ({ after }) => {
      const huddle = openHuddle(after)
      const waits = waiting(after).flatMap(({ kind, for: { id } }) => (kind === 'huddle' ? [id] : []))
      const cover = after.covers.find(({ state }) => state === 'in_force')
      if (after.lifecycle.phase === 'closed') return huddle === null && waits.length === 0
      const people = huddle ? peopleIn(huddle) : []
      const covers = cover && people.includes(cover.absent) && !people.includes(cover.member) ? [cover.member] : []
      return waits.sort().join() === [...people, ...covers].sort().join()
    },
  },
  {
    rule: 11,
    says: 'a second huddle raises the alarm',
    holds: ({ events, after }) =>
      events.filter(isOf('HuddleCalled')).every(({ event }) => event.huddle < 2 || after.escalation !== null),
  },
  {
    rule: 11,
    says: 'each ends once, settled or called off, before another is called',
    holds: moment => {
      const whole = moment.log
      const called = whole.filter(isOf('HuddleCalled')).length
      const over = whole.filter(({ event: { type } }) => type === 'HuddleSettled' || type === 'HuddleCalledOff').length
      return called - over === (openHuddle(moment.after) ? 1 : 0)
    },
  },
]
