import type { ChangeAnswer } from '../../../../src/contract/answers.ts'
import type { Fault } from '../../../ui/refusal.tsx'
import { changeOf, type DraftChange } from '../../lesson/draft.ts'
import { words as lessonWords } from '../../lesson/words.ts'
import { momentOf } from '../../when/use-when.ts'
import { type Act, words } from './words.ts'

/** What is written for a decision: whichever of it the act takes. */
export type DraftAct = {
  why: string
  days: string
  owner: string
  due: string
  answer: keyof typeof words.answers
  change: DraftChange
}

/** The command of an act. */
export const pathOf = (id: number, act: Act): string =>
  `/lessons/${id}/${act === 'keep' || act === 'change' || act === 'drop' ? 'decide' : act}`

/** What the command of an act takes, or what is missing. */
export async function bodyOf(
  act: Act,
  draft: DraftAct,
  type: ChangeAnswer['type'],
): Promise<{ body: object } | { fault: Fault }> {
  const why = draft.why.trim()
  if (act !== 'adopt' && why === '') return { fault: words.needsWords }
  const trialDays = draft.days.trim() === '' ? null : Number(draft.days)
  if (trialDays !== null && !(Number.isInteger(trialDays) && trialDays > 0)) return { fault: words.badDays }
  switch (act) {
    case 'adopt': {
      const due = type === 'request' && draft.due.trim() ? await momentOf(draft.due) : { at: null }
      return 'fault' in due ? due : { body: { trialDays, owner: draft.owner || null, due: due.at } }
    }
    case 'decline':
      return { body: { why } }
    case 'keep':
    case 'drop':
      return { body: { decision: act, why } }
    case 'answer':
      return { body: { done: draft.answer === 'done', words: why } }
    case 'change': {
      const due = draft.change.type === 'request' ? await momentOf(draft.change.due) : { at: null }
      if ('fault' in due) return due
      const change = changeOf(draft.change, due.at)
      return change ? { body: { decision: act, why, change, trialDays } } : { fault: lessonWords.incomplete }
    }
  }
}
