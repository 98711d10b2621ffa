import { resolve } from 'node:path'
import { readMailServer } from './mail-server.ts'
import { isLoopbackDatabase, readDatabaseUrl, readFlag, readHostAndPort, readPort, readPublicUrl } from './values.ts'

export type MailServer = {
  host: string
  port: number
  /** Encrypted from the first byte (imaps, smtps). Otherwise STARTTLS is used where the server offers it. */
  tls: boolean
  user: string | null
  password: string | null
}

/** What the environment says, checked. README.md describes each for who runs Baton. */
export type Settings = {
  /** 0: any free one. */
  port: number
  /** Public address without a slash at its end; null: http://localhost and the port. */
  url: string | null
  /** One's own PostgreSQL; null: the embedded one. */
  databaseUrl: string | null
  /** Absolute folder of attachments, secrets and embedded data; null: where it belongs by default. */
  data: string | null
  /** Where Baton itself receives mail; null: nowhere. Port 0: any free one. */
  smtpListen: { host: string; port: number } | null
  /** A mailbox to fetch mail from. */
  imap: (MailServer & { mailbox: string }) | null
  /** The server through which mail is sent; null: it is kept and shown in the outbox page. */
  smtp: MailServer | null
  /** Whether an empty desk becomes the demo desk; null: unsaid. */
  demo: boolean | null
  /** Whether time stands still until it is moved. */
  testClock: boolean
  /** The address to which customers write. */
  inbox: string
}

/** Settings that can't be used: a sentence for each, with what to write instead. */
export class SettingsFault extends Error {
  override name = 'SettingsFault'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** What a reader of one value answers. A fault is the sentence that follows the setting's name. */
export type Read<T> = { value: T } | { fault: string }

/** Reads all settings, or throws one `SettingsFault` that lists everything that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = []
  function read<T, U>(name: string, reader: (text: string) => Read<T>, unset: U): T | U {
    const text = environment[name]?.trim()
    if (!text) return unset
    const found = reader(text)
    if ('value' in found) return found.value
    faults.push(`${name}: ${found.fault}`)
    return unset
  }
  const settings: Settings = {
    port: read('BATON_PORT', readPort, 4000),
    url: read('BATON_URL', readPublicUrl, null),
    databaseUrl: read('DATABASE_URL', readDatabaseUrl, null),
    data: read('BATON_DATA', text => ({ value: resolve(text) }), null),
    smtpListen: read('BATON_SMTP_LISTEN', readHostAndPort, { host: '127.0.0.1', port: 2525 }),
    imap: read('BATON_IMAP', text => readMailServer(text, 'imap'), null),
    smtp: read('BATON_SMTP', text => readMailServer(text, 'smtp'), null),
    demo: read('BATON_DEMO', readFlag, null),
    testClock: read('BATON_TEST_CLOCK', readFlag, false),
    inbox: read('BATON_INBOX', readInbox, 'support@baton.localhost'),
  }
  if (settings.testClock && settings.databaseUrl !== null && !isLoopbackDatabase(settings.databaseUrl))
    faults.push(
      `BATON_TEST_CLOCK: 1 lets time be moved, and the database of DATABASE_URL is on another machine (${new URL(settings.databaseUrl).hostname}), ` +
        'where it may be in earnest. Leave BATON_TEST_CLOCK out, or use a database on this machine.',
    )
  if (faults.length > 0) throw new SettingsFault(faults)
  return settings
}

function readInbox(text: string): Read<string> {
  if (/^[^\s@<>"(),:;]{1,64}@[a-z\d-]+(\.[a-z\d-]+)*$/i.test(text)) return { value: text.toLowerCase() }
  return { fault: `"${text}" is no address. Write the one to which customers write, such as support@example.com.` }
}
