import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { AbsenceAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { type Absence, endedAt, mayArrange, mayBeIll, mayGo, toBeCovered } from '../core/cover/absence.ts'
import type { AbsenceId, Span } from '../core/cover/cover.ts'
import { restOfDay } from '../core/cover/shift.ts'
import { refuse } from '../core/refusals.ts'
import type { Instant } from '../core/time/instant.ts'
import { agreeCovered, holdMember, putAbsence, readAbsence, readAbsences, readToCover } from '../store/absences.ts'
import type { Person } from '../store/configuration.ts'
import { readCoversOf } from '../store/covers.ts'
import type { Connection } from '../store/database.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import { readNow } from '../store/now.ts'
import { findTheirs, noSuchAbsence, noSuchMember, numbersOf, readOneAbsence } from './absences.ts'
import { act, memberOf } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Together, together } from './together.ts'

/** What an act on somebody's absences is done with: in its own transaction, one after the other for each person. */
type Held = Together & { person: Person }

/** Rule 15: away in a time; refused while promises fall due in it, unless somebody is asked to cover them. */
export const goAway = (
  desk: Desk,
  caller: Caller,
  member: MemberId,
  { from, until, cover }: z.output<typeof asked.goAway>,
): Promise<Outcome<AbsenceAnswer>> =>
  arranging(desk, caller, member, async held => {
    const { connection, person, now } = held
    const isPast = from < now
    const span = { from: isPast ? now : from, until }
    const toCover = await readToCover(connection, desk.workspace, member, span)
    const known = await readAbsences(connection, desk.workspace, member, now)
    const promises = toCover.map(({ number, id, due }) => ({ issue: number, promise: id, due }))
    const may = mayGo(person, span, { known, toCover: promises, asks: cover !== null, now })
    if ('refusal' in may) return may
    const absence: Absence = { id: randomUUIDv7(), member, ...span, state: may.state }
    await putAbsence(connection, desk.workspace, absence)
    await log(desk, held, absence, may.state === 'agreed' ? 'AbsenceAgreed' : 'AbsenceAsked')
    if (cover === null || may.state === 'agreed') return { answer: absence.id }
    return askAll(desk, held, absence, cover, numbersOf(toCover))
  })

/** Rule 15: asks somebody to cover the rest; whom nobody had time to ask is named by a supervisor, and may decline. */
export const askCovers = (
  desk: Desk,
  caller: Caller,
  member: MemberId,
  id: AbsenceId,
  { cover, issues }: z.output<typeof asked.askCovers>,
): Promise<Outcome<AbsenceAnswer>> =>
  arranging(desk, caller, member, async held => {
    const { connection, now } = held
    const found = await findOpen(desk, held, id)
    if (!('answer' in found)) return found
    const absence = found.answer
    const hasBegun = absence.from <= now
    const left = { from: hasBegun ? now : absence.from, until: absence.until }
    const numbers = issues ?? numbersOf(await readToCover(connection, desk.workspace, member, left))
    if (numbers.length === 0) return { refusal: refuse('nothing_to_cover', {}) }
    const isNamed = hasBegun && absence.state === 'agreed' && memberOf(caller.by) !== member
    return isNamed
      ? setAll(
          desk,
          held,
          absence,
          numbers.map(issue => ({ issue, cover })),
        )
      : askAll(desk, held, absence, cover, numbers)
  })

/** Scenario 38: somebody is ill. Their supervisor says who covers what in the same step; what is left is told first. */
export const callInSick = (
  desk: Desk,
  caller: Caller,
  member: MemberId,
  { until, covers }: z.output<typeof asked.callInSick>,
): Promise<Outcome<AbsenceAnswer>> =>
  arranging(desk, caller, member, async held => {
    const { connection, person, now } = held
    if (memberOf(caller.by) === member) return { refusal: refuse('not_supervisor', { owner: member }) }
    const span = { from: now, until: until ?? restOfDay(person.shift, now) }
    const known = await readAbsences(connection, desk.workspace, member, now)
    const refusal = mayBeIll(person, span, { known, now })
    if (refusal) return { refusal }
    const absence: Absence = { id: randomUUIDv7(), member, ...span, state: 'agreed' }
    await putAbsence(connection, desk.workspace, absence)
    await log(desk, held, absence, 'CalledInSick')
    return setAll(desk, held, absence, covers)
  })

