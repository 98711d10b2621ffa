import { z } from 'zod'
import { type Instant, instant } from '../core/time/instant.ts'

const isStorable = (value: string): boolean => !value.includes('\0') && value.isWellFormed()
const notStorable = 'Leave out characters that are no text: NUL, or half of a pair.'

/** Text that people wrote: kept as it came, but PostgreSQL keeps no NUL and JSON no half characters. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(value => value.trim() !== '', 'Write something.')
    .refine(isStorable, notStorable)

/** A line: a name, a subject, a key. */
export const line = (max: number) => text(max).refine(value => !/[\r\n]/.test(value), 'Write it on one line.')

export const words = text(100_000)

/** What somebody looks for; empty looks for nothing. */
export const search = z.string().max(200).refine(isStorable, notStorable)

const [earliest, latest] = [Date.parse('1970-01-01T00:00:00Z'), Date.parse('9999-01-01T00:00:00Z')]

/** An RFC 3339 time with an offset; inside it is an instant in UTC. Years that the store can't hold are refused. */
export const time = z.iso
  .datetime({ offset: true })
  .refine(
    value => Date.parse(value) >= earliest && Date.parse(value) < latest,
    'Write a time like 2026-11-24T17:00:00Z, after 1970 and before 9999.',
  )
  .transform((value): Instant => instant(value))

export const id = z.uuid()
export const email = z.email().max(254)
export const phone = z
  .string()
  .max(40)
  .regex(/^\+?[\d\s().-]{3,40}$/, 'Write a number like +34 600 118 204.')

/** A currency by its three letters, of those that the world uses. */
export const currency = z.enum(Intl.supportedValuesOf('currency'))

/** A time zone by its name in the world's list. */
export const zone = line(60).refine(isZone, 'Write a zone like Europe/Madrid.')

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** A time on the wall: `09:00`; a day may end at `24:00`. */
export const wallTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time like 09:00.')

/** Number of an issue, promise or handoff. */
export const number = z.int().min(1)

/** What is promised, and by when the customer hears from us (Rule 12). */
export const newPromise = z.strictObject({ what: line(500).nullable().default(null), due: time })

/** Which running promises a contact answers; without it, all (Rule 13, Scenario 13). */
export const keeps = z.union([z.literal('all'), z.array(number).max(100)]).default('all')

/** A number as it stands in a path or a query: digits, and nothing that only could be read as a number. */
const digits = (least: number, most: number) =>
  z
    .string()
    .max(16)
    .regex(/^\d+$/, 'Write a whole number.')
    .transform(Number)
    .refine(value => value >= least && value <= most, `Write a number from ${least} to ${most}.`)
    .meta({ type: 'integer', minimum: least, maximum: most })

/** Number of an issue, promise or handoff in a path. */
export const numberInPath = digits(1, Number.MAX_SAFE_INTEGER)

/** Number of a lesson in a path. */
export const lessonInPath = digits(1, 2_147_483_647)

/** How many rows a page has at most. */
export const limit = digits(1, 200)

/** Where a page of a list goes on; as the page before said. */
export const cursor = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/)
  .refine(isJson, 'This is no cursor of ours. Take `next` of the page before, or leave it out to begin.')

function isJson(base64: string): boolean {
  try {
    JSON.parse(Buffer.from(base64, 'base64url').toString())
    return true
  } catch {
    return false
  }
}
