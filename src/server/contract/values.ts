import { z } from 'zod'
import { type Instant, instant } from '../../core/instant.ts'

/** Text that people wrote: kept as it came, but PostgreSQL keeps no NUL and JSON no half characters. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(value => value.trim() !== '', 'Write something.')
    .refine(value => !value.includes('\0') && value.isWellFormed(), 'This is no valid UTF-8 text.')

/** A line: a name, a subject, a key. */
export const line = (max: number) => text(max).refine(value => !/[\r\n]/.test(value), 'Write it on one line.')

export const words = text(100_000)

/** An RFC 3339 time with an offset; inside it is an instant in UTC. */
export const time = z.iso
  .datetime({ offset: true })
  .refine(value => !Number.isNaN(Date.parse(value)), 'Write a time like 2026-11-24T17:00:00Z.')
  .transform((value): Instant => instant(value))

export const id = z.uuid()
export const email = z.email().max(254)
export const phone = z
  .string()
  .max(40)
  .regex(/^\+?[\d\s().-]{3,40}$/, 'Write a number like +34 600 118 204.')

/** Number of an issue, promise or handoff in a path. */
export const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** Where a page of a list goes on; as the page before said. */
export const cursor = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/)
