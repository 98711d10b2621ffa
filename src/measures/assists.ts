import type { Share } from './measure.ts'

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

export const assistsDeclined: Share = {
  name: 'assists_declined',
  chapter: 'forward',
  form: 'share',
  says: 'Assists declined',
  definition: 'Of the assists that were answered or fell silent, the share that was declined, with a reason.',
  part: { each: 'c.assists_declined' },
  of: { each: 'c.assists_moved + c.assists_empty + c.assists_silent + c.assists_declined' },
  better: null,
  gaming: 'Accept, and return nothing.',
  guard: 'What came back empty is counted.',
  beside: ['assists_moved'],
  ofPerson: false,
}
