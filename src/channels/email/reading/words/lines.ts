/** Whether a line is quoted, as `>` says in mail. An address or a tag at its beginning is no quote. */
export const isQuoted = (line: string): boolean => /^ {0,3}>/.test(line)

export const isBlank = (line: string): boolean => /^\s*$/.test(line)

/** A line that only draws a line. */
export const isRule = (line: string): boolean => /^\s*[-_=*–—]{5,}\s*$/.test(line.slice(0, 300))

/** Lines without empty ones at either end. */
export function trimmed(lines: readonly string[]): string[] {
  let start = 0
  let end = lines.length
  while (start < end && isBlank(lines[start] ?? '')) start++
  while (end > start && isBlank(lines[end - 1] ?? '')) end--
  return lines.slice(start, end)
}
