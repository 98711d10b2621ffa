import type { Instant } from '../../core/instant.ts'
import type { May } from '../../core/may.ts'
import type { Word } from '../../core/told.ts'

export type { May, Word }

/** A member as others see them. `hue` is one of the eight for faces and lanes. */
export type MemberRef = { id: string; name: string; hue: number }
export type TeamRef = { id: string; name: string }
/** Who did something: a member, the customer, or the desk itself (the clock and the intake). */
export type ActorRef = { kind: 'member' | 'customer'; id: string; name: string } | { kind: 'desk' }
export type CustomerRef = { id: string; name: string; organization: string | null }
export type Channel = 'email' | 'phone' | 'chat' | 'portal' | 'api'
export type Phase = 'open' | 'proposed' | 'confirmed' | 'watching' | 'closed'
export type Outcome = 'confirmed' | 'unconfirmed' | 'unreachable' | 'cannot_fix' | 'duplicate' | 'spam'

/** A promise of an issue (Rules 12 to 14). `by` is the sentence's who; `settledAt` when it got its state. */
export type PromiseAnswer = {
  id: number
  kind: 'word' | 'answer' | 'introduction' | 'follow_up'
  /** What was promised, in words or (by policy) as the desk says it. */
  what: string
  due: Instant
  madeAt: Instant
  madeBy: ActorRef
  moves: number
  state: 'open' | 'kept' | 'moved' | 'broken' | 'made_good' | 'released'
  settledAt: Instant | null
}

export type BriefAnswer = {
  problem: string
  diagnosis: string
  tried: string
  why: string
  asked: string
  told: string
  callback: string | null
}

/** The last handoff, open or over (Rules 6 to 8). */
export type HandoffAnswer = {
  id: number
  state: 'offered' | 'accepted' | 'introduced' | 'met' | 'declined' | 'expired' | 'withdrawn' | 'fell_through'
  giver: MemberRef
  to: { member: MemberRef } | { team: TeamRef }
  receiver: MemberRef | null
  brief: BriefAnswer
  offeredAt: Instant
  /** When the offer expires, or the accepted handoff falls through; null once it is over. */
  limit: Instant | null
  readBack: { words: string; nextStep: string; due: Instant; moves: { promise: number; due: Instant }[] } | null
  introducedAt: Instant | null
  metAt: Instant | null
  decline: {
    by: MemberRef
    reason: 'not_mine' | 'missing_information' | 'no_capacity'
    suggestion: string | null
  } | null
}

export type EscalationAnswer = {
  state: 'raised' | 'answered' | 'stood_down'
  cause: 'broken_too_long' | 'second_broken_promise' | 'second_recurrence'
  at: Instant
  champion: MemberRef | null
}

/** One issue, whole but for its messages and events: the answer of GET /issues/{number} and of every command on it. */
export type IssueAnswer = {
  number: number
  version: number
  subject: string
  story: string
  phase: Phase
  outcome: Outcome | null
  channel: Channel
  openedAt: Instant
  closedAt: Instant | null
  owner: MemberRef
  /** Everybody who has owned it, in order; the last one owns it. */
  owners: { member: MemberRef; since: Instant; way: 'contact' | 'intake' | 'claim' | 'handoff' | 'takeover' }[]
  customer: CustomerRef & { email: string | null; phone: string | null }
  promises: PromiseAnswer[]
  handoff: HandoffAnswer | null
  lookBacks: { giver: MemberRef; receiver: MemberRef; due: Instant }[]
  assists: never[]
  escalation: EscalationAnswer | null
  diagnoses: { text: string; by: MemberRef; at: Instant }[]
  facts: { key: string; value: string; how: string | null; by: MemberRef | null; at: Instant }[]
  resolution: {
    wrong: string
    done: string
    holds: string
    proposedAt: Instant
    confirmed: { at: Instant; by: ActorRef; heard: 'reply' | 'phone' | null; words: string | null } | null
  } | null
  recurrences: number
  /** What the reader may do on it now; the server decides again on each command. */
  may: May[]
}

/** A row of a list, in the one order of Rule 25. Built by PostgreSQL. */
export type IssueRow = {
  number: number
  version: number
  subject: string
  /** The begin of the customer's story. */
  story: string
  phase: Phase
  outcome: Outcome | null
  channel: Channel
  openedAt: Instant
  owner: MemberRef
  customer: CustomerRef
  /** 0 escalated, 1 a promise is owed, 2 running, 3 closed. */
  rank: 0 | 1 | 2 | 3
  /** The promise that falls due soonest or is owed longest; null when none runs. */
  promise: {
    id: number
    kind: PromiseAnswer['kind']
    what: string | null
    due: Instant
    state: 'open' | 'broken'
  } | null
  handoff: { id: number; state: 'offered' | 'accepted' | 'introduced'; to: string } | null
  escalation: 'raised' | 'answered' | null
  /** Until the first contact, what arrived may be claimed (Rule 2). */
  claimable: boolean
  /** For the small baton line: owners since when, promises' fates, contacts. */
  line: {
    owners: { hue: number; since: Instant }[]
    promises: { due: Instant; state: PromiseAnswer['state'] }[]
  }
}
export type Page<Row> = { items: Row[]; next: string | null }

