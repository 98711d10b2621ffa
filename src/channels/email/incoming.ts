import { randomUUIDv7 } from 'node:crypto'
import type { WordsId } from '../../core/context.ts'
import type { Desk } from '../../desk/desk.ts'
import { type Draft, type DraftMessage, say } from '../../desk/draft.ts'
import { mailIdFor } from '../../desk/signed.ts'
import type { NewFile } from '../../store/change.ts'
import { putMail } from '../../store/mail-write.ts'
import { hasHadEnough } from './last-net.ts'
import { tooLargeReply } from './outgoing/too-large.ts'
import type { LegibleMail } from './reading/read.ts'
import type { Taking } from './taking.ts'

/** The largest file that is taken with a message, in bytes. Larger ones stay in the raw mail only. */
const largestFile = 25 * 1024 * 1024

type StoredFile = Omit<NewFile, 'message'>

/** Puts the files of a mail into the files' folder, before anything names them. */
export async function storeFiles(desk: Desk, { files }: LegibleMail): Promise<StoredFile[]> {
  const stored: StoredFile[] = []
  for (const { name, contentType, content, contentId, inline } of files) {
    if (content.byteLength > largestFile) continue
    const { hash, size } = await desk.files.put(content)
    stored.push({ id: randomUUIDv7(), name: name.slice(0, 255), contentType, size, hash, contentId, inline })
  }
  return stored
}

/** Puts a mail down as an entry of the conversation, with its files. */
export function sayMail(
  draft: Draft,
  { words, quoted, html, from, mailId }: LegibleMail,
  files: readonly StoredFile[],
  who: Pick<DraftMessage, 'direction' | 'authorKind' | 'author' | 'flagged' | 'address'>,
): WordsId {
  const authorName = from?.name ?? from?.address ?? null
  const message = say(draft, { ...who, channel: 'email', body: words, quoted, html, authorName, mailId })
  draft.mailIn = mailId
  draft.files.push(...files.map(file => ({ ...file, message })))
  return message
}

/** Tells the sender which files were too large. Their words have arrived all the same. */
export async function refuseLargeFiles(
  taking: Taking,
  mail: LegibleMail,
  to: string,
  number: number | null,
): Promise<void> {
  const large = mail.files.filter(({ content }) => content.byteLength > largestFile)
  if (large.length === 0 || !mail.mayAnswerAutomatically || (await hasHadEnough(taking, to))) return
  const { desk, connection, configuration, now } = taking
  const id = randomUUIDv7()
  await putMail(connection, desk.workspace, {
    id,
    number,
    kind: 'refusal',
    mailId: mailIdFor(desk.secrets.addresses, configuration.inbox, number ?? 0, id),
    inReplyTo: mail.mailId,
    fromName: configuration.name,
    to,
    subject: mail.subject,
    body: tooLargeReply(
      large.map(({ name, content }) => ({ name, size: content.byteLength })),
      largestFile,
    ),
    state: desk.mail === 'local' ? 'local' : 'queued',
    at: now,
  })
}
