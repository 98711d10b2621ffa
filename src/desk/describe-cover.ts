import type { CoverAnswer, MemberRef } from '../contract/answers.ts'
import type { MemberId, WordsId } from '../core/context.ts'
import type { Cover } from '../core/cover/cover.ts'

/** A cover of an issue, with the names of people and the words that they wrote (Rule 15). */
export function describeCover(
  cover: Cover,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
): CoverAnswer {
  const { id, absence, absent, from, until, state, askedAt } = cover
  return {
    id,
    absence,
    absent: member(absent),
    member: member(cover.member),
    from,
    until,
    state,
    askedAt,
    suggestion: cover.state === 'declined' && cover.suggestion ? text(cover.suggestion) : null,
    because: cover.state === 'over' ? cover.because : null,
  }
}
