import { told } from '../../../src/core/told/told.ts'
import { type Invariant, memberBy } from '../moment.ts'

/** Who is told (Rule 14, and all that say so). */
export const toldInvariants: readonly Invariant[] = [
  {
    rule: 14,
    says: 'only active members are told, and nobody of what they did themselves',
    holds: ({ events, stages, context }) =>
      events.every((recorded, index) => {
        const [issue, next] = [stages[index], stages[index + 1]]
        if (!issue || !next) return false
        return told(recorded, issue, next, context).every(
          ({ member }) => context.members.get(member)?.active && member !== memberBy(recorded),
        )
      }),
  },
]
