import type { Problem } from '../../src/server/contract/answers.ts'
import './ui.css'

export type Fault = Pick<Problem, 'detail' | 'remedy'>

/** Why not, and what to do instead, where it arose. */
export function Refusal({ fault }: { fault: Fault | null }) {
  if (!fault) return null
  return (
    <div className="refusal" role="alert">
      <strong>{fault.detail}</strong>
      {fault.remedy}
    </div>
  )
}
