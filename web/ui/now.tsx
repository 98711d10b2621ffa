import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const Now = createContext<string>(new Date(0).toISOString())

/** The server's time, which pages go by: it may differ from this machine's, stand still, or be moved. */
export const useNow = (): string => useContext(Now)

/**
 * Gives its children the server's time, as it was `at` when it was last heard. It goes on by itself, but where it stands
 * still until it is moved.
 */
export function NowProvider({ at, still, children }: { at: string; still: boolean; children: ReactNode }) {
  const [now, setNow] = useState(at)
  useEffect(() => {
    setNow(at)
    if (still) return
    const heardAt = performance.now()
    const timer = setInterval(
      () => setNow(new Date(Date.parse(at) + performance.now() - heardAt).toISOString()),
      15_000,
    )
    return () => clearInterval(timer)
  }, [at, still])
  return <Now value={now}>{children}</Now>
}
