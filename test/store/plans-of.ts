import { expect } from 'vitest'
import { recorded } from '../../bench/recording.ts'
import type { Desk } from '../../src/desk/desk.ts'

/** The plans of what `ask` sends, as PostgreSQL would run it now. */
export async function plansOf(desk: Desk, ask: (desk: Desk) => Promise<unknown>): Promise<string> {
  const { database, take } = recorded(desk.database)
  await ask({ ...desk, database })
  const plans: string[] = []
  for (const { text, values } of take()) {
    const { rows } = await desk.database.query({ text: `explain ${text}`, values: values ?? [], rowMode: 'array' })
    plans.push(rows.map(([line]) => line).join('\n'))
  }
  expect(plans).not.toEqual([])
  return plans.join('\n')
}
