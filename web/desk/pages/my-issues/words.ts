import { plural } from '../../../ui/time-words.ts'

export const words = {
  title: 'My issues',
  lead: 'The top one is the right one.',
  keys: [
    ['Enter', 'open'],
    ['R', 'reply'],
    ['C', 'log a call'],
    ['/', 'find'],
  ] as const,
  groups: { owed: 'Owed now', today: 'Today', later: 'Later', closed: 'Closed' },
  empty: 'You owe nobody anything.',
  emptyMore: 'What comes in while nobody is there waits in the intake. When somebody calls, press N.',
  toldTitle: 'What you were told',
  toldMore: (count: number) => `${plural(count, 'more word', 'more words')} for you`,
  all: 'See all',
}
