import type { Mailbox } from '../mime/addresses.ts'
import type { Header } from '../mime/header.ts'
import type { Part } from '../mime/parts.ts'

/** What the rules about senders look at. */
export type Traits = {
  root: Part
  header: Header
  from: Mailbox | null
  /** The return path: '' is the null path of automatic mail, null is not known. */
  envelopeFrom: string | null
  subject: string
  text: string
  /** It names a mail that it answers. */
  answers: boolean
  ourAddresses: readonly string[]
}

export const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@')).toLowerCase()

/** The first part of a type, anywhere in the mail but in mails inside of it. */
export function findPart(root: Part, ...types: readonly string[]): Part | null {
  if (types.includes(root.type)) return root
  for (const part of root.parts) {
    const found = findPart(part, ...types)
    if (found) return found
  }
  return null
}

/** Whether an address is one of ours, also with a token (`support+1042.x7k@…`). */
export function isOurs(address: string, ours: readonly string[]): boolean {
  const bare = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*@/, '@')
  return ours.some(own => bare(own) === bare(address))
}

/** From a mail server's own address. */
export const isMailServer = ({ from }: Traits): boolean =>
  from !== null &&
  /^(?:mailer-?daemon|mail-?daemon|postmaster|mdaemon|mailerdaemon|bounces?)$/.test(localPart(from.address))
