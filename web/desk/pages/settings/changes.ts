/** What a section says of itself: what it is about, and how it is set, as a person reads it. */
export type Lines = Readonly<Record<string, string>>

/** Something that is set otherwise than before; null: it is new, or it is gone. */
export type Change = { what: string; was: string | null; is: string | null }

/** What has changed between two states of a section, in the order in which it says them. */
export function changesBetween(before: Lines, after: Lines): Change[] {
  const named = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return named
    .map(what => ({ what, was: before[what] ?? null, is: after[what] ?? null }))
    .filter(({ was, is }) => was !== is)
}
