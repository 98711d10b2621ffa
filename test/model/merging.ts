import fc from 'fast-check'
import type { Command } from '../../src/core/commands.ts'
import { decideOpening } from '../../src/core/decide.ts'
import { type Issue, owner } from '../../src/core/issue/issue.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { asMember, contextOf, later } from './world.ts'

/** What makes one of two issues, links them, or takes them apart again (Rules 21 and 22). */
export type MergingAct =
  | { do: 'merge_issues'; because: 'duplicate' | 'recurrence'; other: Other }
  | { do: 'take_in'; because: 'duplicate' | 'recurrence'; ago: number; reopensFor: string | null }
  | { do: 'unmerge_issues'; ago: number; restoresFor: string | null }
  | { do: 'give_back' | 'link' }
  | { do: 'match'; accepts: boolean; wrong: boolean }

/** The other issue: Carla's of the same customer, one of somebody else, this one, or none at all. */
type Other = 'carlas' | 'toms' | 'same' | 'none'

const because = fc.constantFrom('duplicate' as const, 'recurrence' as const)
/** How long ago the other one was opened, in minutes: long enough ago its promise is broken, and its alarm raised. */
const ago = fc.constantFrom(0, 60, 600, 3 * 1440, 100 * 1440)
const successor = fc.option(fc.constantFrom('carla', 'olu', 'gone'), { freq: 2 })

export const mergingAct: fc.Arbitrary<MergingAct> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('merge_issues'),
      because,
      other: fc.constantFrom<Other[]>('carlas', 'carlas', 'carlas', 'toms', 'same', 'none'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take_in'), because, ago, reopensFor: successor }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('unmerge_issues'), ago, restoresFor: successor }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('give_back') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('link') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('match'), accepts: fc.boolean(), wrong: fc.boolean() }) },
)

const names: readonly string[] = [
  'merge_issues',
  'take_in',
  'unmerge_issues',
  'give_back',
  'link',
  'match',
] satisfies MergingAct['do'][]
export const isMerging = (act: { do: string }): act is MergingAct => names.includes(act.do)

const [thisNumber, otherNumber] = [1043, 1042]

export function mergingCommand(act: MergingAct, issue: Issue, now: Instant): Command {
  switch (act.do) {
    case 'merge_issues': {
      const into = act.other === 'same' ? thisNumber : otherNumber
      const survivor = act.other === 'none' ? null : otherIssue(now, 60, act.other === 'toms' ? 'tom' : 'ana')
      return { type: 'MergeInto', number: thisNumber, into, survivor, because: act.because }
    }
    case 'take_in': {
      const gone = { number: otherNumber, issue: otherIssue(now, act.ago) }
      const reopensFor = act.reopensFor ?? owner(issue).member
      return { type: 'TakeIn', gone, texts: {}, because: act.because, reopensFor }
    }
    case 'unmerge_issues': {
      const survivor = { number: otherNumber, issue: holding(otherIssue(now, act.ago)) }
      const restoresFor = act.restoresFor ?? owner(issue).member
      return { type: 'Unmerge', number: thisNumber, survivor, texts: {}, restoresFor }
    }
    case 'give_back':
      return { type: 'GiveBack', issue: otherNumber }
    case 'link':
      return { type: 'LinkIssue', issue: otherNumber, kind: 'related' }
    case 'match': {
      const other = act.wrong ? 1 : otherNumber
      return act.accepts ? { type: 'AcceptMatch', issue: other } : { type: 'DismissMatch', issue: other }
    }
  }
}

/** An issue of the same customer, or of another one, as it came to Carla some time ago. */
function otherIssue(now: Instant, minutesAgo: number, customer = 'ana'): Issue {
  const words = { subject: 'w', story: 'w', message: 'w' }
  const decision = decideOpening(
    {
      type: 'OpenIssue',
      customer,
      channel: 'email',
      owner: 'carla',
      way: 'contact',
      ...words,
      facts: [],
      promise: null,
    },
    contextOf(later(now, -minutesAgo), asMember('carla')),
  )
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.issue
}

/** The other issue, whose only promise is one that this one had left there. */
const holding = (issue: Issue): Issue => ({
  ...issue,
  merged: [{ issue: thisNumber, at: issue.openedAt, promises: [{ theirs: 1, ours: 1 }], cause: null, before: null }],
})
