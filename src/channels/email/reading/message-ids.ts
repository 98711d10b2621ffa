import { decodeWords } from './mime/encoded-words.ts'

/** A thread as long as this is read from both ends: the first mails and the last. */
const most = 100

/**
 * The Message-IDs in a field, without brackets, each once, in order. Survives what programs do to them: line breaks inside,
 * commas between, missing brackets, text around.
 */
export function readMessageIds(fields: readonly string[]): string[] {
  const text = decodeWords(fields.join(' ').slice(0, 200_000))
  const found = text.matchAll(/<([^<>]{1,2000})>|\([^()<>]*\)|([^\s<>,;:"()]{1,500}@[^\s<>,;:"()]{1,500})/g)
  const ids = [...new Set([...found].map(([, bracketed = '', bare = '']) => plainId(bracketed || bare)))].filter(isId)
  return ids.length <= 2 * most ? ids : [...ids.slice(0, most), ...ids.slice(-most)]
}

/** The id of a mail itself; null when it gives none. */
export const readMessageId = (field: string | null): string | null => {
  if (field === null) return null
  return readMessageIds([field])[0] ?? (isId(plainId(field)) ? plainId(field) : null)
}

const plainId = (text: string): string => text.replace(/\s+/g, '').replace(/^[<"']+|[>"']+$/g, '')

const isId = (id: string): boolean => id.length >= 3 && id.length <= 998 && !/[<>\s]/.test(id)
