import type { Share } from '../measure.ts'

export const passedUnmet: Share = {
  name: 'passed_unmet',
  chapter: 'handoffs',
  form: 'share',
  says: 'Passed on unmet',
  definition:
    'Of the issues that changed hands, the share in which the customer did not meet the new owner in time: an introduction after a takeover or huddle was late, or the customer said that they had met nobody.',
  part: { issues: 'c.hands > 0 and c.unmet > 0' },
  of: { issues: 'c.hands > 0' },
  better: 'less',
  gaming: 'Introduce by a line that says nothing.',
  guard: 'The customer can say that they have met nobody, with one click.',
  beside: ['handoffs_met'],
  ofPerson: true,
}
