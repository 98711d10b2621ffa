import { plural } from '../../../ui/time-words.ts'
import type { Chapter } from './matter.ts'

/** What the supervisor's page says, beside its sentences. */
export const words = {
  title: 'What needs you',
  lead: 'Each of these is a customer who waits while two of us think that the other has it. None is a mark against anybody.',
  nothing: 'Nothing needs you now.',
  nothingMore: 'Every customer is with somebody, nothing is owed, and nobody waits for your answer.',
  onCall: 'Who is on call, and when',
  chapters: {
    escalated: 'Alarms',
    broken: 'Broken promises, still owed',
    uncovered: 'Away, and nobody looks after it',
    objected: 'Introduced, and never met',
    circles: 'Going in a circle',
    huddles: 'Huddles that settle whose it is',
    expired: 'Offers that nobody answered',
    fellThrough: 'Accepted, and never met',
    still: 'Handed over, and nothing moved',
    silent: 'Asked for help, and no movement',
    approvals: 'Approvals that somebody waits for',
    cannotFix: 'Can it really not be fixed?',
    gaps: 'Nobody on call, in the next seven days',
  } satisfies Record<Chapter['name'], string>,
  sending: 'One moment…',
  toAbsent: (name: string | null) => (name ? `What is ${name}’s, and who looks after it` : 'What is yours'),
  concessions: 'What was conceded to customers, for accounting',

  load: 'What is with whom',
  loadLead: 'As it is now, by name. Where it is too much, help; nobody is compared.',
  loadNone: 'nothing open',
  loadOpen: (open: number, room: number) =>
    open > room && room > 0 ? `${open} open, where there is room for ${room}` : `${open} open`,
  loadDue: (count: number) => `${plural(count, 'customer hears', 'customers hear')} from them today`,
  there: 'there',
  offShift: 'off shift',
  awayUntil: (time: string) => `away until ${time}`,
}
