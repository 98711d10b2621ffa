import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { ReadingFault } from '../../event.ts'

/** Enough of the beginning to see what it is. */
const headBytes = 4096

type Decoder = { write(bytes: Buffer): string; end(): string | undefined }

/** A sentence about what was guessed. */
export type Say = (sentence: string) => void

/**
 * Text from bytes: UTF-8 or UTF-16 with or without a byte order mark, what an XML declaration names, and windows-1252 when
 * it isn't valid UTF-8. The mark is gone from the text. Throws a {@link ReadingFault} when it is no text at all.
 */
export async function* textOf(bytes: AsyncIterable<Buffer>, file: string, say: Say): AsyncGenerator<string> {
  let decoder: Decoder | null = null
  let head = Buffer.alloc(0)
  for await (const piece of bytes) {
    if (decoder) yield decoder.write(piece)
    else {
      head = Buffer.concat([head, piece])
      if (head.length < headBytes) continue
      decoder = decoderFor(head, file, say)
      yield decoder.write(head)
    }
  }
  if (!decoder) {
    decoder = decoderFor(head, file, say)
    yield decoder.write(head)
  }
  yield decoder.end() ?? ''
}

function decoderFor(bytes: Buffer, file: string, say: Say): Decoder {
  const head = bytes.subarray(0, headBytes)
  const begin = head.toString('hex', 0, 4)
  const utf16 = begin.startsWith('fffe') ? 'utf-16le' : begin.startsWith('feff') ? 'utf-16be' : unmarkedUtf16(head)
  if (utf16) {
    say(`The text is ${utf16.toUpperCase()}.`)
    return iconv.getDecoder(utf16)
  }
  if (isBinary(head))
    throw new ReadingFault(`${file} is no text. A log is read from CSV or XES, plain, or packed as .gz or .zip.`)
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    head.toString('latin1'),
  )?.[1]
  // Who names UTF-16 in single bytes has kept the declaration, and changed the charset.
  if (!declared || /^(utf|ucs|us-ascii)/i.test(declared) || !iconv.encodingExists(declared)) return utf8OrNot(say)
  say(`The text is ${declared}, as it says itself.`)
  return iconv.getDecoder(declared)
}

/** Text has hardly any zeros, and of other control characters at most one or two that stand between cells. */
function isBinary(head: Buffer): boolean {
  const controls = head.filter(byte => byte < 9 || (byte > 13 && byte < 32))
  return new Set(controls).size > 4 || controls.filter(byte => byte === 0).length > head.length / 50
}

/** Text of Latin letters has a zero in every other byte of UTF-16. */
function unmarkedUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 5 && even < odd / 10) return 'utf-16le'
  if (even > head.length / 5 && odd < even / 10) return 'utf-16be'
  return null
}

/**
 * Takes bytes for UTF-8 until the first beyond ASCII show whether they are: a log may have the first of them at its end.
 * Bytes that are none in the middle of UTF-8 become `�`.
 */
function utf8OrNot(say: Say): Decoder {
  let rest = Buffer.alloc(0)
  let isBegin = true
  let isSure = false
  let hasSaid = false
  let legacy: Decoder | null = null
  const asLegacy = (bytes: Buffer): string => {
    say('The text is not UTF-8, so it is read as windows-1252.')
    legacy = iconv.getDecoder('win1252', { stripBOM: false })
    return legacy.write(bytes)
  }
  return {
    write(piece) {
      if (legacy) return legacy.write(piece)
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
      const isMarked = isBegin && bytes.toString('hex', 0, 3) === 'efbbbf'
      isBegin = false
      if (isAscii(bytes)) {
        rest = Buffer.alloc(0)
        return bytes.toString('latin1')
      }
      const length = lengthOfWhole(bytes)
      const whole = bytes.subarray(0, length)
      const text = whole.toString('utf8', isMarked ? 3 : 0)
      if (!isUtf8(whole)) {
        if (!isSure && !isMostlyUtf8(text)) return asLegacy(bytes)
        if (!hasSaid) say('Some of the text is not UTF-8: what could not be read of it is shown as �.')
        hasSaid = true
      }
      isSure ||= !isAscii(whole)
      rest = Buffer.from(bytes.subarray(length))
      return text
    },
    end: () => (legacy ? legacy.end() : rest.length === 0 ? '' : isSure ? '�' : asLegacy(rest)),
  }
}

/** How many bytes there are up to a character that is not complete yet. */
function lengthOfWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needs > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function isMostlyUtf8(text: string): boolean {
  const bad = text.match(/�/g)?.length ?? 0
  const good = text.match(/[^\0-\x7f�]/g)?.length ?? 0
  return good > bad
}
