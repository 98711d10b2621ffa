import type { Median } from '../measure.ts'

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