/** One entry of the conversation, oldest first. */
export type MessageAnswer = {
  id: string
  at: Instant
  direction: 'in' | 'out' | 'note'
  channel: Channel
  author: ActorRef | { kind: 'machine'; name: string } | { kind: 'participant'; name: string }
  body: string
  quoted: string | null
  /** Whether GET /messages/{id}/html has a page to show in a sandbox. */
  html: boolean
  /** Somebody else than the customer wrote it (Scenario 9). */
  flagged: boolean
  call: { direction: 'in' | 'out'; outcome: 'reached' | 'voicemail' | 'not_reached' } | null
  /** What was asked of the customer. */
  asks: string[]
  /** Of a word that goes by mail: how far it came. */
  delivery: 'queued' | 'sent' | 'local' | 'refused' | 'bounced' | null
  files: { id: string; name: string; contentType: string; size: number; inline: boolean }[]
  /** Promises that this contact kept, made good, or made. */
  promises: { id: number; became: 'kept' | 'made_good' | 'made' | 'moved'; due: Instant }[]
}

/** One event of the log (Rule 33), with the words it names resolved by the issue's other answers. */
export type EventAnswer = {
  version: number
  type: string
  at: Instant
  by: ActorRef
  from: 'desk' | 'api' | 'email' | 'portal' | 'phone' | 'clock' | 'cli'
  /** The event's own data, as src/core/events.ts has it, without its type. */
  data: Record<string, unknown>
}

/** Somebody who could receive a handoff (GET /issues/{number}/receivers), and why not if not. */
export type ReceiverAnswer = {
  to: { member: MemberRef } | { team: TeamRef }
  teams: string[]
  onShift: boolean
  /** Until when they are away; null: there. */
  awayUntil: Instant | null
  open: number
  room: number
  refusal: { code: string; detail: string; remedy: string } | null
}

/** GET /offers: handoffs offered to me or my team, and those that I accepted and have not greeted yet. */
export type OfferAnswer = { issue: IssueRow; handoff: HandoffAnswer }

export type NoticeAnswer = {
  id: number
  word: Word
  at: Instant
  issue: { number: number; subject: string }
  seen: boolean
}

export type MeAnswer = {
  member: MemberRef & { email: string; role: 'agent' | 'supervisor' | 'admin' | 'colleague'; teams: TeamRef[] }
  workspace: { name: string; inbox: string; zone: string; demo: boolean; testClock: boolean; mail: 'local' | 'smtp' }
  now: Instant
  /** When this person's shift ends today; null when not on shift. */
  onShiftUntil: Instant | null
  counts: { mine: number; owed: number; offers: number; intake: number; notices: number; keptMail: number }
}

export type MemberAnswer = MemberRef & {
  role: 'agent' | 'supervisor' | 'admin' | 'colleague'
  active: boolean
  teams: TeamRef[]
  onShift: boolean
  awayUntil: Instant | null
  open: number
  room: number
}

/** GET /supervise: what needs a supervisor, each with its issue. */
export type SuperviseAnswer = {
  broken: { issue: IssueRow; promise: PromiseAnswer }[]
  expired: { issue: IssueRow; handoff: HandoffAnswer; endedAt: Instant }[]
  fellThrough: { issue: IssueRow; handoff: HandoffAnswer; endedAt: Instant }[]
  escalated: IssueRow[]
  /** Look-backs at which nothing had moved (Rule 10). */
  still: { issue: IssueRow; giver: MemberRef; receiver: MemberRef; at: Instant }[]
}

/** GET /outbox and /outbox/{id}: mail of the desk. */
export type OutboundAnswer = {
  id: string
  /** Null for a mail about something that became no issue. */
  issue: number | null
  kind: 'message' | 'acknowledgement' | 'refusal' | 'link'
  from: string
  to: string
  subject: string
  body: string
  state: 'queued' | 'sent' | 'local' | 'refused' | 'bounced'
  createdAt: Instant
  sentAt: Instant | null
  tries: number
  why: string | null
}

/** GET /mail: raw mail that a person should look at. */
export type InboundAnswer = {
  id: string
  receivedAt: Instant
  via: 'smtp' | 'imap'
  from: string
  to: string[]
  subject: string | null
  size: number
  state: 'waiting' | 'issue' | 'reply' | 'machine' | 'duplicate' | 'refused' | 'kept'
  why: string | null
  issue: number | null
}

export type CustomerAnswer = CustomerRef & {
  emails: string[]
  phones: string[]
  open: { number: number; subject: string; owner: MemberRef }[]
}

/** GET /when: how the desk understood a time in words. */
export type WhenAnswer = { at: Instant; reads: string; customer: string | null } | { at: null; hint: string }

/** GET /portal/issue: what the customer sees. */
export type PortalAnswer = {
  company: string
  number: number
  subject: string
  phase: Phase
  outcome: Outcome | null
  /** First name for sentences, whole name for the card. */
  owner: MemberRef
  introducedBy: { name: string; at: Instant } | null
  next: { what: string | null; due: Instant; state: 'open' | 'broken'; kind: PromiseAnswer['kind'] } | null
  hours: string
  zone: string
  resolution: { wrong: string; done: string; holds: string; proposedAt: Instant } | null
  confirmed: boolean
  path: { what: string; at: Instant; state: 'done' | 'ahead' }[]
  messages: { id: string; at: Instant; from: 'you' | 'us'; name: string; body: string; channel: Channel }[]
  now: Instant
}

/** RFC 9457. A refusal is 409 with `code`, `detail`, `remedy` and `data`. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  remedy: string
  data?: Record<string, unknown>
  errors?: { path: string; message: string }[]
}

/** What the live stream says (GET /stream): an issue has changed, or a member was told something. */
export type StreamEvent =
  | { kind: 'issue'; number: number; version: number; types: string[] }
  | { kind: 'notice'; id: number; word: Word; number: number }
  | { kind: 'clock'; now: Instant }

/** GET /desk: what anybody may know before signing in. `people` only on a demo desk, from this machine. */
export type DeskAnswer = {
  company: string
  inbox: string
  demo: boolean
  needsSetup: boolean
  people: (MemberRef & { role: 'agent' | 'supervisor' | 'admin' | 'colleague'; teams: string[] })[]
}
