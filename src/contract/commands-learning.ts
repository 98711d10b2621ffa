import { z } from 'zod'
import { cursor, id, limit, line, number, text } from './values.ts'

/** POST /issues/{number}/kind: one that the workspace keeps, or none (Rule 28). */
export const setKind = z.strictObject({ kind: id.nullable() })
/** POST /kinds: a kind of issue that the workspace tells apart from now on. */
export const addKind = z.strictObject({ name: line(80) })
/** POST /kinds/{id}/give-up: it stays with the issues that have it. */
export const giveUpKind = z.strictObject({})

/** POST /issues/{number}/checklist/{lesson}: done, open again, or why it need not be done (Rule 28). */
export const markStep = z.union([z.strictObject({ excuse: text(2000) }), z.strictObject({ done: z.boolean() })])

/** POST /kudos: for a message or call of an issue, named by its id or by the number of the contact (Rule 30). */
const thanks = z.strictObject({ issue: number, for: id, words: text(2000).nullable().default(null) })
export const giveKudos = z.union([thanks.extend({ message: id }), thanks.extend({ contact: number })])
/** POST /issues/{number}/kudos/{id}/take-back and /portal/kudos/{id}/take-back: within a day. */
export const takeBackKudos = z.strictObject({})
/** GET /kudos: newest first. */
export const listKudos = z.strictObject({ cursor: cursor.optional(), limit: limit.default(50) })
/** POST /portal/kudos: one click, for a message of ours or a talk with us. */
export const portalKudos = z.strictObject({ message: id })
