import type { Median, Share } from './measure.ts'

export const escalated: Share = {
  name: 'escalated',
  chapter: 'escalations',
  form: 'share',
  says: 'Escalated',
  definition: 'The share of issues for which the alarm was raised, by a person, the customer, or the desk itself.',
  part: { issues: 'c.alarms > 0' },
  of: { issues: 'true' },
  better: null,
  gaming: 'Talk people out of raising it.',
  guard: 'The customer raises it on their own page, and the desk by itself when a promise stays broken.',
  beside: ['promises_kept', 'alarm_answered'],
  ofPerson: false,
}

export const alarmAnswered: Median = {
  name: 'alarm_answered',
  chapter: 'escalations',
  form: 'median',
  says: 'Until a person answered the alarm',
  definition: 'The time from the alarm to the moment in which a person became its champion, in minutes of real time.',
  clock: 'real',
  stretches: `select null::integer as minutes, e.raised_at as from_at, e.answered_at as to_at
    from escalation e where e.workspace_id = c.workspace_id and e.number = c.number`,
  of: 'c.alarms > 0',
  better: 'less',
  gaming: 'Answer at once, and do nothing.',
  guard: 'A champion sees it through: they stand it down only when customer and raiser have heard the outcome.',
  beside: ['escalated'],
  ofPerson: false,
}
