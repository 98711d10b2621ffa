/** Undoes a Content-Transfer-Encoding. An encoding that nobody knows is taken as none; damage costs only what it touches. */
export function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  switch (
    encoding
      .trim()
      .toLowerCase()
      .replace(/[;\s].*$/, '')
  ) {
    case 'base64':
      return fromBase64(Buffer.from(body).toString('latin1'))
    case 'quoted-printable':
      return fromQuotedPrintable(body)
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
    case 'uue':
      return findUuencoded(Buffer.from(body).toString('latin1'))?.content ?? body
    default:
      return body
  }
}

/** Base64 with line breaks, missing padding, or several padded pieces one after the other. */
export function fromBase64(text: string): Uint8Array {
  const padding = text.indexOf('=')
  if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) return Buffer.from(text, 'base64')
  return Buffer.concat(text.split(/=+/).map(piece => Buffer.from(piece, 'base64')))
}

const equals = 0x3d
const lineFeed = 0x0a

export function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (byte === equals) {
      const value = hexAt(body, at + 1)
      if (value !== null) {
        decoded[length++] = value
        at += 2
        continue
      }
      const end = endOfSoftBreak(body, at + 1)
      if (end !== null) {
        at = end - 1
        continue
      }
    }
    decoded[length++] = byte
  }
  return decoded.subarray(0, length)
}

function hexAt(body: Uint8Array, at: number): number | null {
  const [high, low] = [digit(body[at]), digit(body[at + 1])]
  return high === null || low === null ? null : high * 16 + low
}

function digit(byte: number | undefined): number | null {
  if (byte === undefined) return null
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null
}

/** Where the next line begins, when only white space follows until then. */
function endOfSoftBreak(body: Uint8Array, from: number): number | null {
  let at = from
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0d) at++
  if (at >= body.length) return at
  return body[at] === lineFeed ? at + 1 : null
}

/** A file that stands in a text by uuencode, from the offset of its first line to the end of its last. */
export type Uuencoded = { name: string; content: Uint8Array; start: number; end: number }

const beginLine = /^begin(?:-base64)? [0-7]{3,4} (\S[^\r\n]*)\r?\n/m

/** The first uuencoded file in a text from an offset on; null when there is none, or when it is cut off. */
export function findUuencoded(text: string, from = 0): Uuencoded | null {
  const begin = beginLine.exec(from === 0 ? text : text.slice(from))
  if (!begin) return null
  const start = from + begin.index
  const chunks: Uint8Array[] = []
  let at = start + begin[0].length
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const next = newline === -1 ? text.length : newline + 1
    const line = text.slice(at, next).replace(/[\r\n]+$/, '')
    if (line === 'end') return { name: begin[1]?.trim() ?? '', content: Buffer.concat(chunks), start, end: next }
    const chunk = uuLine(line)
    if (chunk === null) return null
    chunks.push(chunk)
    at = next
  }
  return null
}

function uuLine(line: string): Uint8Array | null {
  if (line === '') return new Uint8Array()
  const six = (at: number): number => ((at < line.length ? line.charCodeAt(at) : 32) - 32) & 63
  const length = six(0)
  // A line holds four characters for three bytes; anything else is no uuencode.
  if (!/^[\x20-\x60]+$/.test(line) || line.length - 1 > Math.ceil(length / 3) * 4 + 2) return null
  const bytes = new Uint8Array(length)
  for (let index = 0, at = 1; index < length; index += 3, at += 4) {
    const group = (six(at) << 18) | (six(at + 1) << 12) | (six(at + 2) << 6) | six(at + 3)
    bytes[index] = group >> 16
    if (index + 1 < length) bytes[index + 1] = (group >> 8) & 255
    if (index + 2 < length) bytes[index + 2] = group & 255
  }
  return bytes
}
