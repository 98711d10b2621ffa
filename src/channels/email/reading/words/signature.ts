import { isDeviceLine } from './languages.ts'
import { isBlank } from './lines.ts'

/**
 * Where the signature of some new words begins: after `-- `, a mailing list's footer, "Sent from my phone", or a name after a
 * dash. The number of lines when there is none. Long text after a delimiter is no signature: it stays in sight.
 */
export function signatureStart(lines: readonly string[]): number {
  let start = lines.length
  for (let at = Math.max(0, lines.length - 40); at < lines.length; at++) {
    if (isDelimiter(lines, at)) {
      start = at
      break
    }
  }
  return withoutDeviceLines(lines, start)
}

function isDelimiter(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  const rest = lines.slice(at + 1).filter(other => !isBlank(other))
  if (/^-- ?\s*$/.test(line)) return rest.length <= (line.startsWith('-- ') ? 20 : 8)
  if (/^_{20,}\s*$/.test(line)) return rest.length <= 8 && rest.some(other => /list|https?:|@/i.test(other))
  return isSignedName(lines, at)
}

/** `-Ana Ruiz` as the last line, after an empty one. One word alone might be an answer. */
function isSignedName(lines: readonly string[], at: number): boolean {
  const isLast =
    lines.slice(at + 1).every(isBlank) || /^_{20,}\s*$/.test(lines.slice(at + 1).find(line => !isBlank(line)) ?? '')
  const isApart = at > 0 && isBlank(lines[at - 1] ?? '')
  return (
    isLast && isApart && /^[-–—]\s?\p{Lu}[\p{L}.'’]{0,30}(?: \p{Lu}[\p{L}.'’]{0,30}){1,3}\s*$/u.test(lines[at] ?? '')
  )
}

/** A telephone's own line, and the empty lines around it. */
function withoutDeviceLines(lines: readonly string[], end: number): number {
  let start = end
  for (let at = end - 1; at >= 0 && at >= end - 6; at--) {
    const line = lines[at] ?? ''
    if (isBlank(line)) continue
    if (!isDeviceLine(line)) break
    start = at
  }
  return start
}
