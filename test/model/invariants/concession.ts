import { championOf } from '../../../src/core/escalation/escalation.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { each, type Invariant, memberBy, owner, supervises } from '../moment.ts'
import { openMinutes } from '../office-hours.ts'

/** What was conceded on an issue so far, in cents. */
const conceded = ({ concessions }: Issue): number =>
  concessions.reduce(
    (sum, { state, worth }) => (state === 'granted' || state === 'approved' ? sum + worth.amount : sum),
    0,
  )

/** What is conceded within a limit, or approved (Rule 27). */
export const concessionInvariants: readonly Invariant[] = [
  {
    rule: 27,
    says: 'what is granted without an approval stays within the limit of who grants it, for the issue as a whole',
    holds: each('ConcessionGranted', (recorded, issue, _, { context }) => {
      const role = context.members.get(memberBy(recorded) ?? '')?.role
      const limit = role === 'admin' ? Number.POSITIVE_INFINITY : role === 'supervisor' ? 50_000 : 5_000
      return conceded(issue) + recorded.event.worth.amount <= limit
    }),
  },
  {
    rule: 27,
    says: 'an approval is given by a supervisor or the champion, other than who asked, within their limit; one waits at most',
    holds: moment => {
      const { context, after } = moment
      const given = each('ConcessionApproved', (recorded, issue) => {
        const asked = issue.concessions.find(({ id }) => id === recorded.event.concession)
        const limit =
          context.members.get(memberBy(recorded) ?? '')?.role === 'admin' ? Number.POSITIVE_INFINITY : 50_000
        const isOther = asked !== undefined && asked.by !== memberBy(recorded)
        const within = conceded(issue) + (asked?.worth.amount ?? 0) <= limit
        const isChampion = championOf(issue) === memberBy(recorded)
        return isOther && within && (isChampion || supervises(memberBy(recorded), owner(issue), context))
      })
      return given(moment) && after.concessions.filter(({ state }) => state === 'waiting').length <= 1
    },
  },
  {
    rule: 27,
    says: 'an approval is asked of active others, with a due time ahead, and climbs when that has passed',
    holds: moment => {
      const { members } = moment.context
      const asked = each('ApprovalAsked', (recorded, issue) => {
        const { asked: whom, due } = recorded.event
        const isOpen = issue.lifecycle.phase !== 'closed' && openMinutes(recorded.at, due) === 240
        return isOpen && whom.length > 0 && whom.every(id => members.get(id)?.active && id !== memberBy(recorded))
      })
      const climbed = each('ApprovalClimbed', ({ event, at, by }, issue) => {
        const waits = issue.concessions.find(({ id }) => id === event.concession)
        return by.kind === 'desk' && waits?.state === 'waiting' && waits.due === at && event.due > at
      })
      return asked(moment) && climbed(moment)
    },
  },
]
