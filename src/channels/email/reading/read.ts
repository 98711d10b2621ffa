import { fromEpochMs, type Instant } from '../../../core/time/instant.ts'
import { type Body, readBody } from './body.ts'
import type { MailFile } from './files.ts'
import type { HtmlLines } from './html/lines.ts'
import { sanitizeMail } from './html/sanitize.ts'
import { readMessageId, readMessageIds } from './message-ids.ts'
import { type Mailbox, readMailboxes } from './mime/addresses.ts'
import { shortened } from './mime/charset.ts'
import { asText, type Header } from './mime/header.ts'
import { readParts } from './mime/parts.ts'
import type { Bounce } from './sender/bounce.ts'
import { judgeSender, type Sender } from './sender/sender.ts'
import { isOurMailId } from './sender/traits.ts'
import { saysForward, saysReply } from './words/languages.ts'
import { type Split, splitWords } from './words/split.ts'

export type { MailFile } from './files.ts'
export { withInlineImages, withRemoteImages } from './html/inline-images.ts'
export type { Mailbox } from './mime/addresses.ts'
export type { Bounce } from './sender/bounce.ts'
export type { Machine, Sender } from './sender/sender.ts'

/** A mail that was understood. */
export type LegibleMail = {
  /** Message-ID without its brackets. */
  mailId: string | null
  inReplyTo: string[]
  /** Oldest first. */
  references: string[]
  /** Null only for machines' mail: bounces sometimes name nobody. */
  from: Mailbox | null
  /** Whom to answer instead of `from`. A web form often sends as no-reply@ and names the customer here. */
  replyTo: Mailbox | null
  to: string[]
  cc: string[]
  /** Addresses that mail servers on the way say it was delivered to. */
  deliveredTo: string[]
  /** When its sender says that it was written. */
  date: Instant | null
  subject: string
  /** The whole text; made from the HTML where that is all there is. */
  text: string
  /** What is new in it. Empty when there is nothing but history or files. */
  words: string
  /** What was written before, and the signature: together with `words` everything that was said. */
  quoted: string | null
  /** Sanitized: safe to show, fetches nothing. Null: the mail has none, or more than can be shown. */
  html: string | null
  files: MailFile[]
  sender: Sender
  /** Set when `sender` is a machine that reports an undelivered mail. */
  bounce: Bounce | null
  /** Whether an acknowledgement may follow. Never to machines, lists, no-reply senders and the like (RFC 3834). */
  mayAnswerAutomatically: boolean
}

/** What came out of reading: the mail, or a sentence that says why nobody can understand it. */
export type ReadMail = LegibleMail | { unreadable: string }

export type ReadOptions = {
  /** The return path of the envelope: '' is the null path of automatic mail. Null or absent: not known. */
  envelopeFrom?: string | null
  /** Addresses that are ours: mail from them is our own that came back. */
  ourAddresses?: readonly string[]
}

/**
 * Reads a mail from its bytes. Never throws for what is in them, and takes time in proportion to their number.
 *
 * Two questions about the sender are kept apart. `sender.kind === 'machine'`: nobody wrote this (an out-of-office, a bounce,
 * a receipt, an abuse report, our own mail coming back); it opens, keeps, reopens and starts nothing (Rule 13, Scenario 7).
 * `mayAnswerAutomatically`: false for machines, and also for mail that is somebody's words but came through a mailing list,
 * a newsletter's tool, a web form, or from a no-reply address. Such mail opens an issue like any other, since a customer may
 * stand behind it; only nothing automatic is sent back, so that no loop starts and no list is bothered.
 */
export async function readMail(raw: Uint8Array, options: ReadOptions = {}): Promise<ReadMail> {
  if (raw.every(byte => byte <= 0x20)) return { unreadable: 'This mail is empty.' }
  const root = readParts(raw)
  if ('unreadable' in root) return root
  const { header } = root
  if (header.isEmpty) return { unreadable: 'This is no mail: it has no header.' }
  const from = mailboxesIn(header, 'from')[0] ?? mailboxesIn(header, 'sender')[0] ?? null
  const subject = shortened(asText(header.first('subject') ?? ''), 1000)
  const inReplyTo = readMessageIds(header.all('in-reply-to'))
  const references = readMessageIds(header.all('references'))
  const { ourAddresses = [] } = options
  const answers = inReplyTo.length > 0 || references.length > 0
  const body = readBody(root)
  const { sender, bounce } = judgeSender({
    root,
    header,
    from,
    envelopeFrom: returnPathOf(header, options.envelopeFrom ?? null),
    subject,
    text: body.text,
    answersUs: [...inReplyTo, ...references].some(id => isOurMailId(id, ourAddresses)),
    ourAddresses,
  })
  if (from === null && sender.kind === 'person') return { unreadable: 'It does not say whom it is from.' }
  const { words, quoted } = splitBody(body, answers || saysReply.test(subject), saysForward.test(subject))
  return {
    mailId: readMessageId(header.first('message-id')),
    inReplyTo,
    references,
    from,
    replyTo: mailboxesIn(header, 'reply-to')[0] ?? null,
    to: addressesIn(header, 'to'),
    cc: addressesIn(header, 'cc'),
    deliveredTo: [...new Set(deliveryFields.flatMap(name => addressesIn(header, name)))],
    date: dateOf(header),
    subject,
    text: body.text,
    words,
    quoted,
    html: (body.html === null ? null : sanitizeMail(body.html)) || null,
    files: body.files,
    sender,
    bounce,
    mayAnswerAutomatically: sender.kind === 'person' && sender.through === null,
  }
}

/**
 * Mail programs mark in HTML what is old, in every language; the text is more carefully set. So the text decides, unless it
 * was made from the HTML, shows no history, or shows less of it.
 */
function splitBody({ text, lines: html, isTextOwn }: Body, isReply: boolean, isForward: boolean): Split {
  const split = (from: HtmlLines): Split => splitWords({ ...from, isReply, isForward })
  const ofHtml = html === null ? null : split(html)
  if (ofHtml && !isTextOwn) return ofHtml
  const ofText = split({ lines: text.split('\n'), marks: new Map() })
  if (ofHtml === null) return ofText
  const [fromText, fromHtml] = [bare(ofText.words), bare(ofHtml.words)]
  const findsMore = !ofText.hasHistory || (fromHtml.length < fromText.length && fromText.includes(fromHtml))
  return ofHtml.hasHistory && fromHtml !== '' && findsMore ? ofHtml : ofText
}

const bare = (text: string): string => text.replace(/\s+/g, '')

const deliveryFields = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'x-rcpt-to',
  'apparently-to',
]

const mailboxesIn = (header: Header, name: string): Mailbox[] => header.all(name).flatMap(readMailboxes)

const addressesIn = (header: Header, name: string): string[] => mailboxesIn(header, name).map(({ address }) => address)

/** As the envelope says, else as the server wrote it down in the mail. */
function returnPathOf(header: Header, envelopeFrom: string | null): string | null {
  if (envelopeFrom !== null) return envelopeFrom.replace(/^<|>$/g, '').trim()
  const written = header.all('return-path')[0]
  return written === undefined ? null : written.replace(/[<>]/g, '').trim()
}

function dateOf(header: Header): Instant | null {
  const field = (header.first('date') ?? '').slice(0, 200)
  const at = Date.parse(field.replace(/\([^()]*\)/g, ' ').replace(/\s*:\s*/g, ':'))
  const isPlausible = at > Date.UTC(1980) && at < Date.UTC(2200)
  return isPlausible ? fromEpochMs(at) : null
}
