import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

export type Opened = 'palette' | 'keys' | null

const places = {
  m: '/desk',
  o: '/desk/offers',
  i: '/desk/intake',
  a: '/desk/all',
  u: '/desk/customers',
  c: '/desk/causes',
  l: '/desk/lessons',
} as const
const isPlace = (key: string): key is keyof typeof places => key in places

/** Whether a key press belongs to what is being written, to something that floats above, or to the system. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog') !== null
  )
}

/** The keys that work on every page of the desk, where there is one; says what they have opened. */
export function useGlobalKeys(work: boolean): [Opened, (opened: Opened) => void] {
  const [opened, open] = useState<Opened>(null)
  const navigate = useNavigate()
  const afterG = useRef(false)
  useEffect(() => {
    if (!work) return
    const press = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      if (key === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        open('palette')
        return
      }
      if (isTaken(event)) return
      const wasG = afterG.current
      afterG.current = key === 'g'
      if (wasG && isPlace(key)) void navigate({ to: places[key] })
      else if (key === 'n') void navigate({ to: '/desk/new' })
      else if (key === '/') open('palette')
      else if (key === '?') open('keys')
      else return
      event.preventDefault()
    }
    // Before the page's own keys: "g" then "o" is a way, not two of theirs.
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [navigate, work])
  return [opened, open]
}

/** Keys of one page, by the letter; those of nothing do nothing. They rest while somebody types. */
export function usePageKeys(acts: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTaken(event)) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
