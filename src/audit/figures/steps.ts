import { dayMs } from './figures.ts'
import { unsaid } from './log.ts'
import type { Treatment } from './treatment.ts'

/** A stretch of a case in which it was with the same person and group, without a long silence. */
export type Step = {
  /** Places among the log's persons and groups; {@link unsaid} as long as none was said. */
  person: number
  group: number
  /** Its first and its last event, epoch milliseconds. */
  from: number
  to: number
  /** Milliseconds since the event before it, and whether that is a long silence of an open case. */
  gap: number
  isSilence: boolean
  /** Whether the case was over at its end. */
  isOver: boolean
}

/** The way of a case, step by step. Who is not said stays who it was. */
export function stepsOf({ log, isFinal }: Treatment, one: number, overDays: number): Step[] {
  const steps: Step[] = []
  const end = log.begins[one + 1] ?? 0
  for (let event = log.begins[one] ?? 0; event < end; event += 1) {
    const last = steps.at(-1)
    const at = log.at[event] ?? 0
    const said = (place: number | undefined, before: number | undefined): number =>
      place === undefined || place === unsaid ? (before ?? unsaid) : place
    const person = said(log.person.of[event], last?.person)
    const group = said(log.group.of[event], last?.group)
    const status = log.status.of[event] ?? unsaid
    const isOver = status === unsaid ? (last?.isOver ?? false) : isFinal[status] === 1
    const gap = last ? at - last.to : 0
    const isLong = gap > overDays * dayMs
    if (last && last.person === person && last.group === group && !isLong) {
      last.to = at
      last.isOver = isOver
    } else steps.push({ person, group, from: at, to: at, gap, isSilence: isLong && !last?.isOver, isOver })
  }
  return steps
}
