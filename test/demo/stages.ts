import { type Issue, isClosed } from '../../src/core/issue/issue.ts'
import { isClaimable } from '../../src/core/issue/ownership.ts'
import type { Instant } from '../../src/core/time/instant.ts'

type Counts = { messages: number; flagged: number; machines: number }

/** A stage of an issue that the demo desk shows, on how many issues at least. */
export type Stage = { name: string; least: number; is: (issue: Issue, counts: Counts, now: Instant) => boolean }

const stage = (name: string, least: number, is: Stage['is']): Stage => ({ name, least, is })

const has = (issue: Issue, state: string): boolean => issue.promises.some(({ fate }) => fate.state === state)
const dueWithin = (issue: Issue, now: Instant, hours: number): boolean =>
  issue.promises.some(({ fate, due }) => fate.state === 'open' && Date.parse(due) - Date.parse(now) < hours * 3_600_000)
const offeredTo = ({ handoff }: Issue, kind: 'member' | 'team'): boolean =>
  handoff?.state === 'offered' && handoff.to.kind === kind
const hours = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 3_600_000

export const stages: Stage[] = [
  stage('unclaimed in the intake', 5, issue => isClaimable(issue) && !isClosed(issue)),
  stage(
    'fresh calls',
    3,
    ({ channel, ownership }, { messages }) => channel === 'phone' && ownership[0].way === 'contact' && messages === 1,
  ),
  stage('running promises', 35, issue => !isClosed(issue) && has(issue, 'open')),
  // Four days: a weekend with a holiday beside it may lie between.
  stage('promises due in the next working hours', 6, (issue, _, now) => dueWithin(issue, now, 4 * 24)),
  stage('promises due later', 8, ({ promises }, _, now) =>
    promises.some(({ fate, due }) => fate.state === 'open' && hours(now, due) > 24),
  ),
  stage('broken promises', 4, issue => has(issue, 'broken')),
  stage('promises made good', 3, issue => has(issue, 'made_good')),
  stage('moved promises', 2, issue => has(issue, 'moved')),
  stage('offers to a person', 2, issue => offeredTo(issue, 'member')),
  stage('offers to a team', 2, issue => offeredTo(issue, 'team')),
  stage('accepted, not introduced', 1, ({ handoff }) => handoff?.state === 'accepted'),
  stage('introduced, not greeted', 1, ({ handoff }) => handoff?.state === 'introduced'),
  stage(
    'met, with the look-back ahead',
    2,
    ({ handoff, lookBacks }) => handoff?.state === 'met' && lookBacks.length > 0,
  ),
  ...(['not_mine', 'missing_information', 'no_capacity'] as const).map(reason =>
    stage(`declined (${reason})`, 1, ({ handoff }) => handoff?.state === 'declined' && handoff.reason === reason),
  ),
  ...(['expired', 'fell_through', 'withdrawn'] as const).map(state =>
    stage(`handoffs ${state}`, 1, ({ handoff }) => handoff?.state === state),
  ),
  stage('taken over', 1, ({ ownership }) => ownership.at(-1)?.way === 'takeover'),
  stage('claimed', 3, ({ ownership }) => ownership.some(({ way }) => way === 'claim')),
  stage('handed over twice', 1, ({ met }) => met === 2),
  stage('proposed', 3, ({ lifecycle }) => lifecycle.phase === 'proposed'),
  stage(
    'proposed with a follow-up',
    2,
    ({ lifecycle, companyContacts }) =>
      lifecycle.phase === 'proposed' && companyContacts.some(({ id }) => id > lifecycle.proposal.silent.after),
  ),
  stage('confirmed, not closed', 3, ({ lifecycle }) => lifecycle.phase === 'confirmed'),
  ...(
    [
      ['confirmed', 10],
      ['unconfirmed', 2],
      ['unreachable', 1],
    ] as const
  ).map(([outcome, least]) =>
    stage(
      `closed as ${outcome}`,
      least,
      ({ lifecycle }) => lifecycle.phase === 'closed' && lifecycle.outcome === outcome,
    ),
  ),
  stage(
    'alarms that nobody has answered',
    1,
    ({ escalation }) => escalation?.state === 'raised' && escalation.cause === 'broken_too_long',
  ),
  stage('alarms with a champion', 1, ({ escalation }) => escalation?.state === 'answered'),
  stage('alarms stood down', 2, ({ escalation }) => escalation?.state === 'stood_down'),
  stage('reopened', 2, ({ recurrences }) => recurrences > 0),
  stage('with an out-of-office or a bounce on record', 3, (_, { machines }) => machines > 0),
  stage('with a flagged participant', 2, (_, { flagged }) => flagged > 0),
  stage('with facts', 25, ({ facts }) => facts.length > 0),
  stage('with a diagnosis', 15, ({ diagnoses }) => diagnoses.length > 0),
  stage('long conversations', 1, (_, { messages }) => messages >= 20),
  stage('of seven months', 1, ({ openedAt }, _, now) => hours(openedAt, now) > 200 * 24),
]
