import type { Command } from '../commands.ts'
import { type CustomerId, hasSeat } from '../context.ts'
import { type Issue, isClosed } from '../issue/issue.ts'
import { actingSupervisor, mayWrite, ownerId } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { mergedInto, type Numbered } from '../resolution/merge.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** What speaks for a stranger being somebody known: a name, where they write from, or what they mention. */
export type Likeness = 'name' | 'organization' | 'domain' | 'phone' | 'issue'

/** A known customer who a stranger may be. Addresses can be forged: nothing follows before a person says so (Scenario 5). */
export type Lookalike = { customer: CustomerId; why: readonly Likeness[] }

export type CustomerEvent =
  /** "Is this Ana?" */
  | { type: 'LookalikesFound'; lookalikes: readonly Lookalike[] }
  | { type: 'LookalikeDismissed'; customer: CustomerId }
  | { type: 'CustomerRecognized'; customer: CustomerId }
  /** Two records were one person: the issue is the other record's from now on. `merge` names the act that did it. */
  | { type: 'CustomerMerged'; merge: string; from: CustomerId; into: CustomerId }
  | { type: 'CustomerUnmerged'; merge: string; from: CustomerId; into: CustomerId }
  /** What people wrote on it is gone, by law; that it happened stays (Rule 33). */
  | { type: 'WordsErased' }

export type RecognizeCustomer = { type: 'RecognizeCustomer'; customer: CustomerId }
export type DismissLookalike = { type: 'DismissLookalike'; customer: CustomerId }
export type MergeCustomer = { type: 'MergeCustomer'; merge: string; from: CustomerId; into: CustomerId }
export type UnmergeCustomer = { type: 'UnmergeCustomer'; merge: string; from: CustomerId; into: CustomerId }
export type EraseWords = { type: 'EraseWords' }

/** Scenario 5: the owner, or who acts beside them, says who it is; the records are merged with that. */
export function recognize(turn: Turn, { customer }: RecognizeCustomer): Refusal | undefined {
  const mayNot = ownersSide(turn)
  if (mayNot) return mayNot
  if (customer === turn.issue.customer) return refuse('same_customer', {})
  record(turn, { type: 'CustomerRecognized', customer })
}

/** Scenario 5: it is somebody else; nobody is asked again. */
export function dismiss(turn: Turn, { customer }: DismissLookalike): Refusal | undefined {
  const mayNot = ownersSide(turn)
  if (mayNot) return mayNot
  if (!turn.issue.isThis.some(other => other.customer === customer)) return refuse('not_proposed', {})
  record(turn, { type: 'LookalikeDismissed', customer })
}

const ownersSide = (turn: Turn): Refusal | undefined =>
  mayWrite(turn) || actingSupervisor(turn) ? undefined : refuse('not_owner', { owner: ownerId(turn) })

/** One customer, one record: anybody with a seat may merge, since it can be undone. Who confirms follows (Rule 18). */
export const mergeCustomer = (turn: Turn, { merge, from, into }: MergeCustomer): Refusal | undefined =>
  moveTo(turn, from, { type: 'CustomerMerged', merge, from, into })

/** Puts back what the merge moved. */
export const unmergeCustomer = (turn: Turn, { merge, from, into }: UnmergeCustomer): Refusal | undefined =>
  moveTo(turn, into, { type: 'CustomerUnmerged', merge, from, into })

/**
 * Scenario 5: why two records don't part. An issue that would go back is merged with one that stays: the words of both are
 * read there, and each customer would read the other's (Rule 22).
 */
export function refuseToPart(goesBack: readonly Numbered[]): Refusal | undefined {
  const numbers = goesBack.map(({ number }) => number)
  const tied = goesBack.filter(({ issue }) => {
    const into = mergedInto(issue)
    const others = [...(into === null ? [] : [into]), ...issue.merged.map(({ issue: other }) => other)]
    return others.some(other => !numbers.includes(other))
  })
  return tied.length === 0 ? undefined : refuse('issues_merged', { issues: tied.map(({ number }) => number) })
}

function moveTo(
  turn: Turn,
  expected: CustomerId,
  event: Extract<CustomerEvent, { type: 'CustomerMerged' | 'CustomerUnmerged' }>,
): Refusal | undefined {
  const member = actingMember(turn)
  if (!member || !hasSeat(member)) return refuse('no_seat', { member: member?.id ?? null })
  if (turn.issue.customer !== expected) return refuse('different_customers', {})
  record(turn, event)
}

/** Rule 33: a customer's words are erased by law, never the events; not while somebody still waits for us. */
export function eraseWords(turn: Turn, _command: EraseWords): Refusal | undefined {
  if (actingMember(turn)?.role !== 'admin') return refuse('not_admin', {})
  if (!isClosed(turn.issue)) return refuse('still_open', {})
  record(turn, { type: 'WordsErased' })
}

/** What is only put on record, and brings no words of people. */
const wordless: readonly Command['type'][] = ['ReportAssistBounce', 'ReportBounce', 'ReceiveMachineMail']

/** Rule 33: nothing is done any more on an issue whose words were erased before. */
export const refuseErased = ({ erasedAt }: Issue, { type }: Command): Refusal | undefined =>
  erasedAt === null || wordless.includes(type) ? undefined : refuse('erased', {})

export function evolveCustomer(issue: Issue, event: CustomerEvent, at: Instant): Issue {
  switch (event.type) {
    case 'LookalikesFound':
      return { ...issue, isThis: event.lookalikes }
    case 'LookalikeDismissed':
      return { ...issue, isThis: issue.isThis.filter(({ customer }) => customer !== event.customer) }
    case 'CustomerRecognized':
      return { ...issue, isThis: [] }
    case 'CustomerMerged':
      return { ...issue, customer: event.into, isThis: [] }
    case 'CustomerUnmerged':
      return { ...issue, customer: event.from }
    case 'WordsErased':
      return { ...issue, erasedAt: at, isThis: [], unplaced: [] }
  }
}
