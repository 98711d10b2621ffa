/** A mail server of somebody's own, as `BATON_IMAP` and `BATON_SMTP` name it. Without `tls` it may still be asked for STARTTLS. */
export type MailServer = {
  host: string
  port: number
  tls: boolean
  user: string | null
  password: string | null
}

/**
 * How to reach a server whose address doesn't ask for TLS. On this machine nobody can listen in, and the certificates there
 * are rarely in order. Elsewhere a password never goes out unencrypted.
 */
export type Encryption = 'tls' | 'required' | 'when_offered' | 'none'

export function encryptionFor({ host, tls, user }: MailServer): Encryption {
  if (tls) return 'tls'
  if (isThisMachine(host)) return 'none'
  return user === null ? 'when_offered' : 'required'
}

const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host)

/** An address that an envelope can carry, without any way to say more than an address. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^([^\s<>@",;:()[\]\\\p{Cc}]{1,64}|"[^<>"\\\p{Cc}]{1,62}")@[^\s<>@",;:()\\\p{Cc}]+$/u.test(text)
