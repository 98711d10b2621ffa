import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write, writeFact } from './draft.ts'

/** Rule 31: what is known is asked once. */
export const establishFact = (
  desk: Desk,
  caller: Caller,
  number: number,
  fact: z.output<typeof asked.establishFact>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'EstablishFact', ...writeFact(draft, fact) }))

/** Rule 6: understand first. */
export const recordDiagnosis = (
  desk: Desk,
  caller: Caller,
  number: number,
  { text }: z.output<typeof asked.recordDiagnosis>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'RecordDiagnosis', words: write(draft, text) }))
