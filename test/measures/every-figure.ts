import { fillDemo } from '../../src/demo/fill.ts'
import type { Desk, Outcome } from '../../src/desk/desk.ts'
import { exportMeasures, readMeasure, readMeasures } from '../../src/desk/measures/read.ts'
import { foundDesk } from '../../src/desk/setup.ts'
import { groupings } from '../../src/measures/scope.ts'
import { configurationOf } from '../../src/store/configuration.ts'
import { freshDatabase } from '../database.ts'
import { bareDesk } from '../desk.ts'

/** The demo desk with all its stories; its time stands still, so that figures are as of the same moment each time. */
export async function demoDesk(): Promise<{ desk: Desk; url: string; close(): Promise<void> }> {
  const { url, drop } = await freshDatabase()
  const { desk, close } = await bareDesk(url)
  await foundDesk(desk.database, 1, 'support@litoral.example', 'Europe/Madrid')
  await fillDemo(desk, () => {})
  await desk.database.query('update workspace set time_stands_at = clock_timestamp()')
  return { desk, url, close: () => close().then(drop) }
}

/** Everything that measures say of the whole desk, in every way in which they are asked. */
export async function everyFigure(desk: Desk): Promise<unknown[]> {
  const { members } = await configurationOf(desk.database, 1)
  const reader = [...members.values()].find(({ role }) => role === 'admin' || role === 'supervisor')?.id ?? ''
  const scope = { from: '2020-01-01', mine: false }
  const all = answerOf(await readMeasures(desk, reader, scope))
  const figures: unknown[] = [all]
  for (const by of groupings) {
    figures.push(answerOf(await exportMeasures(desk, reader, { ...scope, by })))
    for (const { name } of all.measures) figures.push(answerOf(await readMeasure(desk, reader, name, { ...scope, by })))
  }
  return figures
}

function answerOf<T>(outcome: Outcome<T>): T {
  if ('answer' in outcome) return outcome.answer
  throw new Error(JSON.stringify(outcome))
}
