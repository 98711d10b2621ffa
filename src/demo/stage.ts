import type { CustomerId, KindId, LessonId, MemberId, TeamId } from '../core/context.ts'
import type { Caller, Desk } from '../desk/desk.ts'
import { readIssue } from '../desk/issues.ts'
import type { Company, PersonName } from './company.ts'
import type { Person } from './customers.ts'
import type { Thread } from './script.ts'
import type { Times } from './when.ts'

/** Where the stories are played: the desk, its people and its customers. */
export type Stage = {
  desk: Desk
  company: Company
  customers: ReadonlyMap<string, CustomerId>
  times: Times
  /** Lessons and causes as the stories call them, once they are there. */
  lessons: Map<string, LessonId>
  causes: Map<string, number>
}

export const memberOf = ({ company }: Stage, name: PersonName): MemberId => company.members[name]

/** A member at their desk. */
export const callerOf = (stage: Stage, name: PersonName): Caller => ({
  by: { kind: 'member', id: memberOf(stage, name) },
  from: 'desk',
  once: null,
})

export function teamOf({ company }: Stage, name: string): TeamId {
  const id = company.teams[name]
  if (!id) throw new Error(`There is no team ${name}.`)
  return id
}

export function kindOf({ company }: Stage, name: string): KindId {
  const id = company.kinds[name]
  if (!id) throw new Error(`There is no kind of issue called ${name}.`)
  return id
}

/** A lesson or cause of another story, which must have come to it by now. */
export function namedOn(known: ReadonlyMap<string, number>, called: string): number {
  const id = known.get(called)
  if (id === undefined) throw new Error(`"${called}" is not there yet.`)
  return id
}

export function customerOf({ customers }: Stage, { name, email }: Person): CustomerId {
  const id = customers.get(email)
  if (!id) throw new Error(`${name} is a stranger: the desk knows them only once they write.`)
  return id
}

export function numberOf({ number }: Thread): number {
  if (number === null) throw new Error('The issue of this story is not open yet.')
  return number
}

/** The issue as it stands now, as its owner sees it. */
export async function issueOf(stage: Stage, thread: Thread) {
  const read = await readIssue(stage.desk, memberOf(stage, 'ada'), numberOf(thread))
  if (!('answer' in read)) throw new Error(`Issue #${thread.number} is not there.`)
  return read.answer
}
