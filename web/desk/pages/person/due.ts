import type { AwayAnswer } from '../../../../src/contract/answers.ts'

export type Due = Pick<AwayAnswer['promises'][number], 'issue' | 'promise'>

/** One for each issue, with the promise that is owed longest or falls due first; in that order. */
export function dueByIssue(promises: readonly Due[]): Due[] {
  const first = new Map<number, Due>()
  for (const due of promises) if (!first.has(due.issue.number)) first.set(due.issue.number, due)
  return [...first.values()]
}

/** Who looks after what, of what still falls due: another end may have taken some out of the list. */
export const coversOf = (due: readonly Due[], chosen: Readonly<Record<number, string>>) =>
  due.flatMap(({ issue: { number } }) => {
    const cover = chosen[number]
    return cover ? [{ issue: number, cover }] : []
  })
