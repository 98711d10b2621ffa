import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'
import { reopensFor } from './reopening.ts'

/** Rule 22: spam closes without the rules of closing, with why. */
export const markSpam = (
  desk: Desk,
  caller: Caller,
  number: number,
  { why }: z.output<typeof asked.markSpam>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'MarkSpam', why: write(draft, why) }))

/** Rule 22: it was no spam, and is open again. */
export const clearSpam = (desk: Desk, caller: Caller, number: number): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ issue, configuration, now }) => ({
    type: 'ClearSpam',
    restoresFor: reopensFor(issue.state, configuration, now),
  }))
