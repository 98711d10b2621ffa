import type { Share } from '../measure.ts'

export const huddled: Share = {
  name: 'huddled',
  chapter: 'handoffs',
  form: 'share',
  says: 'Needed a huddle',
  definition: 'The share of issues for which people had to settle together who owns them.',
  part: { issues: 'c.huddles > 0' },
  of: { issues: 'true' },
  better: null,
  gaming: 'Settle in the corridor what belongs on record.',
  guard: 'Without a huddle a circle is refused; ownership does not move in corridors.',
  beside: ['circles'],
  ofPerson: false,
}
