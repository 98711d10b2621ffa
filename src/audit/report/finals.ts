import type { Mapping } from '../event.ts'

const shown = 12

/** What was taken for final, to be said aloud: a sentence, or none when the log has no statuses. */
export function sayFinals(columns: Mapping, statuses: readonly string[], finals: readonly string[]): string[] {
  if (columns.status === null || statuses.length === 0) return []
  if (finals.length > 0) return [`A case counts as over with the status ${listed(finals)}. --final says it otherwise.`]
  return [
    `None of the statuses says that a case is over, so no reopening can be seen: ${listed(statuses)}. --final "A,B" says which do.`,
  ]
}

const listed = (names: readonly string[]): string =>
  names
    .slice(0, shown)
    .map(name => `"${name}"`)
    .join(' or ') + (names.length > shown ? ` and ${names.length - shown} more` : '')
