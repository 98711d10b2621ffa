import { isDeepStrictEqual } from 'node:util'
import { mergedInto } from '../../../src/core/resolution/merge.ts'
import {
  each,
  hasOpenAlarm,
  type Invariant,
  isAsOwner,
  isOf,
  memberBy,
  openHandoff,
  owner,
  running,
  supervises,
} from '../moment.ts'

/** Issues that become one, and are taken apart again (Rules 21 and 22). */
export const mergingInvariants: readonly Invariant[] = [
  {
    rule: 22,
    says: 'what merges leaves nothing running and nothing in anybody’s hands, and is merged by who has to do with either',
    holds: each('IssueMerged', (recorded, issue, _, { command, context }) => {
      const other = command.type === 'MergeInto' ? command.survivor : null
      const by = memberBy(recorded)
      const may = [issue, other].some(one => one && (isAsOwner(one, by) || supervises(by, owner(one), context)))
      const assists = issue.assists.filter(({ state }) => ['asked', 'accepted', 'introduced'].includes(state))
      const quiet = !openHandoff(issue) && !hasOpenAlarm(issue) && assists.length === 0
      return may && quiet && running(issue).length === 0 && other?.customer === issue.customer
    }),
  },
  {
    rule: 22,
    says: 'a promise that is carried is due when it was due, and counts from when it was made',
    holds: each('PromiseCarried', ({ event }, _, __, { command }) => {
      const from = command.type === 'TakeIn' ? command.gone : command.type === 'Unmerge' ? command.survivor : null
      const isGiven = from?.issue.promises.some(
        ({ due, kind, madeAt }) => due === event.due && kind === event.kind && madeAt === event.madeAt,
      )
      return isGiven === true && event.madeAt <= event.due
    }),
  },
  {
    rule: 22,
    says: 'taking apart brings back where it stood, for a named owner, within thirty days',
    holds: moment => {
      const unmerged = each('IssueUnmerged', ({ at }, issue) => {
        const { lifecycle } = issue
        return (
          mergedInto(issue) !== null &&
          lifecycle.phase === 'closed' &&
          Date.parse(at) - Date.parse(lifecycle.at) <= 30 * 86_400_000
        )
      })
      return (
        unmerged(moment) && (!moment.events.some(isOf('IssueUnmerged')) || moment.after.lifecycle.phase !== 'closed')
      )
    },
  },
  {
    rule: 21,
    says: 'what has merged is opened again only by taking it apart',
    holds: each('IssueReopened', (_, issue) => mergedInto(issue) === null),
  },
  {
    rule: 21,
    says: 'an older issue is no open question once somebody answered, nor when this one has merged',
    holds: ({ events, after }) => {
      const answered = events.filter(({ event: { type } }) => type === 'MatchAccepted' || type === 'MatchDismissed')
      const settled = answered.map(({ event }) => ('issue' in event ? event.issue : 0))
      return (
        after.matches.every(({ issue }) => !settled.includes(issue)) &&
        (mergedInto(after) === null || after.matches.length === 0)
      )
    },
  },
  {
    rule: 22,
    says: 'a shared cause moves neither the owner nor a promise',
    holds: ({ command, events, before, after }) => {
      if (!['LinkCause', 'UnlinkCause', 'GiveCauseWord', 'SolveCause', 'ReopenCause'].includes(command.type))
        return true
      const settled = events.some(({ from }) => from === 'clock')
      return owner(after) === owner(before) && (settled || isDeepStrictEqual(after.promises, before.promises))
    },
  },
  {
    rule: 22,
    says: 'merged, both issues’ promises run on in the one that stays; taken apart, what came goes back',
    together: ({ moments: [left, right] }) => {
      if (!left || !right) return true
      const isMerge = left.command.type === 'MergeInto'
      if (!isMerge && left.command.type !== 'Unmerge') return true
      const [released, carried] = isMerge ? [left, right] : [right, left]
      const ended = released.events
        .filter(isOf('PromiseReleased'))
        .map(({ event }) => released.after.promises[event.promise - 1]?.due)
      const runs = carried.events.filter(isOf('PromiseCarried')).map(({ event }) => event.due)
      // Taken apart may be also what turned out to be of two customers.
      const isOfOne = !isMerge || left.after.customer === right.after.customer
      return isOfOne && ended.sort().join() === runs.sort().join()
    },
  },
]
