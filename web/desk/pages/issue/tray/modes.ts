import type { IssueAnswer } from '../../../../../src/contract/answers.ts'

/** What the tray at the end of the conversation is for just now. */
export type Mode =
  | 'customer'
  | 'note'
  | 'call'
  | 'solved'
  | 'yes'
  | 'no'
  | 'diagnosis'
  | 'takeover'
  | 'raise'
  | 'take_alarm'
  | 'outcome'
  | 'stand_down'
  | 'ask_assist'
  | 'huddle'
  | 'look_after'
  | 'decline_cover'
  | 'grant'
  | 'cannot_fix'
  | 'refuse_cannot_fix'
  | 'tell_cannot_fix'
  | 'cause'
  | 'pass_on'
  | 'spam'
  | 'merge'
  | 'tell_owner'
  /** About one of several: a promise, an assist, a concession, a step of the checklist. */
  | About

type About =
  | { move: number }
  | { introduce: number }
  | { withdraw: number }
  | { answer: number }
  | { tell: number }
  | { refuse: number }
  | { review: number }
  | { excuse: number }

type May = IssueAnswer['may'][number]

/** To the customer where the reader may, else a note. */
export const usualMode = ({ may }: IssueAnswer): Mode =>
  may.includes('write') || may.includes('greet') ? 'customer' : 'note'

/** What must be allowed for a mode: one of these. */
const needs: Record<Extract<Mode, string>, readonly May[]> = {
  customer: ['write', 'greet'],
  note: ['note'],
  call: ['log_call'],
  solved: ['propose'],
  yes: ['confirm'],
  no: ['deny'],
  diagnosis: ['note'],
  takeover: ['takeover'],
  raise: ['raise'],
  take_alarm: ['take_alarm'],
  outcome: ['tell_outcome'],
  stand_down: ['stand_down'],
  ask_assist: ['ask_assist'],
  huddle: ['settle_huddle'],
  look_after: ['look_after'],
  decline_cover: ['decline_cover'],
  grant: ['grant'],
  cannot_fix: ['ask_cannot_fix'],
  refuse_cannot_fix: ['answer_cannot_fix'],
  tell_cannot_fix: ['tell_cannot_fix'],
  cause: ['note'],
  pass_on: ['write'],
  spam: ['mark_spam'],
  merge: ['merge'],
  tell_owner: ['tell'],
}

/** Whether what was chosen is still possible, as the issue stands now. */
export function isPossible(mode: Mode, issue: IssueAnswer): boolean {
  if (typeof mode === 'object') return isStillThere(mode, issue)
  return needs[mode].some(act => issue.may.includes(act))
}

function isStillThere(mode: About, { may, promises, assists, concessions, checklist }: IssueAnswer): boolean {
  if ('move' in mode)
    return may.includes('write') && promises.some(({ id, state }) => id === mode.move && state === 'open')
  if ('refuse' in mode) return may.includes('decide_approval') && concessions.some(({ id }) => id === mode.refuse)
  if ('review' in mode) return may.includes('review_concession') && concessions.some(({ id }) => id === mode.review)
  if ('excuse' in mode)
    return may.includes('excuse_step') && checklist.some(step => step.lesson === mode.excuse && step.state === 'open')
  if ('tell' in mode) return may.includes('write') && assists.some(({ id }) => id === mode.tell)
  const assist = (id: number) => assists.find(other => other.id === id)?.may ?? []
  if ('introduce' in mode) return assist(mode.introduce).includes('introduce')
  if ('withdraw' in mode) return assist(mode.withdraw).includes('withdraw')
  return assist(mode.answer).some(act => act === 'touch' || act === 'return' || act === 'decline')
}
