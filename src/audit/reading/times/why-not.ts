import { isImpossible } from './format.ts'
import { isDate } from './wall.ts'

/** Why a time could not be read. `format`: null for ISO 8601. */
export function whyNot(text: string, format: string | null): 'impossible date' | 'unreadable time' {
  if (format !== null) return isImpossible(text, format) ? 'impossible date' : 'unreadable time'
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? []
  return day && !isDate(Number(year), Number(month), Number(day)) ? 'impossible date' : 'unreadable time'
}
