import type { IssueAnswer, PortalAnswer } from '../contract/answers.ts'

type Alarm = PortalAnswer['escalation']

/** Scenario 54: whether somebody has answered the alarm, and who. */
export function openAlarmOf({ escalation }: IssueAnswer): Alarm['open'] {
  if (!escalation || escalation.state === 'stood_down') return null
  const { state, at, champion, raises } = escalation
  return { state, at, champion, yours: raises.some(({ by }) => by.kind === 'customer') }
}

/**
 * Rule 26: who saw the last alarm through. Its outcome is written for colleagues; what the customer was told of it is our last
 * word to them before its end, without which it could not have ended.
 */
export function overAlarmOf({ escalation }: IssueAnswer, messages: PortalAnswer['messages']): Alarm['over'] {
  const { champion, answeredAt, stoodDownAt } = escalation ?? {}
  if (!champion || !answeredAt || !stoodDownAt) return null
  const word = messages.findLast(({ from, at }) => from === 'us' && at >= answeredAt && at <= stoodDownAt)
  return { at: stoodDownAt, champion, message: word?.id ?? null }
}
