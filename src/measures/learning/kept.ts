import type { Share } from '../measure.ts'

export const lessonsKept: Share = {
  name: 'lessons_kept',
  chapter: 'learning',
  source: 'lessons',
  form: 'share',
  says: 'Lessons that held',
  definition:
    'Of the lessons whose trial was looked at, the share that was kept. What each did is on its own page, before and after, with counts.',
  part: { issues: "c.standing = 'kept'" },
  of: { issues: "c.standing in ('kept', 'dropped')" },
  better: 'more',
  gaming: 'Keep everything.',
  guard: 'The figures of that kind of issue, before and after, stand on the page where it is decided.',
  beside: ['recurred'],
  ofPerson: false,
}
