import { decide } from '../../../src/core/decide.ts'
import type { Recorded } from '../../../src/core/events.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { outside } from '../acts/contact.ts'
import { each, type Invariant, isOf, mayActBeside, mayHaveWritten, memberBy, owner } from '../moment.ts'
import { asMember, contextOf, later } from '../world.ts'

/** Who is in touch with the customer, and what becomes of what they say (Rule 3). */
export const contactInvariants: readonly Invariant[] = [
  {
    rule: 3,
    says: 'only the owner, their cover, the champion, the introduced receiver and introduced assistants are in touch with the customer',
    holds: each('CustomerContacted', (recorded, issue) => mayHaveWritten(issue, memberBy(recorded))),
  },
  {
    rule: 3,
    says: 'a contact that is not placed yet has kept nothing, and stays until somebody says where it belongs',
    holds: ({ before, after, events }) => {
      const placed = new Set(
        events.flatMap(({ event }) =>
          event.type === 'ContactPlaced' || event.type === 'ContactPlacedElsewhere' ? [event.contact] : [],
        ),
      )
      const keeps = after.promises.flatMap(({ fate }) => ('contact' in fate ? [fate.contact] : []))
      return (
        before.unplaced.every(
          ({ contact }) =>
            after.erasedAt || placed.has(contact) || after.unplaced.some(other => other.contact === contact),
        ) && after.unplaced.every(({ contact }) => !keeps.includes(contact))
      )
    },
  },
  {
    rule: 3,
    says: 'it is placed by whom rule 3 lets write, a supervisor, or who took the call',
    holds: moment => {
      const may = (recorded: Recorded, contact: number, issue: Issue): boolean => {
        const member = memberBy(recorded)
        const taken = issue.unplaced.find(other => other.contact === contact)?.takenBy
        return mayActBeside(issue, member, moment.context) || member === taken
      }
      const here = each('ContactPlaced', (recorded, issue) => may(recorded, recorded.event.contact, issue))
      const there = each('ContactPlacedElsewhere', (recorded, issue) => may(recorded, recorded.event.contact, issue))
      return here(moment) && there(moment)
    },
  },
  {
    rule: 3,
    says: 'who it is, is said by whom rule 3 lets write, or a supervisor',
    holds: moment => {
      const may = (recorded: Recorded, issue: Issue): boolean => mayActBeside(issue, memberBy(recorded), moment.context)
      return each('CustomerRecognized', may)(moment) && each('LookalikeDismissed', may)(moment)
    },
  },
  {
    rule: 3,
    says: 'the owner of what is open can always write to the customer',
    lasts: ({ issue, world }) => {
      if (issue.lifecycle.phase === 'closed') return true
      const words = { type: 'SendMessage', channel: 'email', message: 'w', keeps: 'all' } as const
      const context = contextOf(world, asMember(owner(issue)), world.now)
      const promise = { what: 'w', due: later(world.now, 1440) }
      return 'events' in decide(issue, { ...words, promise }, context)
    },
  },
  {
    rule: 3,
    says: 'what is placed with another issue leaves the one and comes to the other, once',
    together: ({ moments }) => {
      const went = moments.flatMap(({ number, events }) =>
        events.filter(isOf('ContactPlacedElsewhere')).map(({ event }) => ({ from: number, into: event.into })),
      )
      return went.every(({ from, into }) => {
        const there = moments.filter(({ number }) => number === into)
        const came = there.flatMap(({ events }) => events.filter(isOf('ContactPlacedHere')))
        return into === outside || (came.length === 1 && came[0]?.event.from === from)
      })
    },
  },
  {
    rule: 3,
    says: 'once two records are one, no issue is left with the other',
    together: ({ before, after, moments }) => {
      const merged = after.merges.length > before.merges.length ? after.merges.at(-1) : undefined
      if (!merged || moments.length === 0) return true
      return after.issues.every(({ issue }) => issue.customer !== merged.from)
    },
  },
]
