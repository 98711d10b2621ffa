import type { OutboundAnswer } from '../../../../src/contract/answers.ts'

/** Name and address of "Ben Okafor <support@example.test>". */
export function addressOf(text: string): { name: string | null; address: string } {
  const [, name = '', address = ''] = /^\s*"?(.*?)"?\s*<([^>]*)>\s*$/.exec(text) ?? []
  return address ? { name: name || null, address } : { name: null, address: text.trim() }
}

/** How far a mail came, in a sentence. */
export function wayOf({ state, why, tries }: OutboundAnswer): string {
  const reason = why ? ` ${why}` : ''
  const times = tries > 1 ? `, tried ${tries} times` : ''
  switch (state) {
    case 'queued':
      return tries > 0 ? `On its way${times}.${reason}` : 'On its way.'
    case 'sent':
      return 'Sent.'
    case 'local':
      return 'Kept here, and not sent: this desk has no mail server.'
    case 'refused':
      return `Refused${times}.${reason}`
    case 'bounced':
      return `Came back.${reason}`
  }
}

/** Who wrote it: a person, or the desk by itself and why. */
export function writerOf({ kind, from }: Pick<OutboundAnswer, 'kind' | 'from'>): string {
  switch (kind) {
    case 'message':
      return `By ${addressOf(from).name ?? from}`
    case 'acknowledgement':
      return 'By the desk itself, to say that it came'
    case 'cover':
      return 'By the desk itself, to say who looks after it meanwhile'
    case 'refusal':
      return 'By the desk itself, to say why not'
    case 'link':
      return 'By the desk itself: a fresh link, as asked for'
    case 'met':
      return 'By the desk itself, to tell the customer of a meeting on the phone'
    case 'notice':
      return 'By the desk itself, to tell one of us'
  }
}

/** Did not arrive: somebody must do something. */
export const failed = ({ state }: OutboundAnswer): boolean => state === 'refused' || state === 'bounced'
