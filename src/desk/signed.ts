import { createHmac, timingSafeEqual } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** A keyed digest of `parts` as lower-case letters and digits, 5 bits each: fit for addresses and links. */
function digest(secret: Buffer, purpose: string, parts: readonly (string | number)[], letters: number): string {
  const bytes = createHmac('sha256', secret)
    .update([purpose, ...parts].join('\n'))
    .digest()
  return Array.from({ length: letters }, (_, index) => alphabet[(bytes[index] ?? 0) & 31]).join('')
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}

const macLetters = 12

/** The Message-ID of a mail of ours (without angle brackets): the same on every try, and its issue can be read from it. */
export function mailIdFor(secret: Buffer, inbox: string, number: number, mail: string): string {
  return `${number}.${mail}.${digest(secret, 'mail', [number, mail], macLetters)}@${domainOf(inbox)}`
}

/** The issue of a Message-ID that we made, whatever the store still knows of it; null for anybody else's. */
export function numberOfMailId(secret: Buffer, mailId: string): number | null {
  const match = /^<?(\d{1,15})\.([\da-f-]{36})\.([a-z2-7]{12})@/i.exec(mailId.trim())
  if (!match) return null
  const [, number = '', mail = '', mac = ''] = match
  return isSame(mac.toLowerCase(), digest(secret, 'mail', [number, mail.toLowerCase()], macLetters))
    ? Number(number)
    : null
}

/** The address that answers to an issue go to: `support+1042.x7k…@example.org`; its token can't be guessed. */
export function addressFor(secret: Buffer, inbox: string, number: number): string {
  const at = inbox.lastIndexOf('@')
  return `${inbox.slice(0, at)}+${number}.${digest(secret, 'address', [number], macLetters)}${inbox.slice(at)}`
}

/**
 * The issue to which an address belongs; null when the token is wrong or there is none. Mail programs put addresses into
 * brackets and quotes, and change the case of their letters.
 */
export function numberOfAddress(secret: Buffer, address: string): number | null {
  const match = /\+(\d{1,15})\.([a-z2-7]{12})"?@/i.exec(address)
  if (!match) return null
  const [, number = '', mac = ''] = match
  return isSame(mac.toLowerCase(), digest(secret, 'address', [number], macLetters)) ? Number(number) : null
}

/** An assist of an issue. */
type OfAssist = { number: number; assist: number }

/** The address that answers to the mails of an assist go to: `support+1042.3.x7k…@example.org` (Rule 16). */
export function assistAddressFor(secret: Buffer, inbox: string, { number, assist }: OfAssist): string {
  const at = inbox.lastIndexOf('@')
  const mac = digest(secret, 'assist address', [number, assist], macLetters)
  return `${inbox.slice(0, at)}+${number}.${assist}.${mac}${inbox.slice(at)}`
}

/** The assist to which an address belongs, however a mail program writes it; null when the token is wrong or there is none. */
export function assistOfAddress(secret: Buffer, address: string): OfAssist | null {
  const match = /\+(\d{1,15})\.(\d{1,9})\.([a-z2-7]{12})"?@/i.exec(address)
  if (!match) return null
  const [, number = '', assist = '', mac = ''] = match
  const genuine = isSame(mac.toLowerCase(), digest(secret, 'assist address', [number, assist], macLetters))
  return genuine ? { number: Number(number), assist: Number(assist) } : null
}

/** What a signed link lets its holder do: be this customer on this issue, until it ends (seconds since 1970). */
export type Link = { number: number; customer: string; until: number }

const linkLetters = 26

/** A customer's link to their issue, `purpose` apart from the session that it is exchanged for. */
export function signLink(secret: Buffer, purpose: 'link' | 'session', { number, customer, until }: Link): string {
  return `${number}.${customer}.${until}.${digest(secret, purpose, [number, customer, until], linkLetters)}`
}

/** Reads a link that we signed, also one that has ended; null for any other text. */
export function readLink(secret: Buffer, purpose: 'link' | 'session', text: string): Link | null {
  const match = /^(\d{1,15})\.([\da-f-]{36})\.(\d{1,12})\.([a-z2-7]{26})$/.exec(text)
  if (!match) return null
  const [, number = '', customer = '', until = '', mac = ''] = match
  const genuine = isSame(mac, digest(secret, purpose, [number, customer, until], linkLetters))
  return genuine ? { number: Number(number), customer, until: Number(until) } : null
}

/** What the link of an assist lets its holder do: answer it as this member, until it ends (seconds since 1970). */
export type AssistLink = OfAssist & { member: string; until: number }

/** A member's link to an assist, `purpose` apart from the session that it is exchanged for. */
export function signAssistLink(
  secret: Buffer,
  purpose: 'assist link' | 'assist session',
  { number, assist, member, until }: AssistLink,
): string {
  const mac = digest(secret, purpose, [number, assist, member, until], linkLetters)
  return `${number}.${assist}.${member}.${until}.${mac}`
}

/** Reads the link of an assist that we signed, also one that has ended; null for any other text. */
export function readAssistLink(
  secret: Buffer,
  purpose: 'assist link' | 'assist session',
  text: string,
): AssistLink | null {
  const match = /^(\d{1,15})\.(\d{1,9})\.([\da-f-]{36})\.(\d{1,12})\.([a-z2-7]{26})$/.exec(text)
  if (!match) return null
  const [, number = '', assist = '', member = '', until = '', mac = ''] = match
  if (!isSame(mac, digest(secret, purpose, [number, assist, member, until], linkLetters))) return null
  return { number: Number(number), assist: Number(assist), member, until: Number(until) }
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
