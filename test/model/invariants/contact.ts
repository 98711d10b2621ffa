import type { Recorded } from '../../../src/core/events.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { each, type Invariant, mayActBeside, mayHaveWritten, memberBy } from '../moment.ts'

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
]
