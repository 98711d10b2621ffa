import type { EffectAnswer, LessonAnswer } from '../../../../src/contract/answers.ts'
import { plural } from '../../../ui/time-words.ts'

type Figure = EffectAnswer['figures'][number]
type Decided = 'declined' | 'kept' | 'dropped'

const figures: Record<Figure['name'], string> = {
  broken: 'A promise was broken',
  recurred: 'It came back',
  denied: 'The customer said that it was not solved',
  handed_over: 'It changed hands',
  assist_without_movement: 'Help came back without movement',
  excused: 'Something that a lesson asks was excused',
}

const reads: Record<Figure['reads'], string> = {
  fewer: 'Fewer than before, and chance alone does not explain it.',
  more: 'More than before, and chance alone does not explain it.',
  unclear: 'Chance alone could make this difference.',
}

const decided: Record<Decided, (by: string) => string> = {
  declined: by => `${by} declined it`,
  kept: by => `${by} decided to keep it`,
  dropped: by => `${by} dropped it`,
}

/** What is done with a lesson, each with what to write and what comes of it. */
const acts = {
  adopt: {
    button: 'Adopt it',
    title: 'Adopt it for a trial',
    hint: 'It is enforced from now on. When its trial is over, its effect is looked at.',
    act: 'Adopt it',
    done: 'It is adopted, and applies from now on.',
  },
  decline: {
    button: 'Decline it',
    title: 'Decline it',
    hint: 'Whoever proposed and supports it reads why.',
    act: 'Decline it',
    done: 'It is declined.',
  },
  keep: {
    button: 'Keep it',
    title: 'Keep it',
    hint: 'What has it done, as far as one can tell?',
    act: 'Keep it',
    done: 'It is kept.',
  },
  change: {
    button: 'Change it',
    title: 'Change it, and try again',
    hint: 'What it was stays on record; the change has a trial of its own.',
    act: 'Change it',
    done: 'It is changed, and tried anew.',
  },
  drop: {
    button: 'Drop it',
    title: 'Drop it',
    hint: 'It applies no more. Why not?',
    act: 'Drop it',
    done: 'It is dropped, and applies no more.',
  },
  answer: {
    button: 'Answer it',
    title: 'Answer what is asked of you',
    hint: 'In the name of the department: done, or plainly that it can’t be.',
    act: 'Answer',
    done: 'It is answered.',
  },
}

/** What the page of one lesson says. */
export const words = {
  crumb: 'Lessons',
  noSuch: 'This address names no lesson.',
  proposedBy: (name: string) => `Proposed by ${name}`,
  trial: (by: string) => `Adopted by ${by}; its effect is looked at`,
  trialOver: (by: string) => `Adopted by ${by}. Its trial is over since`,
  decided,
  what: 'What happened',
  from: 'From',
  why: 'Why it could happen',
  cause: 'the cause',
  changes: 'What changes',
  ofKind: (kind: string) => `With issues of the kind “${kind}”.`,
  ofAll: 'With all kinds of issue.',
  earlier: (count: number) => `What it was before (${count})`,
  changedBecause: (by: string) => `${by} changed it:`,
  request: {
    asked: (name: string) => `${name} has not answered yet; it is due`,
    overdue: (name: string) => `${name} has not answered, and it was due`,
    done: (name: string) => `${name} says that it is done:`,
    cannot: (name: string) => `${name} says that it can’t be done:`,
  },

  effect: 'Its effect so far',
  effectHint: (kind: string | null) =>
    `Of the ${kind ? `issues of the kind “${kind}”` : 'issues'} that were opened in the trial so far, and in as much time before it: with how many it happened. The line is where the true share lies, 95 times of 100.`,
  figures,
  reads,
  before: 'before',
  after: 'since',
  counts: (count: number, of: number) => (of === 0 ? 'no issues yet' : `${count} of ${of}`),
  percent: (share: number) => `${Math.round(share * 100)} %`,
  noIssues: (kind: string | null) =>
    `No ${kind ? `issue of the kind “${kind}”` : 'issue'} was opened in the trial so far, nor in as much time before it: there is nothing to compare yet.`,
  quiet: (count: number) => `${plural(count, 'thing', 'things')} that never happened, before or since`,

  excuses: 'Excused from it',
  noExcuses: 'Nobody was excused from it so far.',

  support: 'Supported by',
  nobody: 'Nobody yet',
  supports: 'I support it',
  supportsNoMore: 'Take my support back',
  supported: 'You support it.',
  supportedNoMore: 'Taken back.',

  comments: 'Comments',
  noComments: 'None yet.',
  comment: 'Say something about it',
  commentAct: 'Add it',
  commented: 'Added.',

  decide: 'What now?',
  acts,
  whyField: 'Why?',
  trialDays: 'How long is its trial, in days?',
  trialHint: 'Empty: as the workspace says.',
  dueField: 'By when, if otherwise than asked',
  answerIs: 'Is it done?',
  answers: { done: 'it is done', cannot: 'it can’t be done' },
  answerField: 'In your words',
  needsWords: { detail: 'There are no words yet.', remedy: 'Write why first: others read it.' },
  badDays: {
    detail: 'The length of the trial can’t be read.',
    remedy: 'Write a number of days from 1 to 730, or nothing.',
  },
} satisfies Record<string, unknown>

export type Act = keyof typeof acts

/** The acts of a lesson in the order in which they are offered, of what the reader may do. */
export const actsOf = (may: LessonAnswer['may']): Act[] =>
  (['answer', 'adopt', 'keep', 'change', 'decline', 'drop'] as const).filter(act => may.includes(act))
