import type { Share } from '../measure.ts'

export const withinLimit: Share = {
  name: 'within_limit',
  chapter: 'concessions',
  form: 'share',
  says: 'Concessions made at once',
  definition:
    'Of the concessions that were decided, the share that the person with the customer could make themselves, within their limit. The others needed an approval.',
  part: { each: 'c.conceded_at_once' },
  of: { each: 'c.conceded_at_once + c.conceded_approved + c.conceded_refused' },
  better: null,
  gaming: 'Concede instead of mending what is wrong.',
  guard: 'A credit that changes nothing comes back as a recurrence.',
  beside: ['recurred'],
  ofPerson: false,
}
