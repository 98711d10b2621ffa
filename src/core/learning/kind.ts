import type { KindId } from '../context.ts'
import type { Issue } from '../issue/issue.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** Which kind of issue it is, of the few that the workspace tells apart; null: of none. */
export type KindEvent = { type: 'KindSet'; kind: KindId | null }

export type SetKind = { type: 'SetKind'; kind: KindId | null }

/** Rule 28: checklists and the figures of a lesson go by kind. It may be set later, too, and on what is closed. */
export function setKind(turn: Turn, { kind }: SetKind): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (kind !== null && !turn.context.kinds.get(kind)?.active) return refuse('no_such_kind', { kind })
  if (kind !== turn.issue.kind) record(turn, { type: 'KindSet', kind })
}

export const evolveKind = (issue: Issue, { kind }: KindEvent): Issue => ({ ...issue, kind })
