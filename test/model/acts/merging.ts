import fc from 'fast-check'
import { owner } from '../../../src/core/issue/issue.ts'
import { mergedInto, survivorOf } from '../../../src/core/resolution/merge.ts'
import type { Numbered } from '../world.ts'
import { issueOf } from '../world.ts'
import { act, asOwner, type Deed, plain, type Sight, successor } from './act.ts'
import { outside } from './contact.ts'

/** What makes one of two issues, links them, or takes them apart again (Rules 21 and 22). */
export const mergingActs = {
  /** Into another issue of the customer, of somebody else, into itself, or into none at all. */
  merge_issues: act({
    weight: 2,
    said: fc.record({
      because: fc.constantFrom('duplicate', 'duplicate', 'recurrence'),
      with: fc.constantFrom('theirs', 'theirs', 'theirs', 'any', 'same', 'none'),
      reopensFor: successor,
    }),
    by: asOwner,
    asks: ({ because, with: whose, reopensFor }, sight) => {
      const one = { number: sight.number, issue: sight.issue }
      const other = otherOf(sight, whose)
      if (!other) {
        const into = whose === 'same' ? sight.number : outside
        const survivor = whose === 'same' ? sight.issue : null
        return { type: 'MergeInto', number: sight.number, into, survivor, because }
      }
      // What has come back goes into the older issue; of two that are open the one stays whose owner met the customer first.
      const stays = because === 'recurrence' ? other : survivorOf(one, other)
      const goes = stays.number === one.number ? other : one
      const successorOf = reopensFor ?? owner(stays.issue).member
      const ends = { number: goes.number, into: stays.number, survivor: stays.issue, because }
      return {
        parts: [
          { on: goes.number, command: { type: 'MergeInto', ...ends } },
          {
            on: stays.number,
            command: { type: 'TakeIn', gone: goes, texts: {}, because, reopensFor: successorOf },
          },
        ],
      }
    },
  }),
  unmerge_issues: act({
    weight: 3,
    said: fc.record({ restoresFor: successor }),
    by: asOwner,
    asks: ({ restoresFor }, sight) => apart(sight, restoresFor),
  }),
  link: plain(1, asOwner, ({ world, number }) => ({
    type: 'LinkIssue',
    issue: world.issues.find(other => other.number !== number)?.number ?? outside,
    kind: 'related',
  })),
  /** Whether it is an older issue come back: beyond the window both stay, and are linked. */
  match: act({
    weight: 2,
    said: fc.record({ accepts: fc.boolean(), wrong: fc.constantFrom(false, false, true) }),
    by: asOwner,
    asks: ({ accepts, wrong }, { issue, number, world }) => {
      const other = wrong ? number : (issue.matches[0]?.issue ?? outside)
      if (!accepts) return { type: 'DismissMatch', issue: other }
      const accepted = { on: number, command: { type: 'AcceptMatch', issue: other } } as const
      if (!issueOf(world, other)) return accepted.command
      return { parts: [accepted, { on: other, command: { type: 'LinkIssue', issue: number, kind: 'recurrence' } }] }
    },
  }),
}

/** The customer's other issue, most of all the one that it may be come back; somebody else's; none. */
function otherOf({ world, number, issue }: Sight, whose: string): Numbered | undefined {
  const others = world.issues.filter(other => other.number !== number)
  if (whose === 'any') return others.at(-1)
  if (whose !== 'theirs') return undefined
  const match = others.find(other => issue.matches.some(({ issue: matched }) => matched === other.number))
  return match ?? others.find(other => other.issue.customer === issue.customer)
}

/** Undoes the merge of an issue, or the last one into it. */
function apart({ world, number, issue }: Sight, restoresFor: string | null): Deed {
  const into = mergedInto(issue)
  const back = into === null ? (issue.merged.at(-1)?.issue ?? number) : number
  const from = into ?? number
  const [gone, survivor] = [issueOf(world, back), issueOf(world, from)]
  const successorOf = restoresFor ?? owner(gone?.issue ?? issue).member
  return {
    parts: [
      {
        on: back,
        command: {
          type: 'Unmerge',
          number: back,
          survivor: { number: from, issue: survivor?.issue ?? issue },
          texts: {},
          restoresFor: successorOf,
        },
      },
      { on: from, command: { type: 'GiveBack', issue: back } },
    ],
  }
}
