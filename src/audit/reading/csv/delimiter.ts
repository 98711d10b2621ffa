import { csvText } from './rows.ts'

/** The usual ones first: of two that fit equally well, the former is meant. */
const usual = [',', ';', '\t', '|']

/** How it is called in a sentence. */
export const delimiterName = (delimiter: string): string =>
  ({ ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', ' ': 'spaces' })[delimiter] ??
  `"${delimiter.charCodeAt(0) < 32 ? `\\x${delimiter.charCodeAt(0).toString(16).padStart(2, '0')}` : delimiter}"`

/** What Excel writes above the header: `sep=;`. */
export const excelDelimiter = (head: string): string | null => /^sep=(.)[\r\n]/i.exec(head)?.[1] ?? null

/**
 * What stands between the cells of a CSV, seen from its beginning: the character that gives the most rows as many cells
 * as the header has. `names`: columns that must be among those of the header, as far as they are known.
 * null: there are no columns.
 */
export function delimiterOf(head: string, isWhole: boolean, names: readonly string[]): string | null {
  const others = new Set([...(head.split(/[\r\n]/).find(line => line.trim()) ?? '')].filter(isDelimiter))
  return best(usual, head, isWhole, names) ?? best([...others], head, isWhole, names)
}

const isDelimiter = (character: string): boolean =>
  !usual.includes(character) && character.length === 1 && !/[\p{L}\p{N}"'_.]/u.test(character)

function best(candidates: readonly string[], head: string, isWhole: boolean, names: readonly string[]): string | null {
  const tried = candidates.flatMap(delimiter => {
    const fit = fitOf(delimiter, head, isWhole, names)
    return fit === null ? [] : [{ delimiter, ...fit }]
  })
  const [first] = tried.sort(
    (one, other) => other.named - one.named || other.share - one.share || other.columns - one.columns,
  )
  return first?.delimiter ?? null
}

/** How well a delimiter fits: names that were found, rows as wide as the header in steps of a tenth, columns. */
function fitOf(delimiter: string, head: string, isWhole: boolean, names: readonly string[]) {
  let header: string[] | null = null
  let rows = 0
  let alike = 0
  const text = csvText(delimiter, {
    places: null,
    take(cells, { columns }) {
      header ??= cells.map(cell => cell.trim().toLowerCase())
      rows++
      if (columns === header.length) alike++
    },
    damaged() {
      rows++
    },
  })
  text.write(head)
  if (isWhole) text.end()
  const found: readonly string[] = header ?? []
  if (found.length < 2) return null
  const named = names.filter(name => found.includes(name.trim().toLowerCase())).length
  return { named, share: Math.round((10 * alike) / rows), columns: found.length }
}
