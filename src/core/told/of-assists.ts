import { whoAssists } from '../assist/assist.ts'
import { type Context, type MemberId, supervisorsOf } from '../context.ts'
import type { Recorded } from '../events.ts'
import { type Issue, owner } from '../issue/issue.ts'
import type { Told, Word } from './told.ts'

/** Rule 16: who is asked, what the owner hears of it, and that the supervisor hears of a silent one. */
export function ofAssist({ event, by }: Recorded, after: Issue, { members }: Context): Told[] {
  const mine = owner(after).member
  const assist = 'assist' in event ? after.assists[event.assist - 1] : undefined
  const tell = (word: Word, ...told: MemberId[]): Told[] => told.map(member => ({ member, word }))
  const assistants = assist ? whoAssists(after, assist, members) : []
  switch (event.type) {
    case 'AssistAsked':
      return tell('assist_asked', ...assistants)
    case 'AssistAccepted':
      return tell('assist_accepted', mine)
    case 'AssistDeclined':
      return tell('assist_declined', mine)
    case 'AssistTouched':
      return tell('assist_touched', mine)
    case 'AssistReturned':
      return [
        ...tell(event.moved ? 'assist_moved' : 'assist_not_moved', mine),
        ...(by.kind === 'desk' ? tell('assist_gone_back', ...assistants) : []),
      ]
    case 'AssistFellSilent':
      return [
        ...tell('assist_silent', mine, ...supervisorsOf(mine, members)),
        ...tell('assist_gone_back', ...assistants),
      ]
    case 'AssistWithdrawn':
      if (event.because === 'left') return tell('asked_left', mine)
      return tell('assist_withdrawn', ...assistants)
    case 'AssistMailBounced':
      return tell('assist_mail_bounced', mine)
    case 'AssistantIntroduced':
      return tell('assistant_introduced', ...assistants)
    case 'AssistantIntroductionUndone':
      return tell('assistant_introduction_undone', mine, ...assistants)
    default:
      return []
  }
}
