/** A value without the blanks around it; null when there is none: nothing, or `?`. */
export function present(value: string | undefined): string | null {
  if (value === undefined || value === '' || value === '?') return null
  const first = value.charCodeAt(0)
  const last = value.charCodeAt(value.length - 1)
  if (first > 32 && first < 127 && last > 32 && last < 127) return value
  const trimmed = value.trim()
  return trimmed === '' || trimmed === '?' ? null : trimmed
}

/** So many different values are remembered, and none that is longer: the others are copied again. */
const remembered = 200_000
const longest = 200

/**
 * Copies of values, the same for the same. A slice of a text keeps all of the text in memory, and who is handed the
 * same string again compares and finds it faster.
 */
export function copying(): (value: string) => string {
  const copies = new Map<string, string>()
  return value => {
    if (value.length > longest) return copyOf(value)
    const known = copies.get(value)
    if (known !== undefined) return known
    if (copies.size >= remembered) copies.clear()
    const copy = copyOf(value)
    copies.set(copy, copy)
    return copy
  }
}

/** Through bytes, as JavaScript has no other way. No database keeps a NUL or half of a character. */
const copyOf = (value: string): string => Buffer.from(value.replaceAll('\0', '�')).toString()
