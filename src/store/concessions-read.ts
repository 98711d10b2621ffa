import type { ConcessionRow } from '../contract/answers.ts'
import type { Money } from '../core/escalation/limit.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** Concessions granted or asked for from one moment until before another, oldest first; amounts in the smallest unit. */
export async function readConcessionRows(
  connection: Connection,
  workspace: number,
  from: Instant,
  until: Instant,
): Promise<(Omit<ConcessionRow, 'worth'> & Money)[]> {
  const { rows } = await connection.query<Omit<ConcessionRow, 'worth'> & Money>({
    name: 'concessions',
    text: `select g.number as issue, g.concession_id as id, c.name as customer, o.name as organization, g.kind, g.amount,
        g.currency, g.state, coalesce(w.body, '') as reason, m.name as "grantedBy", instant(g.at) as at,
        d.name as "decidedBy", instant(g.decided_at) as "decidedAt"
      from concession g
      join issue i on i.workspace_id = g.workspace_id and i.number = g.number
      join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
      left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
      left join words w on w.workspace_id = g.workspace_id and w.words_id = g.reason
      join member m on m.workspace_id = g.workspace_id and m.member_id = g.by_id
      left join member d on d.workspace_id = g.workspace_id and d.member_id = g.decided_by_id
      where g.workspace_id = $1 and g.at >= $2 and g.at < $3
      order by g.at, g.number, g.concession_id`,
    values: [workspace, from, until],
  })
  return rows
}
