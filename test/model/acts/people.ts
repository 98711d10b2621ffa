import fc from 'fast-check'
import { holdsOf, mayLeave } from '../../../src/core/cover/offboarding.ts'
import { owner } from '../../../src/core/issue/issue.ts'
import { withMember } from '../world.ts'
import { act, type Deed, type Sight, someone } from './act.ts'

/** Somebody by name, or the owner. */
const whom = fc.constantFrom('owner', 'carla', 'eve', 'ravi', 'dana', 'otto', 'olu', 'ada', 'priya')

/** Who comes, who goes, and who changes teams (Rule 4). */
export const peopleActs = {
  leave: act({
    weight: 2,
    said: fc.record({ who: whom }),
    by: someone('ada'),
    asks: ({ who }, sight) => leave(sight, who === 'owner' ? owner(sight.issue).member : who),
  }),
  join: act({
    weight: 1,
    said: fc.record({ who: fc.constantFrom('gone', 'carla', 'eve', 'ravi', 'dana', 'otto') }),
    by: someone('ada'),
    asks: ({ who }) => ({ parts: [], changes: world => withMember(world, who, { active: true }) }),
  }),
  change_team: act({
    weight: 1,
    said: fc.record({
      who: fc.constantFrom('carla', 'eve', 'ravi', 'dana', 'gone'),
      teams: fc.constantFrom(['support'], ['plans'], ['activations', 'plans'], []),
    }),
    by: someone('ada'),
    asks: ({ who, teams }) => ({ parts: [], changes: world => withMember(world, who, { teams }) }),
  }),
  /** What only happens when somebody leaves, said of somebody who may stay: also of who leads a huddle. */
  let_go: act({
    weight: 2,
    said: fc.record({ who: fc.oneof(whom, fc.constant('third')) }),
    by: someone('ada'),
    asks: ({ who }, { issue }) => {
      const third = issue.huddle?.third ?? 'priya'
      return { type: 'LetGo', member: who === 'owner' ? owner(issue).member : who === 'third' ? third : who }
    },
  }),
}

/** Rule 4: nobody leaves while anything is theirs; what waits for their answer comes back. */
function leave({ world, now }: Sight, id: string): Deed {
  const member = world.members.get(id)
  if (!member?.active) return { parts: [] }
  const heldAs = (hold: 'owns' | 'covers' | 'champions'): number[] =>
    world.issues.filter(({ issue }) => holdsOf(issue, id).includes(hold)).map(({ number }) => number)
  const owned = heldAs('owns').map(number => ({ number, customer: 'Ana', due: null }))
  const holds = { owned, covered: heldAs('covers'), championed: heldAs('champions') }
  const refusal = mayLeave(member, holds, { members: world.members, path: world.path, now })
  if (refusal) return { refusal }
  return {
    parts: world.issues
      .filter(({ issue }) => issue.lifecycle.phase !== 'closed')
      .map(({ number }) => ({ on: number, command: { type: 'LetGo', member: id } })),
    changes: after => withMember(after, id, { active: false }),
  }
}
