import type { Context } from '../../../src/core/context.ts'
import type { Recorded } from '../../../src/core/events.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { told } from '../../../src/core/told/told.ts'
import { cover, type Invariant, memberBy, owner, supervises } from '../moment.ts'

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
  {
    rule: 14,
    says: 'whom the rulebook says is told, is told',
    holds: ({ events, stages, context }) =>
      events.every((recorded, index) => {
        const [issue, next] = [stages[index], stages[index + 1]]
        if (!issue || !next) return false
        const heard = told(recorded, issue, next, context).map(({ member }) => member)
        return mustHear(recorded, issue, next, context).every(
          id => id === memberBy(recorded) || !context.members.get(id)?.active || heard.includes(id),
        )
      }),
  },
]

/** Sentence by sentence: who is told of what (Rules 3, 4, 7, 8, 10, 13 to 16, 18, 24 and 26). */
function mustHear({ event }: Recorded, before: Issue, after: Issue, context: Context): string[] {
  const mine = [owner(after), ...(cover(after) ? [cover(after) ?? ''] : [])]
  const { handoff, escalation } = before
  const receiver = handoff && 'receiver' in handoff ? [handoff.receiver] : []
  switch (event.type) {
    case 'CustomerWrote':
    case 'CustomerCalled': {
      const introduced = handoff?.state === 'introduced' ? receiver : []
      const champion = escalation?.state === 'answered' ? [escalation.champion] : []
      return [...mine, ...introduced, ...champion]
    }
    case 'CustomerRated':
      return event.choice === 'badly' && before.rating?.choice !== 'badly'
        ? [...mine, ...supervisorsOf(owner(after), context)]
        : []
    case 'HandoffExpired':
    case 'PromiseBroken':
    case 'AssistFellSilent':
      return [...mine, ...supervisorsOf(owner(after), context)]
    case 'HandoffFellThrough':
      return [...mine, ...receiver, ...supervisorsOf(owner(after), context)]
    case 'LookedBack':
      return [event.giver, ...(event.moved ? [] : supervisorsOf(event.giver, context))]
    case 'ContactBounced':
    case 'PromiseUnkept':
    case 'HandoffAccepted':
    case 'HandoffDeclined':
    case 'ResolutionConfirmed':
    case 'ResolutionDenied':
    case 'IssueReopened':
    case 'EscalationRaised':
      return mine
    case 'OwnershipMoved':
      return event.way === 'takeover' || event.way === 'claim' ? [event.from, event.to] : []
    case 'HandoffWithdrawn':
      return event.because === 'left' ? mine : receiver
    case 'HuddleCalled':
      return [event.giver, event.receiver, ...(event.third === null ? [] : [event.third])]
    case 'CoverAsked':
      return [event.member]
    case 'RungCalled':
    case 'LastResortCalled':
      return [...event.called]
    case 'EscalationStoodDown':
      return escalation?.raises.flatMap(({ by }) => (by.kind === 'member' ? [by.id] : [])) ?? []
    default:
      return []
  }
}

/** The supervisors of a person; where there is none other than themselves, the admins. */
function supervisorsOf(id: string, context: Context): string[] {
  const others = [...context.members.values()].filter(other => other.id !== id && supervises(other.id, id, context))
  const supervisors = others.filter(({ role }) => role === 'supervisor')
  return (supervisors.length > 0 ? supervisors : others).map(other => other.id)
}
