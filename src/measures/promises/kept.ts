import type { Share } from '../measure.ts'

export const promisesKept: Share = {
  name: 'promises_kept',
  chapter: 'promises',
  form: 'share',
  says: 'Promises kept on time',
  definition:
    'Of the promises that were kept or broken, the share that was kept: a person was in touch with the customer by the time that was said.',
  part: { each: 'c.kept' },
  of: { each: 'c.kept + c.broken' },
  better: 'more',
  gaming: 'Promise far-off times, or move what falls due.',
  guard: 'How far off promises are, and how many are moved, stands beside it.',
  beside: ['promised_span', 'promises_moved'],
  ofPerson: true,
}
