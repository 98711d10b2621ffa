import type { IssueAnswer, PortalAnswer } from '../contract/answers.ts'

/** Rule 9: who is brought together with the customer now, and whether the page has said that they are here. */
export function liveOf({ handoff }: IssueAnswer): PortalAnswer['live'] {
  if (!handoff?.live || !handoff.receiver) return null
  const { giver, receiver } = handoff
  const { channel, state, until, seen } = handoff.live
  const here = [...(seen.giver ? [giver] : []), ...(seen.receiver ? [receiver] : [])]
  return { channel, state, until, giver, receiver, here, youAreSeen: seen.customer !== null }
}

/** Rule 9: the meeting on the phone of which the customer was told, and whether they may say that it was none. */
export function meetingOf({ handoff, phase }: IssueAnswer): PortalAnswer['meeting'] {
  if (handoff?.how !== 'phone' || !handoff.metAt || !handoff.receiver) return null
  const { giver, receiver, metAt: at, objectedAt } = handoff
  return { giver, receiver, at, objectedAt, mayObject: objectedAt === null && phase !== 'closed' }
}
