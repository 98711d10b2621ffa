import type { Configuration } from '../store/configuration.ts'

/** An e-mail address as it is stored and compared. */
export const storedEmail = (address: string): string => address.trim().toLowerCase()

/** A phone number as it is stored and compared: digits, with a leading + where the country is known. */
export function storedPhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (text.trim().startsWith('+')) return `+${digits}`
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits
}

/** To which mail is ours: the address of customers, and that of members who raise an alarm (Rule 23). */
export const ourAddresses = ({ inbox, path }: Pick<Configuration, 'inbox' | 'path'>): string[] => [
  inbox,
  ...(path.inbox === null ? [] : [path.inbox]),
]
