import type { KindId } from '../core/context.ts'
import type { Counts, FigureName, Span } from '../core/learning/effect.ts'
import type { Connection } from './database.ts'

/** By which events each figure is known. */
const happened: Record<FigureName, string> = {
  broken: "e.type = 'PromiseBroken'",
  recurred: "e.type in ('IssueReopened', 'RecurrenceFound')",
  denied: "e.type = 'ResolutionDenied'",
  handed_over: "e.type = 'HandoffMet'",
  assist_without_movement:
    "e.type = 'AssistFellSilent' or (e.type = 'AssistReturned' and not (e.data->>'moved')::boolean)",
  excused: "e.type in ('FactExcused', 'ChecklistStepExcused')",
}

const query = (ofKind: string): string => `
select count(*)::integer as issues,
  ${Object.keys(happened)
    .map(name => `(count(*) filter (where h.${name}))::integer as ${name}`)
    .join(',\n  ')}
from issue i
cross join lateral (
  select ${Object.entries(happened)
    .map(([name, condition]) => `coalesce(bool_or(${condition}), false) as ${name}`)
    .join(',\n    ')}
  from event e
  where e.workspace_id = $1 and e.number = i.number and e.at < $3
) as h
where i.workspace_id = $1 and i.opened_at >= $2 and i.opened_at < $3 ${ofKind}
  and (i.outcome is null or i.outcome not in ('duplicate', 'spam')) and not i.imported`

/**
 * Of the issues of a kind (null: of all) that were opened in a span: how many there are, and with how many of them each
 * thing happened by its end. Duplicates and spam are nobody's issues, and what another desk had before is not of ours.
 */
export async function readCounts(
  connection: Connection,
  workspace: number,
  kind: KindId | null,
  { from, until }: Span,
): Promise<Counts> {
  const { rows } = await connection.query<Counts>(
    kind === null
      ? { name: 'counts_of_all', text: query(''), values: [workspace, from, until] }
      : { name: 'counts_of_kind', text: query('and i.kind_id = $4'), values: [workspace, from, until, kind] },
  )
  const [row] = rows
  if (!row) throw new Error('Counting answered nothing.')
  return row
}
