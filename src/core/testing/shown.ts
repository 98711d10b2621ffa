import type { Command } from '../commands.ts'
import type { Context, Member } from '../context.ts'
import { decide } from '../decide.ts'
import { mayLookAfter, stalls } from '../handoff/look-back.ts'
import { type Issue, owner } from '../issue/issue.ts'
import { type May, type MayAssist, may, mayAssist } from '../may.ts'

/** Of each act a command whose refusal depends on nothing that is said with it; null: on that it does depend. */
type Asks = (issue: Issue, member: string, context: Context) => Command
const acts: Record<May, Asks | null> = {
  write: null,
  log_call: null,
  offer: null,
  accept: null,
  introduce: null,
  greet: null,
  call_huddle: null,
  ask_assist: null,
  propose: null,
  confirm: null,
  close: null,
  raise: null,
  merge: null,
  unmerge: null,
  stand_down: null,
  grant: null,
  decide_approval: ({ concessions }) => ({
    type: 'RefuseConcession',
    concession: concessions.find(({ state }) => state === 'waiting')?.id ?? 0,
    why: 'w',
  }),
  review_concession: ({ concessions }) => {
    const unseen = concessions.find(one => 'review' in one && one.review === null)
    return { type: 'ReviewConcession', concession: unseen?.id ?? 0, learned: 'w' }
  },
  claim: () => ({ type: 'Claim' }),
  takeover: () => ({ type: 'TakeOver', reason: 'w' }),
  acknowledge: ({ escalation }) => ({ type: 'AcknowledgeEscalation', escalation: escalation?.id ?? 0 }),
  take_alarm: ({ escalation }) => ({ type: 'TakeEscalation', escalation: escalation?.id ?? 0, reason: 'w' }),
  tell_outcome: ({ escalation }) => ({ type: 'TellOutcome', escalation: escalation?.id ?? 0, outcome: 'w' }),
  note: () => ({ type: 'WriteNote', message: 'w' }),
  tell: () => ({ type: 'TellOwner', message: 'w' }),
  place: ({ unplaced }, member) => {
    const mine = unplaced.find(({ takenBy }) => takenBy === member) ?? unplaced[0]
    return { type: 'PlaceContact', message: mine?.message ?? 'w', into: null }
  },
  say_who: ({ isThis }) => ({ type: 'DismissLookalike', customer: isThis[0]?.customer ?? 'nobody' }),
  withdraw: ({ handoff }) => ({ type: 'WithdrawHandoff', handoff: handoff?.id ?? 0, message: 'w' }),
  decline: ({ handoff }) => ({
    type: 'DeclineHandoff',
    handoff: handoff?.id ?? 0,
    reason: 'no_capacity',
    suggestion: null,
  }),
  deny: () => ({ type: 'DenyResolution', words: 'w' }),
  accept_cover: (issue, member) => ({ type: 'AcceptCover', cover: coverOf(issue, member, ['asked']), mails: true }),
  decline_cover: (issue, member) => ({
    type: 'DeclineCover',
    cover: coverOf(issue, member, ['asked', 'accepted', 'in_force']),
    suggestion: null,
  }),
  say_present: ({ handoff }) => ({ type: 'SayPresent', handoff: handoff?.id ?? 0 }),
  report_disconnect: ({ handoff }) => ({ type: 'ReportDisconnect', handoff: handoff?.id ?? 0 }),
  settle_huddle: issue => ({ type: 'SettleHuddle', owner: owner(issue).member, why: 'w', message: null }),
  look_after: (issue, member, context) => {
    const standing = stalls(issue)
    const theirs = standing.find(stall => mayLookAfter({ issue, context }, stall, member)) ?? standing[0]
    return { type: 'LookAfter', handoff: theirs?.handoff ?? 0, how: 'w' }
  },
  set_kind: () => ({ type: 'SetKind', kind: 'bill' }),
  mark_step: () => ({ type: 'MarkStep', lesson: 2, as: { state: 'done' } }),
  excuse_step: () => ({ type: 'MarkStep', lesson: 2, as: { state: 'excused', why: 'w' } }),
  thank: (_, member) => ({ type: 'GiveKudos', for: member === 'gone' ? 'ben' : 'gone', moment: 'w', words: null }),
  recurred: () => ({ type: 'FindRecurrence', words: 'w' }),
  ask_cannot_fix: () => ({ type: 'AskCannotFix', reason: 'w', alternative: 'w' }),
  answer_cannot_fix: () => ({ type: 'AgreeCannotFix' }),
  tell_cannot_fix: () => ({ type: 'TellCannotFix', channel: 'email', message: 'w', keeps: 'all', promise: null }),
  mark_spam: () => ({ type: 'MarkSpam', why: 'w' }),
  decide_match: ({ matches }) => ({ type: 'DismissMatch', issue: matches[0]?.issue ?? 0 }),
  clear_spam: (issue, member, { members }) => {
    const last = owner(issue).member
    return { type: 'ClearSpam', restoresFor: members.get(last)?.active ? last : member }
  },
}

/** The same for one assist of an issue (Rule 16). */
const assistActs: Record<MayAssist, ((assist: number) => Command) | null> = {
  write: null,
  accept: assist => ({ type: 'AcceptAssist', assist }),
  decline: assist => ({ type: 'DeclineAssist', assist, reason: 'w' }),
  touch: assist => ({ type: 'TouchAssist', assist, note: 'w', moved: true }),
  return: assist => ({ type: 'ReturnAssist', assist, moved: true, result: 'w' }),
  withdraw: assist => ({ type: 'WithdrawAssist', assist, message: 'w' }),
  introduce: assist => ({ type: 'IntroduceAssistant', assist, message: 'w', keeps: [] }),
}

const coverOf = ({ covers }: Issue, member: string, states: readonly string[]): string =>
  covers.find(cover => cover.member === member && states.includes(cover.state))?.id ?? 'none'

/**
 * A screen shows an act to a member exactly when it would be accepted: what it shows wrongly, or does not. The checklist
 * asks for the step of lesson 2 with a bill.
 */
export function shownWrongly(issue: Issue, member: Member, context: Context): string[] {
  const isAccepted = (command: Command): boolean => !('refusal' in decide(issue, command, context))
  const differs = (act: string, shown: boolean, command: Command | undefined): string[] =>
    !command || isAccepted(command) === shown ? [] : [`${member.id} ${shown ? 'sees' : 'does not see'} ${act}`]
  const ofAssists = issue.assists.flatMap(assist => {
    const shown: readonly string[] = mayAssist(issue, assist, member)
    return Object.entries(assistActs).flatMap(([act, command]) =>
      differs(`${act} of assist ${assist.id}`, shown.includes(act), command?.(assist.id)),
    )
  })
  const shown: readonly string[] = may(issue, member, context)
  if (member.role === 'colleague') return ofAssists
  const ofIssue = Object.entries(acts).flatMap(([act, command]) =>
    differs(act, shown.includes(act), command?.(issue, member.id, context)),
  )
  return [...ofAssists, ...ofIssue]
}
