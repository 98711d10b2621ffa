import type { Median } from '../measure.ts'

export const longestSilence: Median = {
  name: 'longest_silence',
  chapter: 'silence',
  form: 'median',
  says: 'Longest silence',
  definition:
    'For each issue the longest time in which the customer heard nothing from a person while it was our turn, in opening hours; a silence that lasts is counted until now. Half of the customers had a longer one.',
  clock: 'open',
  stretches: 'select c.silence_minutes as minutes, c.silent_since as from_at, null::timestamptz as to_at',
  of: 'true',
  better: 'less',
  gaming: 'Send empty words.',
  guard: 'The share that waited too long stands beside it, and what customers say.',
  beside: ['silent_too_long'],
  // How long somebody takes is no figure of a person (Rule 32).
  ofPerson: false,
}
