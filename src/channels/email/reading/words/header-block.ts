import { type Label, labelOf } from './languages.ts'
import { isBlank, isQuoted } from './lines.ts'

/** A line like `To: Ana`, also in bold as text mail writes it. */
type Labelled = { label: Label | undefined; value: string }

function readLabelled(line: string): Labelled | null {
  const colon = line.slice(0, 40).search(/[:：]/)
  const name = line
    .slice(0, Math.max(0, colon))
    .replace(/^[\s*_]+|[\s*_]+$/g, '')
    .toLowerCase()
  return name === '' || /[\d@<>]/.test(name) ? null : { label: labelOf.get(name), value: line.slice(colon + 1) }
}

/**
 * Whether an earlier mail's "From: … Sent: … To: … Subject: …" begins at a line. Known labels in many languages; for the
 * others, four labelled lines of which one names an address and one a time.
 */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = readLabelled(plain(lines[at]))
  if (!first || (first.label === undefined && !first.value.includes('@'))) return false
  const seen = new Set<Label>()
  let labelled = 0
  let hasTime = false
  // Long lists of addresses go over several lines.
  let continued = 0
  for (let index = at; index < lines.length && index < at + 16; index++) {
    const line = plain(lines[index])
    if (isBlank(line) || isQuoted(line)) break
    const field = readLabelled(line)
    if (field?.label) seen.add(field.label)
    if (field) labelled++
    else if (++continued > 6) break
    hasTime ||= /\d{1,2}[:.]\d{2}/.test(line)
  }
  if (first.label === undefined) return labelled >= 4 && hasTime
  return seen.size >= 3 && seen.has('from') && (seen.has('to') || seen.has('subject'))
}

/** Without the marks for reading direction that Windows puts between words. */
const plain = (line: string | undefined): string =>
  (line ?? '')
    .slice(0, 400)
    .replace(/[\u200b-\u200f\u202a-\u202e]/g, '')
    .replaceAll('\u00a0', ' ')
