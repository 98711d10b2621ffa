import { Logger, type Runner, run } from 'graphile-worker'
import { z } from 'zod'
import { storedEmail } from '../../desk/addresses.ts'
import type { Desk } from '../../desk/desk.ts'
import { configurationOf } from '../../store/configuration.ts'
import { keepMail, type RawMail } from './keep.ts'
import { sendMail } from './send.ts'
import { takeMail } from './take.ts'
import { fetchImap, type Mailbox } from './transport/imap.ts'
import type { MailServer } from './transport/mail-server.ts'
import { receiveSmtp } from './transport/smtp-receiver.ts'
import { openSender, type Sender } from './transport/smtp-sender.ts'

/** Where mail comes from and goes to. `smtp` null: nothing is ever sent out. */
export type MailSettings = {
  listen: { host: string; port: number } | null
  imap: Mailbox | null
  smtp: MailServer | null
}

export type Email = {
  /** The port on which mail is received; null when it is not. */
  port: number | null
  stop(): Promise<void>
}

/** The payload of every mail job. */
const job = z.object({ workspace: z.number(), mail: z.uuid() })

/** Mails read or sent at the same time. */
const atOnce = 5

/** Starts the receivers and the jobs of mail. Raw mails are stored before they are acknowledged; jobs do the rest. */
export async function startEmail(desk: Desk, settings: MailSettings, say: (line: string) => void): Promise<Email> {
  const sender = settings.smtp === null ? null : openSender(settings.smtp)
  const jobs = await startJobs(desk, sender, say)
  const keep = (mail: RawMail): Promise<void> => keepMail(desk, mail)
  const smtp = settings.listen && (await receiveSmtp({ ...settings.listen, keep, say, isOurs: isOurs(desk) }))
  const imap = settings.imap === null ? null : fetchImap({ mailbox: settings.imap, keep, say })
  return {
    port: smtp?.port ?? null,
    stop: async () => {
      await Promise.all([smtp?.stop(), imap?.stop()])
      await jobs.stop()
      await sender?.close()
    },
  }
}

/** An address is ours when it is the desk's, with or without an issue's token: the intake looks at the token. */
function isOurs(desk: Desk): (address: string) => Promise<boolean> {
  return async address => {
    const { inbox } = await configurationOf(desk.database, desk.workspace)
    const plain = storedEmail(address).replace(/\+[^@]*(?=@)/, '')
    return plain === inbox
  }
}

async function startJobs(desk: Desk, sender: Sender | null, say: (line: string) => void): Promise<Runner> {
  return run({
    pgPool: desk.database,
    concurrency: atOnce,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quietLogger(say),
    taskList: {
      take_mail: async payload => {
        const { workspace, mail } = job.parse(payload)
        if (workspace === desk.workspace) await takeMail(desk, mail)
      },
      send_mail: async (payload, { job: { attempts, max_attempts: most } }) => {
        const { workspace, mail } = job.parse(payload)
        // Without a mail server nothing is ever sent: what was queued under another setting waits.
        if (sender === null) throw new Error('No mail server is set (BATON_SMTP): the mail waits.')
        if (workspace === desk.workspace) await sendMail(desk, sender, mail, attempts >= most)
      },
    },
  })
}

/** Of the job library only what went wrong is worth a line. */
const quietLogger = (say: (line: string) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') say(message)
  })
