import type { Share } from '../measure.ts'

/** It is over, in one way or another. */
export const over = "c.standing not in ('open', 'proposed')"

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
