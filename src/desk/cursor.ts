import type { Place } from '../store/issue-lists.ts'

/** Where a page goes on, as the API says it: opaque, safe in a URL. */
export const writeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** Reads a cursor that we wrote; null for anything else, which begins anew. */
export function readCursor<T>(cursor: string | undefined, isPlace: (value: unknown) => value is T): T | null {
  if (cursor === undefined) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isPlace(value) ? value : null
  } catch {
    return null
  }
}

/** A cursor that is the key of the last row. */
export const isKey = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)

/** A cursor that is a time and the id of the last row. */
export type Moment = { at: string; id: string }
export const isMoment = (value: unknown): value is Moment =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  !Number.isNaN(Date.parse(value.at)) &&
  'id' in value &&
  typeof value.id === 'string' &&
  /^[\da-f-]{36}$/.test(value.id)

/** A cursor that is a place in the one order (Rule 25). */
export const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'rank' in value &&
  isKey(value.rank) &&
  value.rank >= 0 &&
  value.rank <= 3 &&
  'number' in value &&
  isKey(value.number) &&
  'at' in value &&
  typeof value.at === 'string' &&
  !Number.isNaN(Date.parse(value.at))
