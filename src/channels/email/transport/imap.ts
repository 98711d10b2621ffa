import type { ImapFlowError } from 'imapflow'
import type { RawMail } from '../keep.ts'
import { fetchWhileConnected, type Mailbox, NotKept, passed, type SessionPatience } from './imap-session.ts'

export type { Mailbox } from './imap-session.ts'

export type FetcherPatience = SessionPatience & {
  /** The pause after a failure doubles from the first up to the longest. */
  firstPauseMs: number
  longestPauseMs: number
  /** A connection that held this long was a good one: the next pause is a first one again. */
  steadyMs: number
}

const usualPatience: FetcherPatience = {
  connectMs: 20_000,
  silentMs: 120_000,
  answerMs: 10 * 60_000,
  lookMs: 5 * 60_000,
  stopMs: 5_000,
  firstPauseMs: 1_000,
  longestPauseMs: 5 * 60_000,
  steadyMs: 60_000,
}

/** A server that refuses the password may lock the account when it is asked often: so few times the pause doubles at once. */
const refusalDoublings = 6

/**
 * Fetches the unread mails of a mailbox, now and whenever new ones come, until it is stopped. Each is kept before it is
 * marked as read. Whatever fails is said once and tried again, for as long as it takes.
 *
 * @param options.keep stores a mail durably; the same source key is the same mail
 */
export function fetchImap({
  mailbox,
  keep,
  say,
  patience: chosen = {},
}: {
  mailbox: Mailbox
  keep: (mail: RawMail) => Promise<void>
  say: (line: string) => void
  patience?: Partial<FetcherPatience>
}): { stop(): Promise<void> } {
  const patience = { ...usualPatience, ...chosen }
  const stop = new AbortController()
  const settled = new Set<string>()
  const session = { mailbox, keep, say, patience, stopping: stop.signal, settled }

  async function run(): Promise<void> {
    let failures = 0
    let said: string | null = null
    while (!stop.signal.aborted) {
      const began = Date.now()
      try {
        await fetchWhileConnected(session, () => {
          if (said !== null || failures === 0) say(`Mail is fetched from ${placeOf(mailbox)}.`)
          said = null
        })
      } catch (error) {
        if (stop.signal.aborted) return
        if (Date.now() - began >= patience.steadyMs) failures = 0
        failures += isRefusedSignIn(error) ? refusalDoublings : 1
        const reason = reasonOf(error, mailbox)
        if (reason !== said) say(`${reason} Trying again.`)
        said = reason
        await passed(pauseAfter(failures, patience), stop.signal)
      }
    }
  }

  const running = run()
  return {
    stop: () => {
      stop.abort()
      return running
    },
  }
}

/** Each desk waits a little differently, so that a server that comes back isn't overrun. */
function pauseAfter(failures: number, { firstPauseMs, longestPauseMs }: FetcherPatience): number {
  const pause = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs)
  return pause * (0.5 + Math.random() / 2)
}

const placeOf = ({ user, mailbox, host, port }: Mailbox): string => `${mailbox} of ${user} at ${host}:${port}`

const detailsOf = (error: unknown): ImapFlowError => (error instanceof Error ? error : new Error(String(error)))

const isRefusedSignIn = (error: unknown): boolean => detailsOf(error).authenticationFailed === true

function reasonOf(error: unknown, { user, mailbox, host, port }: Mailbox): string {
  const { message, code, responseText, response, mailboxMissing } = detailsOf(error)
  const words = responseText ?? (typeof response === 'string' ? response : null)
  const said = words ? ` It said: ${words}.` : ''
  const place = `The mail server ${host}:${port}`
  if (error instanceof NotKept) return `A mail in ${mailbox} could not be kept and stays unread: ${message}`
  if (isRefusedSignIn(error)) return `${place} does not let "${user}" sign in. Check the password in BATON_IMAP.${said}`
  if (mailboxMissing) return `${place} has no mailbox "${mailbox}". Check the end of BATON_IMAP.${said}`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `${place} could not be found (${code}). Check BATON_IMAP.`
  if (code === 'ECONNREFUSED') return `${place} does not answer calls (${code}). Check BATON_IMAP, and whether it runs.`
  if (code && /TIMEOUT/.test(code)) return `${place} did not answer in time.`
  return `The connection to the mail server ${host}:${port} failed: ${message}${said}`
}
