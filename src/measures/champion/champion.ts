import type { Share, Sql } from '../measure.ts'
import { tooSilent } from '../silence/too-long.ts'

/** Each way in which a customer was not looked after: one is enough. */
export const failings = [
  { name: 'told_again', says: 'had to tell it again', issues: 'c.told_again > 0' },
  { name: 'broken', says: 'had a promise broken', issues: 'c.broken > 0' },
  { name: 'passed', says: 'were passed on unmet, or in a circle', issues: 'c.unmet > 0 or c.circular' },
  { name: 'silent', says: 'heard nothing for too long', issues: tooSilent },
  {
    name: 'unconfirmed',
    says: 'never said that it is solved',
    issues: "c.standing in ('unconfirmed', 'unreachable', 'cannot_fix')",
  },
  { name: 'recurred', says: 'saw it come back', issues: 'c.recurrences > 0' },
] as const

export type FailingName = (typeof failings)[number]['name']

const failed: Sql = failings.map(({ issues }) => `(${issues})`).join(' or ')

/** Under way, and nothing has gone wrong so far: nobody knows yet. */
export const undecided: Sql = `c.standing in ('open', 'proposed') and not (${failed})`

export const champion: Share = {
  name: 'champion',
  chapter: 'champion',
  form: 'share',
  says: 'Champion probability',
  definition:
    'Of the issues that customers brought, the share in which they told it once, no promise to them was broken, nobody passed them on unmet or in a circle, they never heard nothing for too long, and they said themselves that it is solved, and it stayed solved. Issues that are still going well are not known yet, and are counted beside.',
  part: { issues: `c.standing = 'confirmed' and not (${failed})` },
  of: { issues: `not (${undecided})` },
  parts: failings,
  better: 'more',
  gaming: 'Leave what went wrong open, so that it is never decided; or persuade customers to confirm.',
  guard:
    'What has gone wrong counts at once, open or closed. A confirmation that was worth nothing comes back, and counts against the issue then, for 90 days.',
  beside: ['recurred', 'rated_well'],
  ofPerson: true,
}
