import type { CustomerId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A closed issue of a customer that what they write now is like; `shared`: words of theirs that both have. */
export type Likely = { number: number; subject: string; closedAt: Instant; shared: string[] }

/** How much of a text is compared, in characters, and with how many issues at most. */
const compared = { subject: 500, whole: 2000, issues: 100, found: 3 }

/** How alike two texts are, from 0 to 1, before somebody is asked whether they are about the same. */
const alike = { words: 0.5, letters: 0.5 }

// Words count by their stems; those that every text has (the, is, of) have none. Letters find typing errors, and languages
// whose endings the stemmer does not know.
const query = `
with asked as (
  select subject, said, stems(subject) as of_subject, stems(said) as of_all
  from (select left($3, ${compared.subject}) as subject, left($3 || ' ' || $4, ${compared.whole}) as said) as texts
),
past as (
  select i.number, i.state->'lifecycle'->>'at' as closed_at, left(s.subject, ${compared.subject}) as subject,
    left(s.subject || ' ' || s.story, ${compared.whole}) as said
  from issue i
  join story s on s.workspace_id = i.workspace_id and s.number = i.number
  where i.workspace_id = $1 and i.customer_id = $2 and i.phase = 'closed' and i.outcome not in ('duplicate', 'spam')
    and i.state->>'erasedAt' is null
  order by i.number desc
  limit ${compared.issues}
),
likeness as (
  select p.number, p.closed_at, p.subject,
    array(select unnest(a.of_all) intersect select unnest(stems(p.said))) as shared,
    greatest(share(a.of_subject, stems(p.said)), share(stems(p.subject), a.of_all)) as of_words,
    greatest(word_similarity(a.subject, p.said), word_similarity(p.subject, a.said)) as of_letters
  from past p, asked a
)
select l.number, l.subject, l.closed_at as "closedAt",
  array(
    select w.word
    from asked a, regexp_split_to_table(lower(a.said), '[^[:alnum:]]+') with ordinality as w (word, place)
    where stems(w.word) && l.shared
    group by w.word
    order by min(w.place)
    limit 4
  ) as shared
from likeness l
where l.of_words > ${alike.words} or l.of_letters >= ${alike.letters}
order by l.closed_at > $5 desc, greatest(l.of_words, l.of_letters) desc, l.number desc
limit ${compared.found}`

/**
 * Closed issues of a customer that may have come back with what they write now (Rule 21), by words and letters that both
 * share: first what was closed after `since`, then the likeliest.
 */
export async function readLikely(
  connection: Connection,
  workspace: number,
  { customer, subject, story, since }: { customer: CustomerId; subject: string; story: string; since: Instant },
): Promise<Likely[]> {
  const values = [workspace, customer, subject, story, since]
  const { rows } = await connection.query<Likely>({ name: 'likely', text: query, values })
  return rows
}
