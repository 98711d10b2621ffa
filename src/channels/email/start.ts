import { ourAddresses, storedEmail } from '../../desk/addresses.ts'
import type { Desk } from '../../desk/desk.ts'
import { configurationOf } from '../../store/configuration.ts'
import { startJobs } from './jobs.ts'
import { keepMail, type RawMail } from './keep.ts'
import { sendMail } from './send.ts'
import { setAside, takeMail } from './take.ts'
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

/** Mails read, and mails sent, at the same time. */
const atOnce = 5

/** With the pauses between, these take about half an hour: what goes by itself has gone by then. */
const triesToRead = 8

/** Starts the receivers and the jobs of mail. Raw mails are stored before they are acknowledged; jobs do the rest. */
export async function startEmail(desk: Desk, settings: MailSettings, say: (line: string) => void): Promise<Email> {
  const ends: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (let end = ends.pop(); end; end = ends.pop()) await end()
  }
  try {
    const reading = await startReading(desk, say)
    ends.push(() => reading.stop())
    const sending = settings.smtp && (await startSending(desk, openSender(settings.smtp), say))
    if (sending) ends.push(() => sending.stop())
    const keep = (mail: RawMail): Promise<void> => keepMail(desk, mail)
    const imap = settings.imap === null ? null : fetchImap({ mailbox: settings.imap, keep, say })
    const smtp = settings.listen && (await receiveSmtp({ ...settings.listen, keep, say, isOurs: isOurs(desk) }))
    ends.push(() => Promise.all([smtp?.stop(), imap?.stop()]))
    return { port: smtp?.port ?? null, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** An address is ours when it is the desk's, with or without an issue's token (the intake looks at it), or that of alarms. */
function isOurs(desk: Desk): (address: string) => Promise<boolean> {
  return async address => {
    const configuration = await configurationOf(desk.database, desk.workspace)
    const plain = storedEmail(address).replace(/\+[^@]*(?=@)/, '')
    return ourAddresses(configuration).includes(plain)
  }
}

const startReading = (desk: Desk, say: (line: string) => void) =>
  startJobs(
    desk.database,
    {
      task: 'take_mail',
      atOnce,
      longest: '1 minute',
      do: async ({ workspace, mail }, { nth }) => {
        if (workspace !== desk.workspace) return
        await takeMail(desk, mail).catch(async error => {
          if (nth < triesToRead) throw error
          say(`A mail could not be read in ${nth} tries and is kept for a person: ${error.message}`)
          await setAside(desk, mail)
        })
      },
    },
    say,
  )

/** Only where there is a mail server: what was queued under another setting waits, and loses no try. */
async function startSending(desk: Desk, sender: Sender, say: (line: string) => void) {
  const jobs = await startJobs(
    desk.database,
    {
      task: 'send_mail',
      atOnce,
      // The sender gives up on one mail sooner.
      longest: '4 minutes',
      do: async ({ workspace, mail }, { isLast }) => {
        if (workspace === desk.workspace) await sendMail(desk, sender, mail, isLast)
      },
    },
    say,
  )
  // Together: the jobs end when what they send has ended, and the sender doesn't wait for long.
  return { stop: () => Promise.all([jobs.stop(), sender.close()]) }
}
