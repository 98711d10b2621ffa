import { type Label, labelOf } from './languages.ts'
import { isBlank, isQuoted } from './lines.ts'

const labelled = /^[\s*_]*([^\d:：@]{1,24}?)[\s*_]*[:：][\s*_]*(.*)$/u

/**
 * Whether an earlier mail's "From: … Sent: … To: … Subject: …" begins at a line. Known labels in many languages; for the
 * others, four labelled lines of which one names an address and one a time.
 */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = labelled.exec(plain(lines[at]))
  if (!first) return false
  const seen = new Set<Label>()
  let anyLabels = 0
  let hasAddress = false
  let hasTime = false
  // Long lists of addresses go over several lines.
  let continued = 0
  for (let index = at; index < lines.length && index < at + 16; index++) {
    const line = plain(lines[index])
    if (isBlank(line) || isQuoted(line)) break
    const match = labelled.exec(line)
    const label = match ? labelOf.get((match[1] ?? '').trim().toLowerCase()) : undefined
    if (label) seen.add(label)
    else if (index === at && !match) return false
    if (match) anyLabels++
    else if (++continued > 6) break
    hasAddress ||= line.includes('@')
    hasTime ||= /\d{1,2}[:.]\d{2}/.test(line)
  }
  if (seen.size >= 3 && seen.has('from') && (seen.has('to') || seen.has('subject'))) return labelOf.has(labelIn(first))
  return anyLabels >= 4 && hasAddress && hasTime && (first[2] ?? '').includes('@')
}

const labelIn = (match: RegExpExecArray): string => (match[1] ?? '').trim().toLowerCase()

/** Without the marks for reading direction that Windows puts between words. */
const plain = (line: string | undefined): string =>
  (line ?? '')
    .slice(0, 400)
    .replace(/[\u200b-\u200f\u202a-\u202e]/g, '')
    .replaceAll('\u00a0', ' ')
