import type { ChangeAnswer } from '../../../src/contract/answers.ts'

/** A change as it is being written: the fields of all types, so that nothing is lost when another is looked at. */
export type DraftChange = {
  type: ChangeAnswer['type']
  key: string
  says: string
  allowed: string
  refused: string
  step: string
  name: string
  body: string
  department: string
  ask: string
  owner: string
  due: string
}

export const emptyChange: DraftChange = {
  type: 'fact_rule',
  key: '',
  says: '',
  allowed: '',
  refused: '',
  step: '',
  name: '',
  body: '',
  department: '',
  ask: '',
  owner: '',
  due: '',
}

/** A change as POST /lessons takes it. */
export type WantedChange =
  | { type: 'fact_rule'; key: string; says: string; allowed: string[]; refused: string[] }
  | { type: 'checklist'; step: string }
  | { type: 'article'; title: string; body: string }
  | { type: 'macro'; name: string; body: string }
  | { type: 'request'; department: string; ask: string; owner: string | null; due: string }

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** What was written, for the API; null while something of it is missing. `due`: the moment that its words mean. */
export function changeOf(draft: DraftChange, due: string | null): WantedChange | null {
  const [key, says, step, name, body, ask] = [draft.key, draft.says, draft.step, draft.name, draft.body, draft.ask].map(
    text => text.trim(),
  )
  const [allowed, refused] = [lines(draft.allowed), lines(draft.refused)]
  switch (draft.type) {
    case 'fact_rule':
      return key && says && allowed.length + refused.length > 0
        ? { type: draft.type, key, says, allowed, refused }
        : null
    case 'checklist':
      return step ? { type: draft.type, step } : null
    case 'macro':
      return name && body ? { type: draft.type, name, body } : null
    case 'article':
      return name && body ? { type: draft.type, title: name, body } : null
    case 'request':
      return draft.department && ask && due
        ? { type: draft.type, department: draft.department, ask, owner: draft.owner || null, due }
        : null
  }
}

/** A change that there is, as a draft of another. The time of a request is said anew. */
export function draftOf(change: ChangeAnswer): DraftChange {
  const empty = { ...emptyChange, type: change.type }
  switch (change.type) {
    case 'fact_rule':
      return { ...empty, ...change, allowed: change.allowed.join('\n'), refused: change.refused.join('\n') }
    case 'checklist':
    case 'macro':
      return { ...empty, ...change }
    case 'article':
      return { ...empty, name: change.title, body: change.body }
    case 'request':
      return { ...empty, department: change.department.id, ask: change.ask, owner: change.owner?.id ?? '' }
  }
}
