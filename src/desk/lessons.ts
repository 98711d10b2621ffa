import type { z } from 'zod'
import type { ArticleAnswer, LessonAnswer, LessonRow, MacroAnswer, Page, RulesAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { LessonId, MemberId } from '../core/context.ts'
import { decideProposal } from '../core/learning/learning.ts'
import type { LessonChange } from '../core/learning/lesson.ts'
import { configurationOf } from '../store/configuration.ts'
import { type LessonSelection, readLessonRows, seeLesson, seeProposal } from '../store/lesson-read.ts'
import { answeredBefore, contextOf, onceOf } from './act.ts'
import { actOnLesson, noSuchLesson, writeLessonDecision } from './act-on-lesson.ts'
import { isKey, readCursor, writeCursor } from './cursor.ts'
import { kindRef } from './describe-learning.ts'
import { describeLesson, describeLessonRow } from './describe-lesson.ts'
import { type Caller, type Desk, noSuchIssue, type Outcome } from './desk.ts'
import { type Draft, newDraft, write } from './draft.ts'

type Proposal = z.output<typeof asked.proposeLesson>

/** Rule 28: anyone of the company proposes a lesson, from an issue or from none. */
export async function proposeLesson(desk: Desk, caller: Caller, given: Proposal): Promise<Outcome<LessonAnswer>> {
  const seen = await seeProposal(desk.database, desk.workspace, given.issue, onceOf(caller))
  const known = answeredBefore<LessonAnswer>(seen, caller)
  if (known) return known
  if (given.issue !== null && !seen.issue) return noSuchIssue(given.issue)
  const configuration = await configurationOf(desk.database, desk.workspace, seen.configVersion)
  const draft = newDraft()
  const context = contextOf(caller, configuration, seen.now)
  const decision = decideProposal(
    {
      type: 'ProposeLesson',
      lesson: seen.lesson,
      issue: given.issue,
      kind: given.kind === undefined ? (seen.issue?.kind ?? null) : given.kind,
      what: write(draft, given.what),
      whys: given.whys.map(why => write(draft, why)),
      change: writeChange(draft, given.change),
    },
    context,
  )
  if ('refusal' in decision) return decision
  const before = { state: null, words: {}, subject: seen.issue?.subject ?? null }
  const decided = { before, draft, context, configuration }
  const answer = await writeLessonDecision(desk, caller, desk.database, decided, decision)
  // Only the same proposal under the same Idempotency-Key can have been faster: it is answered as that one was.
  return answer ? { answer } : proposeLesson(desk, caller, given)
}

/** Puts the words of a change down. */
function writeChange(draft: Draft, change: Proposal['change']): LessonChange {
  const put = (text: string): string => write(draft, text)
  switch (change.type) {
    case 'fact_rule': {
      const { type, key, says, allowed, refused } = change
      return { type, key, says: put(says), allowed: allowed.map(put), refused: refused.map(put) }
    }
    case 'checklist':
      return { type: change.type, step: put(change.step) }
    case 'article':
      return { type: change.type, title: put(change.title), body: put(change.body) }
    case 'macro':
      return { type: change.type, name: put(change.name), body: put(change.body) }
    case 'request': {
      const { type, department, ask, owner, due } = change
      return { type, department, ask: put(ask), owner, due }
    }
  }
}

/** Rule 28: everyone may comment. */
export const commentOnLesson = (
  desk: Desk,
  caller: Caller,
  id: LessonId,
  { text }: z.output<typeof asked.commentOnLesson>,
): Promise<Outcome<LessonAnswer>> =>
  actOnLesson(desk, caller, id, draft => ({ type: 'CommentOnLesson', words: write(draft, text) }))

/** Rule 28: everyone may support it, once, and take that back. */
export const supportLesson = (
  desk: Desk,
  caller: Caller,
  id: LessonId,
  { supports }: z.output<typeof asked.supportLesson>,
): Promise<Outcome<LessonAnswer>> => actOnLesson(desk, caller, id, () => ({ type: 'SupportLesson', supports }))

/** Rule 28: adopted, and enforced from now on. */
export const adoptLesson = (
  desk: Desk,
  caller: Caller,
  id: LessonId,
  terms: z.output<typeof asked.adoptLesson>,
): Promise<Outcome<LessonAnswer>> => actOnLesson(desk, caller, id, () => ({ type: 'AdoptLesson', ...terms }))

/** Rule 28: declined, with a reason. */
export const declineLesson = (
  desk: Desk,
  caller: Caller,
  id: LessonId,
  { why }: z.output<typeof asked.declineLesson>,
): Promise<Outcome<LessonAnswer>> =>
  actOnLesson(desk, caller, id, draft => ({ type: 'DeclineLesson', why: write(draft, why) }))

/** Rule 29: kept, changed or dropped. */
export const decideOnLesson = (
  desk: Desk,
  caller: Caller,
  id: LessonId,
  given: z.output<typeof asked.decideOnLesson>,
): Promise<Outcome<LessonAnswer>> =>
  actOnLesson(desk, caller, id, draft => {
    const why = write(draft, given.why)
    if (given.decision !== 'change') return { type: 'DecideOnLesson', decision: given.decision, why }
    const { decision, change, trialDays } = given
    return { type: 'DecideOnLesson', decision, why, change: writeChange(draft, change), trialDays }
  })

/** Rule 28: a department's answer to a request: done, or plainly that it can't be. */
export const answerRequest = (
  desk: Desk,
  caller: Caller,
  id: LessonId,
  { done, words }: z.output<typeof asked.answerRequest>,
): Promise<Outcome<LessonAnswer>> =>
  actOnLesson(desk, caller, id, draft => ({ type: 'AnswerRequest', done, words: write(draft, words) }))

/** One lesson, whole. */
export async function readLesson(desk: Desk, member: MemberId, id: LessonId): Promise<Outcome<LessonAnswer>> {
  const { lesson, configVersion } = await seeLesson(desk.database, desk.workspace, id, null)
  if (!lesson) return noSuchLesson(id)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  return { answer: describeLesson(lesson, configuration, member) }
}

const everything: LessonSelection = { states: null, change: null, kind: null, issue: null, before: null, limit: 50 }

/** Lessons, the newest first. */
export async function listLessons(
  desk: Desk,
  { state, change, kind, issue, cursor, limit }: z.output<typeof asked.listLessons>,
): Promise<Page<LessonRow>> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const seen = await readLessonRows(desk.database, desk.workspace, {
    states: state ? [state] : null,
    change: change ?? null,
    kind: kind ?? null,
    issue: issue ?? null,
    before: readCursor(cursor, isKey),
    limit,
  })
  const items = seen.map(lesson => describeLessonRow(lesson, configuration))
  const last = items.at(-1)
  return { items, next: last && items.length === limit ? writeCursor(last.id) : null }
}

