import type { Suggestion } from '../../measures/suggestion.ts'
import type { Week } from '../../measures/week.ts'

/** What a letter says, but for words: those are read where they stand, since they may be erased (Rule 33). */
export type LetterContent = Week & { suggestion: Suggestion | null }

/** The issues that it tells of. */
export const issuesIn = ({ kudos, broken, unanswered, silent }: LetterContent): number[] => [
  ...new Set([...kudos, ...broken, ...unanswered, ...silent].map(({ number }) => number)),
]
