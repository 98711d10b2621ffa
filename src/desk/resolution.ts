import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write, writeIfAny, writePromise } from './draft.ts'
import { sayTime } from './times.ts'
import { tellCustomer } from './to-customer.ts'

/** Rule 17: what was wrong, what was done, and how it shows that it holds, are put to the customer. */
export function proposeResolution(
  desk: Desk,
  caller: Caller,
  number: number,
  { wrong, done, holds, watch, channel, message: body, keeps, promise }: z.output<typeof asked.proposeResolution>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    const { name } = sight.issue.customer
    const { zone } = sight.configuration.calendar
    const dates = watch.map(({ due }) => sayTime(due, zone))
    const said = tellCustomer(sight, caller, channel, body ?? proposalLetter(name, { wrong, done, holds }, dates))
    if ('refusal' in said) return said
    const { draft } = sight
    return {
      type: 'ProposeResolution',
      wrong: write(draft, wrong),
      done: write(draft, done),
      holds: write(draft, holds),
      watch: watch.map(({ due, what }) => ({ due, what: writeIfAny(draft, what) })),
      channel,
      message: said.message,
      keeps,
      promise: writePromise(draft, promise),
    }
  })
}

function proposalLetter(
  name: string,
  { wrong, done, holds }: Record<'wrong' | 'done' | 'holds', string>,
  dates: readonly string[],
): string {
  const checks = dates.length > 0 ? [`We will look again whether it holds: ${dates.join(', ')}.`] : []
  return [
    `Hello ${name},`,
    `What was wrong: ${wrong}`,
    `What we did: ${done}`,
    `How it shows that it holds: ${holds}`,
    ...checks,
    'Is it solved for you?',
  ].join('\n\n')
}

/** Rule 18: the owner logs with which words the customer confirmed. */
export const confirmResolution = (
  desk: Desk,
  caller: Caller,
  number: number,
  { heard: { how, words } }: z.output<typeof asked.confirmResolution>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'ConfirmResolution', heard: { how, words: write(draft, words) } }))

/** Rule 18: the owner logs with which words the customer denied. */
export const denyResolution = (
  desk: Desk,
  caller: Caller,
  number: number,
  { words }: z.output<typeof asked.denyResolution>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'DenyResolution', words: writeIfAny(draft, words) }))

/** Rules 20 and 21: a check has found that it is back. */
export const findRecurrence = (
  desk: Desk,
  caller: Caller,
  number: number,
  { words }: z.output<typeof asked.findRecurrence>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'FindRecurrence', words: write(draft, words) }))

/** Rules 5 and 18 to 20. */
export const closeIssue = (desk: Desk, caller: Caller, number: number): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ issue: { reachable } }) => ({ type: 'CloseIssue', reachable }))
