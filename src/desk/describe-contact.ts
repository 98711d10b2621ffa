import type { LookalikeAnswer, MemberRef, UnplacedAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { SeenIssue } from '../store/issue-read.ts'

/** Contacts that wait for somebody to say which of the customer's open issues they are about (Rule 3). */
export const describeUnplaced = (
  { state, others }: Pick<SeenIssue, 'state' | 'others'>,
  member: (id: MemberId) => MemberRef,
): UnplacedAnswer[] =>
  state.unplaced.map(({ contact, message, channel, at, takenBy }) => ({
    contact,
    message,
    channel,
    at,
    takenBy: takenBy === null ? null : member(takenBy),
    among: others.map(({ number, subject, owner }) => ({ number, subject, owner: member(owner) })),
  }))

/** Known customers who this one may be, and what speaks for it (Scenario 5). */
export const describeLookalikes = ({ state, lookalikes }: Pick<SeenIssue, 'state' | 'lookalikes'>): LookalikeAnswer[] =>
  state.isThis.flatMap(({ customer, why }) => {
    const known = lookalikes.find(({ id }) => id === customer)
    if (!known) return []
    const { open, ...ref } = known
    return [{ customer: ref, why: [...why], open }]
  })
