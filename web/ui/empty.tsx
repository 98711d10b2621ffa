import { type ReactNode, useEffect, useState } from 'react'
import './empty.css'

/** Nothing here: said as a good colleague would, with what to do next. */
export const Empty = ({ children, more }: { children: ReactNode; more?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {more && <div className="empty-more">{more}</div>}
  </div>
)

const afterMs = 300

/** Lines where words will stand; only when they take longer than one notices. */
export function Waiting({ lines = 5, says }: { lines?: number; says: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="waiting" role="status">
      <p className="unseen">{says}</p>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike.
        <i key={line} />
      ))}
    </div>
  )
}
