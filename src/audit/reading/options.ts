import { type Mapping, ReadingFault, type ReadOptions } from '../event.ts'
import { readerOf } from './times/format.ts'
import { zoneOf } from './times/zone.ts'

/** What may be typed about a log, for `parseArgs`. */
export const readingOptions = {
  case: { type: 'string' },
  time: { type: 'string' },
  person: { type: 'string' },
  group: { type: 'string' },
  status: { type: 'string' },
  activity: { type: 'string' },
  'time-format': { type: 'string' },
  zone: { type: 'string' },
  'keep-going': { type: 'boolean', default: false },
} as const

/** As it stands in a line of usage. */
export const readingUsage =
  '[--case COLUMN] [--time COLUMN] [--person COLUMN] [--group COLUMN] [--status COLUMN] [--activity COLUMN] ' +
  '[--time-format FORMAT] [--zone ZONE] [--keep-going]'

/** What those options do, for the help. */
export const readingHelp =
  'Columns that are not named are guessed where the log looks like that of a known system, and what was guessed is said; ' +
  '"" says that there is none. FORMAT is written in Unicode tokens, like "d/M/yyyy H:mm". ZONE says where local times ' +
  'were written down, like Europe/Madrid. More than 5 % damaged rows are left out only with --keep-going.'

export type TypedReading = Partial<Record<keyof Mapping | 'time-format' | 'zone', string | undefined>> & {
  'keep-going': boolean
}

/** What was typed as what it means, or the sentence what is wrong with it. */
export function readingOf(typed: TypedReading): { options: ReadOptions } | { fault: string } {
  const { 'time-format': timeFormat = null, zone = null, 'keep-going': keepGoing } = typed
  try {
    if (timeFormat !== null) readerOf(timeFormat)
    if (zone !== null) zoneOf(zone)
    return { options: { map: mapOf(typed), timeFormat, zone, keepGoing } }
  } catch (error) {
    if (error instanceof ReadingFault) return { fault: error.message }
    throw error
  }
}

function mapOf(typed: TypedReading): Partial<Mapping> {
  const map: Partial<Mapping> = {}
  for (const role of ['case', 'time'] as const) {
    const column = typed[role]
    if (column === '') throw new ReadingFault(`There is no log without a ${role}: name its column with --${role}.`)
    if (column !== undefined) map[role] = column
  }
  for (const role of ['person', 'group', 'status', 'activity'] as const) {
    const column = typed[role]
    if (column !== undefined) map[role] = column === '' ? null : column
  }
  return map
}