/** More macros or articles than this nobody finds again. */
const mostInForce = 500

/** The words of lessons of one type that are in force, in the order of a name. */
async function inForceOf<Type extends 'macro' | 'article', Item>(
  desk: Desk,
  type: Type,
  itemOf: (row: { lesson: LessonId; change: Extract<LessonRow['change'], { type: Type }> }) => Item,
): Promise<Item[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const states = ['trial', 'trial_over', 'kept']
  const selection = { ...everything, states, change: type, limit: mostInForce }
  const seen = await readLessonRows(desk.database, desk.workspace, selection)
  return seen.flatMap(lesson => {
    const { id, change } = describeLessonRow(lesson, configuration)
    return isOfType(change, type) ? [itemOf({ lesson: id, change })] : []
  })
}

const isOfType = <Type extends string>(
  change: LessonRow['change'],
  type: Type,
): change is Extract<LessonRow['change'], { type: Type }> => change.type === type

/** Rule 28: what the lessons in force ask for, so that a screen can ask rightly at once. */
export async function readRules(desk: Desk): Promise<RulesAnswer> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const { facts, checklist } = configuration.rules
  return {
    facts: facts.map(rule => ({ ...rule, allowed: [...rule.allowed], refused: [...rule.refused] })),
    checklist: checklist.map(({ lesson, kind, says }) => ({ lesson, kind: kindRef(configuration, kind), says })),
  }
}

/** Rule 28: the macros that adopted lessons brought, the newest first. */
export const readMacros = (desk: Desk): Promise<MacroAnswer[]> =>
  inForceOf(desk, 'macro', ({ lesson, change: { name, body } }) => ({ lesson, name, body }))

/** Rule 28: the articles that adopted lessons brought, the newest first. */
export const readArticles = (desk: Desk): Promise<ArticleAnswer[]> =>
  inForceOf(desk, 'article', ({ lesson, change: { title, body } }) => ({ lesson, title, body }))
