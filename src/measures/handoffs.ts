import type { Mean, Median, Share } from './measure.ts'

export const changesOfHands: Mean = {
  name: 'changes_of_hands',
  chapter: 'handoffs',
  form: 'mean',
  unit: 'for each issue',
  says: 'Changes of hands',
  definition: 'How often an issue changed its owner after somebody had it in earnest, by handoff, takeover or huddle.',
  each: 'c.hands',
  of: 'true',
  better: null,
  gaming: 'Keep what somebody else could solve better.',
  guard: 'Silence, broken promises and recurrences show what was kept too long.',
  beside: ['silent_too_long', 'recurred'],
  ofPerson: true,
}

export const handoffsMet: Share = {
  name: 'handoffs_met',
  chapter: 'handoffs',
  form: 'share',
  says: 'Handoffs that met',
  definition:
    'Of the handoffs that somebody accepted, the share that ended with receiver and customer having met; the others fell through, and the giver kept the issue.',
  part: { each: 'c.met' },
  of: { each: 'c.met + c.fell_through' },
  better: 'more',
  gaming: 'Accept only what is greeted at once, and let offers expire.',
  guard: 'Offers that nobody accepted are counted beside it.',
  beside: ['offers_unanswered', 'passed_unmet'],
  ofPerson: true,
}

export const offersUnanswered: Share = {
  name: 'offers_unanswered',
  chapter: 'handoffs',
  form: 'share',
  says: 'Offers that nobody answered',
  definition: 'Of the offers that were not withdrawn, the share that expired: nobody said yes or no in time.',
  part: { each: 'c.expired' },
  of: { each: 'c.expired + c.declined + c.met + c.fell_through' },
  better: 'less',
  gaming: 'Decline everything.',
  guard: 'A decline says why, and to whom it belongs instead; the huddle sees it.',
  beside: ['handoffs_met'],
  ofPerson: true,
}

export const passedUnmet: Share = {
  name: 'passed_unmet',
  chapter: 'handoffs',
  form: 'share',
  says: 'Passed on unmet',
  definition:
    'Of the issues that changed hands, the share in which the customer did not meet the new owner in time: an introduction after a takeover or huddle was late, or the customer said that they had met nobody.',
  part: { issues: 'c.hands > 0 and c.unmet > 0' },
  of: { issues: 'c.hands > 0' },
  better: 'less',
  gaming: 'Introduce by a line that says nothing.',
  guard: 'The customer can say that they have met nobody, with one click.',
  beside: ['handoffs_met'],
  ofPerson: true,
}

export const circles: Share = {
  name: 'circles',
  chapter: 'handoffs',
  form: 'share',
  says: 'Went in a circle',
  definition:
    'The share of issues that came back to a person or a team that had had them. A handoff back is refused; it happens by takeover or huddle only.',
  part: { issues: 'c.circular' },
  of: { issues: 'true' },
  better: 'less',
  gaming: 'Keep an issue that belongs to somebody else.',
  guard: 'Silence and recurrences show it.',
  beside: ['huddled', 'silent_too_long'],
  ofPerson: true,
}

export const huddled: Share = {
  name: 'huddled',
  chapter: 'handoffs',
  form: 'share',
  says: 'Needed a huddle',
  definition: 'The share of issues for which people had to settle together who owns them.',
  part: { issues: 'c.huddles > 0' },
  of: { issues: 'true' },
  better: null,
  gaming: 'Settle in the corridor what belongs on record.',
  guard: 'Without a huddle a circle is refused; ownership does not move in corridors.',
  beside: ['circles'],
  ofPerson: false,
}

export const greetingTime: Median = {
  name: 'greeting_time',
  chapter: 'handoffs',
  form: 'median',
  says: 'From offer to greeting',
  definition: 'The time from an offer to the moment in which receiver and customer met, in opening hours.',
  clock: 'open',
  stretches: `select null::integer as minutes, h.offered_at as from_at, h.ended_at as to_at
    from handoff h where h.workspace_id = c.workspace_id and h.number = c.number and h.state = 'met'`,
  of: 'c.met > 0',
  better: 'less',
  gaming: 'Offer late, when everything is agreed.',
  guard: 'The owner owes the customer word all the while: their promises run.',
  beside: ['promises_kept'],
  ofPerson: false,
}

export const firstOwner: Share = {
  name: 'first_owner',
  chapter: 'handoffs',
  form: 'share',
  says: 'Solved by the first owner',
  definition: 'Of the issues that the customer calls solved, the share that never changed hands.',
  part: { issues: "c.standing = 'confirmed' and c.hands = 0" },
  of: { issues: "c.standing = 'confirmed'" },
  better: 'more',
  gaming: 'Keep everything.',
  guard: 'It counts only what the customer confirmed; silence and recurrences stand beside it.',
  beside: ['silent_too_long', 'recurred'],
  ofPerson: false,
}
