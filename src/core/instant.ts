declare const brand: unique symbol

/** A moment, always in UTC and with milliseconds (`2026-11-24T17:00:00.000Z`), so that `<` compares. */
export type Instant = string & { readonly [brand]: 'Instant' }

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/** Reads an RFC 3339 time with any offset. Throws RangeError for anything else. */
export function instant(text: string): Instant {
  const at = rfc3339.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new RangeError(`"${text}" is no time. Write it like 2026-11-24T17:00:00Z`)
  return fromEpochMs(at)
}

export function isInstantText(text: string): boolean {
  return rfc3339.test(text) && !Number.isNaN(Date.parse(text))
}

/** Milliseconds since 1970 as an instant. */
export function fromEpochMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

export const epochMs = (at: Instant): number => Date.parse(at)

export const plusMinutes = (at: Instant, minutes: number): Instant => fromEpochMs(epochMs(at) + minutes * 60_000)

export const minutesBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / 60_000
