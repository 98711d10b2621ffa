import { readMessageId, readMessageIds } from '../message-ids.ts'
import { shortened, textOf } from '../mime/charset.ts'
import { asText, type Header } from '../mime/header.ts'
import { readHeaderOf } from '../mime/parts.ts'
import { decodeTransfer } from '../mime/transfer.ts'
import { findParts, isMailServer, type Traits } from './traits.ts'

/** A mail that did not arrive, or not yet. */
export type Bounce = {
  /** Given up for good. Not: a warning that it takes longer. */
  permanent: boolean
  recipient: string | null
  /** RFC 3463, like 5.1.1. */
  status: string | null
  /** What the other server said, in its own words. */
  diagnostic: string | null
  /** The Message-ID of the mail that bounced. */
  originalMailId: string | null
}

/** What a delivery report says of one recipient. `action`: failed, delayed, delivered, relayed or expanded. */
type Recipient = Omit<Bounce, 'originalMailId' | 'permanent'> & { action: string }

/** A delivery report as RFC 3464 writes it, or as older servers do. Null: it is none. `delivered`: it is good news. */
export function readBounce(traits: Traits): Bounce | 'delivered' | null {
  const reports = findParts(traits.root, ['message/delivery-status', 'message/global-delivery-status'])
  const recipients = reports.flatMap(report => readReport(bodyOf(report)))
  const worst =
    recipients.find(({ action }) => action === 'failed') ?? recipients.find(({ action }) => action === 'delayed')
  const originalMailId = originalIdOf(traits)
  if (worst) {
    const { action, ...said } = worst
    return { ...said, permanent: action === 'failed', originalMailId }
  }
  if (recipients.length > 0) return 'delivered'
  return reports.length > 0 || looksLikeBounce(traits) ? fromText(traits, originalMailId) : null
}

const bodyOf = ({ body, header }: { body: Uint8Array; header: Header }): Uint8Array =>
  decodeTransfer(body, header.first('content-transfer-encoding') ?? '')

/** The groups of fields after the first, which is about the server. Some servers write only one group. */
function readReport(body: Uint8Array): Recipient[] {
  const groups = textOf(body.subarray(0, 256 * 1024), null).split(/\r?\n[ \t]*\r?\n/)
  return groups.slice(0, 500).flatMap(group => {
    const fields = readHeaderOf(Buffer.from(group))
    const action = fields
      .first('action')
      ?.toLowerCase()
      .match(/[a-z]+/)?.[0]
    const recipient = addressIn(fields.first('original-recipient')) ?? addressIn(fields.first('final-recipient'))
    const status = statusIn(fields.first('status') ?? '')
    if (action === undefined && (recipient === null || status === null)) return []
    const diagnostic = shortened(asText(fields.first('diagnostic-code') ?? '').replace(/^[a-z-]+;\s*/i, ''), 1000)
    return [
      { action: action ?? actionOf(status), recipient, status, diagnostic: diagnostic === '' ? null : diagnostic },
    ]
  })
}

const actionOf = (status: string | null): string =>
  status?.startsWith('5') ? 'failed' : status?.startsWith('2') ? 'delivered' : 'delayed'

function addressIn(field: string | null): string | null {
  const [, address = ''] = /^(?:[a-z0-9-]+\s*;)?\s*<?([^<>\s]{1,320})>?/i.exec(field ?? '') ?? []
  return address.includes('@') ? address : null
}

const statusIn = (text: string): string | null => /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0] ?? null

/** Subjects of mail servers that know no RFC 3464. */
const bounceSubject =
  /^(?:\W*)(?:undeliver(?:ed|able)|mail delivery (?:failed|failure|system|status)|delivery (?:status notification|failure|has failed|report)|returned (?:mail|to sender)|failure notice|mail (?:system error|could not be delivered)|message (?:not|could not be) delivered|warning: (?:could not send|message .{1,40} delayed)|delayed mail|non (?:remis|recapitabile)|unzustellbar|nicht zustellbar|no se puede entregar|não (?:foi )?(?:entregue|é possível entregar)|onbestelbaar|не доставлено|недоставленное сообщение|配信不能|无法投递)/iu

function looksLikeBounce(traits: Traits): boolean {
  if (traits.header.has('x-failed-recipients')) return true
  if (!isMailServer(traits) && traits.envelopeFrom !== '') return false
  const start = traits.text.slice(0, 2000)
  return (
    bounceSubject.test(traits.subject) ||
    /this is the qmail-send program|this is the mail system at host|message that you sent could not be delivered|could not be delivered to|delivery to the following recipients? (?:has )?failed|permanent fatal errors/i.test(
      start,
    )
  )
}

function fromText({ header, text, subject, from }: Traits, originalMailId: string | null): Bounce {
  const start = text.slice(0, 20_000)
  const code = /(?<!\d)([45])\d\d[ -](?:#?\d\.\d{1,3}\.\d{1,3})?[^\n]{0,300}/.exec(start)
  const status = statusIn(start)
  const isDelay =
    /delay|still (?:being )?(?:retried|undelivered)|will (?:keep trying|be retried|retry)|warning message only|could not send message for past|temporar/i
  const waits = isDelay.test(subject) || (isDelay.test(start) && !/permanent/i.test(start))
  const [named] = (header.first('x-failed-recipients') ?? '').split(',')
  return {
    permanent: !waits && !(status ?? code?.[0] ?? '5').startsWith('4'),
    recipient: addressIn(named ?? null) ?? recipientIn(start, from?.address ?? null),
    status,
    diagnostic: code?.[0].trim() ?? null,
    originalMailId,
  }
}

/** qmail and Exim name the recipient at the beginning of a line. */
function recipientIn(text: string, server: string | null): string | null {
  for (const [, address = ''] of text.matchAll(
    /^\s{0,8}<?([^\s<>()[\],;:"]{1,100}@[^\s<>()[\],;:"]{1,200})>?:?\s*$/gm,
  )) {
    if (address !== server) return address
  }
  return /<([^\s<>@]{1,100}@[^\s<>@]{1,200})>/.exec(text)?.[1] ?? null
}

const copies = [
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global-headers',
]

/** Which mail bounced: from its copy, its header, the report's own fields, or the text. */
function originalIdOf({ root, header, text }: Traits): string | null {
  const [copy] = findParts(root, copies)
  if (copy) {
    const id = readMessageId(readHeaderOf(bodyOf(copy)).first('message-id'))
    if (id !== null) return id
  }
  const named = /^[ \t>]*(?:Original-)?Message-ID:\s*<([^<>\s]{3,500})>/im.exec(text)?.[1]
  const answered = readMessageIds([
    ...header.all('x-original-message-id'),
    ...header.all('in-reply-to'),
    ...header.all('references'),
  ])
  return named ?? answered.at(-1) ?? null
}
