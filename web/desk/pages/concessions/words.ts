import type { ConcessionRow } from '../../../../src/contract/answers.ts'

/** What the page of concessions in a span says. */
export const words = {
  title: 'Concessions',
  lead: 'What was given to customers, or asked for, in a span of time. On record for good, to learn from and to pay out.',
  back: 'What needs you',
  from: 'From',
  to: 'To, that day included',
  download: 'Download as CSV',
  downloadHint: 'The same rows, for accounting.',
  none: 'Nothing was given in that time.',
  given: 'Given in that time:',
  nothingGiven: 'nothing yet',
  kinds: { credit: 'credit', refund: 'refund', replacement: 'replacement', exception: 'exception' } satisfies Record<
    ConcessionRow['kind'],
    string
  >,
  states: {
    granted: (by: string, _decider: string | null) => `${by}, within the limit`,
    waiting: (by: string, _decider: string | null) => `asked for by ${by}, not decided yet`,
    approved: (by: string, decider: string | null) => `${by}, approved by ${decider}`,
    refused: (by: string, decider: string | null) => `asked for by ${by}, not approved by ${decider}`,
    withdrawn: (by: string, _decider: string | null) => `asked for by ${by}, and withdrawn`,
  } satisfies Record<ConcessionRow['state'], (by: string, decider: string | null) => string>,
  wrongSpan: {
    detail: 'The span ends before it begins.',
    remedy: 'Choose a day that comes after the first one.',
  },
}
