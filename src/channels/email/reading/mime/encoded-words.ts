import { textOf } from './charset.ts'
import { fromBase64, fromQuotedPrintable } from './transfer.ts'

const encodedWord = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,40})?\?([bq])\?([^?]*)\?=/gi

type Word = { charset: string; bytes: number[] }

/**
 * Decodes the `=?utf-8?B?…?=` of RFC 2047. Words that follow each other are joined before they are decoded, since many
 * programs cut letters in two.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text
  const pieces: (string | Word)[] = []
  let end = 0
  for (const match of text.matchAll(encodedWord)) {
    const [whole, charset = '', encoding = '', payload = ''] = match
    const between = text.slice(end, match.index)
    const bytes = bytesOf(encoding, payload)
    const before = pieces.at(-1)
    if (before === undefined || typeof before === 'string' || between.trim() !== '') {
      pieces.push(between, { charset: charset.toLowerCase(), bytes })
    } else if (before.charset === charset.toLowerCase()) before.bytes.push(...bytes)
    else pieces.push({ charset: charset.toLowerCase(), bytes })
    end = match.index + whole.length
  }
  pieces.push(text.slice(end))
  return pieces
    .map(piece => (typeof piece === 'string' ? piece : textOf(Uint8Array.from(piece.bytes), piece.charset)))
    .join('')
}

function bytesOf(encoding: string, payload: string): number[] {
  const bytes =
    encoding.toLowerCase() === 'b'
      ? fromBase64(payload)
      : fromQuotedPrintable(Buffer.from(payload.replaceAll('_', ' ')))
  return Array.from(bytes)
}
