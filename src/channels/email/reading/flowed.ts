/**
 * Joins the lines that a mail program broke in `format=flowed` text (RFC 3676), so that paragraphs are whole again. Quotes
 * keep their depth.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const joined: { depth: number; text: string; open: boolean }[] = []
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0
    const unstuffed = line.slice(depth).replace(/^ /, '')
    const last = joined.at(-1)
    // A signature's delimiter ends in a space, and is no broken line.
    const isDelimiter = unstuffed === '-- '
    const flows = unstuffed.endsWith(' ') && !isDelimiter
    const content = flows && deleteSpace ? unstuffed.slice(0, -1) : unstuffed
    if (last?.open && last.depth === depth && !isDelimiter) {
      last.text += content
      last.open = flows
    } else joined.push({ depth, text: content, open: flows })
  }
  return joined.map(({ depth, text: line }) => (depth > 0 ? `${'>'.repeat(depth)} ${line}` : line)).join('\n')
}
