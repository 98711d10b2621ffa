import type { Actor, MemberId, WordsId } from '../context.ts'
import type { Issue } from '../issue/issue.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** Number of a kudos within its issue, counted from 1. */
export type KudosId = number

/** Rule 30: thanks to somebody for a moment in an issue: a message, a call. */
export type Kudos = {
  id: KudosId
  for: MemberId
  moment: WordsId
  words: WordsId | null
  by: Actor
  at: Instant
}

export type KudosEvent =
  | { type: 'KudosGiven'; kudos: KudosId; for: MemberId; moment: WordsId; words: WordsId | null }
  | { type: 'KudosTakenBack'; kudos: KudosId }

/** `moment`: the message or call that it is for, one of this issue. */
export type GiveKudos = { type: 'GiveKudos'; for: MemberId; moment: WordsId; words: WordsId | null }
export type TakeBackKudos = { type: 'TakeBackKudos'; kudos: KudosId }

/** For how long one's own thanks can be taken back: a day, in real time. */
const regretMinutes = 24 * 60

/** Rule 30: customers and colleagues thank; nobody thanks themselves, and for one moment once. */
export function giveKudos(turn: Turn, command: GiveKudos): Refusal | undefined {
  const { issue, context } = turn
  const { by } = context
  const stranger = refuseStranger(turn)
  if (stranger) return stranger
  if (!context.members.has(command.for)) return refuse('no_such_member', { member: command.for })
  if (by.kind === 'member' && by.id === command.for) return refuse('own_kudos', {})
  const same = issue.kudos.find(
    other => isBy(other, by) && other.for === command.for && other.moment === command.moment,
  )
  if (same) return refuse('already_thanked', { member: command.for })
  const kudos = issue.kudosGiven + 1
  record(turn, { type: 'KudosGiven', kudos, for: command.for, moment: command.moment, words: command.words })
}

/** Rule 30: one's own thanks can be taken back within a day. */
export function takeBackKudos(turn: Turn, { kudos }: TakeBackKudos): Refusal | undefined {
  const stranger = refuseStranger(turn)
  if (stranger) return stranger
  const given = turn.issue.kudos.find(({ id }) => id === kudos)
  if (!given) return refuse('no_such_kudos', { kudos })
  if (!isBy(given, turn.context.by)) return refuse('not_your_kudos', {})
  const until = plusMinutes(given.at, regretMinutes)
  if (until <= turn.context.now) return refuse('kudos_stand', { until })
  record(turn, { type: 'KudosTakenBack', kudos })
}

/** Members thank on every issue, customers on their own. */
function refuseStranger(turn: Turn): Refusal | undefined {
  const { by } = turn.context
  if (by.kind === 'customer') return by.id === turn.issue.customer ? undefined : refuse('not_this_customer', {})
  return actingMember(turn) ? undefined : refuse('not_a_member', {})
}

const isBy = ({ by: giver }: Kudos, by: Actor): boolean =>
  giver.kind !== 'desk' && giver.kind === by.kind && giver.id === by.id

export function evolveKudos(issue: Issue, event: KudosEvent, at: Instant, by: Actor): Issue {
  if (event.type === 'KudosTakenBack') return { ...issue, kudos: issue.kudos.filter(({ id }) => id !== event.kudos) }
  const { kudos: id, for: thanked, moment, words } = event
  return { ...issue, kudos: [...issue.kudos, { id, for: thanked, moment, words, by, at }], kudosGiven: id }
}
