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
  /** It names a mail of ours that it answers. */
  answersUs: boolean
  ourAddresses: readonly string[]
}

export const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@')).toLowerCase()

/** The parts of some types, anywhere in the mail but in mails inside of it. */
export const findParts = (root: Part, types: readonly string[]): Part[] =>
  types.includes(root.type) ? [root] : root.parts.flatMap(part => findParts(part, types))

export const hasPart = (root: Part, ...types: readonly string[]): boolean => findParts(root, types).length > 0

/** Whether an address is one of ours, also with a token (`support+1042.x7k@…`). */
export function isOurs(address: string, ours: readonly string[]): boolean {
  const bare = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*@/, '@')
  return ours.some(own => bare(own) === bare(address))
}

/** Whether a Message-ID may be one of ours, by its domain. Where we don't know our addresses, any may. */
export const isOurMailId = (id: string, ours: readonly string[]): boolean =>
  ours.length === 0 || ours.some(own => domain(id) === domain(own))

const domain = (text: string): string =>
  text
    .slice(text.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()

/** From a mail server's own address. */
export const isMailServer = ({ from }: Traits): boolean =>
  from !== null &&
  /^(?:mailer-?daemon|mail-?daemon|postmaster|mdaemon|mailerdaemon|bounces?)$/.test(localPart(from.address))