/** Rule 15: the absence is cancelled, or they are back sooner: what is theirs is with them again. */
export const endAbsence = (
  desk: Desk,
  caller: Caller,
  member: MemberId,
  id: AbsenceId,
): Promise<Outcome<AbsenceAnswer>> =>
  arranging(desk, caller, member, async held => {
    const { connection, now } = held
    const found = await findOpen(desk, held, id)
    if (!('answer' in found)) return found
    const absence = found.answer
    const ended = endedAt(absence, now)
    await putAbsence(connection, desk.workspace, ended)
    await log(desk, held, ended, ended.state === 'cancelled' ? 'AbsenceCancelled' : 'CameBack')
    const covers = await readCoversOf(connection, desk.workspace, id)
    return each(numbersOf(covers.filter(({ state }) => state !== 'over')), id, number =>
      act(desk, held.caller, number, () => ({ type: 'EndCovers', absence: id }), connection),
    )
  })

/** An absence that is not over: what can still be arranged. */
async function findOpen(desk: Desk, { connection, person, now }: Held, id: AbsenceId): Promise<Outcome<Absence>> {
  const absence = await readAbsence(connection, desk.workspace, person.id, id)
  if (!absence) return noSuchAbsence
  const over = mayArrange(absence, now)
  return over ? { refusal: over } : { answer: absence }
}

/** Everything about one person's absences happens one after the other, and all of it or nothing. */
async function arranging(
  desk: Desk,
  caller: Caller,
  member: MemberId,
  work: (held: Held) => Promise<Outcome<AbsenceId>>,
): Promise<Outcome<AbsenceAnswer>> {
  const found = await findTheirs(desk, memberOf(caller.by), member)
  if (!('answer' in found)) return found
  const { person } = found.answer
  if (!person.active) return noSuchMember
  const done = await together(desk, caller, async given => {
    await holdMember(given.connection, desk.workspace, member)
    const arranged = await work({ ...given, person })
    if ('answer' in arranged) await settleAbsences(desk, given.connection, given.caller)
    return arranged
  })
  return 'answer' in done ? readOneAbsence(desk, memberOf(caller.by), member, done.answer) : done
}

/** Asks one person to cover some issues. */
function askAll(
  desk: Desk,
  { connection, caller }: Held,
  absence: Absence,
  member: MemberId,
  numbers: readonly number[],
): Promise<Outcome<AbsenceId>> {
  const cover = randomUUIDv7()
  return each(numbers, absence.id, number =>
    act(
      desk,
      caller,
      number,
      ({ issue }) => ({ type: 'AskCover', cover, member, ...toBeCovered(issue.state, absence) }),
      connection,
    ),
  )
}

/** Says who covers what, at once; who covers several issues is asked for all of them together. */
function setAll(
  desk: Desk,
  { connection, caller }: Held,
  absence: Absence,
  named: readonly { issue: number; cover: MemberId }[],
): Promise<Outcome<AbsenceId>> {
  const ids = new Map(named.map(({ cover }) => [cover, randomUUIDv7()]))
  const covers = new Map(named.map(({ issue, cover }) => [issue, cover]))
  return each(numbersOf(named.map(({ issue }) => ({ number: issue }))), absence.id, number =>
    act(
      desk,
      caller,
      number,
      ({ issue }) => {
        const member = covers.get(number) ?? ''
        const mails = issue.customer.email !== null
        const span = toBeCovered(issue.state, absence)
        return { type: 'SetCover', cover: ids.get(member) ?? '', member, mails, ...span }
      },
      connection,
    ),
  )
}

/** Does the same on some issues; the first that does not come to an answer ends it. */
async function each(
  numbers: readonly number[],
  absence: AbsenceId,
  one: (number: number) => Promise<Outcome<unknown>>,
): Promise<Outcome<AbsenceId>> {
  for (const number of numbers) {
    const outcome = await one(number)
    if (!('answer' in outcome)) return outcome
  }
  return { answer: absence }
}

/** Rule 15: agrees to what waited for covers, as soon as nothing in it is without one. */
export async function settleAbsences(desk: Desk, connection: Connection, { by, from }: Caller): Promise<void> {
  for (const absence of await agreeCovered(connection, desk.workspace)) {
    const at = await readNow(connection, desk.workspace)
    await logAbsence(desk, connection, { by, from }, absence, 'AbsenceAgreed', at)
  }
}

const log = (desk: Desk, { connection, caller, now }: Held, absence: Absence, type: string): Promise<void> =>
  logAbsence(desk, connection, caller, absence, type, now)

function logAbsence(
  desk: Desk,
  connection: Connection,
  { by, from }: Pick<Caller, 'by' | 'from'>,
  { id, member, ...span }: { id: AbsenceId; member: MemberId } & Span,
  type: string,
  at: Instant,
): Promise<void> {
  const data = { member, from: span.from, until: span.until }
  return logDeskEvent(connection, desk.workspace, { about: 'absence', id, type, at, by, from, data })
}
