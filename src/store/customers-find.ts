import type { CustomerAnswer } from '../contract/answers.ts'
import type { Connection } from './database.ts'
import { inTheOneOrder } from './order.ts'

/** More than so many of one kind are not looked through: a third letter tells them apart. */
const mostLookedAt = 1000
const mostShown = 20

/** Every word of what is looked for ($2) begins a word of the name. */
export const byName = `
select customer_id from customer
where workspace_id = $1 and to_tsvector('simple', folded(name)) @@ to_tsquery('simple', (
  select string_agg('''' || word || ''':*', ' & ') from regexp_split_to_table(folded($2), ' ') as word where word <> ''
))`

/** The begin of an address; from three letters on, also what stands anywhere in it. */
const byMailBegin = `
select customer_id from customer_address
where workspace_id = $1 and kind = 'email' and address ~>=~ lower($2) and address ~<~ (lower($2) || U&'\\+10FFFF')`
const byMail = `
select customer_id from customer_address
where workspace_id = $1 and kind = 'email' and address like '%' || regexp_replace(lower($2), '([\\\\%_])', '\\\\\\1', 'g') || '%'`

/** Digits of a number anywhere. Two of them are in so many numbers that the first of those are found soonest in order. */
const byTwoDigits = `
select customer_id from customer_address where workspace_id = $1 and kind = 'phone' and position($2 in address) > 0`
const byDigits = `
select customer_id from customer_address where workspace_id = $1 and kind = 'phone' and address like '%' || $2 || '%'`
const byIssue = `
select customer_id from issue where workspace_id = $1 and number = $2::bigint`

/** Who has an open issue comes first, then by name. */
const found = (ways: readonly string[]): string => `
with found as (${ways.map(way => `(${way} limit ${mostLookedAt})`).join('\nunion\n')}),
shown as (
  select c.customer_id, c.name, c.organization_id,
    exists (
      select 1 from issue i where i.workspace_id = $1 and i.customer_id = c.customer_id and i.phase <> 'closed'
    ) as is_open
  from found f
  cross join lateral (
    -- The limit keeps it to one look for each that was found: no plan reads the table whole.
    select * from customer k
    where k.workspace_id = $1 and k.customer_id = f.customer_id and k.merged_into is null and k.erased_at is null
    limit 1
  ) c
  order by is_open desc, c.name, c.customer_id
  limit ${mostShown}
)
select c.customer_id as id, c.name, o.name as organization,
  coalesce((select json_agg(address order by address) from customer_address a
    where a.workspace_id = $1 and a.customer_id = c.customer_id and a.kind = 'email'), '[]') as emails,
  coalesce((select json_agg(address order by address) from customer_address a
    where a.workspace_id = $1 and a.customer_id = c.customer_id and a.kind = 'phone'), '[]') as phones,
  coalesce((
    select json_agg(json_build_object(
      'number', i.number, 'subject', s.subject,
      'owner', json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue)
    ) order by ${inTheOneOrder('i')})
    from issue i
    join story s on s.workspace_id = i.workspace_id and s.number = i.number
    join member m on m.workspace_id = i.workspace_id and m.member_id = i.owner_id
    where i.workspace_id = $1 and i.customer_id = c.customer_id and i.phase <> 'closed'
  ), '[]') as open
from shown c
left join organization o on o.workspace_id = $1 and o.organization_id = c.organization_id
order by c.is_open desc, c.name, c.customer_id`

/** How something is looked for, by what it looks like. */
function waysOf(q: string): { name: string; ways: string[]; sought: string } {
  const plain = q.replace(/\D/g, '')
  // How people dial at home (0600 …) and abroad (0034 600 …) begins with noughts that are no part of a number as stored.
  const digits = plain.length > 2 ? plain.replace(/^0+/, '') : plain
  if (/^#?[\d\s+()./-]+$/.test(q) && digits.length > 0) {
    const number = digits.length > 2 ? byDigits : byTwoDigits
    const isIssue = /^#?\d{1,15}$/.test(q)
    const ways = [...(q.startsWith('#') ? [] : [number]), ...(isIssue ? [byIssue] : [])]
    if (ways.length > 0)
      return { name: `customers_by_${ways.length}_${digits.length > 2}_${q.startsWith('#')}`, ways, sought: digits }
  }
  // No address has a blank in it.
  const mails = /\s/.test(q) ? [] : [q.length > 2 ? byMail : byMailBegin]
  return { name: `customers_by_name_${mails.length}_${q.length > 2}`, ways: [byName, ...mails], sought: q }
}

/** Customers by the begin of any word of their name, a part of an address or number, or an issue of theirs. */
export async function findCustomerRows(
  connection: Connection,
  workspace: number,
  q: string,
): Promise<CustomerAnswer[]> {
  const { name, ways, sought } = waysOf(q)
  const { rows } = await connection.query<CustomerAnswer>({ name, text: found(ways), values: [workspace, sought] })
  return rows
}
