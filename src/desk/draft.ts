import { randomUUIDv7 } from 'node:crypto'
import type { WordsId } from '../core/context.ts'
import type { Channel } from '../core/issue/issue.ts'
import type { NewFact } from '../core/issue/story.ts'
import type { NewPromise } from '../core/promise/promise.ts'
import type { NewFile, NewMessage, NewWords } from '../store/change.ts'

/** A message before the rules have said whether it is a contact: when and which is not known yet. */
export type DraftMessage = Omit<NewMessage, 'at' | 'contact'>

/** What people wrote in one command: the command names it by ids, and it is stored only when the command succeeds. */
export type Draft = {
  words: NewWords[]
  messages: DraftMessage[]
  files: NewFile[]
  /** Whether the desk may acknowledge by itself what it received: not to machines and lists. */
  mayAnswer: boolean
  /** Known facts for which the words to the customer ask once more (Rule 31). */
  asksAgain: string[]
  /** Message-ID of the mail that all this came by. */
  mailIn: string | null
}

export const newDraft = (): Draft => ({
  words: [],
  messages: [],
  files: [],
  mayAnswer: true,
  asksAgain: [],
  mailIn: null,
})

/** Puts a text down under a new id. */
export function write(draft: Draft, body: string): WordsId {
  const id = randomUUIDv7()
  draft.words.push({ id, body })
  return id
}

export const writeIfAny = (draft: Draft, body: string | null): WordsId | null =>
  body === null ? null : write(draft, body)

export const writePromise = (draft: Draft, promise: { what: string | null; due: NewPromise['due'] } | null) =>
  promise && { what: writeIfAny(draft, promise.what), due: promise.due }

/** Puts a fact down: what is known, how it was established, and why it may stand against a lesson. */
export const writeFact = (
  draft: Draft,
  { key, value, how, excuse }: { key: string; value: string; how: string | null; excuse: string | null },
): NewFact => ({
  key,
  fact: write(draft, value),
  how: writeIfAny(draft, how),
  way: how,
  excuse: writeIfAny(draft, excuse),
})

/** Puts an entry of the conversation down under a new id. */
export function say(
  draft: Draft,
  message: Pick<DraftMessage, 'direction' | 'authorKind' | 'author' | 'body'> &
    Partial<DraftMessage> & { channel: Channel },
): WordsId {
  const id = randomUUIDv7()
  const plain = {
    authorName: null,
    quoted: null,
    html: null,
    flagged: false,
    address: null,
    call: null,
    asks: [],
    mailId: null,
  }
  draft.messages.push({ ...plain, ...message, id })
  return id
}
