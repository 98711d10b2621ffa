import { receiveMessage } from '../contact/contact.ts'
import type { MemberId, WordsId } from '../context.ts'
import { isClosed } from '../issue/issue.ts'
import { promiseAnswer } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { reopen } from '../resolution/reopening.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { type AlarmFacts, isEscalated, raise } from './escalation.ts'

/** `message`: the customer's own words, when they raise it themselves. `reopensFor`: as for a message (Rule 21). */
export type RaiseEscalation = {
  type: 'RaiseEscalation'
  facts: AlarmFacts
  message: WordsId | null
  reopensFor: MemberId
}

/**
 * Rule 23: anyone in the company, and the customer, on behalf of the customer. A second raise joins the open alarm, and its
 * facts are added.
 */
export function raiseEscalation(turn: Turn, command: RaiseEscalation): Refusal | undefined {
  const cannot = turn.context.by.kind === 'customer' ? hearCustomer(turn, command) : hearMember(turn, command)
  if (cannot) return cannot
  const { escalation } = turn.issue
  if (escalation && isEscalated(turn.issue)) {
    record(turn, { type: 'EscalationJoined', escalation: escalation.id, facts: command.facts })
    return
  }
  raise(turn, 'asked_for', turn.context.now, command.facts)
}

/** What the customer writes is their word as any other: it lands with the owner, and a promise runs (Rules 3 and 12). */
function hearCustomer(turn: Turn, { message, reopensFor }: RaiseEscalation): Refusal | undefined {
  const { by } = turn.context
  if (by.kind !== 'customer' || by.id !== turn.issue.customer || message === null)
    return refuse('not_this_customer', {})
  return receiveMessage(turn, { type: 'ReceiveMessage', channel: 'portal', message, reopensFor })
}

/** Rule 21: what somebody of the company has heard from the customer of a closed issue opens it again. */
function hearMember(turn: Turn, { reopensFor }: RaiseEscalation): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (!isClosed(turn.issue)) return undefined
  const tooLate = reopen(turn, reopensFor)
  if (tooLate) return tooLate
  promiseAnswer(turn)
}
