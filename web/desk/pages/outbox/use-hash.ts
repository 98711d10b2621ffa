import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  window.addEventListener('popstate', changed)
  return () => {
    window.removeEventListener('hashchange', changed)
    window.removeEventListener('popstate', changed)
  }
}

/** What the address names after its #: the mail that is open. It survives a reload, and Back closes it. */
export const useHash = (): string =>
  useSyncExternalStore(subscribe, () => (/^#[\da-f-]{36}$/.test(location.hash) ? location.hash.slice(1) : ''))
