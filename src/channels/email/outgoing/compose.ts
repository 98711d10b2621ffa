import type { SendMailOptions } from 'nodemailer'
import { htmlOf } from './html.ts'
import { oneLine } from './one-line.ts'

/** A mail of ours before it is put into the form of mail. Message-IDs come with or without their angle brackets. */
export type Letter = {
  /** The same on every try, so that a repeat is recognizable. */
  mailId: string
  /** The mail that it answers, and the thread up to there, oldest first. */
  inReplyTo: string | null
  references: readonly string[]
  fromName: string
  /** The address of the desk, and the one with the token, to which answers go. */
  inbox: string
  replyTo: string
  to: string
  subject: string
  /** Plain text, as a person wrote it. */
  body: string
  /** Only `message` is written by a person. */
  kind: 'message' | 'acknowledgement' | 'cover' | 'met' | 'refusal' | 'link' | 'notice'
  promiseLine: string | null
  /** The customer's page of their issue. */
  link: string | null
  companyName: string
}

/**
 * Puts a mail into nodemailer's form. Nothing that a person wrote can become a header of its own.
 *
 * What holds a thread together at the reader: Apple Mail and Thunderbird go by References and In-Reply-To; Gmail by these
 * too, but only while the subject stays the same but for "Re:"; Outlook by its own Thread-Index, for others' mail by
 * References, and in some versions by the bare subject alone. So all of them keep one thread when both headers are there
 * and the subject is never changed: no number of the issue in it, and one "Re:".
 */
export function compose(letter: Letter): SendMailOptions {
  const { kind, inbox, replyTo, to, inReplyTo } = letter
  const name = oneLine(letter.fromName)
  const answers = inReplyTo === null ? undefined : bracketed(inReplyTo)
  return {
    messageId: bracketed(letter.mailId),
    from: { name, address: inbox },
    replyTo: { name, address: replyTo },
    to: { name: '', address: to },
    // Bounces come to the desk, also those of automatic mail, which tell that an address fails. They are never answered.
    envelope: { from: inbox, to: [to] },
    subject: subjectOf(letter.subject, inReplyTo !== null),
    ...(answers && { inReplyTo: answers }),
    references: referencesOf(letter),
    headers: kind === 'message' ? {} : automatic[kind],
    text: textOf(letter),
    html: htmlOf(letter),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/**
 * RFC 3834 tells machines that a machine wrote; Exchange goes by its own header. Its value `All` would forbid bounces too,
 * and those are wanted. No `Precedence: bulk`: RFC 3834 discourages it, and it makes filters file an acknowledgement with
 * the newsletters.
 *
 * What a person wrote carries none of this: an out-of-office answer tells its owner something true. A loop can't come of
 * it, since automatic mail that comes in is never answered (Scenario 7).
 */
const suppressed = 'DR, RN, NRN, OOF, AutoReply'
const automatic = {
  acknowledgement: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': suppressed },
  cover: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': suppressed },
  refusal: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': suppressed },
  met: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': suppressed },
  link: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': suppressed },
  notice: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': suppressed },
}

/** "Re" as mail programs of many languages write it, with or without a count. */
const answerPrefix = /^(?:\s*(?:re|aw|antw|sv|vs|res|rif|r|odp|ynt|回复|答复|返信)\s*(?:\[\d+\]|\(\d+\))?\s*[:：])+\s*/i

function subjectOf(subject: string, isAnswer: boolean): string {
  const plain = oneLine(subject)
  return isAnswer ? `Re: ${plain.replace(answerPrefix, '')}` : plain
}

/** Of a long thread the first (which some clients go by) and the last ten; ours would grow without end otherwise. */
function referencesOf({ references, inReplyTo, mailId }: Letter): string[] {
  const thread = [...references, inReplyTo ?? ''].flatMap(id => bracketed(id) ?? [])
  // The last mention counts, so that the mail that is answered stays last.
  const once = thread.filter((id, index) => thread.lastIndexOf(id) === index && id !== bracketed(mailId))
  return once.length <= 11 ? once : [...once.slice(0, 1), ...once.slice(-10)]
}

/** A Message-ID as a header carries it; undefined for what is none and would only break the header. */
function bracketed(id: string): string | undefined {
  const bare = id.trim().replace(/^<|>$/g, '')
  return /^[!-;=?-~]{1,500}$/.test(bare) ? `<${bare}>` : undefined
}

function textOf({ body, promiseLine, link, companyName }: Letter): string {
  const page = link && `Who has your request, and what happens next: ${link}`
  const parts = [body.replace(/\r\n?/g, '\n').trim(), promiseLine, page]
  return `${parts.filter(Boolean).join('\n\n')}\n\n-- \n${oneLine(companyName)}\n`
}
