import type { Share } from '../measure.ts'

export const lessonsAdopted: Share = {
  name: 'lessons_adopted',
  chapter: 'learning',
  source: 'lessons',
  form: 'share',
  says: 'Lessons adopted',
  definition:
    'Of the lessons that people proposed, the share that was adopted: its change was made, and is enforced where it applies.',
  part: { issues: "c.standing in ('trial', 'trial_over', 'kept', 'dropped')" },
  of: { issues: 'true' },
  better: null,
  gaming: 'Propose what changes nothing.',
  guard: 'After its trial a lesson is looked at by its figures, and dropped when it did nothing.',
  beside: ['lessons_kept'],
  ofPerson: false,
}
