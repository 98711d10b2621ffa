import {
  contactsIn,
  each,
  hasOpenAlarm,
  type Invariant,
  isAsOwner,
  isOf,
  memberBy,
  openAssists,
  openHandoff,
  openHuddle,
  owner,
  running,
  supervises,
} from '../moment.ts'

/** How an issue is closed, confirmed and denied (Rules 5, 17 and 18). */
export const resolutionInvariants: readonly Invariant[] = [
  {
    rule: 5,
    says: 'only the owner, their cover or a supervisor closes, with no handoff, assist or alarm open, nothing unplaced and nothing running',
    holds: each('IssueClosed', (recorded, issue, _, { context }) => {
      const member = memberBy(recorded)
      const mayClose = isAsOwner(issue, member) || supervises(member, owner(issue), context)
      const quiet = !openHandoff(issue) && openAssists(issue).length === 0 && !hasOpenAlarm(issue)
      return mayClose && quiet && issue.unplaced.length === 0 && running(issue).length === 0
    }),
  },
  {
    rule: 18,
    says: 'a confirmation leaves nothing running but checks, and a denial starts an answer',
    holds: ({ events, after }) => {
      const [confirmed, denied] = [events.some(isOf('ResolutionConfirmed')), events.some(isOf('ResolutionDenied'))]
      if (confirmed) return running(after).every(({ kind }) => kind === 'watch')
      return !denied || after.promises.some(({ kind, fate }) => kind === 'answer' && fate.state === 'open')
    },
  },
  {
    rule: 18,
    says: 'only the customer, or the owner or their cover with their words, confirms',
    holds: each('ResolutionConfirmed', (recorded, issue) =>
      recorded.by.kind === 'customer'
        ? recorded.by.id === issue.customer
        : isAsOwner(issue, memberBy(recorded)) && recorded.event.confirmation.by === 'owner',
    ),
  },
  {
    rule: 18,
    says: 'without confirmation it is closed only days after two more contacts',
    holds: each('IssueClosed', ({ event, at }, _, earlier) => {
      if (event.outcome === 'confirmed' || event.outcome === 'cannot_fix') return true
      const since = earlier.findLastIndex(({ event: { type } }) =>
        ['ResolutionProposed', 'CustomerWrote', 'CustomerCalled'].includes(type),
      )
      const contacts = contactsIn(earlier.slice(since + 1))
      const waited = Date.parse(at) - Date.parse(earlier[since]?.at ?? at)
      // Three times three days, less the hours by which days of the calendar may fall short.
      return contacts.length >= 2 && waited > 8 * 86_400_000 - 3_600_000
    }),
  },
  {
    rule: 5,
    says: 'what is closed leaves nothing running and nothing in anybody’s hands',
    holds: ({ after }) => {
      const { lifecycle, concessions } = after
      const quiet = !openHandoff(after) && !openHuddle(after) && openAssists(after).length === 0
      const asked = concessions.some(({ state }) => state === 'waiting')
      return lifecycle.phase !== 'closed' || (quiet && !asked && running(after).length === 0)
    },
  },
  {
    rule: 17,
    says: 'a proposal says what was wrong, what was done and how it shows, and is told to the customer by who owns it',
    holds: each('ResolutionProposed', (recorded, issue, earlier) => {
      const { wrong, done, holds } = recorded.event
      const isTold = contactsIn(earlier).at(-1)?.at === recorded.at
      return [wrong, done, holds].every(words => words.length > 0) && isTold && isAsOwner(issue, memberBy(recorded))
    }),
  },
  {
    rule: 32,
    says: 'how they were looked after says the customer alone, of what they confirmed or what is closed, and is kept as said last',
    holds: moment => {
      const { after, log } = moment
      const said = each('CustomerRated', ({ by, at }, issue) => {
        const { lifecycle, customer } = issue
        const isTheirs = by.kind === 'customer' && by.id === customer
        if (lifecycle.phase !== 'closed') return isTheirs && ['confirmed', 'watching'].includes(lifecycle.phase)
        const isInTime = Date.parse(at) - Date.parse(lifecycle.at) <= 90 * 86_400_000
        return isTheirs && isInTime && !['spam', 'duplicate', 'elsewhere'].includes(lifecycle.outcome)
      })
      const last = log.findLast(isOf('CustomerRated'))
      return said(moment) && after.rating?.at === last?.at && after.rating?.choice === last?.event.choice
    },
  },
  {
    rule: 18,
    says: 'unreachable is only who has no address left; and what is denied is open again',
    holds: ({ events, command, after }) => {
      const closed = events.find(isOf('IssueClosed'))?.event.outcome
      const isReachable = command.type === 'CloseIssue' && command.reachable
      const denied = events.some(isOf('ResolutionDenied'))
      return (
        (closed !== 'unreachable' || !isReachable) &&
        (closed !== 'unconfirmed' || isReachable) &&
        (!denied || after.lifecycle.phase === 'open')
      )
    },
  },
]
