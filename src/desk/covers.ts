import type { z } from 'zod'
import type { CoveringAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import type { CoverId } from '../core/cover/cover.ts'
import { refuse } from '../core/refusals.ts'
import { configurationOf } from '../store/configuration.ts'
import { type CoverRead, readAsking, readCoversBy, readRunning } from '../store/covers.ts'
import type { Connection } from '../store/database.ts'
import { numbersOf } from './absences.ts'
import { act } from './act.ts'
import { memberRef } from './describe.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { writeIfAny } from './draft.ts'
import { settleAbsences } from './going-away.ts'
import { rowsOf } from './issues.ts'
import { together } from './together.ts'

const noSuchAsking = { missing: 'Nobody asks for this cover.' } as const

/** Rule 15: what I am asked to cover, and what I cover, by begin. */
export async function readCovers(desk: Desk, member: MemberId): Promise<CoveringAnswer[]> {
  const covers = await readCoversBy(desk.database, desk.workspace, member)
  return describeCovers(desk, covers)
}

/** Rule 15: accepts to cover all of it, or some: the rest is declined, so that another can be asked at once. */
export const acceptCover = (
  desk: Desk,
  caller: Caller,
  id: CoverId,
  { issues }: z.output<typeof asked.acceptCover>,
): Promise<Outcome<CoveringAnswer>> =>
  answering(desk, caller, id, (asking, part, connection) => {
    const waiting = numbersOf(asking.filter(({ state }) => state === 'asked'))
    const taken = chosenOf(asking, issues, waiting)
    if (!taken) return null
    return numbersOf([...waiting, ...taken].map(number => ({ number }))).map(
      number => () =>
        taken.includes(number)
          ? acceptOne(desk, part, connection, number, id)
          : declineOne(desk, part, connection, number, id, null),
    )
  })

/** Rule 15: declining costs nothing, also of what was accepted: it is back where somebody must be found for it. */
export const declineCover = (
  desk: Desk,
  caller: Caller,
  id: CoverId,
  { issues, suggestion }: z.output<typeof asked.declineCover>,
): Promise<Outcome<CoveringAnswer>> =>
  answering(desk, caller, id, (asking, part, connection) => {
    const underWay = numbersOf(asking.filter(({ state }) => state !== 'over' && state !== 'declined'))
    const given = chosenOf(asking, issues, underWay)
    return given?.map(number => () => declineOne(desk, part, connection, number, id, suggestion))
  })

type Act = () => Promise<Outcome<unknown>>

/** Answers an asking on its issues, all in one transaction. `acts`: what to do on each; null: it names one that is none. */
async function answering(
  desk: Desk,
  caller: Caller,
  id: CoverId,
  acts: (asking: readonly CoverRead[], part: Caller, connection: Connection) => readonly Act[] | null | undefined,
): Promise<Outcome<CoveringAnswer>> {
  const done = await together(desk, caller, async ({ connection, caller: part }) => {
    const asking = await readAsking(connection, desk.workspace, id)
    if (asking.length === 0) return noSuchAsking
    const all = acts(asking, part, connection)
    if (!all) return { refusal: refuse('no_such_cover', {}) }
    for (const one of all) {
      const outcome = await one()
      if (!('answer' in outcome)) return outcome
    }
    await settleAbsences(desk, connection, part)
    return { answer: id }
  })
  return 'answer' in done ? describeAsking(desk, done.answer) : done
}

/** The issues that were named, or those that it would be about; when there are none, all, and the core says why not. */
function chosenOf(
  asking: readonly CoverRead[],
  named: readonly number[] | null,
  otherwise: readonly number[],
): number[] | null {
  const known = numbersOf(asking)
  if (named) return named.every(number => known.includes(number)) ? known.filter(one => named.includes(one)) : null
  return otherwise.length > 0 ? [...otherwise] : known
}

const acceptOne = (desk: Desk, part: Caller, connection: Connection, number: number, cover: CoverId) =>
  act(
    desk,
    part,
    number,
    ({ issue }) => ({ type: 'AcceptCover', cover, mails: issue.customer.email !== null }),
    connection,
  )

const declineOne = (
  desk: Desk,
  part: Caller,
  connection: Connection,
  number: number,
  cover: CoverId,
  suggestion: string | null,
) =>
  act(
    desk,
    part,
    number,
    ({ draft }) => ({ type: 'DeclineCover', cover, suggestion: writeIfAny(draft, suggestion) }),
    connection,
  )

async function describeAsking(desk: Desk, id: CoverId): Promise<Outcome<CoveringAnswer>> {
  const [answer] = await describeCovers(desk, await readAsking(desk.database, desk.workspace, id))
  return answer ? { answer } : noSuchAsking
}

async function describeCovers(desk: Desk, covers: readonly CoverRead[]): Promise<CoveringAnswer[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const numbers = numbersOf(covers)
  const issues = await rowsOf(desk, numbers)
  const promises = Map.groupBy(await readRunning(desk.database, desk.workspace, numbers), ({ number }) => number)
  return [...Map.groupBy(covers, ({ id }) => id)].flatMap(([id, ofAsking]) => {
    const [first] = ofAsking
    if (!first) return []
    const { absent, from, until } = first
    const states = new Map(ofAsking.map(({ number, state }) => [number, state]))
    return [
      {
        id,
        absent: memberRef(configuration, absent),
        from,
        until,
        issues: issues.flatMap(issue => {
          const state = states.get(issue.number)
          const theirs = (promises.get(issue.number) ?? []).map(({ number: _, ...promise }) => promise)
          return state ? [{ issue, state, promises: theirs }] : []
        }),
      },
    ]
  })
}
