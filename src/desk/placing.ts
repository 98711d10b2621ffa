import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { Unplaced } from '../core/contact/placing.ts'
import type { WordsId } from '../core/context.ts'
import { holdIssues } from '../store/open-issues.ts'
import { moveMessage } from '../store/placing.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { together } from './together.ts'

/**
 * Rule 3: says which of the customer's issues a contact is about. When it is another one, the message goes there with its
 * thread, and both issues know; in one transaction, so that no word is lost or there twice.
 */
export function placeMessage(
  desk: Desk,
  caller: Caller,
  number: number,
  message: WordsId,
  { issue }: z.output<typeof asked.placeMessage>,
): Promise<Outcome<IssueAnswer>> {
  if (issue === number) return act(desk, caller, number, () => ({ type: 'PlaceContact', message, into: null }))
  return together(desk, caller, async ({ connection, caller: part }) => {
    await holdIssues(connection, desk.workspace, [number, issue])
    let unplaced: Unplaced | undefined
    let customer = ''
    const left = await act(
      desk,
      part,
      number,
      ({ issue: { state } }) => {
        unplaced = state.unplaced.find(other => other.message === message)
        customer = state.customer
        return { type: 'PlaceContact', message, into: issue }
      },
      connection,
    )
    if (!('answer' in left) || !unplaced) return left
    const { channel, at: spokeAt } = unplaced
    let contact = 0
    const taken = await act(
      desk,
      part,
      issue,
      ({ issue: { state } }) => {
        contact = state.contacts + 1
        return { type: 'TakePlacedContact', message, channel, from: number, spokeAt, customer }
      },
      connection,
    )
    if (!('answer' in taken)) return taken
    await moveMessage(connection, desk.workspace, { message, from: number, into: issue, contact })
    return left
  })
}
