import type { LetterAnswer } from '../../../../src/contract/answers.ts'
import { plural } from '../../../ui/time-words.ts'

/** What the page of the letters about a week says. */
export const words = {
  measures: 'Measures',
  title: 'Letters about the week',
  lead: 'Once a week: what went well, what was dropped, what was learned, and one thing to look at. It also comes by mail to who works in a team or leads it.',
  choose: 'Whether it comes to you by mail',
  empty: 'No letter yet.',
  emptyMore: 'The first one comes after a week in which something happened.',
  whose: (letter: LetterAnswer, company: string) => letter.team?.name ?? company,
  span: (from: string, until: string) => `${from} to ${until}`,

  well: 'What went well',
  kept: (count: number) => `${plural(count, 'promise', 'promises')} to customers kept.`,
  thanks: (by: string, whom: string) => `${by} thanks ${whom}`,
  somebody: 'Somebody',

  dropped: 'What was dropped',
  nothingDropped: 'Nothing: no promise was broken, every offer was answered, nobody waits too long.',
  broken: { was: (customer: string) => `${customer} was to hear by `, not: ', and did not.' },
  owed: 'It is still owed.',
  unanswered: (customer: string) => `For ${customer} a handoff was offered, and nobody answered it: `,
  silent: (customer: string) => `${customer} had heard nothing from us since `,

  learned: 'What was learned',
  nothingLearned: 'No lesson was adopted or decided on.',
  became: {
    adopted: 'Adopted',
    kept: 'Kept after its trial',
    changed: 'Changed after its trial',
    dropped: 'Dropped after its trial',
  } satisfies Record<LetterAnswer['lessons'][number]['became'], string>,
  beganWith: 'It began with:',

  suggestion: 'One suggestion',
  nothingStandsOut:
    'Nothing stands out: in the last four weeks nothing went wrong for three customers in the same way.',
  behind: 'See the issues behind it, as they stand now',
}
