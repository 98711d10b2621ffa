import type { Chapter } from './sentences.ts'

/** What the supervisor's page says. */
export const words = {
  title: 'What needs you',
  lead: 'Each of these is a customer who waits while two of us think that the other has it. None is a mark against anybody.',
  nothing: 'Nothing needs you now: no alarm, no broken promise, and no hand-off that slipped.',
  chapters: {
    escalated: 'Alarms',
    broken: 'Broken promises, still owed',
    expired: 'Offers that nobody answered',
    fellThrough: 'Accepted, and never met',
    still: 'Handed over, and nothing moved',
  } satisfies Record<Chapter['name'], string>,
  answer: 'Answer the alarm',
  answering: 'Answering…',
}
