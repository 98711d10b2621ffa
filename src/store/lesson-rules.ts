import type { KindId, LessonId, Rules, WordsId } from '../core/context.ts'
import type { LessonChange } from '../core/learning/lesson.ts'

/** A lesson in force whose change the rules enforce, with the words of that change. */
export type EnforcedRow = {
  lesson: LessonId
  kind: KindId | null
  change: LessonChange
  words: Record<WordsId, string> | null
}

/** What the lessons in force of workspace `w` ask for, as one column of JSON (Rule 28). */
export const enforcedLessons = `
  select jsonb_agg(jsonb_build_object(
    'lesson', l.lesson_id, 'kind', l.kind_id, 'change', l.state->'versions'->-1->'change',
    'words', (
      select jsonb_object_agg(t.words_id, t.body)
      from lesson_words t
      where t.workspace_id = l.workspace_id and t.lesson_id = l.lesson_id
        and strpos((l.state->'versions'->-1->'change')::text, t.words_id::text) > 0
    )
  ) order by l.lesson_id)
  from lesson l
  where l.workspace_id = w.workspace_id and l.standing in ('trial', 'trial_over', 'kept')
    and l.change_type in ('fact_rule', 'checklist')`

/** The rules of those lessons, as the core reads them. */
export function rulesFrom(rows: readonly EnforcedRow[]): Rules {
  const facts: Rules['facts'][number][] = []
  const checklist: Rules['checklist'][number][] = []
  for (const { lesson, kind, change, words } of rows) {
    const text = (id: WordsId): string => words?.[id] ?? ''
    if (change.type === 'fact_rule') {
      const { key, says, allowed, refused } = change
      facts.push({ lesson, key, says: text(says), allowed: allowed.map(text), refused: refused.map(text) })
    }
    if (change.type === 'checklist' && kind !== null) checklist.push({ lesson, kind, says: text(change.step) })
  }
  return { facts, checklist }
}
