import addressparser from 'nodemailer/lib/addressparser'
import { shortened } from './charset.ts'
import { asText } from './header.ts'

/** Somebody's e-mail address, with the name that goes with it. */
export type Mailbox = { name: string | null; address: string }

/** The longest list of addresses that is read, in characters: mail to thousands is still one mail. */
const longestList = 100_000

/** The mailboxes of a field like To, in order, groups opened. What is no address is left out. */
export function readMailboxes(field: string): Mailbox[] {
  return addressparser(field.slice(0, longestList), { flatten: true }).flatMap(mailbox => {
    const address = plainAddress(mailbox.address)
    const name = shortened(asText(mailbox.name).replace(/^["'\s]+|["'\s]+$/g, ''), 500)
    return address === null ? [] : [{ name: name === '' || name === address ? null : name, address }]
  })
}

/** An address in one piece; null for what is none. */
function plainAddress(text: string): string | null {
  const plain = asText(text).replace(/\s/g, '')
  return plain.length <= 320 && /^(?:"[^"]+"|[^@"<>(),;:]+)@[^@"<>(),;]+$/.test(plain) ? plain : null
}
