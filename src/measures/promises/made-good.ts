import type { Share } from '../measure.ts'

export const brokenMadeGood: Share = {
  name: 'broken_made_good',
  chapter: 'promises',
  form: 'share',
  says: 'Broken promises made good',
  definition:
    'Of the promises that were broken, the share after which a person was in touch with the customer all the same.',
  part: { each: 'c.made_good' },
  of: { each: 'c.broken' },
  better: 'more',
  gaming: 'Write a line only to tick it off.',
  guard: 'A broken promise stays broken: made good or not, it is not counted as kept.',
  beside: ['promises_kept'],
  ofPerson: true,
}
