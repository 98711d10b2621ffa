import { type Hours, hoursOf, sayHours } from './hours.ts'
import { words } from './words.ts'

/** Hours by ISO weekday, as the desk keeps them and as people write them. */
export type WeekHours = Readonly<Record<string, Hours>>
export type WrittenWeek = Readonly<Record<string, string>>

type Day = keyof typeof words.days

export const days = Object.keys(words.days)
export const dayName = (day: string): string => words.days[Number(day) as Day]

export const writtenWeek = (hours: WeekHours): WrittenWeek =>
  Object.fromEntries(days.map(day => [day, sayHours(hours[day])]))

/** The hours that are meant; null while a day can't be read. */
export function weekOf(written: WrittenWeek): WeekHours | null {
  const read = days.map(day => [day, hoursOf(written[day] ?? '')] as const)
  const open = read.flatMap(([day, stretches]) => (stretches ? [[day, stretches] as const] : []))
  return open.length === days.length ? Object.fromEntries(open) : null
}
