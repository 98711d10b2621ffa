/** Each different text once, by the place where it first came. */
export type Dictionary = { values: readonly string[]; placeOf(value: string): number }

export function openDictionary(): Dictionary {
  const values: string[] = []
  const places = new Map<string, number>()
  return {
    values,
    placeOf(value) {
      const known = places.get(value)
      if (known !== undefined) return known
      places.set(value, values.length)
      return values.push(value) - 1
    },
  }
}
