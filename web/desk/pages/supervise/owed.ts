import type { IssueRow, SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { type Matter, type Saying, strong, talkTo, whose } from './matter.ts'

/** Rules 24 to 26: the alarm that is lit for a customer. */
export function alarm(issue: IssueRow, saying: Saying): Matter {
  const { number, customer, owner, promise, escalation } = issue
  const mine = owner.id === saying.me
  const why = promise?.state === 'broken' ? [' Word was promised by ', strong(saying.when(promise.due)), '.'] : []
  const shared = { key: `alarm ${number}`, about: { issue }, quote: null, act: null }
  if (escalation?.state !== 'raised')
    return {
      ...shared,
      says: ['The alarm for ', strong(customer.name), ' has been answered, and is still lit.', ...why],
      todo: `Its champion stands it down once ${customer.name} knows the outcome.`,
    }
  const says = [
    'The alarm for ',
    strong(customer.name),
    ' is lit, and nobody has answered it.',
    ...why,
    ` The issue is ${whose(owner, saying)}.`,
  ]
  if (mine) return { ...shared, says, todo: 'It is about your own issue, so somebody else must answer it. Tell them.' }
  return {
    ...shared,
    says,
    todo: `Answer it: you see ${customer.name} through, and ${firstName(owner.name)} stays the owner.`,
    act: {
      says: 'Answer the alarm',
      send: `/issues/${number}/escalations/${escalation.id}/acknowledge`,
      done: `You answered the alarm for ${customer.name}. See it through.`,
    },
  }
}

/** Rule 14: a promise that was broken, and is still owed. */
export function broken({ issue, promise }: SuperviseAnswer['broken'][number], saying: Saying): Matter {
  const { customer, owner } = issue
  const mine = owner.id === saying.me
  return {
    key: `promise ${issue.number} ${promise.id}`,
    about: { issue },
    quote: null,
    says: [
      strong(customer.name),
      ' was promised word by ',
      strong(saying.when(promise.due)),
      `, and has not had it. ${mine ? 'You owe it.' : `${owner.name} owes it.`}`,
    ],
    todo: mine
      ? `Write to ${customer.name} or call now, and make it good.`
      : `${talkTo(owner, saying)} whether they can reach ${customer.name} now. If not, take it over and make it good.`,
    act: null,
  }
}

/** Rule 15: somebody is away, and promises of theirs are nobody's to keep. */
export function uncovered(absence: SuperviseAnswer['uncovered'][number], saying: Saying): Matter {
  const { id, member, until, promises } = absence
  const customers = [...new Set(promises.map(({ issue }) => issue.customer.name))]
  const soonest = promises[0]?.promise
  const due = soonest?.state === 'broken' ? 'was due' : 'falls due'
  return {
    key: `uncovered ${id}`,
    about: { absent: member },
    quote: null,
    says: [
      strong(member.id === saying.me ? 'You' : member.name),
      member.id === saying.me ? ' are away until ' : ' is away until ',
      saying.when(until),
      ', and nobody looks after ',
      strong(listed(customers)),
      '.',
    ],
    todo: soonest
      ? `Say who does: the first promise ${due} ${saying.when(soonest.due)}.`
      : 'Say who looks after each of them.',
    act: null,
  }
}

const mostNamed = 4

/** "Ana, Tom and Mei", "Ana, Tom, Mei, Jonas and 3 more" */
function listed(names: readonly string[]): string {
  const named = names.length > mostNamed + 1 ? names.slice(0, mostNamed) : names
  const more = names.length - named.length
  return new Intl.ListFormat('en-GB').format(more > 0 ? [...named, `${more} more`] : named)
}
