import type { HandoffAnswer, SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { plural } from '../../../ui/time-words.ts'
import { type Matter, nameOf, nameWithin, type Saying, strong, talkTo, whose } from './matter.ts'

const target = (to: HandoffAnswer['to']): string => ('member' in to ? to.member.name : to.team.name)

/** Rule 7: an offer that nobody answered. */
export function expired({ issue, handoff, endedAt }: SuperviseAnswer['expired'][number], saying: Saying): Matter {
  const to = target(handoff.to)
  const team = 'team' in handoff.to
  return {
    key: `expired ${issue.number} ${handoff.id}`,
    about: { issue },
    quote: null,
    says: [
      strong(nameOf(handoff.giver, saying)),
      ' offered ',
      strong(issue.customer.name),
      `'s issue to `,
      strong(to),
      `, and ${team ? `nobody in ${to}` : firstName(to)} had ${team ? '' : 'not '}answered by ${saying.when(endedAt)}. It is still ${whose(issue.owner, saying)}.`,
    ],
    todo: team
      ? `Ask ${to} who can take it, so that the next offer goes to a person.`
      : `Ask ${firstName(to)} whether they saw it; ${firstName(issue.owner.name)} may offer it again, or to somebody else.`,
    act: null,
  }
}

/** Rule 8: accepted, and the receiver never greeted the customer. */
export function fellThrough({ issue, handoff, endedAt }: SuperviseAnswer['expired'][number], saying: Saying): Matter {
  const receiver = handoff.receiver?.name ?? target(handoff.to)
  return {
    key: `fell ${issue.number} ${handoff.id}`,
    about: { issue },
    quote: null,
    says: [
      strong(receiver),
      ' accepted ',
      strong(issue.customer.name),
      `'s issue, and they had not met by ${saying.when(endedAt)}. It is still ${whose(issue.owner, saying)}.`,
    ],
    todo: `Bring ${firstName(issue.owner.name)} and ${firstName(receiver)} together for five minutes: what kept them?`,
    act: null,
  }
}

type Stall = SuperviseAnswer['still'][number]

/** Rule 10: the look-back saw that nothing had moved. */
export const still = ({ issue, handoff, giver, receiver, at }: Stall, saying: Saying): Matter => ({
  key: `still ${issue.number} ${handoff}`,
  about: { issue },
  quote: null,
  says: [
    strong(nameOf(receiver, saying)),
    ' took over ',
    strong(issue.customer.name),
    `'s issue from ${nameWithin(giver, saying)}, and nothing had moved by the first due time, ${saying.when(at)}.`,
  ],
  todo: `${talkTo(receiver, saying)} what stands in the way.`,
  act: null,
})

/** Rule 9: the customer says that the introduction on the phone never was one. */
export const objected = ({ issue, handoff, giver, receiver, at }: Stall, saying: Saying): Matter => ({
  key: `objected ${issue.number} ${handoff}`,
  about: { issue },
  quote: null,
  says: [
    strong(issue.customer.name),
    ' says that they have met nobody. ',
    strong(nameOf(giver, saying)),
    ` had introduced ${nameWithin(receiver, saying)} on the phone; this came ${saying.when(at)}.`,
  ],
  todo: `${talkTo(receiver, saying)} to call ${firstName(issue.customer.name)} with ${nameWithin(giver, saying)} on the line, and to say on the issue how they are looked after.`,
  act: null,
})

const reasons = {
  owned: (before: string) => `, and ${before} has had it before`,
  declined: (before: string) => `, and ${before} has said no to it before`,
  handoffs: () => ', and it has changed hands often enough',
}

/** Rule 11: an offer that would have gone in a circle. */
export function circle(found: SuperviseAnswer['circles'][number], saying: Saying): Matter {
  const { issue, giver, to, because, before, times, lastAt } = found
  const tries = times > 1 ? `, ${plural(times, 'time', 'times')}` : ''
  const whom = target(to)
  return {
    key: `circle ${issue.number} ${giver.id} ${'member' in to ? to.member.id : to.team.id}`,
    about: { issue },
    quote: null,
    says: [
      strong(nameOf(giver, saying)),
      ' wanted to offer ',
      strong(issue.customer.name),
      `'s issue to `,
      strong('member' in to ? nameWithin(to.member, saying) : whom),
      `${reasons[because](before ? nameWithin(before, saying) : 'somebody')}. It was stopped ${saying.when(lastAt)}${tries}.`,
    ],
    todo: 'Call those two together: they settle in minutes whose it is, and the customer is told once.',
    act: {
      says: 'Call a huddle',
      send: `/issues/${issue.number}/huddles/call`,
      body: { with: 'member' in to ? { member: to.member.id } : { team: to.team.id } },
      done: 'The huddle is called. Until it settles, the issue stays where it is.',
    },
  }
}

/** Rule 11: a huddle that has not settled yet. */
export function huddle({ issue, huddle: held }: SuperviseAnswer['huddles'][number], saying: Saying): Matter {
  const { giver, receiver, third, due, lateAt } = held
  const recorded = third ? `${nameOf(third, saying)} ${third.id === saying.me ? 'record' : 'records'}` : 'They record'
  return {
    key: `huddle ${issue.number} ${held.id}`,
    about: third?.id === saying.me ? { issue, settle: true } : { issue },
    quote: null,
    says: [
      strong(nameOf(giver, saying)),
      ' and ',
      strong(nameWithin(receiver, saying)),
      ' settle who helps ',
      strong(issue.customer.name),
      lateAt ? ', and are late: it was due ' : ' by ',
      lateAt ? strong(saying.when(due)) : saying.when(due),
      '.',
    ],
    todo: `${recorded} who owns it, and why.${lateAt ? ' Five minutes with them now will do.' : ''}`,
    act: null,
  }
}
