import type { Share } from '../measure.ts'

export const circles: Share = {
  name: 'circles',
  chapter: 'handoffs',
  form: 'share',
  says: 'Went in a circle',
  definition:
    'The share of issues that came back to a person or a team that had had them. A handoff back is refused; it happens by takeover or huddle only.',
  part: { issues: 'c.circular' },
  of: { issues: 'true' },
  better: 'less',
  gaming: 'Keep an issue that belongs to somebody else.',
  guard: 'Silence and recurrences show it.',
  beside: ['huddled', 'silent_too_long'],
  ofPerson: true,
}
