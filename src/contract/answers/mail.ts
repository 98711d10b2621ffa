import { z } from 'zod'
import { ActorRef, at, Channel, count } from './values.ts'

/** One entry of the conversation, oldest first. */
export const MessageAnswer = z.strictObject({
  id: z.uuid(),
  issue: count.describe('Where it was said: this issue, or one that merged into it (Rule 22).'),
  at,
  direction: z.enum(['in', 'out', 'note']),
  channel: Channel,
  author: z.union([ActorRef, z.strictObject({ kind: z.enum(['machine', 'participant']), name: z.string() })]),
  body: z.string(),
  quoted: z.string().nullable(),
  html: z.boolean().describe('Whether GET /messages/{id}/html has a page to show in a sandbox.'),
  flagged: z.boolean().describe('Somebody else than the customer wrote it.'),
  unplaced: z.boolean().describe("Nobody has said yet which of the customer's issues it is about (Rule 3)."),
  call: z
    .strictObject({ direction: z.enum(['in', 'out']), outcome: z.enum(['reached', 'voicemail', 'not_reached']) })
    .nullable(),
  asks: z.array(z.string()).describe('What was asked of the customer.'),
  delivery: z
    .enum(['queued', 'sent', 'local', 'refused', 'bounced'])
    .nullable()
    .describe('Of a word that goes by mail: how far it came.'),
  files: z.array(
    z.strictObject({ id: z.uuid(), name: z.string(), contentType: z.string(), size: count, inline: z.boolean() }),
  ),
  promises: z
    .array(z.strictObject({ id: count, became: z.enum(['kept', 'made_good', 'made', 'moved']), due: at }))
    .describe('Promises that this contact kept, made good, or made.'),
})
export type MessageAnswer = z.infer<typeof MessageAnswer>

/** Mail of the desk on its way out. */
export const OutboundAnswer = z.strictObject({
  id: z.uuid(),
  issue: count.nullable().describe('Null for a mail about something that became no issue.'),
  kind: z.enum(['message', 'acknowledgement', 'cover', 'met', 'refusal', 'link', 'notice']),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  state: z.enum(['queued', 'sent', 'local', 'refused', 'bounced']),
  createdAt: at,
  sentAt: at.nullable(),
  tries: count,
  why: z.string().nullable(),
})
export type OutboundAnswer = z.infer<typeof OutboundAnswer>

export const InboundState = z.enum(['waiting', 'issue', 'reply', 'machine', 'duplicate', 'refused', 'kept'])

/** Raw mail as it came, and what became of it. */
export const InboundAnswer = z.strictObject({
  id: z.uuid(),
  receivedAt: at,
  via: z.enum(['smtp', 'imap']),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string().nullable(),
  size: count,
  state: InboundState,
  why: z.string().nullable(),
  issue: count.nullable(),
})
export type InboundAnswer = z.infer<typeof InboundAnswer>
