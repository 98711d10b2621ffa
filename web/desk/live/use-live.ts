import { useEffect, useState } from 'react'
import type { StreamEvent } from '../../../src/contract/answers.ts'
import { toldSentences } from '../../../src/core/told/sentences.ts'
import { announce } from '../../ui/announce.tsx'
import { hearNow } from '../../ui/now.tsx'
import { queries } from '../queries.ts'
import { type Change, isTouched } from './changes.ts'

/** How long changes are gathered before lists are asked for again, so that a busy desk does not ask all the time. */
const gatherMs = 80
const leastMs = 1000
/** A line that comes back at once is no news. */
const downAfterMs = 2500
const againMs = 5000

let gathered: Change[] = []
let timer: ReturnType<typeof setTimeout> | null = null
let flushedAt = 0

function gather(change: Change): void {
  gathered.push(change)
  if (timer === null) timer = setTimeout(flush, Math.max(gatherMs, flushedAt + leastMs - performance.now()))
}

function flush(): void {
  const changes = gathered
  gathered = []
  timer = null
  flushedAt = performance.now()
  void queries.invalidateQueries({
    predicate: ({ queryKey, state: { data } }) => changes.some(change => isTouched({ queryKey, data }, change)),
  })
}

function hear(happened: StreamEvent): void {
  switch (happened.kind) {
    case 'start':
      if (!happened.resumed) void queries.invalidateQueries()
      return
    case 'issue':
      gather(happened)
      return
    case 'notice':
      for (const queryKey of [['notices'], ['me'], ['assists'], ['assist'], ['raised'], ['kudos']])
        void queries.invalidateQueries({ queryKey })
      announce(`${happened.number === null ? '' : `#${happened.number}: `}${toldSentences[happened.word]}`)
      return
    case 'lesson':
      for (const queryKey of [['lessons'], ['lesson', happened.lesson], ['rules'], ['work'], ['me']])
        void queries.invalidateQueries({ queryKey })
      return
    case 'clock':
      hearNow(happened.now, true)
      void queries.invalidateQueries()
  }
}

/** Listens to what happens on the desk, and has exactly that asked for again. Says whether the line is up. */
export function useLive(): boolean {
  const [isUp, setUp] = useState(true)
  useEffect(() => {
    let down: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let stream: EventSource
    const open = (): void => {
      stream = new EventSource('/api/v1/stream')
      stream.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as StreamEvent)
      stream.onopen = () => {
        clearTimeout(down)
        down = undefined
        setUp(true)
      }
      stream.onerror = () => {
        down ??= setTimeout(() => setUp(false), downAfterMs)
        // The browser tries again by itself and resumes where it was, but not after an answer that was no stream.
        if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, againMs)
      }
    }
    open()
    return () => {
      clearTimeout(down)
      clearTimeout(again)
      stream.close()
    }
  }, [])
  return isUp
}
