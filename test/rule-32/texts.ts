/** What a page shows, row by row: the things of its lists and tables, each with its text. */
export type Shown = { text: string; lists: string[][] }

/** What no page says, of whomever. */
const forbidden = [
  /\b(?:tickets?|issues?|cases?) (?:closed|solved|resolved|handled) (?:today|this (?:week|month)|per|a|by)\b/i,
  /\b(?:closed|solved|resolved|handled) (?:today|this (?:week|month)|per (?:day|hour|week)|a day)\b/i,
  /(?<!#)\b\d+ (?:closed|closings|calls)\b/i,
  /\bcalls? (?:a|per) (?:day|hour|week)\b/i,
  /\b(?:average )?(?:handle|handling|talk|wrap|first response|response|resolution) times?\b/i,
  /\b(?:leaderboard|ranking|top (?:agents?|performers?|\d)|best (?:agents?|performers?)|employee of the|(?:fast|slow)est)\b/i,
  /\bproductivity\b|\butili[sz]ation\b/i,
]

/** What may stand with a number in a row about a person, each with why. */
const allowedBesides: readonly [RegExp, string][] = [
  [/\b\d+ open, where there is room for \d+|\b\d+ open(?: issues?)?\b|\broom for \d+/gi, 'what is with them now'],
  [/\b(?:\d+|one) customers? hears? from them today/gi, 'who hears from them today'],
  [/\b\d+ of \d+\b(?= (?:places|open))/gi, 'room'],
  [/#\d+/g, 'which issue'],
  [/\b[a-z]* ?\d{1,2}(?::\d\d)\b/gi, 'a time'],
  [/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? \d{1,2}(?: [a-z]{3,9})?(?: \d{4})?/gi, 'a day'],
  [/\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{4})?/gi, 'a day'],
  [/\b\d{1,2}(?:–|-)\d{1,2}\b/g, 'hours of work'],
  [/[€$£]\s?[\d.,]+|[\d.,]+\s?(?:€|EUR|USD)/g, 'up to what they concede'],
  [/\b(?:rung|lesson) \d+/gi, 'which rung or lesson'],
]

/**
 * What is wrong with a page (Rule 32): words that it must not say; in a list whose rows each begin with another person, a
 * number beside a person that nobody has said is allowed, or another order than that of names. `people`: the names.
 */
export function faultsOfPage(at: string, { text, lists }: Shown, people: readonly string[]): string[] {
  const said = forbidden.flatMap(pattern => {
    const found = pattern.exec(text)
    return found ? [`${at} says "${found[0]}"`] : []
  })
  return [...said, ...lists.flatMap(rows => faultsOfList(at, rows, people))]
}

function faultsOfList(at: string, rows: readonly string[], people: readonly string[]): string[] {
  const about = rows.flatMap(row => {
    // A face says somebody's initials before their name.
    const plain = row.replace(/^\s*[A-Z]{2}\s+(?=[A-Z][a-z])/, '').trim()
    const person = people.find(name => plain.startsWith(name))
    const rest = plain.slice(person?.length ?? 0)
    // "Ana Ruiz offered it …" is a sentence about what happened, and no row about a person.
    return person && /^\s*(?:$|[\n\t:,;·–—(-]|\d)/.test(rest) ? [{ person, rest }] : []
  })
  const names = about.map(({ person }) => person)
  const isOfPeople = names.length >= 2 && names.length * 2 >= rows.length && new Set(names).size === names.length
  if (!isOfPeople) return []
  const counted = about.flatMap(({ person, rest }) => {
    const left = allowedBesides.reduce((text, [pattern]) => text.replaceAll(pattern, ' '), rest)
    return /\d/.test(left) ? [`${at} says of ${person}: "${rest.replaceAll(/\s+/g, ' ').trim()}"`] : []
  })
  const sorted = names.toSorted((one, other) => one.localeCompare(other))
  const isByName = names.join() === sorted.join()
  return [...counted, ...(isByName ? [] : [`${at} lists people otherwise than by name: ${names.join(', ')}`])]
}
