/** Numbers of issues as people write them, "#1042, 1055"; null when something is none. */
export function numbersOf(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const numbers = parts.map(part => Number(/^#?(\d{1,15})$/.exec(part)?.[1]))
  return numbers.every(number => number > 0) ? [...new Set(numbers)] : null
}
