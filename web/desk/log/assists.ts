import type { EventAnswer } from '../../../src/contract/answers.ts'
import { assistWords as words } from './words.ts'

/** One event of an assist (Rule 16) as a sentence: who did it, of whom it was asked, and for which customer. */
export function assistSentence(
  { type, by, data }: EventAnswer,
  who: string,
  of: string,
  customer: string,
): string | null {
  switch (type) {
    case 'AssistAsked':
      return words.asked(who, of, customer)
    case 'AssistAccepted':
      return words.accepted(who)
    case 'AssistDeclined':
      return words.declined(who)
    case 'AssistTouched':
      return data.moved ? words.step(who) : words.touched(who)
    case 'AssistReturned':
      if (by.kind === 'desk') return words.wentBack
      return data.moved ? words.moved(who) : words.notMoved(who)
    case 'AssistFellSilent':
      return words.silent
    case 'AssistWithdrawn':
      if (data.because === 'left') return words.left
      return data.because === 'ownership' ? words.ownsIt(who) : words.withdrawn(who)
    case 'AssistMailBounced':
      return words.mailBounced
    case 'AssistantIntroduced':
      return words.introduced(who, customer)
    case 'AssistantIntroductionUndone':
      return words.introductionUndone
    default:
      return null
  }
}
