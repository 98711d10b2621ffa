import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import type { Unit } from './lengths.ts'

type Policy = WorkspaceAnswer['policy']
/** The policies that are a number. */
export type Measured = { [Name in keyof Policy]: Policy[Name] extends number ? Name : never }[keyof Policy]

/** `time`: whether its minutes are counted while the desk is open, or by the clock. */
type Said = { says: (path: string) => string; unit: Unit; time?: 'open' | 'clock' }

const policies = {
  answerMinutes: { says: () => 'Answer a customer within', unit: 'minutes', time: 'open' },
  callbackMinutes: { says: () => 'Call back after a call was cut off, within', unit: 'minutes', time: 'clock' },
  movesBeforeSupervisorIsTold: {
    says: () => 'A supervisor is told when one promise has been moved',
    unit: 'times',
  },
  offerMinutes: { says: () => 'An offer waits for its answer', unit: 'minutes', time: 'open' },
  greetingMinutes: { says: () => 'From an accepted offer to the greeting, at most', unit: 'minutes', time: 'open' },
  liveMinutes: { says: () => 'Whoever is called to a live introduction comes within', unit: 'minutes', time: 'clock' },
  introductionMinutes: {
    says: () => 'After a takeover or a huddle the customer is told who has it now, within',
    unit: 'minutes',
    time: 'open',
  },
  handoffsWithoutHuddle: { says: () => 'Before a huddle must settle whose it is, it may change hands', unit: 'times' },
  huddleMinutes: { says: () => 'A huddle settles it within', unit: 'minutes', time: 'open' },
  assistMinutes: { says: () => 'Help is due, when nothing else is said, within', unit: 'minutes', time: 'open' },
  brokenEscalatesMinutes: {
    says: path => `A broken promise raises the ${path} by itself after`,
    unit: 'minutes',
    time: 'open',
  },
  rungMinutes: { says: path => `The last resort of the ${path} has to answer within`, unit: 'minutes', time: 'clock' },
  followUpContacts: { says: () => 'Before it is closed without the customer’s word, they are asked', unit: 'times' },
  followUpDays: { says: () => 'From one time to the next at least', unit: 'days' },
  cannotFixMinutes: {
    says: () => 'A supervisor says whether something can’t be fixed, within',
    unit: 'minutes',
    time: 'open',
  },
  recurrenceDays: { says: () => 'What comes back opens the same issue again, for', unit: 'days' },
  unmergeDays: { says: () => 'A merge can be undone for', unit: 'days' },
  approvalMinutes: { says: () => 'An approval that nobody answers climbs after', unit: 'minutes', time: 'open' },
  lessonTrialDays: { says: () => 'A lesson is tried for', unit: 'days' },
  silenceMinutes: {
    says: () => 'It is silence when a customer hears from nobody for longer than',
    unit: 'minutes',
    time: 'open',
  },
} as const satisfies Record<Measured, Said>

const chapters: readonly { title: (path: string) => string; policies: readonly Measured[] }[] = [
  { title: () => 'Promises', policies: ['answerMinutes', 'callbackMinutes', 'movesBeforeSupervisorIsTold'] },
  {
    title: () => 'Handing over',
    policies: [
      'offerMinutes',
      'greetingMinutes',
      'liveMinutes',
      'introductionMinutes',
      'handoffsWithoutHuddle',
      'huddleMinutes',
    ],
  },
  { title: () => 'Help', policies: ['assistMinutes', 'approvalMinutes'] },
  { title: path => path, policies: ['brokenEscalatesMinutes', 'rungMinutes'] },
  {
    title: () => 'Solved, or not',
    policies: ['followUpContacts', 'followUpDays', 'cannotFixMinutes', 'recurrenceDays', 'unmergeDays'],
  },
  { title: () => 'Measures', policies: ['silenceMinutes'] },
]

/** What the settings of policies say. */
export const words = {
  label: 'Policies',
  hint: 'Write lengths in words: “4 hours”, “90 minutes”, “30 days”.',
  policies: policies satisfies Record<Measured, Said> as Record<Measured, Said>,
  chapters,
  counted: { open: 'while the desk is open', clock: 'by the clock, day and night' },
  usual: (length: string) => `${length} to begin with`,
  changed: (length: string) => `${length} to begin with; changed here`,
  unreadable: {
    minutes: 'Write it like “4 hours” or “90 minutes”.',
    days: 'Write it like “30 days”.',
    times: 'Write it like “2 times”.',
  },
  incomplete: {
    detail: 'Something can’t be read as a length.',
    remedy: 'Write it like “4 hours”, “30 days” or “2 times”.',
  },

  letter: {
    title: 'The letter about the week',
    hint: 'To each team: what went well, what was dropped from the customer’s side, what was learned, and one suggestion. It names nobody but those who were thanked.',
    day: 'It comes on',
    never: 'no day: none is written',
    time: 'at',
    comes: (day: string, time: string) => `${day}, ${time}`,
    unreadable: { detail: 'The time can’t be read.', remedy: 'Write it like 08:00.' },
  },
}
