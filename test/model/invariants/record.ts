import { isDeepStrictEqual } from 'node:util'
import { nextDeadline } from '../../../src/core/deadlines.ts'
import { replay } from '../../../src/core/evolve.ts'
import { each, type Invariant, memberBy } from '../moment.ts'

/** Every change is an event (Rule 33). */
export const recordInvariants: readonly Invariant[] = [
  {
    rule: 33,
    says: 'after its words were erased nothing happens to an issue but what machines send',
    holds: ({ before, events }) => {
      const left = ['ContactBounced', 'AutomaticMailBounced', 'MachineWrote']
      return before.erasedAt === null || events.every(({ event }) => left.includes(event.type))
    },
  },
  {
    rule: 33,
    says: 'words are erased by an admin, once nobody waits for us',
    holds: each(
      'WordsErased',
      (recorded, issue, _, { context }) =>
        issue.lifecycle.phase === 'closed' && context.members.get(memberBy(recorded) ?? '')?.role === 'admin',
    ),
  },
  {
    rule: 33,
    says: 'every event has who and when, and time never goes back',
    holds: ({ past, events, context }) =>
      events.every(({ at, by, from }, index) => {
        const earlier = (events[index - 1] ?? past.at(-1))?.at ?? at
        const someone = by.kind === 'desk' || by.id.length > 0
        return someone && from.length > 0 && earlier <= at && at <= context.now
      }),
  },
  {
    rule: 33,
    says: 'what falls due is the desk’s, as of its due time; everything else is by who acts, now',
    holds: ({ events, context }) =>
      events.every(({ at, by, from }) => {
        if (from === 'clock') return by.kind === 'desk'
        return at === context.now && isDeepStrictEqual(by, context.by)
      }),
  },
  {
    rule: 33,
    says: 'the log gives the stored state, number by number, also through its storage as JSON',
    lasts: ({ issue, log }) =>
      issue.version === log.length &&
      isDeepStrictEqual(replay(log), issue) &&
      isDeepStrictEqual(JSON.parse(JSON.stringify(issue)), issue),
  },
  {
    rule: 33,
    says: 'nothing that fell due is left after a decision',
    holds: ({ after, context }) => {
      const next = nextDeadline(after)
      return next === null || next > context.now
    },
  },
]
