import { Button } from '../ui/button.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { words } from './words.ts'

/** A fault of ours: said plainly, with the way on. What was being written is kept on this machine. */
export const Broken = () => (
  <div className="page stack">
    <Refusal fault={words.broken} />
    <div>
      <Button onClick={() => location.reload()}>{words.reload}</Button>
    </div>
  </div>
)
