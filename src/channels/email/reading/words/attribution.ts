import { endsWithWrote, saysWrote, startsWithOn } from './languages.ts'
import { isQuoted } from './lines.ts'

const longest = 500

/** A date or a time, as digits: no language writes it without. */
const dated = /\d{1,2}[:.h]\d{2}|\d{4}[-/年.]|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/

/** Programs give the time too; people who tell what somebody wrote seldom do. */
const timed = /\d{1,2}[:.h]\d{2}/

const endsWithAddress = /<[^<>@]+@[^<>]+>\s*[:：]\s*$/

/**
 * Finds "On 3 May 2024 at 10:00, Ana Ruiz <ana@example.org> wrote:" in any language, over up to four lines, by the line where
 * it ends. Answers how many lines it has, by the line where it begins. Where no quote follows, it must be beyond doubt.
 */
export function findAttributions(lines: readonly string[]): Map<number, number> {
  const found = new Map<number, number>()
  for (let end = 0; end < lines.length; end++) {
    const last = lines[end] ?? ''
    if (last.length > longest || isQuoted(last) || !/[:：-][\s*_]*$/.test(last)) continue
    if (!/[@\d]|\p{L}{3}/u.test(last)) continue
    const start = startOf(lines, end)
    if (start === null) continue
    const text = joined(lines, start, end)
    const isCertain =
      startsWithOn.test(text) &&
      timed.test(withoutAddresses(text)) &&
      (endsWithWrote.test(text) || endsWithAddress.test(text))
    if (isCertain || (isFollowedByQuote(lines, end) && isPlausible(text))) {
      found.set(start, end - start + 1)
    }
  }
  return found
}

/** Goes back from the last line to the one that holds the date, within a paragraph; else the last line alone. */
function startOf(lines: readonly string[], end: number): number | null {
  for (let start = end; start > end - 4 && start >= 0; start--) {
    const line = lines[start] ?? ''
    if (line.trim() === '' || isQuoted(line) || line.length > longest) break
    const text = joined(lines, start, end)
    if (text.length > longest) break
    const date = dated.exec(withoutAddresses(line))
    if (date && (startsWithOn.test(line) || date.index < 30 || start === end)) return start
  }
  const alone = lines[end] ?? ''
  return saysWrote.test(alone) || alone.includes('@') ? end : null
}

const isPlausible = (text: string): boolean => {
  const names = text.includes('@') || saysWrote.test(text)
  return names ? dated.test(withoutAddresses(text)) || endsWithWrote.test(text) || /<[^<>]+@[^<>]+>/.test(text) : false
}

function isFollowedByQuote(lines: readonly string[], end: number): boolean {
  for (let at = end + 1; at < lines.length && at < end + 8; at++) {
    const line = lines[at] ?? ''
    if (line.trim() !== '') return isQuoted(line)
  }
  return false
}

/** The digits of an address are no date. */
const withoutAddresses = (text: string): string =>
  text.replace(/[^\s<>()]+/g, word => (word.includes('@') ? '@' : word))

const joined = (lines: readonly string[], start: number, end: number): string =>
  lines
    .slice(start, end + 1)
    .map(line => line.trim())
    .join(' ')
