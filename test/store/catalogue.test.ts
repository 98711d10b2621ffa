import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { freshDatabase } from '../database.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let database: pg.Pool

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, 2)
})
afterAll(async () => {
  await database.end()
  await fresh.drop()
})

const keys = `
select c.relname as table, i.relname as key, (
  select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]
) as first
from pg_index x
join pg_class c on c.oid = x.indrelid
join pg_class i on i.oid = x.indexrelid
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relname not like 'kysely%'
order by 1, 2`

test('every index and key begins with workspace_id', async () => {
  const { rows } = await database.query<{ table: string; key: string; first: string }>(keys)
  expect(rows.length).toBeGreaterThan(30)
  const others = rows.filter(({ first }) => first !== 'workspace_id')
  expect(others).toEqual([])
})

test('every foreign key begins with workspace_id', async () => {
  const { rows } = await database.query<{ name: string; first: string }>(`
    select k.conname as name, a.attname as first
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and n.nspname = 'public'`)
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ first }) => first !== 'workspace_id')).toEqual([])
})

test('every table has a primary key', async () => {
  const { rows } = await database.query<{ table: string }>(`
    select c.relname as table
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely%'
      and not exists (select 1 from pg_index x where x.indrelid = c.oid and x.indisprimary)`)
  expect(rows).toEqual([])
})
