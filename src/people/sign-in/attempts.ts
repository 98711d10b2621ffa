import { createHash } from 'node:crypto'
import type { Database } from '../../store/database.ts'

/** What is counted, and how often it may be tried in a window of time. */
export type Limit = { subject: string; most: number; minutes: number }

const count = `
insert into identity.attempt as a (subject, tries, ends_at)
select subject, 1, now() + minutes * interval '1 minute'
from unnest($1::text[], $2::integer[]) as asked (subject, minutes)
order by subject
on conflict (subject) do update set
  tries = case when a.ends_at <= now() then 1 else a.tries + 1 end,
  ends_at = case when a.ends_at <= now() then excluded.ends_at else a.ends_at end
returning subject, tries, ceil(extract(epoch from ends_at - now()))::integer as "secondsLeft"`

const digestOf = (subject: string): string => createHash('sha256').update(subject).digest('base64url')

/**
 * Counts one try against each limit, before it is made: many at the same moment can't all pass. Answers with the seconds
 * to wait when one is used up; null when the try may be made.
 */
export async function tryOnce(database: Database, limits: readonly Limit[]): Promise<number | null> {
  const asked = new Map(limits.map(limit => [digestOf(limit.subject), limit]))
  const { rows } = await database.query<{ subject: string; tries: number; secondsLeft: number }>({
    name: 'try_once',
    text: count,
    values: [[...asked.keys()], [...asked.values()].map(({ minutes }) => minutes)],
  })
  if (rows.some(({ tries }) => tries === 1)) await forgetOld(database)
  const waits = rows.filter(({ subject, tries }) => tries > (asked.get(subject)?.most ?? 0))
  return waits.length === 0 ? null : Math.max(1, ...waits.map(({ secondsLeft }) => secondsLeft))
}

/** Takes a try back that went well: only failures use limits up. */
export async function takeBack(database: Database, limits: readonly Limit[]): Promise<void> {
  await database.query('update identity.attempt set tries = greatest(tries - 1, 0) where subject = any ($1)', [
    limits.map(({ subject }) => digestOf(subject)),
  ])
}

async function forgetOld(database: Database): Promise<void> {
  await database.query(`delete from identity.attempt where ends_at < now() - interval '1 hour'`)
}

/** An address as limits count it: of IPv6 the network, since every household has more addresses than anybody can count. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = (tail ?? '').split(':').filter(Boolean)
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':')
}
