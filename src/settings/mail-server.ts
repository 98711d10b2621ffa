import type { MailServer, Read } from './settings.ts'
import { withoutPassword } from './values.ts'

const usual = {
  imap: { port: 143, tlsPort: 993, example: 'imaps://user:password@host:993' },
  smtp: { port: 587, tlsPort: 465, example: 'smtps://user:password@host:465' },
} as const

/** `imaps://user:password@host:993/Mailbox`, `smtp://host:25`. A path is for IMAP only: its mailbox, INBOX when unsaid. */
export function readMailServer(text: string, kind: 'imap' | 'smtp'): Read<MailServer & { mailbox: string }> {
  const { port, tlsPort, example } = usual[kind]
  const shown = withoutPassword(text)
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url?.hostname || (url.protocol !== `${kind}:` && url.protocol !== `${kind}s:`))
    return {
      fault: `"${shown}" is no URL of ${kind === 'imap' ? 'an IMAP' : 'an SMTP'} server. Write it as ${example}.`,
    }
  const tls = url.protocol === `${kind}s:`
  const user = plain(url.username)
  const password = plain(url.password)
  const mailbox = plain(url.pathname.slice(1))
  if (user === null || password === null || mailbox === null)
    return { fault: `"${shown}" has a "%" that stands for nothing. Write a "%" in a name or password as "%25".` }
  if (kind === 'imap' && (!user || !password))
    return {
      fault: `"${shown}" lacks the user or the password. Write it as ${example}; an "@" in a name is written "%40".`,
    }
  if ((user === '') !== (password === ''))
    return { fault: `"${shown}" has only one of user and password. Write both, as ${example}, or neither.` }
  if (kind === 'smtp' && mailbox)
    return { fault: `"${shown}" has a path, which an SMTP server does not. Write it as ${example}.` }
  return {
    value: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port ? Number(url.port) : tls ? tlsPort : port,
      tls,
      user: user || null,
      password: password || null,
      mailbox: mailbox || 'INBOX',
    },
  }
}

/** Null for an escape that stands for nothing. */
function plain(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
