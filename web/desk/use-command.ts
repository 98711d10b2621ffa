import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import type { Fault } from '../ui/refusal.tsx'
import { faultOf, newKey, ProblemError, post } from './api.ts'
import { queries, take } from './queries.ts'

export type Command<Body extends object> = {
  send(body: Body): void
  isSending: boolean
  /** What is under way, until its answer is there. */
  sent: Body | null
  fault: Fault | null
  clear(): void
}

type Around<Body, Answer> = {
  /** Once it was done. */
  done?: (answer: Answer) => void
  /** Shows at once what will come of it; answers how to take that back. */
  foresee?: (body: Body) => () => void
}

/**
 * Sends a command and shows what it made of the issue at once. A second try after a lost answer has the same key, so that
 * it never happens twice; after a refusal it is decided anew.
 */
export function useCommand<Body extends object, Answer = IssueAnswer>(
  path: string,
  { done, foresee }: Around<Body, Answer> = {},
): Command<Body> {
  const last = useRef<{ body: string; key: string } | null>(null)
  const { mutate, isPending, variables, error, reset } = useMutation({
    mutationFn: (body: Body) => {
      const text = JSON.stringify(body)
      if (last.current?.body !== text) last.current = { body: text, key: newKey() }
      return post<Answer>(path, body, last.current.key)
    },
    onMutate: body => foresee?.(body),
    onSuccess: answer => {
      last.current = null
      if (isIssue(answer)) take(answer)
      else void queries.invalidateQueries()
      done?.(answer)
    },
    onError: (error, _body, takeBack) => {
      if (error instanceof ProblemError && error.isDecided) last.current = null
      takeBack?.()
    },
  })
  return { send: mutate, isSending: isPending, sent: isPending ? variables : null, fault: faultOf(error), clear: reset }
}

const isIssue = (answer: unknown): answer is IssueAnswer =>
  typeof answer === 'object' && answer !== null && 'number' in answer && 'promises' in answer
