import type { SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { worthOf } from '../../money.ts'
import { type Matter, nameOf, nameWithin, type Saying, strong, talkTo } from './matter.ts'

/** Rule 16: an assist that came back by itself. */
export function silent({ issue, assist }: SuperviseAnswer['silent'][number], saying: Saying): Matter {
  const { of, assistant, askedBy, due, ask } = assist
  const whom = assistant ?? ('member' in of ? of.member : null)
  const name = whom ? nameOf(whom, saying) : 'team' in of ? of.team.name : ''
  return {
    key: `silent ${issue.number} ${assist.id}`,
    about: { issue },
    quote: ask,
    says: [
      strong(nameOf(askedBy, saying)),
      ' asked ',
      strong(whom ? nameWithin(whom, saying) : name),
      ' for help, for ',
      strong(issue.customer.name),
      `, and nothing had moved by ${saying.when(due)}. It is with ${nameWithin(issue.owner, saying)} again.`,
    ],
    todo: `${whom ? talkTo(whom, saying) : `Ask ${name}`} what they need; ${firstName(issue.customer.name)} hears from ${nameWithin(issue.owner, saying)}.`,
    act: null,
  }
}

/** Rule 27: a concession above somebody's limit. */
export function approval({ issue, concession }: SuperviseAnswer['approvals'][number], saying: Saying): Matter {
  const { id, by, worth, kind, reason, due, asked } = concession
  const { number, customer } = issue
  const isAsked = asked.some(({ id: one }) => one === saying.me)
  const others = asked.map(({ name }) => firstName(name)).join(' or ')
  return {
    key: `approval ${number} ${id}`,
    about: { issue },
    quote: reason,
    says: [
      strong(nameOf(by, saying)),
      ` ${by.id === saying.me ? 'want' : 'wants'} to give `,
      strong(customer.name),
      ` ${kind === 'exception' ? 'an exception worth' : `a ${kind} of`} `,
      strong(worthOf(worth)),
      due ? `, and waits for an answer until ${saying.when(due)}.` : ', and waits for an answer.',
    ],
    todo: isAsked ? 'Approve it here, or say why not on the issue.' : `Asked of ${others}.`,
    act: isAsked
      ? {
          says: 'Approve it',
          send: `/issues/${number}/concessions/${id}/approve`,
          done: `Approved. ${firstName(by.name)} tells ${customer.name}.`,
        }
      : null,
  }
}

/** Rule 19: somebody says that it can't be fixed. */
export function cannotFix({ issue, cannotFix: asked }: SuperviseAnswer['cannotFix'][number], saying: Saying): Matter {
  const { askedBy, askedAt, due, late, reason, alternative } = asked
  const name = firstName(issue.customer.name)
  const mine = askedBy.id === saying.me
  return {
    key: `cannot fix ${issue.number} ${askedAt}`,
    about: { issue },
    quote: `${reason} Instead: ${alternative}`,
    says: [
      strong(nameOf(askedBy, saying)),
      ` ${mine ? 'say' : 'says'} that it can’t be fixed for `,
      strong(issue.customer.name),
      late ? ', and nobody has said yes or no' : '',
      due ? `. An answer ${late ? 'was' : 'is'} due ${saying.when(due)}.` : '.',
    ],
    todo: mine ? 'Another supervisor answers.' : `Read the story, then agree, or say what else there is for ${name}.`,
    act: null,
  }
}

/** Rule 24: a time ahead in which an alarm would find nobody. */
export const gap = ({ schedule, from, until }: SuperviseAnswer['gaps'][number], { moment }: Saying): Matter => ({
  key: `gap ${schedule.id} ${from}`,
  about: 'on call',
  quote: null,
  says: ['Nobody of ', strong(schedule.name), ` is on call from ${moment(from)} to ${moment(until)}.`],
  todo: 'Put somebody in for that time: until then an alarm goes on to the next rung.',
  act: null,
})
