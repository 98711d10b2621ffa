import type { MemberId, WordsId } from '../context.ts'
import type { Instant } from '../time/instant.ts'
import type { LessonChange, LessonProposed } from './lesson.ts'

/** The clock asks what has become of what fell due. */
type Tick = { type: 'Tick' }

/** From any issue, or from none in particular, anyone may propose a lesson (Rule 28). */
export type ProposeLesson = { type: 'ProposeLesson' } & Omit<LessonProposed, 'type'>
export type CommentOnLesson = { type: 'CommentOnLesson'; words: WordsId }
/** `supports: false` takes it back. */
export type SupportLesson = { type: 'SupportLesson'; supports: boolean }
/** `owner` and `due` are those of a request, where they were not named, or are other ones now. */
export type AdoptLesson = {
  type: 'AdoptLesson'
  trialDays: number | null
  owner: MemberId | null
  due: Instant | null
}
export type DeclineLesson = { type: 'DeclineLesson'; why: WordsId }
/** What comes of it (Rule 29). A change makes a new version, with a trial of its own. */
export type DecideOnLesson = { type: 'DecideOnLesson'; why: WordsId } & (
  | { decision: 'keep' | 'drop' }
  | { decision: 'change'; change: LessonChange; trialDays: number | null }
)
/** The department's answer to a request: done, or plainly that it can't be. */
export type AnswerRequest = { type: 'AnswerRequest'; done: boolean; words: WordsId }

/** Everything that can be asked of a lesson that exists. */
export type LessonCommand =
  | Tick
  | CommentOnLesson
  | SupportLesson
  | AdoptLesson
  | DeclineLesson
  | DecideOnLesson
  | AnswerRequest
