import type { Share } from './measure.ts'

const over = "c.standing not in ('open', 'proposed')"

export const confirmed: Share = {
  name: 'confirmed',
  chapter: 'recurrence',
  form: 'share',
  says: 'Confirmed by the customer',
  definition:
    'Of the issues that are over, the share in which the customer said that it is solved. The others ended unconfirmed, unreachable, or could not be fixed.',
  part: { issues: "c.standing = 'confirmed'" },
  of: { issues: over },
  parts: [
    { name: 'unconfirmed', says: 'never answered whether it is solved', issues: "c.standing = 'unconfirmed'" },
    { name: 'unreachable', says: 'could not be reached any more', issues: "c.standing = 'unreachable'" },
    { name: 'cannot_fix', says: 'were told honestly that it cannot be fixed', issues: "c.standing = 'cannot_fix'" },
  ],
  better: 'more',
  gaming: 'Persuade customers to confirm, or confirm for them.',
  guard: 'What was not solved comes back; a confirmation on the phone names who heard it and with which words.',
  beside: ['recurred', 'denied'],
  ofPerson: false,
}

export const denied: Share = {
  name: 'denied',
  chapter: 'recurrence',
  form: 'share',
  says: 'Denied by the customer',
  definition:
    'Of the issues that were put to the customer as solved, the share in which the customer said no at least once.',
  part: { issues: 'c.denials > 0' },
  of: { issues: `c.denials > 0 or c.standing in ('proposed', 'confirmed', 'unconfirmed', 'unreachable')` },
  better: 'less',
  gaming: 'Propose late, or never.',
  guard: 'An issue that is open has a promise running, and silence counts.',
  beside: ['silent_too_long'],
  ofPerson: true,
}

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
