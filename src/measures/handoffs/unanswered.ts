import type { Share } from '../measure.ts'

export const offersUnanswered: Share = {
  name: 'offers_unanswered',
  chapter: 'handoffs',
  form: 'share',
  says: 'Offers that nobody answered',
  definition: 'Of the offers that were not withdrawn, the share that expired: nobody said yes or no in time.',
  part: { each: 'c.expired' },
  of: { each: 'c.expired + c.declined + c.met + c.fell_through' },
  better: 'less',
  gaming: 'Decline everything.',
  guard: 'A decline says why, and to whom it belongs instead; the huddle sees it.',
  beside: ['handoffs_met'],
  ofPerson: true,
}
