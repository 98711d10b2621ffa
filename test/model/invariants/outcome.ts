import type { Issue } from '../../../src/core/issue/issue.ts'
import { each, type Invariant, isAsOwner, isOf, memberBy, owner, running, supervises } from '../moment.ts'

/** What can’t be fixed, what is watched, and spam (Rules 19, 20 and 22). */
export const outcomeInvariants: readonly Invariant[] = [
  {
    rule: 19,
    says: 'what can’t be fixed is agreed by a supervisor who neither owns nor covers it, then told, and only then closed',
    holds: moment => {
      const agreed = each('CannotFixAgreed', (recorded, issue, _, { context }) => {
        const by = memberBy(recorded)
        return !isAsOwner(issue, by) && supervises(by, owner(issue), context) && issue.cannotFix?.state === 'asked'
      })
      const told = each('CannotFixTold', (recorded, issue, earlier) => {
        const asked = earlier.findLastIndex(isOf('CannotFixAsked'))
        return isAsOwner(issue, memberBy(recorded)) && earlier.slice(asked).some(isOf('CannotFixAgreed'))
      })
      const closed = each('IssueClosed', ({ event }, _, earlier) => {
        if (event.outcome !== 'cannot_fix') return true
        const since = earlier.findLastIndex(isOf('CannotFixTold'))
        const over = ['CannotFixAsked', 'ResolutionProposed', 'ResolutionDenied', 'IssueReopened', 'IssueMarkedSpam']
        return since >= 0 && !earlier.slice(since).some(({ event: { type } }) => over.includes(type))
      })
      return agreed(moment) && told(moment) && closed(moment)
    },
  },
  {
    rule: 20,
    says: 'a check is kept from the day before its date on, and nothing is closed as solved before the last one',
    holds: moment => {
      const kept = each('PromiseKept', ({ event, at }, issue) => {
        const promise = issue.promises[event.promise - 1]
        return promise?.kind !== 'watch' || Date.parse(promise.due) - Date.parse(at) <= 86_400_000
      })
      const closed = each('IssueClosed', ({ event }, issue, earlier) => {
        if (event.outcome !== 'confirmed') return true
        const confirmed = earlier.findLast(isOf('ResolutionConfirmed'))
        const checks = issue.promises.filter(({ kind, madeAt }) => kind === 'watch' && madeAt === confirmed?.at)
        return checks.every(({ fate }) => fate.state !== 'open' && fate.state !== 'broken' && fate.state !== 'released')
      })
      return kept(moment) && closed(moment)
    },
  },
  {
    rule: 22,
    says: 'spam leaves nothing running, and is marked and cleared by the owner, their cover or a supervisor',
    holds: moment => {
      const judged = (by: string | null, issue: Issue): boolean =>
        isAsOwner(issue, by) || supervises(by, owner(issue), moment.context)
      const marked = each('IssueMarkedSpam', (recorded, issue) => {
        return judged(memberBy(recorded), issue) && running(issue).length === 0
      })
      return (
        marked(moment) && each('IssueClearedOfSpam', (recorded, issue) => judged(memberBy(recorded), issue))(moment)
      )
    },
  },
  {
    rule: 20,
    says: 'from the confirmation on each date ahead is a promise',
    holds: ({ events, stages, after }) =>
      events.every(({ event, at }, index) => {
        const lifecycle = stages[index]?.lifecycle
        if (event.type !== 'ResolutionConfirmed' || lifecycle?.phase !== 'proposed') return true
        return lifecycle.proposal.watch.every(
          ({ due }) => due <= at || running(after).some(promise => promise.kind === 'watch' && promise.due === due),
        )
      }),
  },
  {
    rule: 21,
    says: 'it is opened again only within ninety days of the customer’s word',
    holds: each('IssueReopened', ({ at }, { lifecycle }, _, { command }) => {
      const saidAt = command.type === 'TakeIn' ? command.gone.issue.openedAt : at
      return lifecycle.phase === 'closed' && Date.parse(saidAt) - Date.parse(lifecycle.at) <= 90 * 86_400_000
    }),
  },
  {
    rule: 21,
    says: 'each time that it comes back counts, spam apart, and the second raises the alarm',
    holds: ({ events, stages, after }) =>
      events.every(({ event: { type } }, index) => {
        const [before, then] = [stages[index], stages[index + 1]]
        if (!before || !then) return false
        const { lifecycle } = before
        const isBack =
          type === 'RecurrenceFound' ||
          (type === 'IssueReopened' && !('outcome' in lifecycle && lifecycle.outcome === 'spam')) ||
          (type === 'ResolutionDenied' && lifecycle.phase === 'watching')
        if (!isBack) return true
        return then.recurrences === before.recurrences + 1 && (then.recurrences < 2 || after.escalation !== null)
      }),
  },
]
