/** In letters and names: what is more is no slip of the hand, and takes long to compare. */
const longest = 100
const most = 2000

/** The name that is most like another, if any is: so few letters differ that it may be a slip, or one is part of it. */
export function nearest(name: string, names: readonly string[]): string | null {
  const key = (text: string): string => text.trim().toLowerCase()
  const measured = names.slice(0, most).map(one => ({ one, distance: distance(key(name), key(one)) }))
  const [best] = measured.sort((left, right) => left.distance - right.distance)
  if (best && best.distance <= Math.max(2, Math.min(name.length, longest) / 2)) return best.one
  const part = key(name)
  return part.length < 3 ? null : (names.find(one => key(one).includes(part)) ?? null)
}

/** How many letters must be put in, taken out or changed (Levenshtein). Very long names are compared by their beginning. */
function distance(one: string, other: string): number {
  const [left, right] = [one.slice(0, longest), other.slice(0, longest)]
  let row = Array.from({ length: right.length + 1 }, (_, place) => place)
  for (const [place, letter] of [...left].entries()) {
    const next = [place + 1]
    for (const [at, otherLetter] of [...right].entries()) {
      const changed = (row[at] ?? 0) + (letter === otherLetter ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
