import { textOf } from './charset.ts'
import { decodeWords } from './encoded-words.ts'

/** The header of a mail or of one of its parts. Names in lower case, values unfolded, encoded words still encoded. */
export type Header = {
  /** The first field of this name that says anything, else the first; null when there is none. */
  first(name: string): string | null
  all(name: string): string[]
  has(name: string): boolean
  isEmpty: boolean
}

const mostFields = 2000

const fieldLine = /^([!-9;-~]{1,200})[ \t]*:(.*)$/s

/** Reads a header block, in time linear in its size. Lines that are no fields are passed over. */
export function readHeader(bytes: Uint8Array): Header {
  const fields = new Map<string, string[]>()
  for (const line of unfoldedLines(bytes).slice(0, mostFields)) {
    const match = fieldLine.exec(textOf(line, null))
    if (!match) continue
    const [, name = '', value = ''] = match
    const known = fields.get(name.toLowerCase())
    if (known) known.push(value.trim())
    else fields.set(name.toLowerCase(), [value.trim()])
  }
  const all = (name: string): string[] => fields.get(name) ?? []
  return {
    first: name => all(name).find(value => value !== '') ?? all(name)[0] ?? null,
    all,
    has: name => fields.has(name),
    isEmpty: fields.size === 0,
  }
}

/** The lines of a header, those that continue one joined to it without the line break. */
function unfoldedLines(bytes: Uint8Array): Uint8Array[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lines: Buffer[][] = []
  let at = 0
  while (at < raw.length) {
    const newline = raw.indexOf(0x0a, at)
    const end = newline === -1 ? raw.length : newline
    const line = raw.subarray(at, end > at && raw[end - 1] === 0x0d ? end - 1 : end)
    const continues = line[0] === 0x20 || line[0] === 0x09
    const last = lines.at(-1)
    if (continues && last) last.push(line)
    else lines.push([line])
    at = end + 1
  }
  return lines.map(pieces => (pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)))
}

/** A header's value as people read it: decoded, in one line. */
export const asText = (value: string): string => decodeWords(value).replace(/\s+/g, ' ').trim()

/** A value with parameters, like `text/plain; charset=utf-8`. */
export type Structured = { value: string; parameters: ReadonlyMap<string, string> }

/** Reads a value with parameters, those of RFC 2231 (continued, with a charset) and those that only programs write. */
export function readStructured(text: string): Structured {
  const [first = '', ...rest] = splitAtSemicolons(text)
  const given = new Map<string, string>()
  for (const piece of rest) {
    const equals = piece.indexOf('=')
    if (equals === -1) continue
    const name = piece.slice(0, equals).trim().toLowerCase()
    if (name !== '' && !given.has(name)) given.set(name, unquoted(piece.slice(equals + 1).trim()))
  }
  const value = first
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .toLowerCase()
  return { value, parameters: joinContinued(given) }
}

function splitAtSemicolons(text: string): string[] {
  const pieces: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\\' && quoted) at++
    else if (letter === '"') quoted = !quoted
    else if (letter === ';' && !quoted) {
      pieces.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...pieces, text.slice(start)]
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  const end = /^"((?:[^"\\]|\\.)*)"?/s.exec(value)
  return (end?.[1] ?? value.slice(1)).replace(/\\(["\\])/g, '$1')
}

/** RFC 2231: `name*0*=utf-8''a%C3%A9; name*1=b` is the name `aéb`. Else RFC 2047 inside of the value. */
function joinContinued(given: ReadonlyMap<string, string>): Map<string, string> {
  const joined = new Map<string, string>()
  const pieces = new Map<string, { index: number; encoded: boolean; value: string }[]>()
  for (const [name, value] of given) {
    const match = /^([^*]+)\*(?:(\d{1,3})(\*?))?$/.exec(name)
    if (!match) {
      joined.set(name, decodeWords(value).trim())
      continue
    }
    const [, base = '', index, star] = match
    const list = pieces.get(base) ?? []
    list.push({ index: Number(index ?? 0), encoded: index === undefined || star === '*', value })
    pieces.set(base, list)
  }
  for (const [name, list] of pieces) {
    list.sort((one, other) => one.index - other.index)
    const charset = list[0]?.encoded ? /^([^']*)'[^']*'/.exec(list[0].value) : null
    const bytes = list.map(({ value, encoded }, place) =>
      encoded ? percentDecoded(place === 0 && charset ? value.slice(charset[0].length) : value) : Buffer.from(value),
    )
    joined.set(name, textOf(Buffer.concat(bytes), charset?.[1] ?? null).trim())
  }
  return joined
}

function percentDecoded(text: string): Buffer {
  const binary = Buffer.from(text).toString('latin1')
  return Buffer.from(
    binary.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
