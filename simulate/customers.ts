import type { Agenda } from './agenda.ts'
import type { Course } from './course.ts'
import { type Asked, askOnceMore, nothingAsked, type Question } from './draws.ts'
import { valueAt } from './quantiles.ts'
import type { Need, World } from './world.ts'

/** One issue at one desk: what the customer came with, and what they went through. */
export type Case = {
  need: Need
  course: Course
  /** How often chance was asked each question about it, so that both desks meet the same answers. */
  asked: Asked
  /** How often the customer has begun to wait, until when their patience lasts now, and when that is looked at next. */
  waits: number
  patientUntil: number
  patienceAt: number
}

export const caseOf = (need: Need, course: Course): Case => ({
  need,
  course,
  asked: nothingAsked(),
  waits: 0,
  patientUntil: 0,
  patienceAt: Number.POSITIVE_INFINITY,
})

export type Customers<Of extends Case> = {
  /** The customer waits for a word; `told`: when they were told that they hear from somebody. */
  wait(of: Of, told?: number | null): void
  /** Asked something, or asked whether it is solved, the customer answers after this long. Null: never. */
  answersAt(of: Of): number
  /** When a customer finds out that what was called solved is not; null: it holds. */
  noticesAt(of: Of): number | null
}

const hourMs = 3_600_000

/** What customers do of themselves: they wait, lose patience, ask again by mail or redial, and some give up. */
export function customersOf<Of extends Case>(
  { habits, draw, hours }: World,
  agenda: Agenda,
  asksAgain: (of: Of, byPhone: boolean) => void,
): Customers<Of> {
  function wait(of: Of, told: number | null = null): void {
    of.waits += 1
    if (of.course.gaveUp) return
    const { index } = of.need
    const patience = agenda.now + valueAt(habits.patienceHours, draw(index, 'patience', of.waits)) * hourMs
    const trusts = told !== null && draw(index, 'until_told', of.waits) < habits.waitsUntilTold
    of.patientUntil = trusts ? Math.max(patience, told) : patience
    watch(of)
  }

  /** Most customers hear something in time: only then is their patience looked at anew. */
  function watch(of: Of): void {
    const at = of.patientUntil
    if (of.patienceAt <= at) return
    of.patienceAt = at
    agenda.at(at, () => {
      if (of.patienceAt !== at) return
      of.patienceAt = Number.POSITIVE_INFINITY
      if (of.course.closedAt !== null || of.course.silentSince === null) return
      if (of.patientUntil > at) watch(of)
      else losePatience(of)
    })
  }

  function losePatience(of: Of): void {
    const { course, need, waits } = of
    if (draw(need.index, 'gives_up', waits) < habits.givesUp) {
      course.gaveUp = true
      return
    }
    course.chases += 1
    asksAgain(of, hours.isOpen(agenda.now) && draw(need.index, 'redials', waits) < habits.phones)
    if (of.waits === waits) wait(of)
  }

  return {
    wait,
    answersAt: of => agenda.now + valueAt(habits.answerHours, chance(of, draw, 'answer')) * hourMs,
    noticesAt(of) {
      const holds = chance(of, draw, 'holds') >= habits.doesNotHold
      const after = valueAt(habits.noticedAfterHours, chance(of, draw, 'notices'))
      return holds ? null : agenda.now + after * hourMs
    },
  }
}

/** The next answer of chance to a question about a case. */
export const chance = ({ need, asked }: Case, draw: World['draw'], question: Question): number =>
  draw(need.index, question, askOnceMore(asked, question))
