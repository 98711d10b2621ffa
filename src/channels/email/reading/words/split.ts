import type { Mark } from '../html/history-marks.ts'
import { findAttributions } from './attribution.ts'
import { isHeaderBlock } from './header-block.ts'
import { opensForwarded, opensOriginal } from './languages.ts'
import { isBlank, isQuoted, isRule, trimmed } from './lines.ts'
import { signatureStart } from './signature.ts'

/** A text as lines, with what is known about the mail that it came in. */
export type Told = {
  lines: readonly string[]
  /** By line: what the HTML says about it. */
  marks: ReadonlyMap<number, Mark>
  /** The mail answers another one, by its headers or subject. */
  isReply: boolean
  /** The mail passes another one on: that belongs to its words. */
  isForward: boolean
}

export type Split = { words: string; quoted: string | null; hasHistory: boolean }

/** So many lines are looked at. What comes after them belongs to what comes before. */
const longestLook = 10_000

type Kind = 'new' | 'context' | 'quote' | 'history' | 'signature'

/**
 * Parts what somebody has written now from what was written before. Every line ends up in exactly one of the two. Answers
 * between the lines of a quote stay new words, and keep the lines that they answer. What was forwarded is new: it is news to us.
 */
export function splitWords(told: Told): Split {
  const marked = told.lines.map((): Kind => 'new')
  const hasHistory = markHistory(told, marked)
  // In a first mail, `>` stands before something that was pasted.
  const kinds = hasHistory || told.isReply ? marked : told.lines.map((): Kind => 'new')
  markSignatures(told.lines, kinds)
  keepContext(told.lines, kinds)
  const isNew = (kind: Kind): boolean => kind === 'new' || kind === 'context'
  const words = collect(told.lines, kinds, isNew)
  const quoted = collect(told.lines, kinds, kind => !isNew(kind))
  if (words === '' && !kinds.some(kind => kind === 'quote' || kind === 'history')) {
    return { words: trimmed(told.lines).map(trimEnd).join('\n'), quoted: null, hasHistory }
  }
  return { words, quoted: quoted === '' ? null : quoted, hasHistory }
}

/** Finds quotes and history. Answers whether anything says surely that there is an earlier mail. */
function markHistory(told: Told, kinds: Kind[]): boolean {
  const lines = told.lines.slice(0, longestLook)
  const attributions = findAttributions(lines)
  let found = false
  for (let at = 0; at < lines.length; at++) {
    if (startsForward(told, at)) return found
    if (startsHistory(told, at)) return fillBack(lines, kinds, at)
    const attribution = attributions.get(at) ?? markedAttribution(told, at)
    if (attribution > 0) {
      const isQuoteNext = isQuoted(nextLine(lines, at + attribution) ?? '')
      if (!isQuoteNext && told.isReply) return fillBack(lines, kinds, at)
      if (!isQuoteNext) continue
      kinds.fill('history', at, at + attribution)
      found = true
      at += attribution - 1
    } else if (isQuoted(lines[at] ?? '')) {
      kinds[at] = 'quote'
      found ||= told.isReply
    }
  }
  kinds.fill(kinds[lines.length - 1] ?? 'new', lines.length)
  return found
}

const start = (line: string | undefined): string => (line ?? '').slice(0, 300)

function startsForward({ lines, marks, isForward }: Told, at: number): boolean {
  if (opensForwarded.test(start(lines[at]))) return true
  return isForward && (marks.get(at) === 'history' || opensOriginal.test(start(lines[at])) || isHeaderBlock(lines, at))
}

function startsHistory({ lines, marks, isReply }: Told, at: number): boolean {
  // Some programs mark a forwarded mail as they mark history.
  if (marks.get(at) === 'history') return !lines.slice(at, at + 4).some(line => opensForwarded.test(start(line)))
  return opensOriginal.test(start(lines[at])) || (isReply && isHeaderBlock(lines, at))
}

/** How many lines the HTML marks as saying who wrote what follows. */
function markedAttribution({ lines, marks }: Told, at: number): number {
  if (marks.get(at) !== 'attribution') return 0
  const end = lines.slice(at, at + 5).findIndex(line => isBlank(line) || isQuoted(line))
  return end === -1 ? 1 : end
}

/** All from here on is history, and so are the lines drawn above it. */
function fillBack(lines: readonly string[], kinds: Kind[], at: number): true {
  let from = at
  while (from > 0 && (isBlank(lines[from - 1] ?? '') || isRule(lines[from - 1] ?? ''))) from--
  kinds.fill('history', from)
  return true
}

const nextLine = (lines: readonly string[], from: number): string | undefined =>
  lines.slice(from, from + 12).find(line => !isBlank(line))

/** The runs of lines of one kind, as [start, end). */
function runs(kinds: readonly Kind[]): { kind: Kind; start: number; end: number }[] {
  const found: { kind: Kind; start: number; end: number }[] = []
  kinds.forEach((kind, at) => {
    const last = found.at(-1)
    if (last?.kind === kind) last.end = at + 1
    else found.push({ kind, start: at, end: at + 1 })
  })
  return found
}

function markSignatures(lines: readonly string[], kinds: Kind[]): void {
  for (const { kind, start, end } of runs(kinds)) {
    if (kind === 'new') kinds.fill('signature', start + signatureStart(lines.slice(start, end)), end)
  }
}

/** The most of a quote that is kept above an answer. */
const contextLines = 8

/** Two answers or more below quotes are answers between the lines: without what they answer, "yes" says nothing. */
function keepContext(lines: readonly string[], kinds: Kind[]): void {
  const all = runs(kinds)
  const answered = all.flatMap((run, index) => {
    const before = all[index - 1]
    const says = run.kind === 'new' && lines.slice(run.start, run.end).some(line => !isBlank(line))
    return says && before?.kind === 'quote' ? [before] : []
  })
  if (answered.length < 2) return
  for (const { start, end } of answered) kinds.fill('context', Math.max(start, end - contextLines), end)
}

/** The wanted lines, an empty one where something between was left out or a quote meets an answer. */
function collect(lines: readonly string[], kinds: readonly Kind[], wanted: (kind: Kind) => boolean): string {
  const pieces: string[][] = []
  let open: Kind | null = null
  lines.forEach((line, at) => {
    const kind = kinds[at] ?? 'new'
    if (!wanted(kind)) open = null
    else if (open !== null && (open === 'context') === (kind === 'context')) pieces.at(-1)?.push(trimEnd(line))
    else pieces.push([trimEnd(line)])
    if (wanted(kind)) open = kind
  })
  return pieces
    .map(piece => trimmed(piece).join('\n'))
    .filter(piece => piece !== '')
    .join('\n\n')
}

const trimEnd = (line: string): string => line.trimEnd()
