import { createHash } from 'node:crypto'
import { type LegibleMail, readMail } from './reading/read.ts'
import type { Taking } from './taking.ts'

/** By what a mail is told from others, and what the same one became when it came before. */
export type Recognized = { mailId: string | null; before: { number: number | null } | null }

/**
 * Scenario 8: the same Message-ID is the same mail, however often it comes and by whichever way, as long as it says the
 * same. Some programs put one and the same Message-ID on all that they send, and anybody can write one that they have seen:
 * other words under it are another mail, or somebody's words would be lost.
 */
export async function recognize({ desk, connection }: Taking, mail: LegibleMail): Promise<Recognized> {
  const { mailId } = mail
  if (mailId === null) return { mailId, before: null }
  const says = digest(mail)
  const another = `${mailId} ${says}`
  const { rows } = await connection.query<{ mailId: string; number: number | null; hash: string }>(
    `select mail_id as "mailId", number, hash from inbound_mail
    where workspace_id = $1 and mail_id = any($2) and state in ('issue', 'reply', 'machine')`,
    [desk.workspace, [mailId, another]],
  )
  const again = rows.find(row => row.mailId === another)
  if (again) return { mailId: another, before: { number: again.number } }
  const [first] = rows
  if (!first) return { mailId, before: null }
  const earlier = await readMail(await desk.files.read(first.hash))
  const isSame = 'unreadable' in earlier || digest(earlier) === says
  return isSame ? { mailId, before: { number: first.number } } : { mailId: another, before: null }
}

/** What a mail says: the same on every way that it takes, whatever is added to its header or how it is encoded. */
function digest({ from, words, quoted, files }: LegibleMail): string {
  const text = [from?.address.toLowerCase(), words, quoted].map(part => (part ?? '').replace(/\s+/g, ' ').trim())
  const contents = files.map(({ content }) => createHash('sha256').update(content).digest('hex'))
  return createHash('sha256')
    .update(JSON.stringify([...text, ...contents]))
    .digest('hex')
    .slice(0, 32)
}
