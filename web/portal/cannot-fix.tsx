import type { PortalAnswer } from '../../src/contract/answers.ts'
import { words } from './words.ts'

/** What can't be fixed: why, as it is, and what can be done instead (Rule 19). */
export const CannotFix = ({ told }: { told: NonNullable<PortalAnswer['cannotFix']> }) => (
  <div className="solved">
    <dl>
      <dt>{words.cannotFix.reason}</dt>
      <dd>{told.reason}</dd>
      <dt>{words.cannotFix.alternative}</dt>
      <dd>{told.alternative}</dd>
    </dl>
  </div>
)
