const lineFeed = 10
const carriageReturn = 13
const quote = 34
const space = 32
const tab = 9
const none = -1

/** In characters; longer than any row that a person would look at. A quote that is open for so long is never closed. */
const longestRow = 4 * 1024 * 1024

/** Why a row could not be told apart. */
export type RowDamage = 'a quote that is never closed' | 'text after a closing quote' | 'a row that never ends'

export type RowReader = {
  /**
   * Which columns are wanted: the place in `cells` for each, -1 for none. null: all, in their order. It may change from
   * row to row: of a log only the header is wanted whole.
   */
  places: Int32Array | null
  /**
   * A row, with the line on which it begins, from 1. `cells` is the same array each time, and its texts are slices of a
   * large one: who keeps one copies it. `filled`: how many columns there are up to the last that is not empty. Empty
   * lines are no rows.
   */
  take(cells: string[], row: { columns: number; filled: number; line: number }): void
  /** A row that is none. Reading goes on with the next line, so that an open quote swallows no others. */
  damaged(line: number, why: RowDamage): void
}

export type CsvText = {
  write(text: string): void
  end(): void
}

/**
 * Takes the text of a CSV apart into rows (RFC 4180): one character between cells, quotes with doubled quotes and line
 * breaks in them, lines that end with LF, CR or both. A quote within a cell that did not begin with one is just that.
 *
 * Own code, since of the libraries none is as fast, knows the lines, and goes on after a quote that is never closed.
 */
export function csvText(delimiter: string, reader: RowReader): CsvText {
  const between = delimiter.charCodeAt(0)
  const cells: string[] = []
  const found = { columns: 0, filled: 0, line: 1 }
  let text = ''
  let isLast = false
  let isSkipping = false

  /** Reads the row that begins at `from`; answers where the next begins, or `none` when its end has not come yet. */
  function row(from: number): number {
    const { length } = text
    let begin = from
    let at = from
    let breaks = 0
    let mayBeQuoted = true
    found.columns = 0
    found.filled = 0
    for (;;) {
      const code = at < length ? text.charCodeAt(at) : none
      if (code === between) {
        put(begin, at)
        begin = ++at
        mayBeQuoted = true
      } else if (code === lineFeed || code === carriageReturn || code === none) {
        if (isCut(code, at)) return length - from > longestRow ? skip('a row that never ends') : none
        put(begin, at)
        return ended(at, code, breaks)
      } else if (code === quote && mayBeQuoted) {
        mayBeQuoted = false
        if (!isBlank(begin, at)) continue
        const opening = at
        at = closingOf(opening + 1)
        if (at === none && !isLast && length - from <= longestRow) return none
        if (at === none) return damage(from, 'a quote that is never closed')
        breaks += breaksIn(opening, at)
        const end = afterBlanks(at + 1)
        if (end === length && !isLast) return none
        if (end < length && !isEndOfCell(text.charCodeAt(end))) return damage(from, 'text after a closing quote')
        put(opening + 1, at, true)
        if (text.charCodeAt(end) !== between) {
          if (isCut(end < length ? text.charCodeAt(end) : none, end)) return none
          return ended(end, end < length ? text.charCodeAt(end) : none, breaks)
        }
        begin = at = end + 1
        mayBeQuoted = true
      } else at++
    }
  }

  /** A cell of the row. */
  function put(begin: number, end: number, isQuoted = false): void {
    const { places } = reader
    const column = found.columns++
    if (end > begin) found.filled = found.columns
    const place = places === null ? column : column < places.length ? (places[column] ?? none) : none
    if (place === none) return
    const cell = text.slice(begin, end)
    cells[place] = isQuoted && cell.includes('"') ? cell.replaceAll('""', '"') : cell
  }

  /** The end of a row. */
  function ended(at: number, code: number, breaks: number): number {
    if (found.columns > 1 || found.filled > 0) {
      if (reader.places === null) cells.length = found.columns
      reader.take(cells, found)
    }
    if (code === none) return text.length
    found.line += breaks + 1
    return code === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
  }

  /** Whether more must come before it shows what this is: an LF may follow a CR. */
  const isCut = (code: number, at: number): boolean =>
    !isLast && (code === none || (code === carriageReturn && at + 1 === text.length))

  /** Where the quote is closed whose cell begins at `from`. */
  function closingOf(from: number): number {
    for (let part = from; ; ) {
      const end = text.indexOf('"', part)
      if (end === none || (end + 1 === text.length && !isLast)) return none
      if (text.charCodeAt(end + 1) !== quote) return end
      part = end + 2
    }
  }

  const isEndOfCell = (code: number): boolean => code === between || code === lineFeed || code === carriageReturn
  const isSpace = (code: number): boolean => (code === space || code === tab) && code !== between
  const isBlank = (from: number, to: number): boolean => afterBlanks(from) >= to

  function afterBlanks(from: number): number {
    let at = from
    while (at < text.length && isSpace(text.charCodeAt(at))) at++
    return at
  }

  /** Line breaks between two places; CR and LF together are one. */
  function breaksIn(from: number, to: number): number {
    let count = 0
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count++
    }
    return count
  }

  /** Gives up the row that begins at `from`: the next begins on the next line. */
  function damage(from: number, why: RowDamage): number {
    const next = nextLine(from)
    if (next === none) return skip(why)
    reader.damaged(found.line, why)
    found.line++
    return next
  }

  /** Gives up a row whose line has not ended yet, and lets go of it. */
  function skip(why: RowDamage): number {
    reader.damaged(found.line, why)
    isSkipping = true
    return text.endsWith('\r') ? text.length - 1 : text.length
  }

  /** Where the line after the one at `from` begins; `none`: not in what has come so far. */
  function nextLine(from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === lineFeed) return at + 1
      if (code !== carriageReturn) continue
      if (isCut(code, at)) return none
      return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
    }
    return isLast ? text.length : none
  }

  function rows(): void {
    let from = 0
    if (isSkipping) {
      from = nextLine(0)
      isSkipping = from === none
      if (isSkipping) from = text.endsWith('\r') ? text.length - 1 : text.length
      else found.line++
    }
    while (from < text.length && !isSkipping) {
      const next = row(from)
      if (next === none) break
      from = next
    }
    text = text.slice(from)
  }

  return {
    write(more) {
      text = text === '' ? more : text + more
      rows()
    },
    end() {
      isLast = true
      rows()
    },
  }
}
