import type { KudosRow } from '../contract/answers.ts'
import type { MemberId, WordsId } from '../core/context.ts'
import type { Connection } from './database.ts'

/** A message or call of an issue, and which member wrote or talked; null when it was somebody else. */
export type Moment = { id: WordsId; author: MemberId | null }

/** A moment of an issue by its message, or by the number of the contact that it was. Null when there is none. */
export async function findMoment(
  connection: Connection,
  workspace: number,
  number: number,
  { message, contact }: { message: WordsId | null; contact: number | null },
): Promise<Moment | null> {
  const { rows } = await connection.query<Moment>({
    name: 'moment',
    text: `select message_id as id, case when author_kind = 'member' then author_id end as author
      from message
      where workspace_id = $1 and number = $2 and direction <> 'note' and (message_id = $3 or contact = $4)`,
    values: [workspace, number, message, contact],
  })
  return rows[0] ?? null
}

/** What a member wrote or said to the customer last. */
export async function findLastWord(
  connection: Connection,
  workspace: number,
  number: number,
  author: MemberId,
): Promise<Moment | null> {
  const { rows } = await connection.query<Moment>({
    name: 'last_word',
    text: `select message_id as id, author_id as author
      from message
      where workspace_id = $1 and number = $2 and direction <> 'note' and author_kind = 'member' and author_id = $3
      order by at desc
      limit 1`,
    values: [workspace, number, author],
  })
  return rows[0] ?? null
}

/** Where a page of kudos goes on. */
export type KudosPlace = { at: string; number: number; id: number }

/** Kudos of all issues before a place, newest first. */
export async function readKudosRows(
  connection: Connection,
  workspace: number,
  before: KudosPlace | null,
  limit: number,
): Promise<KudosRow[]> {
  const { rows } = await connection.query<KudosRow>({
    name: 'kudos',
    text: `select k.kudos_id as id, k.at, k.moment_id as moment, w.body as words,
        json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue) as for,
        json_build_object('kind', k.by_kind, 'id', k.by_id, 'name', coalesce(b.name, c.name)) as by,
        json_build_object('number', k.number, 'subject', s.subject) as issue
      from kudos k
      join story s on s.workspace_id = k.workspace_id and s.number = k.number
      join member m on m.workspace_id = k.workspace_id and m.member_id = k.for_id
      left join member b on k.by_kind = 'member' and b.workspace_id = k.workspace_id and b.member_id = k.by_id
      left join customer c on k.by_kind = 'customer' and c.workspace_id = k.workspace_id and c.customer_id = k.by_id
      left join words w on w.workspace_id = k.workspace_id and w.words_id = k.words_id
      where k.workspace_id = $1 and k.taken_back_at is null
        and ($2::timestamptz is null or (k.at, k.number, k.kudos_id) < ($2, $3::bigint, $4::integer))
      order by k.at desc, k.number desc, k.kudos_id desc
      limit $5`,
    values: [workspace, before?.at ?? null, before?.number ?? null, before?.id ?? null, limit],
  })
  return rows
}
