import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Labels that say nothing: the bytes must speak for themselves. */
const sayNothing = new Set([
  '',
  'us-ascii',
  'ascii',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'none',
  'binary',
])

/** Labels of western single-byte text, which is often UTF-8 in truth. */
const western = new Set(['windows-1252', 'iso-8859-1', 'iso-8859-15'])

/**
 * The text that bytes stand for in a charset. Never throws: a label that is missing, unknown or plainly wrong gives way to
 * what the bytes look like. Bytes that fit nothing become U+FFFD.
 */
export function textOf(bytes: Uint8Array, charset: string | null): string {
  return clean(decode(bytes, normalized(charset ?? '')))
}

/** What PostgreSQL and screens can hold: no control characters but tab and line breaks, no half surrogates. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed()
}

/** The beginning of a text, without cutting a letter in two. */
export const shortened = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).toWellFormed()

function decode(bytes: Uint8Array, charset: string): string {
  if (sayNothing.has(charset)) return guess(bytes)
  if (charset === 'iso-2022-kr') return shiftedKorean(bytes)
  const decoder = decoderFor(charset)
  if (decoder === null) return iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes), charset) : guess(bytes)
  if (decoder.encoding === 'utf-8') return utf8(bytes) ?? guess(bytes)
  if (western.has(decoder.encoding)) return utf8(bytes) ?? decoder.decode(bytes)
  if (decoder.encoding === 'iso-2022-jp') return decoder.decode(withoutIdleEscapes(bytes))
  return decoder.decode(bytes)
}

/** Pieces that were joined switch back and forth with nothing between, which decoders take for an attack. */
function withoutIdleEscapes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replaceAll('\u001b(B\u001b', '\u001b').replaceAll('\u001b(J\u001b', '\u001b'), 'latin1')
}

function normalized(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  // `cp-850`, `x-cp1252`, `windows1252`, `iso8859-1`, `utf8mb4` and their like
  return plain
    .replace(/^(?:x-)?(?:cp|ibm)-?(\d+)$/, (_, page: string) =>
      page.startsWith('125') ? `windows-${page}` : `cp${page}`,
    )
    .replace(/^(?:x-)?windows-?(\d+)$/, 'windows-$1')
    .replace(/^iso[-_]?8859[-_](\d+)(?:-[ei])?$/, 'iso-8859-$1')
    .replace(/^(?:x-)?utf[-_]?8(?:mb4)?$/, 'utf-8')
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    const decoder = new TextDecoder(charset)
    // What the web refuses to decode, iconv-lite may know.
    return decoder.encoding === 'replacement' || decoder.encoding === 'x-user-defined' ? null : decoder
  } catch {
    return null
  }
}

/** UTF-8 if that is what it is, perhaps cut off or slightly damaged; else null. */
function utf8(bytes: Uint8Array): string | null {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  return count(text, /[\u0080-\ufffc]/g) > 4 * count(text, /\ufffd/g) ? text : null
}

function guess(bytes: Uint8Array): string {
  const text = utf8(bytes)
  if (text === null) return new TextDecoder('windows-1252').decode(bytes)
  // Escape sequences of ISO-2022-JP, in mail that names no charset.
  return text.includes('\u001b$') ? new TextDecoder('iso-2022-jp').decode(bytes) : text
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** ISO-2022-KR is EUC-KR whose letters stand without their high bit between two shift characters. */
function shiftedKorean(bytes: Uint8Array): string {
  let shifted = false
  const plain: number[] = []
  for (const byte of bytes) {
    if (byte === 0x0e || byte === 0x0f) shifted = byte === 0x0e
    else plain.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
  }
  return new TextDecoder('euc-kr').decode(Uint8Array.from(plain)).replaceAll('\u001b$)C', '')
}
