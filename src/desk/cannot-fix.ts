import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write, writePromise } from './draft.ts'
import { tellCustomer } from './to-customer.ts'

/** Rule 19: the owner asks a supervisor whether it can't be fixed, with the reason and an alternative. */
export const askCannotFix = (
  desk: Desk,
  caller: Caller,
  number: number,
  { reason, alternative }: z.output<typeof asked.askCannotFix>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({
    type: 'AskCannotFix',
    reason: write(draft, reason),
    alternative: write(draft, alternative),
  }))

/** Rule 19: a supervisor agrees. */
export const agreeCannotFix = (desk: Desk, caller: Caller, number: number): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, () => ({ type: 'AgreeCannotFix' }))

/** Rule 19: a supervisor does not agree, and says why. */
export const refuseCannotFix = (
  desk: Desk,
  caller: Caller,
  number: number,
  { why }: z.output<typeof asked.refuseCannotFix>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'RefuseCannotFix', why: write(draft, why) }))

/** Rule 19: the owner tells the customer the honest reason, and what is offered instead. */
export function tellCannotFix(
  desk: Desk,
  caller: Caller,
  number: number,
  { channel, message: body, keeps, promise }: z.output<typeof asked.tellCannotFix>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    const said = tellCustomer(sight, caller, channel, body ?? honestLetter(sight.issue))
    if ('refusal' in said) return said
    const { message } = said
    return { type: 'TellCannotFix', channel, message, keeps, promise: writePromise(sight.draft, promise) }
  })
}

function honestLetter({ state: { cannotFix }, words, customer: { name } }: SeenIssue): string {
  const { reason, alternative } = cannotFix ?? { reason: '', alternative: '' }
  return [
    `Hello ${name},`,
    "We have looked into it as far as we can, and we can't fix it. You should hear that from us, and why.",
    `The reason: ${words[reason] ?? ''}`,
    `What we offer you instead: ${words[alternative] ?? ''}`,
    'If that is no help, write back: it comes to the same person, and we go on from there.',
  ].join('\n\n')
}
