import type { IssueAnswer } from '../contract/answers.ts'
import type { Member } from '../core/context.ts'
import { concessionKinds, leftToGrant } from '../core/escalation/limit.ts'
import { asPeopleWrite } from '../core/escalation/money.ts'
import type { Issue } from '../core/issue/issue.ts'
import { may } from '../core/may.ts'
import { waitingFor } from '../core/waiting.ts'
import type { Configuration } from '../store/configuration.ts'

/** What the issue is to who reads it: what waits for them, what they may concede at once, and what they may do. */
export function forReader(
  issue: Issue,
  member: Member,
  configuration: Configuration,
): Pick<IssueAnswer, 'waits' | 'grants' | 'may'> {
  const acts = may(issue, member, configuration)
  return {
    waits: waitingFor(issue, member, configuration.members).map(({ kind, of, since, due }) => ({
      kind,
      of,
      since,
      due,
    })),
    grants: acts.includes('grant') ? grantsOf(issue, member, configuration) : [],
    may: acts,
  }
}

function grantsOf(issue: Issue, member: Member, configuration: Configuration): IssueAnswer['grants'] {
  const { limits, currency: usual } = configuration.policy
  const currencies = new Set([usual, ...limits.map(({ currency }) => currency)])
  return [...currencies].flatMap(currency =>
    concessionKinds.flatMap(kind => {
      const left = leftToGrant(issue, member, kind, currency, configuration)
      if (left === undefined) return currency === usual ? [{ kind, currency, left: 0 }] : []
      const amount = left && asPeopleWrite({ amount: Math.max(0, left), currency }).amount
      return [{ kind, currency, left: amount }]
    }),
  )
}
