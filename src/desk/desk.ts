import type { Actor, Source } from '../core/context.ts'
import type { Refusal } from '../core/refusals.ts'
import type { Database } from '../store/database.ts'
import type { Files } from '../store/files.ts'

/** What every thing that a person does or asks needs: one workspace, its store, and how it is reached from outside. */
export type Desk = {
  database: Database
  workspace: number
  files: Files
  /** Public address without a slash at its end, for links in mails. */
  url: string
  /** Signs links for customers, and addresses that carry an issue's number. */
  secrets: { links: Buffer; addresses: Buffer }
  /** A living demo desk: one click signs in as each of its people. */
  demo: boolean
  /** Whether time stands still until it is moved (BATON_TEST_CLOCK). */
  testClock: boolean
  /** Where mail goes: kept for the outbox page, or to a server. */
  mail: 'local' | 'smtp'
}

/** Who asks, and from where. `once`: the Idempotency-Key with a digest of what was asked; the same is done once. */
export type Caller = { by: Actor; from: Source; once: { key: string; request: string } | null }

/**
 * What comes of something asked: an answer, a refusal of the rulebook, a thing that isn't there (or isn't theirs to
 * see), or an Idempotency-Key that was used for something else before.
 */
export type Outcome<T> = { answer: T } | { refusal: Refusal } | { missing: string } | { keyReused: true }

/** The answer to whoever asks for an issue that is not there. */
export const noSuchIssue = (number: number): { missing: string } => ({ missing: `There is no issue #${number}.` })
