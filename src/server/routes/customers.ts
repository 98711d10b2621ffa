import { z } from 'zod'
import { CustomerAnswer, CustomerRecord, IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id } from '../../contract/values.ts'
import { changeAddress } from '../../desk/customer-addresses.ts'
import { logCustomerContact } from '../../desk/customer-contacts.ts'
import { eraseCustomer } from '../../desk/customer-erase.ts'
import { mergeCustomers, undoMerge } from '../../desk/customer-merge.ts'
import { readCustomer } from '../../desk/customer-record.ts'
import { findCustomers } from '../../desk/customers.ts'
import { sayWho } from '../../desk/saying-who.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

const byId = z.strictObject({ id })

export const customerRoutes = [
  route({
    method: 'GET',
    path: '/customers',
    who: 'seat',
    says: 'Finds customers by the begin of any word of their name, or a part of an address or number, each with their open issues and whose those are (Rule 3).',
    query: asked.findCustomers,
    answer: z.array(CustomerAnswer),
    do: async ({ desk, query }) => ({ answer: await findCustomers(desk, query.q) }),
  }),
  route({
    method: 'GET',
    path: '/customers/:id',
    who: 'seat',
    says: 'Tells all that who answers a call must see at a glance: whose issues, the story, the facts, the next promise (Rule 3).',
    params: byId,
    answer: CustomerRecord,
    faults: ['not_found'],
    do: ({ desk, params }) => readCustomer(desk, params.id),
  }),
  route({
    method: 'POST',
    path: '/customers/:id/contacts',
    who: 'seat',
    says: 'Logs a call that says not which issue it is about: on the one last in contact, marked "which one?" among several, or as a new one of who took it (Rules 2 and 3).',
    params: byId,
    body: asked.logCustomerContact,
    example: {
      direction: 'in',
      outcome: 'reached',
      summary: 'She asks whether somebody still looks at her bill.',
    },
    answer: IssueAnswer,
    refusals: ['customer_erased', 'due_in_past', 'needs_promise', 'not_introduced', 'not_owner', 'which_issue'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => logCustomerContact(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/customers/:id/addresses',
    who: 'seat',
    says: 'Adds or removes an address by which a customer is recognized and reached (Rule 3).',
    params: byId,
    body: asked.changeAddress,
    example: { add: { kind: 'email', address: 'ana@second.example' } },
    answer: CustomerRecord,
    refusals: ['address_taken', 'customer_erased', 'last_address'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => changeAddress(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/customers/:id/merge',
    who: 'seat',
    says: 'Merges the record of a customer into another one of the same person; on record, and reversible (Rule 3).',
    params: byId,
    body: asked.mergeCustomer,
    example: { into: '018f6f3e-8c4b-7d52-9a31-5b0f3c2d1e77' },
    answer: CustomerRecord,
    refusals: ['customer_erased', 'merged_already', 'same_customer'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => mergeCustomers(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/customers/merges/:id/undo',
    who: 'seat',
    says: 'Takes two merged records apart again: exactly what was moved goes back (Rule 3).',
    params: byId,
    body: asked.undoMerge,
    answer: CustomerRecord,
    refusals: ['customer_erased', 'issues_merged', 'merge_built_upon', 'merge_undone'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => undoMerge(desk, caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/customers/:id/erase',
    who: 'admin',
    says: "Erases a customer's words, files, mails and addresses, as the law asks; events and figures stay (Rule 33).",
    params: byId,
    body: asked.eraseCustomer,
    example: { why: 'She asked for it by letter on 20 November.' },
    answer: CustomerRecord,
    refusals: ['customer_erased', 'open_issues'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => eraseCustomer(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/customer',
    who: 'seat',
    says: 'Answers "is this Ana?": merges the new record of a stranger into the one of a known customer, or says that it is somebody else (Rule 3).',
    params: ofIssue,
    body: asked.sayWho,
    example: { is: '018f6f3e-8c4b-7d52-9a31-5b0f3c2d1e77' },
    answer: IssueAnswer,
    refusals: ['customer_erased', 'erased', 'merged_already', 'not_owner', 'not_proposed', 'same_customer'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => sayWho(desk, caller, params.number, body),
  }),
]
