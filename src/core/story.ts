import type { MemberId, WordsId } from './context.ts'
import type { Instant } from './instant.ts'
import { type Issue, isClosed } from './issue.ts'
import { type Refusal, refuse } from './refusals.ts'
import { actingMember, record, type Turn } from './turn.ts'

/** Something known about the issue: what, and how it was established, are words in the store. */
export type EstablishedFact = { key: string; fact: WordsId; how: WordsId | null; by: MemberId | null; at: Instant }
/** What somebody who looked has understood (Rule 6). */
export type Diagnosis = { words: WordsId; by: MemberId; at: Instant }

export type StoryEvent =
  | { type: 'FactEstablished'; key: string; fact: WordsId; how: WordsId | null }
  | { type: 'DiagnosisRecorded'; words: WordsId }
  | { type: 'NoteWritten'; message: WordsId }

export type EstablishFact = { type: 'EstablishFact'; key: string; fact: WordsId; how: WordsId | null }
export type RecordDiagnosis = { type: 'RecordDiagnosis'; words: WordsId }
export type WriteNote = { type: 'WriteNote'; message: WordsId }

/** Rule 31: a fact is established once, by anybody of the company; a later one replaces it, and both stay on record. */
export function establishFact(turn: Turn, command: EstablishFact): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  const { key, fact, how } = command
  record(turn, { type: 'FactEstablished', key, fact, how })
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

export function evolveStory(issue: Issue, event: StoryEvent, at: Instant, by: MemberId | null): Issue {
  switch (event.type) {
    case 'FactEstablished': {
      const others = issue.facts.filter(fact => fact.key !== event.key)
      return { ...issue, facts: [...others, { key: event.key, fact: event.fact, how: event.how, by, at }] }
    }
    case 'DiagnosisRecorded':
      return by ? { ...issue, diagnoses: [...issue.diagnoses, { words: event.words, by, at }] } : issue
    case 'NoteWritten':
      return issue
  }
}
