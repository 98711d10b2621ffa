import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'

/** Rule 2: takes what arrived with nobody there, until the first reply. */
export const claim = (desk: Desk, caller: Caller, number: number): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, () => ({ type: 'Claim' }))

/** Rule 4: a supervisor takes over, with a reason. */
export const takeOver = (
  desk: Desk,
  caller: Caller,
  number: number,
  { reason }: z.output<typeof asked.takeover>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'TakeOver', reason: write(draft, reason) }))
