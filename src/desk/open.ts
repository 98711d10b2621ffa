import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { memberOf } from './act.ts'
import { storedEmail, storedPhone } from './addresses.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Draft, say, writeFact, writePromise } from './draft.ts'
import { open, type Whom } from './opening.ts'

type Asked = z.output<typeof asked.openIssue>

/** Rule 2: who takes the contact owns the issue. */
export function openIssue(desk: Desk, caller: Caller, given: Asked): Promise<Outcome<IssueAnswer>> {
  const { channel, subject, story, promise } = given
  return open(desk, caller, {
    whom: whomOf(given.customer),
    subject,
    story,
    make: ({ customer, draft }) => ({
      by: caller.by,
      command: {
        channel,
        owner: memberOf(caller.by),
        way: 'contact',
        message: firstMessage(draft, caller, customer, given),
        facts: given.facts.map(fact => writeFact(draft, fact)),
        promise: writePromise(draft, promise),
      },
    }),
  })
}

/** A call is told by who answered it; everything else is in the customer's own words. */
function firstMessage(draft: Draft, caller: Caller, customer: string, { channel, story }: Asked): string {
  if (channel !== 'phone')
    return say(draft, { direction: 'in', channel, authorKind: 'customer', author: customer, body: story })
  const call = { direction: 'in', outcome: 'reached' } as const
  const author = memberOf(caller.by)
  return say(draft, { direction: 'in', channel, authorKind: 'member', author, body: story, call })
}

function whomOf(customer: Asked['customer']): Whom {
  if ('id' in customer) return { id: customer.id, name: '', email: null, phone: null, organization: null }
  const { name, email, phone, organization } = customer
  return {
    id: null,
    name,
    email: email === undefined ? null : storedEmail(email),
    phone: phone === undefined ? null : storedPhone(phone),
    organization: organization ?? null,
  }
}
