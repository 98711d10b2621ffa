import { useEffect, useState, useSyncExternalStore } from 'react'
import './announce.css'

let said: { text: string; nth: number } | null = null
const listeners = new Set<() => void>()

/** Says what has happened: shown for a moment, and read out by screen readers. */
export function announce(text: string): void {
  said = { text, nth: (said?.nth ?? 0) + 1 }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const shownMs = 6000

/** The one place where announcements appear. */
export function Announcer() {
  const latest = useSyncExternalStore(subscribe, () => said)
  const [over, end] = useState(0)
  useEffect(() => {
    if (!latest) return
    const timer = setTimeout(() => end(latest.nth), shownMs)
    return () => clearTimeout(timer)
  }, [latest])
  const shown = latest && latest.nth > over ? latest : null
  return (
    <div className="announcer" role="status">
      {shown && <p key={shown.nth}>{shown.text}</p>}
    </div>
  )
}
