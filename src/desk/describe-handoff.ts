import type { HandoffAnswer, HuddleAnswer, MemberRef, TeamRef } from '../contract/answers.ts'
import type { MemberId, TeamId, WordsId } from '../core/context.ts'
import type { Handoff, Receiver } from '../core/handoff/handoff.ts'
import type { Huddle } from '../core/handoff/huddle.ts'
import type { Live } from '../core/handoff/live.ts'
import { limitOf } from './effects.ts'

/** How people, teams and texts are named in an answer. */
export type Names = {
  member: (id: MemberId) => MemberRef
  team: (id: TeamId) => TeamRef
  text: (id: WordsId) => string
}

/** Rules 6 to 9: the last handoff with its words, as the API answers it. */
export function describeHandoff(handoff: Handoff, names: Names): HandoffAnswer {
  const { member, text } = names
  const { id, state, giver, to, brief, offeredAt } = handoff
  const accepted = 'readBack' in handoff ? handoff : null
  const introduced = 'introduction' in handoff ? handoff : null
  return {
    id,
    state,
    giver: member(giver),
    to: receiverRef(to, names),
    receiver: accepted && member(accepted.receiver),
    brief: {
      problem: text(brief.problem),
      diagnosis: text(brief.diagnosis),
      tried: text(brief.tried),
      why: text(brief.why),
      asked: text(brief.asked),
      told: text(brief.told),
      callback: brief.callback && text(brief.callback),
    },
    offeredAt,
    limit: limitOf(handoff),
    readBack: accepted && {
      words: text(accepted.readBack),
      nextStep: text(accepted.nextStep),
      due: accepted.due,
      moves: [...accepted.moves],
    },
    live: handoff.state === 'live' ? describeLive(handoff.live) : null,
    how: introduced?.how ?? null,
    introducedAt: introduced?.introducedAt ?? null,
    metAt: handoff.state === 'met' ? handoff.metAt : null,
    objectedAt: handoff.state === 'met' ? handoff.objectedAt : null,
    decline: handoff.state === 'declined' ? declineOf(handoff, text, member) : null,
  }
}

function declineOf(
  handoff: Extract<Handoff, { state: 'declined' }>,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
): HandoffAnswer['decline'] {
  return { by: member(handoff.by), reason: handoff.reason, suggestion: handoff.suggestion && text(handoff.suggestion) }
}

/** To whom something goes, with their name. */
export const receiverRef = (to: Receiver, { member, team }: Pick<Names, 'member' | 'team'>): HandoffAnswer['to'] =>
  to.kind === 'member' ? { member: member(to.member) } : { team: team(to.team) }

function describeLive(live: Live): NonNullable<HandoffAnswer['live']> {
  const { channel, state, until } = live
  const seen = live.state === 'gathering' ? live.seen : {}
  return {
    channel,
    state,
    until,
    seen: { giver: seen.giver ?? null, receiver: seen.receiver ?? null, customer: seen.customer ?? null },
    missing: live.state === 'interrupted' ? [...live.missing] : [],
    callback: live.state === 'interrupted' ? live.promise : null,
  }
}

/** Rule 11: the last huddle: who settles it, by when, and what they have decided. */
export function describeHuddle(huddle: Huddle, names: Names): HuddleAnswer {
  const { member, text } = names
  const { id, state, with: to, giver, receiver, third, calledAt, calledBy, due } = huddle
  const maybe = (other: MemberId | null): MemberRef | null => (other === null ? null : member(other))
  return {
    id,
    state,
    with: receiverRef(to, names),
    giver: member(giver),
    receiver: member(receiver),
    third: maybe(third),
    calledAt,
    calledBy: maybe(calledBy),
    due,
    lateAt: huddle.state === 'called' ? huddle.lateAt : null,
    decided:
      huddle.state === 'settled'
        ? { at: huddle.at, by: maybe(huddle.by), owner: member(huddle.owner), why: text(huddle.why) }
        : null,
  }
}
