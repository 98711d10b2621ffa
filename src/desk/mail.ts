import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { InboundAnswer, OutboundAnswer, Page } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { instant } from '../core/time/instant.ts'
import {
  type OutboundRow,
  readInboundRow,
  readInboundRows,
  readOutboundRow,
  readOutboundRows,
} from '../store/mail-read.ts'
import { assistLinkFor } from './assist-links.ts'
import { isMoment, readCursor, writeCursor } from './cursor.ts'
import type { Desk, Outcome } from './desk.ts'
import { linkFor } from './links.ts'

type PageAsked = z.output<typeof asked.page>

/** Mail out, newest first: with no mail server this is where it stays. */
export async function readOutbox(
  desk: Desk,
  reader: MemberId,
  { cursor, limit }: PageAsked,
): Promise<Page<OutboundAnswer>> {
  const rows = await readOutboundRows(desk.database, desk.workspace, reader, readCursor(cursor, isMoment), limit)
  const last = rows.at(-1)
  const next = last && rows.length === limit ? writeCursor({ at: last.createdAt, id: last.id }) : null
  return { items: rows.map(row => asSent(desk, row)), next }
}

export async function readOutbound(desk: Desk, reader: MemberId, id: string): Promise<Outcome<OutboundAnswer>> {
  const row = await readOutboundRow(desk.database, desk.workspace, reader, id)
  return row ? { answer: asSent(desk, row) } : { missing: 'This mail is not here.' }
}

/** The mail as its reader gets it: with the promise, and the link to their page. */
function asSent(
  desk: Desk,
  { customer, promise_line: promise, of_assist: ofAssist, ...mail }: OutboundRow,
): OutboundAnswer {
  const { issue, createdAt } = mail
  const isForCustomer = mail.kind !== 'notice'
  const link =
    isForCustomer && customer !== null && issue !== null ? linkFor(desk, customer, issue, instant(createdAt)) : null
  // An assist's link acts as a member: nobody else sees it where mail goes to its reader.
  const own =
    ofAssist && issue !== null && mail.state === 'local'
      ? assistLinkFor(desk, { number: issue, ...ofAssist }, ofAssist.due)
      : null
  return { ...mail, body: [mail.body, promise, link, own].filter(part => part !== null).join('\n\n') }
}

/** Raw mail as it came, and what became of it. Nothing is ever dropped. */
export async function readInbox(
  desk: Desk,
  { state, cursor, limit }: PageAsked & { state?: InboundAnswer['state'] | undefined },
): Promise<Page<InboundAnswer>> {
  const before = readCursor(cursor, isMoment)
  const items = await readInboundRows(desk.database, desk.workspace, state ?? null, before, limit)
  const last = items.at(-1)
  return { items, next: last && items.length === limit ? writeCursor({ at: last.receivedAt, id: last.id }) : null }
}

const noMail = { missing: 'This mail is not here.' } as const

/** The source of a mail, byte for byte. */
export async function readRaw(desk: Desk, id: string): Promise<{ stream: Readable; size: number } | typeof noMail> {
  const { rows } = await desk.database.query<{ hash: string; size: number }>(
    'select hash, size from inbound_mail where workspace_id = $1 and inbound_id = $2 and hash is not null',
    [desk.workspace, id],
  )
  const [row] = rows
  return row ? { stream: desk.files.stream(row.hash), size: row.size } : noMail
}

/** Reads a kept mail once more: a job takes it as if it had just come. */
export async function retryMail(desk: Desk, id: string): Promise<Outcome<InboundAnswer>> {
  await desk.database.query(
    `update inbound_mail set state = 'waiting', why = null
    where workspace_id = $1 and inbound_id = $2 and state in ('kept', 'machine', 'refused') and hash is not null`,
    [desk.workspace, id],
  )
  const row = await readInboundRow(desk.database, desk.workspace, id)
  return row ? { answer: row } : noMail
}

/** A file that came with a message. */
export async function readFile(
  desk: Desk,
  id: string,
): Promise<{ stream: Readable; name: string; contentType: string; size: number } | { missing: string }> {
  const { rows } = await desk.database.query<{ hash: string; name: string; contentType: string; size: number }>(
    `select hash, name, content_type as "contentType", size
    from attachment where workspace_id = $1 and attachment_id = $2`,
    [desk.workspace, id],
  )
  const [row] = rows
  if (!row) return { missing: 'This file is not here.' }
  const { hash, ...file } = row
  return { stream: desk.files.stream(hash), ...file }
}

/** The sanitized page of a message that came as HTML, and the files that it shows by their content ids. */
export async function readHtml(
  desk: Desk,
  message: string,
): Promise<{ html: string; images: Map<string, string> } | { missing: string }> {
  const { rows } = await desk.database.query<{ html: string; images: Record<string, string> | null }>(
    `select m.html, (
      select json_object_agg(a.content_id, a.attachment_id)
      from attachment a
      where a.workspace_id = m.workspace_id and a.message_id = m.message_id and a.content_id is not null
    ) as images
    from message m
    where m.workspace_id = $1 and m.message_id = $2 and m.html is not null`,
    [desk.workspace, message],
  )
  const [row] = rows
  if (!row) return { missing: 'This message has no page.' }
  return { html: row.html, images: new Map(Object.entries(row.images ?? {})) }
}
