import type { Share } from '../measure.ts'

export const escalated: Share = {
  name: 'escalated',
  chapter: 'escalations',
  form: 'share',
  says: 'Escalated',
  definition: 'The share of issues for which the alarm was raised, by a person, the customer, or the desk itself.',
  part: { issues: 'c.alarms > 0' },
  of: { issues: 'true' },
  better: null,
  gaming: 'Talk people out of raising it.',
  guard: 'The customer raises it on their own page, and the desk by itself when a promise stays broken.',
  beside: ['promises_kept', 'alarm_answered'],
  ofPerson: false,
}
