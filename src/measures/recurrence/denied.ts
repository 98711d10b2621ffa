import type { Share } from '../measure.ts'

export const denied: Share = {
  name: 'denied',
  chapter: 'recurrence',
  form: 'share',
  says: 'Denied by the customer',
  definition:
    'Of the issues that were put to the customer as solved, the share in which the customer said no at least once.',
  part: { issues: 'c.denials > 0' },
  of: { issues: `c.denials > 0 or c.standing in ('proposed', 'confirmed', 'unconfirmed', 'unreachable')` },
  better: 'less',
  gaming: 'Propose late, or never.',
  guard: 'An issue that is open has a promise running, and silence counts.',
  beside: ['silent_too_long'],
  ofPerson: true,
}
