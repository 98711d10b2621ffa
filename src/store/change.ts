import type { CustomerId, MemberId, WordsId } from '../core/context.ts'
import type { AbsenceId, Cover, CoverId } from '../core/cover/cover.ts'
import type { Channel, Issue } from '../core/issue/issue.ts'
import type { LinkKind } from '../core/issue/link.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Word } from '../core/told/told.ts'
import type { WaitingKind } from '../core/waiting.ts'
import type { CourseRow } from './course.ts'

/** A text that an event names. */
export type NewWords = { id: WordsId; body: string }

/** A file that came with a message; its content is in the files' folder under its hash. */
export type NewFile = {
  id: string
  message: WordsId
  name: string
  contentType: string
  size: number
  hash: string
  contentId: string | null
  inline: boolean
}

/** An entry of the conversation. */
export type NewMessage = {
  id: WordsId
  at: Instant
  direction: 'in' | 'out' | 'note'
  channel: Channel
  authorKind: 'member' | 'customer' | 'machine'
  author: MemberId | CustomerId | null
  authorName: string | null
  body: string
  quoted: string | null
  html: string | null
  flagged: boolean
  address: string | null
  call: { direction: 'in' | 'out'; outcome: 'reached' | 'voicemail' | 'not_reached' } | null
  asks: readonly string[]
  contact: number | null
  /** Message-ID of the mail that it came by. */
  mailId: string | null
}

/** A mail to go out with the change. It continues the issue's thread of mails. */
export type NewMail = {
  id: string
  message: WordsId | null
  kind: 'message' | 'acknowledgement' | 'cover' | 'met' | 'notice'
  mailId: string
  fromName: string
  to: string
  subject: string
  body: string
  promiseLine: string | null
  /** Of a mail about an assist: which, and who may answer it by the mail's link. */
  assist?: { id: number; assistant: MemberId }
  /** Kept for the outbox page, or waiting to be sent. */
  state: 'local' | 'queued'
}

export type EventRow = {
  version: number
  type: string
  at: Instant
  by_kind: 'member' | 'customer' | 'desk'
  by_id: string | null
  source: string
  data: object
}

export type PromiseRow = {
  promise_id: number
  kind: string
  what: WordsId | null
  due_at: Instant
  made_at: Instant
  state: string
  settled_at: Instant | null
}

export type HandoffRow = {
  handoff_id: number
  state: string
  giver_id: MemberId
  to_member_id: MemberId | null
  to_team_id: string | null
  receiver_id: MemberId | null
  offered_at: Instant
  limit_at: Instant | null
  ended_at: Instant | null
}

export type ConcessionRow = {
  concession_id: number
  kind: string
  amount: number
  currency: string
  reason: WordsId
  state: string
  by_id: MemberId
  at: Instant
  decided_by_id: MemberId | null
  decided_at: Instant | null
}

export type AssistRow = {
  assist_id: number
  state: string
  of_member_id: MemberId | null
  of_team_id: string | null
  assistant_id: MemberId | null
  ask: WordsId
  asked_at: Instant
  due_at: Instant
  ended_at: Instant | null
  moved: boolean | null
}

export type CoverRow = {
  cover_id: CoverId
  absence_id: AbsenceId
  absent_id: MemberId
  member_id: MemberId
  from_at: Instant
  until_at: Instant
  state: Cover['state']
  asked_at: Instant
}

export type KudosRow = {
  kudos_id: number
  for_id: MemberId
  moment_id: WordsId
  words_id: WordsId | null
  by_kind: string
  by_id: string | null
  at: Instant
  taken_back_at: Instant | null
}

export type EscalationRow = {
  escalation_id: number
  state: string
  cause: string
  raised_at: Instant
  champion_id: MemberId | null
  answered_at: Instant | null
  stood_down_at: Instant | null
  told: WordsId | null
  outcome: WordsId | null
}

/** Who raised an alarm (1), and who joined it. */
export type RaiseRow = {
  escalation_id: number
  raise_id: number
  at: Instant
  by_kind: 'member' | 'customer' | 'desk'
  member_id: MemberId | null
  impact: WordsId | null
  tried: WordsId | null
  needed: WordsId | null
}

/** What another issue is to this one; `other` is its number. */
export type LinkRow = { other: number; kind: LinkKind; at: Instant }

export type Notice = { member: MemberId; word: Word; at: Instant }

/** Something on an issue that waits for somebody; `of` numbers it within the issue. */
export type WaitingRow = {
  kind: WaitingKind
  of: number
  for_kind: 'member' | 'team' | 'supervisors'
  for_id: string
  since: Instant
  due_at: Instant | null
}

/** A customer whom nobody knew before, with the addresses by which they are recognized from now on. */
export type NewCustomer = {
  id: CustomerId
  name: string
  organization: { id: string; name: string; isNew: boolean } | null
  addresses: { kind: 'email' | 'phone'; address: string }[]
}

/** What only a new issue has: what it is called, how the customer told it, and perhaps a new customer. */
export type Opening = { subject: string; story: string; customer: NewCustomer | null; givenTo: MemberId | null }

/** The rows that follow from a decision, by kind. Each goes to a table of its own. */
export type Rows = {
  events: EventRow[]
  words: NewWords[]
  messages: NewMessage[]
  files: NewFile[]
  promises: PromiseRow[]
  handoffs: HandoffRow[]
  concessions: ConcessionRow[]
  assists: AssistRow[]
  covers: CoverRow[]
  kudos: KudosRow[]
  escalations: EscalationRow[]
  raises: RaiseRow[]
  links: LinkRow[]
  notices: Notice[]
  waiting: WaitingRow[]
  /** What waits for them no more. */
  waitedFor: Omit<WaitingRow, 'since' | 'due_at'>[]
  mails: NewMail[]
  /** What the customer has gone through with it now, where that has changed; at most one. */
  courses: CourseRow[]
}

/** Everything that one decision changes, written in one statement or not at all. */
export type Change = {
  workspace: number
  number: number
  /** The version that was decided on; 0 for an issue that did not exist. */
  base: number
  issue: Issue
  now: Instant
  opening: Opening | null
  rows: Rows
  /** Message-ID of the mail that brought this about: it joins the thread, and is what our mails answer. */
  mailIn: string | null
  once: { sender: string; key: string; request: string; answer: unknown } | null
}
