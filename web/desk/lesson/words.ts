import type { ChangeAnswer, LessonRow } from '../../../src/contract/answers.ts'

type Type = ChangeAnswer['type']

const states: Record<LessonRow['state'], string> = {
  proposed: 'proposed',
  declined: 'declined',
  trial: 'in trial',
  trial_over: 'trial over',
  kept: 'kept',
  dropped: 'dropped',
}

/** What changes with a lesson, by its type. */
const types: Record<Type, string> = {
  fact_rule: 'How a fact is established',
  checklist: 'A step for this kind of issue',
  macro: 'A text for answers',
  article: 'An article',
  request: 'Something asked of a department',
}

/** What is said about lessons wherever they stand. */
export const words = {
  number: (id: number) => `Lesson ${id}`,
  states,
  types,
  factRule: (key: string) => `“${key}”`,
  allowed: 'Only:',
  refused: 'Never:',
  or: ' or ',
  step: 'Before an issue of this kind is said to be solved:',
  asked: (department: string) => `${department} is asked:`,
  owner: (name: string) => `${name} answers for it`,
  noOwner: 'nobody answers for it yet',
  by: 'by',

  change: 'What changes?',
  key: 'Which fact?',
  keyHint: 'As it is called on issues: “serial number”.',
  says: 'How is it established rightly?',
  saysHint: 'Whoever does otherwise reads this sentence.',
  ways: 'The ways that count',
  waysHint: 'One on each line: “read off the phone”. Leave it empty when every way does but those below.',
  notWays: 'The ways that never count',
  notWaysHint: 'One on each line: “box”. A way that has one of these in it is refused.',
  stepField: 'Which step?',
  stepHint: 'It is done, or excused with a reason, before such an issue is said to be solved.',
  name: 'What is it called?',
  title: 'Its title',
  body: 'Its words',
  department: 'Which department?',
  choose: 'Choose …',
  ask: 'What is asked of them?',
  ownerField: 'Who answers for it?',
  ownerLater: 'whoever adopts it says so',
  due: 'By when?',
  incomplete: {
    detail: 'The change is not whole yet.',
    remedy: 'Fill in what it needs; a rule about a fact names at least one way that counts, or one that never does.',
  },
}
