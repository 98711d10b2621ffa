import type { Share } from '../measure.ts'

export const promisesMoved: Share = {
  name: 'promises_moved',
  chapter: 'promises',
  form: 'share',
  says: 'Promises moved',
  definition:
    'Of the promises that were kept, moved or broken, the share that was moved before it fell due. The customer was told each time.',
  part: { each: 'c.moved' },
  of: { each: 'c.kept + c.moved + c.broken' },
  better: 'less',
  gaming: 'Let a promise break instead of moving it.',
  guard: 'Broken ones are counted, and stay on record for good.',
  beside: ['promises_kept'],
  ofPerson: true,
}
