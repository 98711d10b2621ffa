import type { LessonAnswer } from '../contract/answers.ts'
import type { LessonId } from '../core/context.ts'
import { decideLesson, type LessonDecision } from '../core/learning/learning.ts'
import { evolveLesson, type Lesson, replayLesson } from '../core/learning/lesson.ts'
import type { LessonCommand } from '../core/learning/lesson-commands.ts'
import { lessonWaiting, toldOfLesson } from '../core/learning/lesson-told.ts'
import type { Notice } from '../store/change.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import type { Connection } from '../store/database.ts'
import { type SeenLesson, seeLesson } from '../store/lesson-read.ts'
import { type LessonRows, writeLesson } from '../store/lesson-write.ts'
import { answeredBefore, contextOf, nudge, onceOf, readerOf, senderOf, unlessRaced } from './act.ts'
import { describeLesson } from './describe-lesson.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Draft, newDraft } from './draft.ts'
import { eventRow } from './effects.ts'
import { lessonMails } from './member-mails.ts'

/** More people than this never wait for one lesson at the same moment. */
const mostRaces = 50

/** The way of every command on a lesson, as `act` is that of every command on an issue. */
export async function actOnLesson(
  desk: Desk,
  caller: Caller,
  id: LessonId,
  make: (draft: Draft) => LessonCommand,
  connection: Connection = desk.database,
): Promise<Outcome<LessonAnswer>> {
  for (let race = 0; race < mostRaces; race += 1) {
    const seen = await seeLesson(connection, desk.workspace, id, onceOf(caller))
    const known = answeredBefore<LessonAnswer>(seen, caller)
    if (known) return known
    if (!seen.lesson) return noSuchLesson(id)
    const configuration = await configurationOf(desk.database, desk.workspace, seen.configVersion)
    const draft = newDraft()
    const context = contextOf(caller, configuration, seen.now)
    const decision = decideLesson(seen.lesson.state, make(draft), context)
    if ('refusal' in decision) return decision
    const decided = { before: seen.lesson, draft, context, configuration }
    const answer = await writeLessonDecision(desk, caller, connection, decided, decision)
    if (answer) return { answer }
  }
  throw new Error(`Lesson ${id} changed ${mostRaces} times while one command waited.`)
}

/** The answer to whoever asks for a lesson that is not there. */
export const noSuchLesson = (id: LessonId): { missing: string } => ({ missing: `There is no lesson ${id}.` })

/** What a decision rests on: the lesson before (its state null when it is proposed by this), and new words. */
type DecidedLesson = {
  before: Omit<SeenLesson, 'state'> & { state: Lesson | null }
  draft: Draft
  context: ReturnType<typeof contextOf>
  configuration: Configuration
}

/** Writes a decision with everything that follows from it; null when somebody else was faster. */
export async function writeLessonDecision(
  desk: Desk,
  caller: Caller,
  connection: Connection,
  { before, draft, context, configuration }: DecidedLesson,
  { events, lesson }: Exclude<LessonDecision, { refusal: unknown }>,
): Promise<LessonAnswer | null> {
  const words = { ...before.words, ...Object.fromEntries(draft.words.map(({ id, body }) => [id, body])) }
  const answer = describeLesson({ state: lesson, words, subject: before.subject }, configuration, readerOf(caller))
  if (events.length === 0) return answer
  const notices = noticesOf(before.state, events, context)
  const told = { lesson: lesson.id, what: answer.what, notices, configuration }
  const rows: LessonRows = {
    events: events.map((recorded, index) => eventRow(recorded, (before.state?.version ?? 0) + index + 1)),
    words: draft.words,
    notices,
    waiting: lessonWaiting(lesson).map(({ kind, for: { kind: for_kind, id: for_id }, since, due }) => ({
      kind,
      for_kind,
      for_id,
      since,
      due_at: due,
    })),
    mails: lessonMails(desk, told),
  }
  const { workspace } = desk
  const once = caller.once && { ...caller.once, sender: senderOf(caller), answer }
  const change = { workspace, base: before.state?.version ?? 0, lesson, now: context.now, rows, once }
  if (!(await unlessRaced(connection, () => writeLesson(connection, change)))) return null
  if (connection === desk.database) nudge(desk.database)
  return answer
}

/** Who is told of each event, given the lesson just after it. */
function noticesOf(
  before: Lesson | null,
  events: Exclude<LessonDecision, { refusal: unknown }>['events'],
  context: DecidedLesson['context'],
): Notice[] {
  let lesson = before
  return events.flatMap(recorded => {
    lesson = lesson ? evolveLesson(lesson, recorded) : replayLesson([recorded])
    return toldOfLesson(recorded, lesson, context).map(told => ({ ...told, at: recorded.at }))
  })
}
