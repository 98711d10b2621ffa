import { undecided } from './champion/champion.ts'
import type { AskedShare } from './measure.ts'

/** How many issues customers brought, and of how many nobody knows yet. */
export const everything: AskedShare = {
  name: 'everything',
  form: 'share',
  part: { issues: undecided },
  of: { issues: 'true' },
}
