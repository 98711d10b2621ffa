import type { Share } from '../measure.ts'
import { over } from './confirmed.ts'

export const recurred: Share = {
  name: 'recurred',
  chapter: 'recurrence',
  form: 'share',
  says: 'Came back',
  definition:
    'Of the issues that were over once, the share that came back: within the recurrence window after closing, or found by its watch.',
  part: { issues: 'c.recurrences > 0' },
  of: { issues: `c.recurrences > 0 or ${over}` },
  better: 'less',
  gaming: 'Open what came back as something new.',
  guard: 'The desk finds what may have come back, and asks; the same customer’s word reopens the issue by itself.',
  beside: ['confirmed'],
  ofPerson: true,
}
