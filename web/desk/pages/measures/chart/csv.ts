/** Lines of fields as CSV (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */
export const csvOf = (lines: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${lines.map(line => `${line.map(field).join(',')}\r\n`).join('')}`

/** What a spreadsheet would take for a formula begins with an apostrophe: people's words are only words. */
function field(value: string | number | null): string {
  if (value === null) return ''
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
