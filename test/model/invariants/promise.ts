import { isDeepStrictEqual } from 'node:util'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { contactsIn, each, everBroken, type Invariant, isOf, running } from '../moment.ts'
import { openMinutes } from '../office-hours.ts'

const isOpen = (issue: Issue): boolean => ['open', 'proposed'].includes(issue.lifecycle.phase)

/** Promises are kept by contact, or broken for good (Rules 12 to 14). */
export const promiseInvariants: readonly Invariant[] = [
  {
    rule: 12,
    says: 'an issue that is open or proposed has a running promise',
    holds: ({ after }) => !isOpen(after) || running(after).length > 0,
  },
  {
    rule: 13,
    says: 'a promise is kept only by contact in the same moment, after it was made and before its due time',
    holds: each('PromiseKept', ({ event, at }, issue, earlier) => {
      const promise = issue.promises[event.promise - 1]
      const contact = contactsIn(earlier).find(other => other.id === event.contact)
      return promise?.fate.state === 'open' && contact?.at === at && promise.madeAt <= at && at < promise.due
    }),
  },
  {
    rule: 13,
    says: 'it is moved only before it is due, and with a word to the customer',
    holds: each('PromiseMoved', ({ event, at }, issue, earlier) => {
      const promise = issue.promises[event.promise - 1]
      const contact = contactsIn(earlier).at(-1)
      return promise?.fate.state === 'open' && at < promise.due && contact?.id === event.contact && contact.at === at
    }),
  },
  {
    rule: 13,
    says: 'a word that comes back has kept and made good nothing, unless all is over',
    holds: ({ events, after }) => {
      const came = events.find(isOf('ContactBounced'))?.event.contact
      const rests = after.promises.some(
        ({ fate }) => (fate.state === 'kept' || fate.state === 'made_good') && fate.contact === came,
      )
      return came === undefined || after.lifecycle.phase === 'closed' || !rests
    },
  },
  {
    rule: 13,
    says: 'promises never vanish, and what was promised never changes',
    holds: ({ before, after }) =>
      after.promises.every(({ id }, index) => id === index + 1) &&
      before.promises.every((promise, index) => {
        const { fate: _, ...was } = promise
        const { fate: __, ...is } = after.promises[index] ?? promise
        return index < after.promises.length && isDeepStrictEqual(was, is)
      }),
  },
  {
    rule: 14,
    says: 'broken stays on record for good',
    holds: moment => {
      const broken = moment.log.filter(isOf('PromiseBroken'))
      return broken.every(({ event }) => {
        const promise = moment.after.promises[event.promise - 1]
        return promise !== undefined && everBroken(promise)
      })
    },
  },
  {
    rule: 14,
    says: 'no promise is open past its due time',
    holds: ({ after, context }) =>
      after.lifecycle.phase === 'closed' ||
      after.promises.every(({ fate, due }) => fate.state !== 'open' || due > context.now),
  },
  {
    rule: 14,
    says: 'a second broken promise raises the alarm',
    holds: ({ events, after }) => {
      const broke = events.some(isOf('PromiseBroken'))
      return !broke || after.promises.filter(everBroken).length < 2 || after.escalation !== null
    },
  },
  {
    rule: 12,
    says: 'a word of the customer starts an answer within four hours of the desk, unless another falls due sooner',
    holds: ({ events, after, command }) =>
      events.every(({ event, at }) => {
        if (event.type !== 'CustomerWrote' && event.type !== 'CustomerCalled') return true
        if (command.type === 'LogCall' && command.promise) return true
        return after.promises.some(({ fate, due }) => fate.state === 'open' && due > at && openMinutes(at, due) <= 240)
      }),
  },
  {
    rule: 12,
    says: 'what the desk promises by itself is due when its policy says',
    holds: each('PromiseMade', ({ event: { kind, due }, at }, _, __, { command }) => {
      if (kind === 'callback') return Date.parse(due) - Date.parse(at) === 10 * 60_000
      const minutes = openMinutes(at, due)
      if (kind === 'introduction') return minutes === 240
      if (kind !== 'answer') return due > at
      return command.type === 'TakePlacedContact' ? minutes <= 240 : minutes === 240
    }),
  },
  {
    rule: 14,
    says: 'it is broken at its due time, by the desk, or at once when what kept it came back',
    holds: each('PromiseBroken', ({ event, at, by }, issue, earlier) => {
      const promise = issue.promises[event.promise - 1]
      const last = earlier.findLast(isOf('PromiseUnkept'))
      const isUnkept = last?.at === at && last.event.promise === event.promise
      return promise?.fate.state === 'open' && (isUnkept || (at === promise.due && by.kind === 'desk'))
    }),
  },
  {
    rule: 14,
    says: 'broken, it is owed until contact makes it good',
    holds: each('PromiseMadeGood', ({ event, at }, issue, earlier) => {
      const contact = contactsIn(earlier).find(other => other.id === event.contact)
      return issue.promises[event.promise - 1]?.fate.state === 'broken' && contact?.at === at
    }),
  },
  {
    rule: 14,
    says: 'broken for longer than four hours of the desk raises the alarm',
    holds: moment => {
      const { after, context } = moment
      const limit = each('PromiseBroken', ({ event, at }) => openMinutes(at, event.escalatesAt) === 240)
      const tooLong = after.promises.some(({ fate }) => fate.state === 'broken' && fate.escalatesAt <= context.now)
      return limit(moment) && (!tooLong || after.lifecycle.phase === 'closed' || after.escalation !== null)
    },
  },
]
