import { useSyncExternalStore } from 'react'
import './ui.css'

let said = ''
const listeners = new Set<() => void>()

/** Says to a screen reader what happened. */
export function announce(sentence: string): void {
  said = sentence
  for (const listener of listeners) listener()
}

/** Where it is said: once on a page. */
export function Announcer() {
  const sentence = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
  )
  return (
    <div className="unseen" aria-live="polite">
      {sentence}
    </div>
  )
}
