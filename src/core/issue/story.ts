import type { LessonId, MemberId, WordsId } from '../context.ts'
import { maySupervise } from '../context.ts'
import { expected } from '../expected.ts'
import { ruleAgainst } from '../learning/fact-rule.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { type ContactId, type Issue, isClosed } from './issue.ts'
import { isOwner, ownerId } from './ownership.ts'

/** Something known about the issue: what, and how it was established, are words in the store. */
export type EstablishedFact = {
  key: string
  fact: WordsId
  how: WordsId | null
  by: MemberId | null
  at: Instant
  /** Why it may stand although it was established otherwise than a lesson says (Rule 28). */
  excused: { lesson: LessonId; why: WordsId } | null
}
/** What somebody who looked has understood (Rule 6). */
export type Diagnosis = { words: WordsId; by: MemberId; at: Instant }

export type StoryEvent =
  | { type: 'FactEstablished'; key: string; fact: WordsId; how: WordsId | null }
  /** A supervisor let it stand although it was established otherwise than a lesson says. */
  | { type: 'FactExcused'; key: string; lesson: LessonId; why: WordsId }
  | { type: 'DiagnosisRecorded'; words: WordsId }
  | { type: 'NoteWritten'; message: WordsId }
  /** A note for the owner, who hears of it at once. */
  | { type: 'OwnerTold'; message: WordsId }
  /** The customer was asked for a fact that was known (Rule 31). */
  | { type: 'AskedAgain'; contact: ContactId; key: string }

/** `way`: the same as the words `how`, for the rules to read. `excuse`: why it may stand against a lesson. */
export type NewFact = {
  key: string
  fact: WordsId
  how: WordsId | null
  way: string | null
  excuse: WordsId | null
}

export type EstablishFact = { type: 'EstablishFact' } & NewFact
export type RecordDiagnosis = { type: 'RecordDiagnosis'; words: WordsId }
export type WriteNote = { type: 'WriteNote'; message: WordsId }
export type TellOwner = { type: 'TellOwner'; message: WordsId }

/** Rule 31: a fact is established once, by anybody of the company; a later one replaces it, and both stay on record. */
export function establishFact(turn: Turn, command: EstablishFact): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  return recordFact(turn, command)
}

/** Rule 28: a fact rule refuses the wrong way with its lesson as the reason; a supervisor may excuse it, on record. */
export function recordFact(turn: Turn, { key, fact, how, way, excuse }: NewFact): Refusal | undefined {
  const rule = ruleAgainst(turn.context.rules.facts, key, way)
  if (rule && !(excuse && maySupervise(actingMember(turn)))) {
    const { lesson, says, allowed } = rule
    return refuse('fact_rule', { lesson, key, says, allowed })
  }
  record(turn, { type: 'FactEstablished', key, fact, how })
  if (rule && excuse) record(turn, { type: 'FactExcused', key, lesson: rule.lesson, why: excuse })
}

/** Rule 6: understand first. */
export function recordDiagnosis(turn: Turn, command: RecordDiagnosis): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (isClosed(turn.issue)) return refuse('closed', {})
  record(turn, { type: 'DiagnosisRecorded', words: command.words })
}

/** A note for the team. It is not contact (Rule 13). */
export function writeNote(turn: Turn, command: WriteNote): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  record(turn, { type: 'NoteWritten', message: command.message })
}

/** Rule 3: whoever may not act here can tell those who may; anybody of the company, with or without a seat. */
export function tellOwner(turn: Turn, command: TellOwner): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (isOwner(turn)) return refuse('already_owner', { owner: ownerId(turn) })
  record(turn, { type: 'OwnerTold', message: command.message })
}

/** Rule 31: asking for what is known is possible, and on record, so that it counts. */
export function recordAskedAgain(turn: Turn, keys: readonly string[]): void {
  const contact = turn.issue.contacts
  const known = keys.filter(key => turn.issue.facts.some(fact => fact.key === key))
  for (const key of new Set(known)) record(turn, { type: 'AskedAgain', contact, key })
}

export function evolveStory(issue: Issue, event: StoryEvent, at: Instant, by: MemberId | null): Issue {
  switch (event.type) {
    case 'FactEstablished': {
      const others = issue.facts.filter(fact => fact.key !== event.key)
      return {
        ...issue,
        facts: [...others, { key: event.key, fact: event.fact, how: event.how, by, at, excused: null }],
      }
    }
    case 'FactExcused': {
      const { key, lesson, why } = event
      const facts = issue.facts.map(fact => (fact.key === key ? { ...fact, excused: { lesson, why } } : fact))
      return { ...issue, facts }
    }
    case 'DiagnosisRecorded':
      return { ...issue, diagnoses: [...issue.diagnoses, { words: event.words, by: expected(by), at }] }
    case 'NoteWritten':
    case 'OwnerTold':
    case 'AskedAgain':
      return issue
  }
}
