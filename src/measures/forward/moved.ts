import type { Share } from '../measure.ts'

export const assistsMoved: Share = {
  name: 'assists_moved',
  chapter: 'forward',
  form: 'share',
  says: 'Assists that moved it forward',
  definition:
    'Of the assists that came back, the share that brought a result, a fact or a decision. The others said plainly that they could not, or were silent at their due time.',
  part: { each: 'c.assists_moved' },
  of: { each: 'c.assists_moved + c.assists_empty + c.assists_silent' },
  better: 'more',
  gaming: 'Call an empty answer a result, or decline.',
  guard: 'The owner reads the result before the customer hears of it; declines are counted beside it.',
  beside: ['assists_declined'],
  // It is about those who were asked, and not about the owner.
  ofPerson: false,
}
