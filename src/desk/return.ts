import type { ReturnAnswer } from '../contract/answers.ts'
import type { Actor, MemberId } from '../core/context.ts'
import type { AbsenceId } from '../core/cover/cover.ts'
import { readAbsence } from '../store/absences.ts'
import type { Configuration } from '../store/configuration.ts'
import { readCoversOf } from '../store/covers.ts'
import { readNow } from '../store/now.ts'
import { type PromiseStep, readPromiseSteps, readTheirs, readWritten } from '../store/while-away.ts'
import { findTheirs, noSuchAbsence } from './absences.ts'
import { actorRef, memberRef } from './describe.ts'
import type { Desk, Outcome } from './desk.ts'
import { rowsOf } from './issues.ts'

type OfPromise = ReturnAnswer['issues'][number]['promises'][number]

/** What each of a promise's events made of it; there are no others. */
const becameBy: Record<string, OfPromise['became']> = {
  PromiseMade: 'made',
  PromiseKept: 'kept',
  PromiseMoved: 'moved',
  PromiseBroken: 'broken',
  PromiseMadeGood: 'made_good',
  PromiseUnkept: 'unkept',
  PromiseReleased: 'released',
}

/** Rule 15: what happened while somebody was away: on their issues, and only where something did. */
export async function readReturn(
  desk: Desk,
  reader: MemberId,
  member: MemberId,
  id: AbsenceId,
): Promise<Outcome<ReturnAnswer>> {
  const { database, workspace } = desk
  const found = await findTheirs(desk, reader, member)
  if (!('answer' in found)) return found
  const { configuration } = found.answer
  const absence = await readAbsence(database, workspace, member, id)
  if (!absence) return noSuchAbsence
  const now = await readNow(database, workspace)
  const isOver = absence.until < now
  const span = { from: absence.from, until: isOver ? absence.until : now }
  const numbers = await readTheirs(database, workspace, member, id)
  const steps = Map.groupBy(await readPromiseSteps(database, workspace, numbers, span), ({ number }) => number)
  const written = Map.groupBy(await readWritten(database, workspace, numbers, span), ({ number }) => number)
  const covers = Map.groupBy(await readCoversOf(database, workspace, id), ({ number }) => number)
  const touched = numbers.filter(number => steps.has(number) || written.has(number))
  const issues = await rowsOf(desk, touched)
  return {
    answer: {
      id,
      member: memberRef(configuration, member),
      from: absence.from,
      until: absence.until,
      issues: issues.map(issue => ({
        issue,
        covers: (covers.get(issue.number) ?? [])
          .filter(({ state }) => state === 'in_force' || state === 'over')
          .map(cover => memberRef(configuration, cover.member)),
        promises: (steps.get(issue.number) ?? []).flatMap(step => ofPromise(step, configuration, issue.customer.name)),
        messages: (written.get(issue.number) ?? []).map(({ number: _, ...message }) => message),
      })),
    },
  }
}

function ofPromise(
  { type, at, byKind, byId, kind, what, due }: PromiseStep,
  configuration: Configuration,
  customer: string,
): OfPromise[] {
  const became = becameBy[type]
  const by: Actor = byKind === 'desk' || byId === null ? { kind: 'desk' } : { kind: byKind, id: byId }
  return became ? [{ what, kind, due, became, at, by: actorRef(configuration, by, customer) }] : []
}
