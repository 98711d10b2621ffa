import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { IssueAnswer, KindAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { KindId } from '../core/context.ts'
import { configurationOf } from '../store/configuration.ts'
import { type Connection, inTransaction } from '../store/database.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import { dropKind, putKind } from '../store/kinds.ts'
import { readNow } from '../store/now.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'

/** The kinds of issue that the workspace tells apart, by name; also those that it gave up (Rule 28). */
export async function readKinds(desk: Desk): Promise<KindAnswer[]> {
  const { kinds } = await configurationOf(desk.database, desk.workspace)
  return [...kinds.values()]
}

/** Adds a kind, or takes one up again that was given up. */
export async function addKind(
  desk: Desk,
  caller: Caller,
  { name }: z.output<typeof asked.addKind>,
): Promise<Outcome<KindAnswer[]>> {
  await inTransaction(desk.database, async connection => {
    const id = await putKind(connection, desk.workspace, { id: randomUUIDv7(), name: name.trim() })
    await log(connection, desk, caller, 'KindAdded', id)
  })
  return { answer: await readKinds(desk) }
}

/** Gives a kind up: it is chosen no more, and stays with the issues that have it. */
export async function giveUpKind(desk: Desk, caller: Caller, kind: KindId): Promise<Outcome<KindAnswer[]>> {
  const isGivenUp = await inTransaction(desk.database, async connection => {
    const isThere = await dropKind(connection, desk.workspace, kind)
    if (isThere) await log(connection, desk, caller, 'KindGivenUp', kind)
    return isThere
  })
  return isGivenUp ? { answer: await readKinds(desk) } : { missing: 'There is no such kind to give up.' }
}

async function log(connection: Connection, desk: Desk, caller: Caller, type: string, id: KindId): Promise<void> {
  const at = await readNow(connection, desk.workspace)
  const { by, from } = caller
  await logDeskEvent(connection, desk.workspace, { about: 'kind', id, type, at, by, from, data: {} })
}

/** Says of which kind an issue is (Rule 28). */
export const setKind = (
  desk: Desk,
  caller: Caller,
  number: number,
  { kind }: z.output<typeof asked.setKind>,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'SetKind', kind }))
