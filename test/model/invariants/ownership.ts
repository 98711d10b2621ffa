import { isDeepStrictEqual } from 'node:util'
import { decide } from '../../../src/core/decide.ts'
import type { EventType, Recorded } from '../../../src/core/events.ts'
import {
  each,
  type Invariant,
  isOf,
  memberBy,
  openAssists,
  openHandoff,
  openHuddle,
  owner,
  supervises,
} from '../moment.ts'
import { asMember, contextOf } from '../world.ts'

const isNot =
  (type: EventType) =>
  ({ event }: Recorded): boolean =>
    event.type !== type

/** Whose an issue is, and how it changes hands (Rules 1, 2 and 4). */
export const ownershipInvariants: readonly Invariant[] = [
  {
    rule: 1,
    says: 'an issue that is not closed has exactly one owner: an active member with a seat',
    holds: ({ after, context }) => {
      const member = context.members.get(owner(after))
      return after.lifecycle.phase === 'closed' || (member?.active === true && member.role !== 'colleague')
    },
  },
  {
    rule: 2,
    says: 'it is claimed only from the intake, and before anybody of the company was in touch',
    holds: each('OwnershipMoved', ({ event }, issue) => {
      if (event.way !== 'claim') return true
      return issue.ownership.at(-1)?.way === 'intake' && issue.companyContacts.every(({ bounced }) => bounced)
    }),
  },
  {
    rule: 4,
    says: 'ownership moves by claim, met handoff, huddle, takeover by a supervisor, or opening again; from the owner, to somebody else',
    holds: each('OwnershipMoved', (recorded, issue, earlier, { context }) => {
      const { from, to, way } = recorded.event
      if (from !== owner(issue) || to === from) return false
      const last = earlier.findLast(({ event: { type } }) => type !== 'HuddleCalledOff')?.event
      if (way === 'claim') return memberBy(recorded) === to
      if (way === 'handoff') return last?.type === 'HandoffMet' && (last.live !== null || memberBy(recorded) === to)
      if (way === 'huddle') return earlier.findLast(isOf('HuddleSettled'))?.event.owner === to && !openHuddle(issue)
      if (way === 'takeover')
        return (
          last?.type === 'IssueReopened' ||
          last?.type === 'IssueClearedOfSpam' ||
          last?.type === 'IssueUnmerged' ||
          (memberBy(recorded) === to && supervises(to, from, context))
        )
      return false
    }),
  },
  {
    rule: 4,
    says: 'whoever gets it by takeover or huddle owes an introduction, unless they have just written',
    holds: ({ events }) =>
      events.every(({ event }, index) => {
        const next = events.slice(index + 1).find(isNot('AssistWithdrawn'))?.event
        if (event.type !== 'OwnershipMoved' || (event.way !== 'takeover' && event.way !== 'huddle')) return true
        if (event.way === 'huddle' && next?.type === 'CustomerContacted') return true
        return next?.type === 'PromiseMade' && next.kind === 'introduction'
      }),
  },
  {
    rule: 4,
    says: 'when it changes hands no handoff and no huddle is left open, and every promise runs on as it was',
    holds: ({ events, stages, after }) =>
      events.every(({ event }, index) => {
        if (event.type !== 'OwnershipMoved') return true
        const isSame = isDeepStrictEqual(stages[index]?.promises, stages[index + 1]?.promises)
        return isSame && openHandoff(after) === null && openHuddle(after) === null
      }),
  },
  {
    rule: 4,
    says: 'nobody who has left owns, covers, sees through, or is to answer anything',
    together: ({ after: { issues, members } }) =>
      issues.every(({ issue }) => {
        if (issue.lifecycle.phase === 'closed') return true
        const { covers, escalation, handoff } = issue
        const open = openHandoff(issue) && handoff
        const theirs = [
          owner(issue),
          ...covers.flatMap(({ state, member }) => (['asked', 'accepted', 'in_force'].includes(state) ? [member] : [])),
          ...(escalation?.state === 'answered' ? [escalation.champion] : []),
          ...(open && 'receiver' in open ? [open.receiver] : []),
          ...(open?.to.kind === 'member' ? [open.to.member] : []),
          ...openAssists(issue).flatMap(assist =>
            'assistant' in assist && assist.assistant ? [assist.assistant] : [],
          ),
        ]
        return theirs.every(id => members.get(id)?.active)
      }),
  },
  {
    rule: 4,
    says: 'a supervisor can always take over what is open, and then owes the customer an introduction',
    lasts: ({ issue, world }) => {
      const supervisor = [...world.members.values()].find(({ role, active }) => role === 'admin' && active)
      if (!supervisor || supervisor.id === owner(issue) || issue.lifecycle.phase === 'closed') return true
      const context = contextOf(world, asMember(supervisor.id), world.now)
      const decision = decide(issue, { type: 'TakeOver', reason: 'w' }, context)
      return 'events' in decision && owner(decision.issue) === supervisor.id
    },
  },
]
