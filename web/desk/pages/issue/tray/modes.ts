import type { IssueAnswer } from '../../../../../src/contract/answers.ts'

/** What the tray at the end of the conversation is for just now. */
export type Mode =
  | 'customer'
  | 'note'
  | 'call'
  | 'solved'
  | 'yes'
  | 'no'
  | 'takeover'
  | 'stand_down'
  | 'diagnosis'
  | { move: number }

/** What the reader most likely writes here: to the customer where they may, else a note. */
export const usualMode = ({ may }: IssueAnswer): Mode =>
  may.includes('write') || may.includes('greet') ? 'customer' : 'note'

/** Whether what was chosen is still possible, as the issue stands now. */
export function isPossible(mode: Mode, { may, promises }: IssueAnswer): boolean {
  if (typeof mode === 'object')
    return may.includes('write') && promises.some(({ id, state }) => id === mode.move && state === 'open')
  switch (mode) {
    case 'customer':
      return may.includes('write') || may.includes('greet')
    case 'note':
      return may.includes('note')
    case 'call':
      return may.includes('log_call')
    case 'solved':
      return may.includes('propose')
    case 'yes':
      return may.includes('confirm')
    case 'no':
      return may.includes('deny')
    case 'takeover':
      return may.includes('takeover')
    case 'stand_down':
      return may.includes('stand_down')
    case 'diagnosis':
      return true
  }
}
