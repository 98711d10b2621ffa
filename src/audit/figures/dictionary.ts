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
      const own = copyOf(value)
      places.set(own, values.length)
      values.push(own)
      return values.length - 1
    },
  }
}

/** A text cut out of a longer one keeps all of that in memory, which would be the whole file in the end. */
const copyOf = (text: string): string => JSON.parse(JSON.stringify(text))
