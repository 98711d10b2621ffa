import type { HandoffAnswer, IssueRow, MemberRef, SuperviseAnswer } from '../../../../src/contract/answers.ts'

/** One thing that needs a supervisor: what happened, and what to do about it. */
export type Matter = {
  key: string
  issue: IssueRow
  /** Parts in turn; the strong ones name who and what it is about. */
  says: readonly (string | { strong: string })[]
  todo: string
  /** The alarm may be answered right here. */
  /** Which alarm could be answered here; null: none. */
  acknowledge: number | null
}

export type Chapter = { name: 'escalated' | 'broken' | 'expired' | 'fellThrough' | 'still'; matters: Matter[] }

/** Who reads, and how the page says a time: "today 11:00, 2 h ago". */
export type Saying = { me: string; when: (at: string) => string }

/** Everything that needs a supervisor, in the one order: alarms first, then broken promises, then what slipped between two. */
export function chaptersOf(answer: SuperviseAnswer, saying: Saying): Chapter[] {
  // A broken promise whose alarm is lit is told with the alarm.
  const alarmed = new Set(answer.escalated.map(({ number }) => number))
  const owed = answer.broken.filter(({ issue }) => !alarmed.has(issue.number))
  const chapters: Chapter[] = [
    { name: 'escalated', matters: answer.escalated.map(issue => alarm(issue, saying)) },
    { name: 'broken', matters: owed.map(({ issue, promise }) => broken(issue, promise, saying)) },
    {
      name: 'expired',
      matters: answer.expired.map(({ issue, handoff, endedAt }) => expired(issue, handoff, endedAt, saying)),
    },
    {
      name: 'fellThrough',
      matters: answer.fellThrough.map(({ issue, handoff, endedAt }) => fellThrough(issue, handoff, endedAt, saying)),
    },
    { name: 'still', matters: answer.still.map(found => still(found, saying)) },
  ]
  return chapters.filter(chapter => chapter.matters.length > 0)
}

const first = (name: string): string => name.split(' ', 1)[0] || name
const strong = (text: string): { strong: string } => ({ strong: text })
const nameOf = (member: MemberRef, { me }: Saying): string => (member.id === me ? 'You' : member.name)
const whose = (member: MemberRef, { me }: Saying): string => (member.id === me ? 'yours' : `${first(member.name)}'s`)
const talkTo = (member: MemberRef, { me }: Saying): string =>
  member.id === me ? 'Decide' : `Ask ${first(member.name)}`

function alarm(issue: IssueRow, saying: Saying): Matter {
  const { customer, owner, promise } = issue
  const mine = owner.id === saying.me
  const why = promise?.state === 'broken' ? [' Word was promised by ', strong(saying.when(promise.due)), '.'] : []
  const shared = { key: `alarm ${issue.number}`, issue }
  if (issue.escalation?.state === 'answered')
    return {
      ...shared,
      says: ['The alarm for ', strong(customer.name), ' has been answered, and is still lit.', ...why],
      todo: `Its champion stands it down once ${customer.name} knows the outcome.`,
      acknowledge: null,
    }
  return {
    ...shared,
    says: [
      'The alarm for ',
      strong(customer.name),
      ` is lit, and nobody has answered it.`,
      ...why,
      ` The issue is ${whose(owner, saying)}.`,
    ],
    todo: mine
      ? 'It is about your own issue, so somebody else must answer it. Tell them.'
      : `Answer it: you see ${customer.name} through, and ${first(owner.name)} stays the owner.`,
    acknowledge: mine ? null : (issue.escalation?.id ?? null),
  }
}

function broken(issue: IssueRow, promise: SuperviseAnswer['broken'][number]['promise'], saying: Saying): Matter {
  const { customer, owner } = issue
  const mine = owner.id === saying.me
  return {
    key: `promise ${issue.number} ${promise.id}`,
    issue,
    says: [
      strong(customer.name),
      ' was promised word by ',
      strong(saying.when(promise.due)),
      `, and has not had it. ${mine ? 'You owe it.' : `${owner.name} owes it.`}`,
    ],
    todo: mine
      ? `Write to ${customer.name} or call now, and make it good.`
      : `${talkTo(owner, saying)} whether they can reach ${customer.name} now. If not, take it over and make it good.`,
    acknowledge: null,
  }
}

const target = (handoff: HandoffAnswer): string =>
  'member' in handoff.to ? handoff.to.member.name : handoff.to.team.name

function expired(issue: IssueRow, handoff: HandoffAnswer, endedAt: string, saying: Saying): Matter {
  const to = target(handoff)
  const team = 'team' in handoff.to
  return {
    key: `expired ${issue.number} ${handoff.id}`,
    issue,
    says: [
      strong(nameOf(handoff.giver, saying)),
      ' offered ',
      strong(issue.customer.name),
      `'s issue to `,
      strong(to),
      `, and ${team ? `nobody in ${to}` : first(to)} had ${team ? '' : 'not '}answered by ${saying.when(endedAt)}. It is still ${whose(issue.owner, saying)}.`,
    ],
    todo: team
      ? `Ask ${to} who can take it, so that the next offer goes to a person.`
      : `Ask ${first(to)} whether they saw it; ${first(issue.owner.name)} may offer it again, or to somebody else.`,
    acknowledge: null,
  }
}

function fellThrough(issue: IssueRow, handoff: HandoffAnswer, endedAt: string, saying: Saying): Matter {
  const receiver = handoff.receiver?.name ?? target(handoff)
  return {
    key: `fell ${issue.number} ${handoff.id}`,
    issue,
    says: [
      strong(receiver),
      ' accepted ',
      strong(issue.customer.name),
      `'s issue, and they had not met by ${saying.when(endedAt)}. It is still ${whose(issue.owner, saying)}.`,
    ],
    todo: `Bring ${first(issue.owner.name)} and ${first(receiver)} together for five minutes: what kept them?`,
    acknowledge: null,
  }
}

function still({ issue, giver, receiver, at }: SuperviseAnswer['still'][number], saying: Saying): Matter {
  return {
    key: `still ${issue.number} ${receiver.id} ${at}`,
    issue,
    says: [
      strong(nameOf(receiver, saying)),
      ' took over ',
      strong(issue.customer.name),
      `'s issue from ${nameOf(giver, saying)}, and nothing had moved by the first due time, ${saying.when(at)}.`,
    ],
    todo: `${talkTo(receiver, saying)} what stands in the way.`,
    acknowledge: null,
  }
}
