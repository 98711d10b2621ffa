import type { Column } from './log.ts'
import type { Passing } from './passing.ts'
import type { Treatment } from './treatment.ts'

/** Between whom cases were passed: persons, when the log names any, since in Baton persons own issues; else groups. */
export type Between = 'person' | 'group'

export const betweenOf = ({ log }: Treatment): Between => (log.person.values.length > 0 ? 'person' : 'group')

export const passedBetween = (treatment: Treatment): Passing => treatment[betweenOf(treatment)]

export const columnBetween = (treatment: Treatment): Column => treatment.log[betweenOf(treatment)]
