import { z } from 'zod'
import { email, id, line, number, phone, text, time, words } from './values.ts'

/** GET /customers: by name, address or number; two letters or digits suffice. */
export const findCustomers = z.strictObject({ q: line(200) })

/** POST /issues/{number}/messages/{message}/place: Rule 3. The number of the issue that it is about, this one or another. */
export const placeMessage = z.strictObject({ issue: number })
/** POST /issues/{number}/messages/check: Rule 31. */
export const checkMessage = z.strictObject({ body: words })
/** POST /issues/{number}/tell: Rule 3. */
export const tellOwner = z.strictObject({ words })
/** POST /issues/{number}/customer: Scenario 5. Who it is, or who it is not. */
export const sayWho = z.union([z.strictObject({ is: id }), z.strictObject({ isNot: id })])

/** POST /customers/{id}/contacts: a call that says not which issue it is about (Rules 2 and 3). */
export const logCustomerContact = z.strictObject({
  direction: z.enum(['in', 'out']),
  outcome: z.enum(['reached', 'voicemail', 'not_reached']),
  summary: words,
  promise: z
    .strictObject({ what: line(500).nullable().default(null), due: time })
    .nullable()
    .default(null),
})
const address = z.union([
  z.strictObject({ kind: z.literal('email'), address: email }),
  z.strictObject({ kind: z.literal('phone'), address: phone }),
])
/** POST /customers/{id}/addresses: by each of them the customer is recognized. */
export const changeAddress = z.union([z.strictObject({ add: address }), z.strictObject({ remove: address })])
/** POST /customers/{id}/merge: two records of one person. */
export const mergeCustomer = z.strictObject({ into: id })
/** POST /customers/merges/{id}/undo. */
export const undoMerge = z.strictObject({})
/** POST /customers/{id}/erase: Rule 33. */
export const eraseCustomer = z.strictObject({ why: text(2000) })
