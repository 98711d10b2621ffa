import type { Share } from '../measure.ts'

export const toldAgain: Share = {
  name: 'told_again',
  chapter: 'retelling',
  form: 'share',
  says: 'Had to tell it again',
  definition:
    'The share of issues in which the customer was asked for something that was known, or told the same thing in a second issue.',
  part: { issues: 'c.told_again > 0' },
  of: { issues: 'true' },
  better: 'less',
  gaming: 'Do not write down what is known, so that nobody sees that it was asked again.',
  guard: 'A handoff needs the story, the diagnosis and the facts; whoever did not write them down cannot pass it on.',
  beside: ['silent_too_long'],
  ofPerson: true,
}
