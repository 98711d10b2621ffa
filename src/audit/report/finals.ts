import type { Mapping } from '../event.ts'
import { shortened } from './names.ts'

const shown = 12

/** What was taken for final, to be said aloud: a sentence, or none when the log has no statuses. */
export function sayFinals(columns: Mapping, statuses: readonly string[], finals: readonly string[]): string[] {
  if (columns.status === null || statuses.length === 0) return []
  if (finals.length > 0) return [`A case counts as over with the status ${listed(finals)}. --final says it otherwise.`]
  return [
    `None of the statuses says that a case is over, so no reopening can be seen: ${listed(statuses)}. --final "A,B" says which do.`,
  ]
}

/** Statuses in a sentence: as many as one can read, none longer than a line. */
export function listed(names: readonly string[]): string {
  const read = names.slice(0, shown).map(name => `"${shortened(name, 60)}"`)
  if (names.length > shown) return `${read.join(', ')} and ${names.length - shown} more`
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(read)
}
