import type { Share, Sql } from '../measure.ts'

/** They heard nothing for longer than the workspace's limit, once, or do so now. */
export const tooSilent: Sql =
  '(c.silence_minutes > q.silence_limit or coalesce(c.silent_since <= q.silent_before, false))'

export const silentTooLong: Share = {
  name: 'silent_too_long',
  chapter: 'silence',
  form: 'share',
  says: 'Heard nothing for too long',
  definition:
    'The share of issues in which the customer heard nothing from a person for longer than the limit (3 days of opening hours, unless you changed it) while it was our turn. Automatic mail is not a person; a promise for later does not stop the clock; a word that asks the customer for something does, until they answer.',
  part: { issues: tooSilent },
  of: { issues: 'true' },
  better: 'less',
  gaming: 'Send empty words, or ask the customer for something that nobody needs.',
  guard: 'Customers say in their rating whether they were looked after, and what was asked twice is counted.',
  beside: ['told_again', 'rated_well'],
  ofPerson: true,
}
