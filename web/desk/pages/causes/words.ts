import { plural } from '../../../ui/time-words.ts'

/** What the list of shared causes says. */
export const words = {
  title: 'Shared causes',
  lead: 'The same problem of several customers: worked once, while each issue keeps its owner and its promises.',
  add: 'Name a cause',
  empty: 'No cause is shared.',
  emptyMore: 'When several customers have the same problem, name it here or on an issue, and link theirs.',
  open: 'Open',
  solved: 'Solved',
  leads: (name: string) => `${name} leads it`,
  issues: (count: number) => (count === 0 ? 'no issue is linked' : plural(count, 'issue', 'issues')),

  form: 'A cause that several customers share',
  subject: 'What is it called?',
  what: 'What do they have in common?',
  numbers: 'Issues that have it',
  numbersHint: 'Their numbers: “1042, 1055”. More can be linked later.',
  act: 'Name it, and lead it',
  done: 'The cause is named, and you lead it.',
  incomplete: {
    detail: 'The cause has no name yet, or nothing is said about it.',
    remedy: 'Say how it is called, what its customers have in common, and numbers of issues like “1042, 1055”.',
  },
}
