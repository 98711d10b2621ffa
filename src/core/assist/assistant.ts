import { recordContact } from '../contact/contact.ts'
import type { MemberId, WordsId } from '../context.ts'
import type { ContactId, Issue } from '../issue/issue.ts'
import { ownerOnly } from '../issue/ownership.ts'
import { type Keeps, keepByContact } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { record, type Turn } from '../turn.ts'
import { type AssistId, assistOf, openAssists } from './assist.ts'

export type IntroduceAssistant = { type: 'IntroduceAssistant'; assist: AssistId; message: WordsId; keeps: Keeps }

/** Rule 3: whom the owner has introduced as an assistant. */
export const isIntroducedAssistant = (issue: Issue, member: MemberId | undefined): boolean =>
  issue.assists.some(assist => assist.state === 'introduced' && assist.assistant === member)

/** Rules 3 and 16: the owner introduces the assistant to the customer; until the assist is over both may write to them. */
export function introduceAssistant(turn: Turn, command: IntroduceAssistant): Refusal | undefined {
  const assist = assistOf(turn, command.assist)
  if (!assist) return refuse('no_such_assist', { assist: command.assist })
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (assist.state === 'introduced') return refuse('already_introduced', {})
  if (assist.state === 'asked') return refuse('not_accepted', { state: assist.state })
  if (assist.state !== 'accepted') return refuse('assist_over', { state: assist.state })
  const contact = recordContact(turn, 'email', command.message)
  keepByContact(turn, contact, command.keeps)
  record(turn, { type: 'AssistantIntroduced', assist: assist.id, contact })
}

/** Rule 3, as in Scenario 27: an introduction that came back has not happened. */
export function undoAssistantIntroduction(turn: Turn, contact: ContactId): void {
  for (const assist of openAssists(turn.issue)) {
    if (assist.state === 'introduced' && assist.introduction === contact)
      record(turn, { type: 'AssistantIntroductionUndone', assist: assist.id, contact })
  }
}
