import { digitsEnd, fractionMs, isDigit, numberAt, type Offset, offsetAt } from './scan.ts'
import { dateMs, isDate, type ReadTime } from './wall.ts'

const offset: Offset = { minutes: 0, end: 0 }

/**
 * ISO 8601 as logs write it: `2010-03-31T15:59:42.5+01:00`, with a space for the T, without seconds, without an offset
 * (then it is local), with any number of digits after the second, a date alone, or without dashes and colons. `UTC` and
 * `GMT` at the end are as good as Z, and a zone in brackets after the offset adds nothing to it.
 */
export const readIso: ReadTime = (text, into) => {
  const dash = text.charCodeAt(4) === 45 ? 1 : 0
  const year = twoOrMore(text, 0, 4)
  const month = twoOrMore(text, 4 + dash, 2)
  if (dash === 1 && text.charCodeAt(7) !== 45) return false
  const day = twoOrMore(text, 6 + 2 * dash, 2)
  if (year < 0 || month < 0 || day < 0 || !isDate(year, month, day)) return false
  const date = dateMs(year, month, day)
  const at = 8 + 2 * dash
  into.isLocal = true
  into.ms = date
  if (at === text.length) return true
  const t = text.charCodeAt(at)
  if (t !== 84 && t !== 116 && t !== 32) return false
  return readClock(text, at + 1, date, into)
}

const readClock = (text: string, from: number, date: number, into: Parameters<ReadTime>[1]): boolean => {
  const colon = text.charCodeAt(from + 2) === 58 ? 1 : 0
  const hour = twoOrMore(text, from, 2)
  const minute = twoOrMore(text, from + 2 + colon, 2)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false
  let at = from + 4 + colon
  let second = 0
  let ms = 0
  if (colon === 1 ? text.charCodeAt(at) === 58 : isDigit(text.charCodeAt(at))) {
    second = twoOrMore(text, at + colon, 2)
    // A leap second counts as the one before, as everywhere in computing.
    if (second < 0 || second > 60) return false
    if (second === 60) second = 59
    at += 2 + colon
    const code = text.charCodeAt(at)
    if (code === 46 || code === 44) {
      const end = digitsEnd(text, at + 1, 30)
      if (end === at + 1) return false
      ms = fractionMs(text, at + 1, end)
      at = end
    }
  }
  into.ms = date + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms
  if (at === text.length) return true
  if (text.charCodeAt(at) === 32) at++
  if (offsetAt(text, at, offset)) {
    into.ms -= offset.minutes * 60_000
    at = offset.end
  } else if (/^(?:UTC|GMT)$/i.test(text.slice(at))) at = text.length
  else return false
  into.isLocal = false
  return at === text.length || (text.charCodeAt(at) === 91 && text.endsWith(']'))
}

/** So many digits as a number, -1 when there are fewer. */
const twoOrMore = (text: string, at: number, count: number): number =>
  digitsEnd(text, at, count) === at + count ? numberAt(text, at, at + count) : -1
