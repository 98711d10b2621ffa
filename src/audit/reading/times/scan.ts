/** Digits from `at`, at most `most` of them: where they end. */
export function digitsEnd(text: string, at: number, most: number): number {
  let end = at
  const limit = Math.min(text.length, at + most)
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The number that some digits are. */
export function numberAt(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

/** Milliseconds that a fraction of a second is, cut off after the third digit. */
export function fractionMs(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < from + 3; at++) value = value * 10 + (at < to ? text.charCodeAt(at) - 48 : 0)
  return value
}

/** What was found by {@link offsetAt}: the offset in minutes, and where it ends. */
export type Offset = { minutes: number; end: number }

/** `Z`, `+01`, `+0100` or `+01:00` at a place. false: there is none. */
export function offsetAt(text: string, at: number, into: Offset): boolean {
  const code = text.charCodeAt(at)
  if (code === 90 || code === 122) {
    into.minutes = 0
    into.end = at + 1
    return true
  }
  if (code !== 43 && code !== 45 && code !== 0x2212) return false
  const hoursEnd = digitsEnd(text, at + 1, 2)
  if (hoursEnd !== at + 3) return false
  const colon = text.charCodeAt(hoursEnd) === 58 ? 1 : 0
  const minutesEnd = digitsEnd(text, hoursEnd + colon, 2)
  const hasMinutes = minutesEnd === hoursEnd + colon + 2
  if (!hasMinutes && (colon === 1 || minutesEnd > hoursEnd)) return false
  const hours = numberAt(text, at + 1, hoursEnd)
  const minutes = hasMinutes ? numberAt(text, hoursEnd + colon, minutesEnd) : 0
  if (hours > 23 || minutes > 59) return false
  into.minutes = (code === 43 ? 1 : -1) * (hours * 60 + minutes)
  into.end = hasMinutes ? minutesEnd : hoursEnd
  return true
}
