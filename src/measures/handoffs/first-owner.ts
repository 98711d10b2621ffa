import type { Share } from '../measure.ts'

export const firstOwner: Share = {
  name: 'first_owner',
  chapter: 'handoffs',
  form: 'share',
  says: 'Solved by the first owner',
  definition: 'Of the issues that the customer calls solved, the share that never changed hands.',
  part: { issues: "c.standing = 'confirmed' and c.hands = 0" },
  of: { issues: "c.standing = 'confirmed'" },
  better: 'more',
  gaming: 'Keep everything.',
  guard: 'It counts only what the customer confirmed; silence and recurrences stand beside it.',
  beside: ['silent_too_long', 'recurred'],
  ofPerson: false,
}
