import { z } from 'zod'
import { id, keeps, newPromise, text, time, words } from './values.ts'

/** POST /issues/{number}/assists: Rule 16. Without a time it is due in a business day of whom it is asked of. */
export const askAssist = z.strictObject({
  of: z.union([z.strictObject({ member: id }), z.strictObject({ team: id })]),
  ask: words,
  due: time.nullable().default(null),
})
/** POST …/assists/{id}/accept: Rule 16. */
export const acceptAssist = z.strictObject({})
/** POST …/assists/{id}/decline: Rule 16. */
export const declineAssist = z.strictObject({ reason: text(2000) })
/** POST …/assists/{id}/touch: a word on how it goes, and whether it moved (Rule 16). */
export const touchAssist = z.strictObject({ note: words, moved: z.boolean() })
/** POST …/assists/{id}/return: what came of it, or (not moved) what it needs (Rule 16). */
export const returnAssist = z.strictObject({ moved: z.boolean(), result: words })
/** POST …/assists/{id}/withdraw: Rule 16. Once the customer knows the assistant, with a message to them. */
export const withdrawAssist = z.strictObject({ message: words.nullable().default(null) })
/** POST …/assists/{id}/introduce: Rule 3. */
export const introduceAssistant = z.strictObject({ message: words, keeps: keeps.default([]) })
/** POST …/assists/{id}/messages: the introduced assistant writes to the customer (Rules 3 and 13). */
export const writeAsAssistant = z.strictObject({
  body: words,
  promise: newPromise.nullable().default(null),
  keeps,
})
