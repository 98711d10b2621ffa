import type { Share } from '../measure.ts'

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
