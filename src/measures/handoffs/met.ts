import type { Share } from '../measure.ts'

export const handoffsMet: Share = {
  name: 'handoffs_met',
  chapter: 'handoffs',
  form: 'share',
  says: 'Handoffs that met',
  definition:
    'Of the handoffs that somebody accepted, the share that ended with receiver and customer having met; the others fell through, and the giver kept the issue.',
  part: { each: 'c.met' },
  of: { each: 'c.met + c.fell_through' },
  better: 'more',
  gaming: 'Accept only what is greeted at once, and let offers expire.',
  guard: 'Offers that nobody accepted are counted beside it.',
  beside: ['offers_unanswered', 'passed_unmet'],
  ofPerson: true,
}
