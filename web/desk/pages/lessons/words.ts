import { plural } from '../../../ui/time-words.ts'

/** What the list of lessons says. */
export const words = {
  title: 'Lessons',
  lead: 'A mistake, why it happened, and what changes, so that it does not happen again.',
  propose: 'Propose a lesson',
  empty: 'No lesson yet.',
  emptyMore: 'When something went wrong that could go wrong again, propose what should change.',
  chapters: {
    proposed: 'Proposed',
    trial: 'In trial',
    kept: 'Kept',
    over: 'Declined or dropped',
  },
  from: (name: string) => `from ${name}`,
  supporters: (count: number) => `${plural(count, 'person supports', 'people support')} it`,
  comments: (count: number) => plural(count, 'comment', 'comments'),
  decide: 'Its trial is over: look at the effect, and decide.',
  until: 'until',
}
