import type { IssueAnswer, PromiseAnswer } from '../../../../../src/contract/answers.ts'
import type { Fault } from '../../../../ui/refusal.tsx'
import { momentOf } from '../../../when/use-when.ts'
import { runningOf } from '../sentences.ts'
import { words } from './words.ts'

/** What belongs to a word to the customer beside the words: when they hear next, and which promises it does not answer. */
export type Said = { next: string; what: string; leaves: number[] }
export const nothingSaid: Said = { next: '', what: '', leaves: [] }

/** As the API takes it. */
export type Promised = { promise: { what: string | null; due: string } | null; keeps: 'all' | number[] }

/** Reads the time in words anew, so that "in 2 hours" counts from the moment of sending. */
export async function promisedBy(
  { next, what, leaves }: Said,
  issue: IssueAnswer,
): Promise<Promised | { fault: Fault }> {
  const keeps = keptBy(leaves, runningOf(issue))
  if (next.trim() === '') return { promise: null, keeps }
  const due = await momentOf(next)
  return 'fault' in due ? due : { promise: { what: what.trim() || null, due: due.at }, keeps }
}

export function keptBy(leaves: readonly number[], running: readonly PromiseAnswer[]): 'all' | number[] {
  const left = running.filter(({ id }) => leaves.includes(id))
  return left.length === 0 ? 'all' : running.filter(({ id }) => !leaves.includes(id)).map(({ id }) => id)
}

/** Rule 12: whether something still runs when this word was said; if not, it must promise. */
export const mustPromise = ({ next, leaves }: Said, running: readonly PromiseAnswer[]): boolean =>
  next.trim() === '' && !running.some(({ id, state }) => state === 'open' && leaves.includes(id))

export const needsWords: Fault = words.needsWords
