import type { z } from 'zod'
import type { AbsenceAnswer, AwayAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import type { Absence } from '../core/cover/absence.ts'
import type { AbsenceId } from '../core/cover/cover.ts'
import { betweenShifts, restOfDay } from '../core/cover/shift.ts'
import { refuse } from '../core/refusals.ts'
import { readAbsence, readAbsences, readToCover, readUncovered, type ToCover } from '../store/absences.ts'
import { type Configuration, configurationOf, type Person } from '../store/configuration.ts'
import { readCoversOf } from '../store/covers.ts'
import { readNow } from '../store/now.ts'
import { memberRef } from './describe.ts'
import type { Desk, Outcome } from './desk.ts'
import { rowsOf } from './issues.ts'
import { mayArrangeFor } from './people.ts'

export const noSuchMember = { missing: 'Nobody like this works here.' } as const
export const noSuchAbsence = { missing: 'There is no such absence.' } as const

/**
 * Rule 15: what would need a cover if somebody were away in a time; without times, from the end of their day until they are
 * at work again, and without an end, until they would be at work on another day.
 */
export async function readAway(
  desk: Desk,
  reader: MemberId,
  member: MemberId,
  { from, until }: z.output<typeof asked.readAway>,
): Promise<Outcome<AwayAnswer>> {
  const found = await findTheirs(desk, reader, member)
  if (!('answer' in found)) return found
  const { configuration, person } = found.answer
  const now = await readNow(desk.database, desk.workspace)
  const between = betweenShifts(person.shift, now)
  const end = from ? restOfDay(person.shift, from) : between.until
  const span = { from: from ?? between.from, until: until ?? end }
  const promises = await withIssues(desk, configuration, await readToCover(desk.database, desk.workspace, member, span))
  return { answer: { member: memberRef(configuration, member), ...span, promises } }
}

/** Rule 15: the absences of a member that are under way or to come, or ended since a moment, by their begin. */
export async function listAbsences(
  desk: Desk,
  reader: MemberId,
  member: MemberId,
  { since }: z.output<typeof asked.listAbsences>,
): Promise<Outcome<AbsenceAnswer[]>> {
  const found = await findTheirs(desk, reader, member)
  if (!('answer' in found)) return found
  const { configuration } = found.answer
  const now = await readNow(desk.database, desk.workspace)
  const absences = await readAbsences(desk.database, desk.workspace, member, since ?? now)
  const current = absences.filter(({ state }) => state !== 'cancelled')
  return { answer: await Promise.all(current.map(absence => describeAbsence(desk, configuration, absence))) }
}

/** One absence, also when it is over. */
export async function readOneAbsence(
  desk: Desk,
  reader: MemberId,
  member: MemberId,
  id: AbsenceId,
): Promise<Outcome<AbsenceAnswer>> {
  const found = await findTheirs(desk, reader, member)
  if (!('answer' in found)) return found
  const { configuration } = found.answer
  const absence = await readAbsence(desk.database, desk.workspace, member, id)
  return absence ? { answer: await describeAbsence(desk, configuration, absence) } : noSuchAbsence
}

/** Rule 15: absences under way in which something is without a cover, by their begin. */
export async function listUncovered(desk: Desk, configuration: Configuration): Promise<AbsenceAnswer[]> {
  const absences = await readUncovered(desk.database, desk.workspace)
  return Promise.all(absences.map(absence => describeAbsence(desk, configuration, absence)))
}

/** Somebody whose absences and hours are for the reader to see and arrange: themselves, or one whom they supervise. */
export async function findTheirs(
  desk: Desk,
  reader: MemberId,
  member: MemberId,
): Promise<Outcome<{ configuration: Configuration; person: Person }>> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const [person, asker] = [configuration.members.get(member), configuration.members.get(reader)]
  if (!person) return noSuchMember
  const isTheirs = asker !== undefined && mayArrangeFor(asker, person)
  return isTheirs ? { answer: { configuration, person } } : { refusal: refuse('not_supervisor', { owner: member }) }
}

async function describeAbsence(desk: Desk, configuration: Configuration, absence: Absence): Promise<AbsenceAnswer> {
  const { id, member, from, until, state } = absence
  const now = await readNow(desk.database, desk.workspace)
  const isOver = state === 'cancelled' || until <= now
  const hasBegun = from < now
  const left = { from: hasBegun ? now : from, until }
  const toCover = isOver ? [] : await readToCover(desk.database, desk.workspace, member, left)
  const covers = await readCoversOf(desk.database, desk.workspace, id)
  const issues = new Map((await rowsOf(desk, numbersOf(covers))).map(issue => [issue.number, issue]))
  return {
    id,
    member: memberRef(configuration, member),
    from,
    until,
    state,
    promises: await withIssues(desk, configuration, toCover),
    covers: covers.flatMap(cover => {
      const issue = issues.get(cover.number)
      return issue ? [{ id: cover.id, member: memberRef(configuration, cover.member), state: cover.state, issue }] : []
    }),
  }
}

async function withIssues(
  desk: Desk,
  configuration: Configuration,
  promises: readonly ToCover[],
): Promise<AwayAnswer['promises']> {
  const issues = new Map((await rowsOf(desk, numbersOf(promises))).map(issue => [issue.number, issue]))
  return promises.flatMap(({ number, asked, ...promise }) => {
    const issue = issues.get(number)
    return issue ? [{ issue, promise, asked: asked === null ? null : memberRef(configuration, asked) }] : []
  })
}

/** The numbers of issues among some rows, each once and in their order: locks are taken in one order everywhere. */
export const numbersOf = (rows: readonly { number: number }[]): number[] =>
  [...new Set(rows.map(({ number }) => number))].sort((one, other) => one - other)
