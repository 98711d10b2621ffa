import type { Likeness, Lookalike } from '../core/contact/customer.ts'
import type { CustomerId } from '../core/context.ts'
import type { Connection } from './database.ts'
import { isPublicHost } from './public-hosts.ts'

/** Somebody who wrote, and is nobody whom the desk knows: what they call themselves, from where, and what they said. */
export type Stranger = { name: string; email: string; words: string }

/** At most so many are shown: more would be no help. */
const mostShown = 5
/** From as many people of one house nobody is told apart by the house alone. */
const smallHouse = 3
/** How much of two names' letters is the same (pg_trgm): so much by itself, or together with something else. */
const sameName = 0.6
const likeName = 0.35

// Each row is a reason; whoever has one is looked at. `house` counts the customers who write from the same domain.
const query = `
with named as (
  select customer_id, similarity(folded(name), folded($2)) as likeness
  from customer
  where workspace_id = $1 and merged_into is null and erased_at is null and folded(name) % folded($2)
  order by likeness desc
  limit 50
),
neighbours as (
  select distinct a.customer_id
  from customer_address a
  where a.workspace_id = $1 and a.kind = 'email' and split_part(a.address, '@', 2) = $3
  limit 1000
),
colleagues as (
  select n.customer_id
  from named n
  join customer c on c.workspace_id = $1 and c.customer_id = n.customer_id
  where c.organization_id in (
    select k.organization_id from neighbours b join customer k on k.workspace_id = $1 and k.customer_id = b.customer_id
  )
),
reasons as (
  select customer_id, 'name' as why, likeness from named
  union all
  select customer_id, 'domain', null from neighbours
  union all
  select customer_id, 'organization', null from colleagues
  union all
  select customer_id, 'phone', null from unnest($4::uuid[]) as p (customer_id)
  union all
  select i.customer_id, 'issue', null from issue i where i.workspace_id = $1 and i.number = any($5::bigint[])
)
select r.customer_id as customer, array_agg(distinct r.why) as why, coalesce(max(r.likeness), 0)::float8 as likeness,
  (select count(*)::integer from neighbours) as house
from reasons r
where exists (
  -- The offset keeps it to one look for each: no plan reads the table whole.
  select 1 from customer c
  where c.workspace_id = $1 and c.customer_id = r.customer_id and c.merged_into is null and c.erased_at is null
  offset 0
)
group by r.customer_id`

type Row = { customer: CustomerId; why: Likeness[]; likeness: number; house: number }

/**
 * Scenario 5: known customers who a stranger may be, the likeliest first. A name alone has to be nearly the same; a house
 * alone has to be small; a number or an issue that they mention is enough.
 */
export async function findLookalikes(
  connection: Connection,
  workspace: number,
  { name, email, words }: Stranger,
): Promise<Lookalike[]> {
  const host = email.slice(email.lastIndexOf('@') + 1)
  const mentioned = await withNumbers(connection, workspace, numbersIn(words))
  const { rows } = await connection.query<Row>({
    name: 'lookalikes',
    text: query,
    values: [workspace, name, isPublicHost(host) ? null : host, mentioned, issuesIn(words)],
  })
  return rows
    .map(row => ({ ...row, score: scoreOf(row) }))
    .filter(({ score }) => score >= 1)
    .sort((one, other) => other.score - one.score || (one.customer < other.customer ? -1 : 1))
    .slice(0, mostShown)
    .map(({ customer, why, likeness }) => ({
      customer,
      why: why.filter(reason => reason !== 'name' || likeness >= likeName).sort(),
    }))
}

/** From 1 on it is worth asking. */
function scoreOf({ why, likeness, house }: Row): number {
  const isMentioned = why.includes('phone') || why.includes('issue')
  const isNeighbour = why.includes('domain') || why.includes('organization')
  const byName = likeness >= sameName ? 1 : likeness >= likeName ? 0.5 : 0
  const byHouse = isNeighbour ? (house <= smallHouse ? 1 : 0.5) : 0
  return (isMentioned ? 2 : 0) + byName + byHouse + likeness / 10
}

/** Whose numbers these are; each looked for by itself, so that PostgreSQL knows what it looks for. */
async function withNumbers(
  connection: Connection,
  workspace: number,
  numbers: readonly string[],
): Promise<CustomerId[]> {
  const found: CustomerId[] = []
  for (const digits of numbers) {
    const { rows } = await connection.query<{ id: CustomerId }>({
      text: `select customer_id as id from customer_address
        where workspace_id = $1 and kind = 'phone' and address like '%' || $2
        limit 10`,
      values: [workspace, digits],
    })
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** Phone numbers in a text: their last nine digits, which tell them apart however the country is written. */
function numbersIn(words: string): string[] {
  const found = words.match(/\+?\d[\d\s().-]{7,22}\d/g) ?? []
  return [...new Set(found.map(text => text.replace(/\D/g, '').slice(-9)).filter(digits => digits.length === 9))].slice(
    0,
    3,
  )
}

/** Issues that a text mentions as we write them: #1042. */
const issuesIn = (words: string): number[] =>
  [...words.matchAll(/#(\d{1,15})\b/g)].slice(0, 10).map(([, number]) => Number(number))
