import { useMemo } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { useDraft } from '../../use-draft.ts'

/** A hand-off that is being made out. `to`: whom, as `member ID` or `team ID`. */
export type Draft = {
  problem: string
  tried: string
  asked: string
  told: string
  callback: string
  briefed: boolean
  to: string
  why: string
}

const longest = 600

/** Begun from what is known: the story, the fact of where to call back, and the brief of an offer that came to nothing. */
function beginBrief({ story, facts, customer, handoff }: IssueAnswer): Draft {
  const callback = facts.find(({ key }) => key === 'callback')?.value ?? customer.phone ?? ''
  const before = handoff && handoff.state !== 'met' ? handoff.brief : null
  return {
    problem: before?.problem ?? shortened(story),
    tried: before?.tried ?? '',
    asked: before?.asked ?? '',
    told: before?.told ?? '',
    callback: before?.callback ?? callback,
    briefed: false,
    to: '',
    why: '',
  }
}

const shortened = (story: string): string =>
  story.length <= longest ? story : `${story.slice(0, story.lastIndexOf(' ', longest))} …`

export function useBrief(issue: IssueAnswer) {
  // The first look decides: what somebody else adds meanwhile must not overwrite what is being written.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another issue begins anew.
  const begin = useMemo(() => beginBrief(issue), [issue.number, issue.handoff?.id])
  return useDraft(`${issue.number} hand-over ${issue.handoff?.id ?? 0}`, begin)
}
