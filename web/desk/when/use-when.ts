import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Fault } from '../../ui/refusal.tsx'
import { readerZone } from '../../ui/times.ts'
import { faultOf } from '../api.ts'
import { queries, when } from '../queries.ts'
import { words } from './words.ts'

/** How long one may pause in a word before it is read. */
const pauseMs = 200

/** What the desk understands by a time in words: nothing yet, a moment, or how to say it. */
export type Understood =
  | { state: 'nothing' }
  | { state: 'reading' }
  | { state: 'moment'; at: string }
  | { state: 'unclear'; hint: string }

/** Reads a time in words as it is typed. */
export function useWhen(text: string): Understood {
  const asked = usePause(text.trim(), pauseMs)
  const { data, error } = useQuery(when(asked, readerZone))
  if (text.trim() === '') return { state: 'nothing' }
  if (error) return { state: 'unclear', hint: error.message }
  if (asked !== text.trim() || !data) return { state: 'reading' }
  return data.at === null ? { state: 'unclear', hint: data.hint } : { state: 'moment', at: data.at }
}

/** The moment that a text means now, for sending; or why it can't be said. What was just read is not asked again. */
export async function momentOf(text: string): Promise<{ at: string } | { fault: Fault }> {
  if (text.trim() === '') return { fault: words.needed }
  try {
    const { at } = await queries.fetchQuery(when(text.trim(), readerZone))
    return at === null ? { fault: words.notUnderstood(text.trim()) } : { at }
  } catch (error) {
    return { fault: faultOf(error) ?? words.needed }
  }
}

/** A text once its writer has paused. */
export function usePause(text: string, ms: number): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return paused
}
