import type { Median } from '../measure.ts'

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
