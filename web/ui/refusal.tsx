import { useEffect, useRef } from 'react'
import type { Problem } from '../../src/contract/answers.ts'
import './refusal.css'

export type Fault = Pick<Problem, 'detail' | 'remedy' | 'errors'> & Partial<Pick<Problem, 'code'>>

/** Why not, and what to do instead, where it arose. It is said to screen readers at once, and brought into sight. */
export function Refusal({ fault }: { fault: Fault | null }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fault) box.current?.scrollIntoView({ block: 'nearest' })
  }, [fault])
  // The empty region is there before it speaks: some readers only hear what changes in one they know.
  return (
    <div role="alert" ref={box}>
      {fault && (
        <div className="refusal">
          <strong>{fault.detail}</strong> {fault.remedy}
          {fault.errors && fault.errors.length > 0 && (
            <ul>
              {fault.errors.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
