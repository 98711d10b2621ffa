import type { CustomerId } from '../context.ts'
import { fixed, numbers, refusal } from '../refusal.ts'

/** Customers, their addresses and their contacts (Rules 3 and 5): why not, and what to do instead. */
export const contactRefusals = {
  address_taken: refusal<{ customer: CustomerId; name: string }>({
    detail: ({ name }) => `This address is ${name}'s.`,
    remedy: ({ name }) => `If ${name} is the same person, merge the two records.`,
    example: { customer: 'tom', name: 'Tom Vega' },
  }),
  customer_erased: fixed(
    "This customer's data was erased, as the law asks.",
    'When they get in touch again, begin as with somebody new.',
  ),
  different_customers: fixed(
    'These issues are of different customers.',
    'The same problem of several customers is a shared cause: link both to it. If the two are one person, merge the customers first.',
  ),
  erased: fixed(
    "The customer's words on this issue were erased, as the law asks.",
    'Nothing can be added to it any more. Open a new issue when they get in touch.',
  ),
  issues_merged: refusal<{ issues: readonly number[] }>({
    detail: ({ issues }) =>
      `Issues of both were merged since: ${numbers(issues)}. Each customer would read the other’s words.`,
    remedy: () => 'Take those issues apart first.',
    example: { issues: [1043] },
  }),
  last_address: fixed(
    'It is the only address of a customer who waits for us.',
    'Add the right one first, then remove this one.',
  ),
  merge_built_upon: refusal<{ name: string }>({
    detail: ({ name }) => `Since then this record was merged into ${name}.`,
    remedy: () => 'Take the later merge apart first.',
    example: { name: 'Anna Ruiz' },
  }),
  merge_undone: fixed('These records have been taken apart already.', 'Nothing is left to do.'),
  merged_already: refusal<{ customer: CustomerId; name: string }>({
    detail: ({ name }) => `This record was merged into ${name} already.`,
    remedy: ({ name }) => `Go on with ${name}, or take that merge apart first.`,
    example: { customer: 'anna', name: 'Anna Ruiz' },
  }),
  not_proposed: fixed(
    'Nobody asks any more whether this is that customer.',
    'Look at the issue again: somebody has answered.',
  ),
  open_issues: refusal<{ issues: readonly number[] }>({
    detail: ({ issues }) => `Issues of this customer are open: ${numbers(issues)}.`,
    remedy: () => 'See them through and close them first: as long as somebody waits for us, we need their words.',
    example: { issues: [1042] },
  }),
  placed_already: fixed(
    'This contact has its place already.',
    'Look at the issue again: somebody has said which one it is about.',
  ),
  same_customer: fixed('This is the same customer already.', 'Nothing is left to do.'),
  still_open: fixed(
    'An issue of this customer is not closed yet.',
    'Close it first: as long as somebody waits for us, we need their words.',
  ),
  which_issue: refusal<{ issues: readonly number[] }>({
    detail: ({ issues }) => `This customer has several open issues: ${numbers(issues)}.`,
    remedy: () => 'You know which one you called about: log the call on that one.',
    example: { issues: [1042, 1057] },
  }),
  which_one: fixed<{ contacts: readonly number[] }>(
    'The customer was in touch, and nobody has said yet which of their issues it is about.',
    'Place it first: here, or on the other issue.',
    { contacts: [3] },
  ),
}
