import fc from 'fast-check'
import type { Command } from '../../../src/core/commands.ts'
import type { Actor } from '../../../src/core/context.ts'
import { type Cause, refuseAsLead } from '../../../src/core/resolution/cause.ts'
import { asMember, type World } from '../world.ts'
import { act, asOwner, type Deed, plain, type Sight } from './act.ts'

const id = 7
const lead = ({ world }: Sight): Actor => asMember(world.cause?.lead ?? 'ben')
const solution = { type: 'SolveCause', cause: id, wrong: 'w', done: 'w', holds: 'w' } as const

/** The same problem of several customers: worked once, told by each owner (Rule 22). */
export const causeActs = {
  /** Whoever sees it first leads it; what is linked to a solved one gets its solution at once. */
  link_cause: plain(3, asOwner, ({ world, number, issue }) => {
    const linked = { on: number, command: { type: 'LinkCause', cause: id } } as const
    const changes = (after: World): World => ({
      ...after,
      cause: after.cause ?? newCause(issue.ownership.at(-1)?.member),
    })
    return { parts: world.cause?.state === 'solved' ? [linked, { on: number, command: solution }] : [linked], changes }
  }),
  unlink_cause: plain(1, asOwner, () => ({ type: 'UnlinkCause', cause: id })),
  lead_cause: act({
    weight: 2,
    said: fc.record({
      says: fc.constantFrom('word', 'solved', 'reopened', 'stray'),
      by: fc.constantFrom('lead', 'ravi'),
    }),
    by: (sight, { by }) => (by === 'lead' ? lead(sight) : asMember(by)),
    asks: ({ says, by }, sight) => {
      if (says === 'stray') return { type: 'SolveCause', cause: 99, wrong: 'w', done: 'w', holds: 'w' }
      const { cause } = sight.world
      if (!cause) return { type: 'ReopenCause', cause: id }
      return onAll(sight, cause, by === 'lead' ? cause.lead : by, says)
    },
  }),
}

const newCause = (leader = 'ben'): Cause => ({ id, lead: leader, state: 'open' })

/** What the lead says goes to every issue that is linked. */
function onAll({ world }: Sight, cause: Cause, by: string, says: 'word' | 'solved' | 'reopened'): Deed {
  const refusal = refuseAsLead(cause, by, world)
  if (refusal) return { refusal }
  const commands: Record<typeof says, Command> = {
    word: { type: 'GiveCauseWord', cause: id, message: 'w' },
    solved: solution,
    reopened: { type: 'ReopenCause', cause: id },
  }
  const linked = world.issues.filter(({ issue }) => issue.cause?.cause === id)
  const state = says === 'word' ? cause.state : says === 'solved' ? 'solved' : 'open'
  return {
    parts: linked.map(({ number }) => ({ on: number, command: commands[says] })),
    changes: after => ({ ...after, cause: { ...cause, state } }),
  }
}
