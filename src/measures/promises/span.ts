import type { Median } from '../measure.ts'

export const promisedSpan: Median = {
  name: 'promised_span',
  chapter: 'promises',
  form: 'median',
  says: 'How far off promises are',
  definition:
    'The time from a promise to when it falls due, in opening hours, of the promises that people gave in words of their own.',
  clock: 'open',
  stretches: `select null::integer as minutes, p.made_at as from_at, p.due_at as to_at
    from promise p where p.workspace_id = c.workspace_id and p.number = c.number and p.kind = 'word'`,
  of: 'true',
  better: null,
  gaming: 'Promise near times to look quick, and break them.',
  guard: 'It is read with the share that was kept.',
  beside: ['promises_kept'],
  ofPerson: false,
}
