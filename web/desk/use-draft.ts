import { use, useCallback, useState } from 'react'
import { Me } from './me.ts'

/** How many drafts are kept; the oldest go first. */
const most = 200
const prefix = 'baton draft '

type Kept = { at: number; value: unknown }

/**
 * What is being written, kept on this machine until it is sent: nothing that somebody typed is ever lost to a closed
 * tab, a refusal or a broken line. Whoever came by a link of a mail has no account here: theirs go by their name alone.
 */
export function useDraft<Draft extends object>(name: string, empty: Draft) {
  const me = use(Me)
  const key = `${prefix}${me?.member.id ?? 'link'} ${name}`
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...read(key) }))
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft(before => {
        const next = { ...before, ...changes }
        write(key, next)
        return next
      }),
    [key],
  )
  const clear = useCallback(() => {
    remove(key)
    setDraft(empty)
  }, [key, empty])
  return { draft, change, clear }
}

function read(key: string): object | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return typeof kept?.value === 'object' ? kept.value : null
  } catch {
    return null
  }
}

function write(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), value } satisfies Kept))
    tidy()
  } catch {
    // The browser keeps nothing, or is full: the page still has it.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // It kept nothing.
  }
}

function tidy(): void {
  const keys = Object.keys(localStorage).filter(key => key.startsWith(prefix))
  if (keys.length <= most) return
  const age = (key: string): number => (JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>).at ?? 0
  for (const key of keys.sort((a, b) => age(a) - age(b)).slice(0, keys.length - most)) localStorage.removeItem(key)
}
