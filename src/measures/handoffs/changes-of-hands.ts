import type { Mean } from '../measure.ts'

export const changesOfHands: Mean = {
  name: 'changes_of_hands',
  chapter: 'handoffs',
  form: 'mean',
  unit: 'for each issue',
  says: 'Changes of hands',
  definition: 'How often an issue changed its owner after somebody had it in earnest, by handoff, takeover or huddle.',
  each: 'c.hands',
  of: 'true',
  better: null,
  gaming: 'Keep what somebody else could solve better.',
  guard: 'Silence, broken promises and recurrences show what was kept too long.',
  beside: ['silent_too_long', 'recurred'],
  ofPerson: true,
}
