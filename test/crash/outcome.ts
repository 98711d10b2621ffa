import type { Database } from '../../src/store/database.ts'
import type { Watch } from '../mail-flow/watch.ts'
import type { SmtpSink } from '../mail-servers/smtp-sink.ts'
import type { Load } from './load.ts'
import {
  everyCommandOnce,
  everyDueTimeOnce,
  everyLogWhole,
  everyMailOnce,
  everyMailWentOut,
  settled,
} from './record.ts'

/**
 * Waits until nothing is left to do, holds what is there against what was acknowledged, and tells the figures. Answers how
 * many mails went out once more.
 */
export async function expectNothingLost(
  watch: Watch,
  database: Database,
  { load, sink }: { load: Load; sink: SmtpSink },
): Promise<number> {
  await settled(watch, database)
  const issues = await everyLogWhole(database)
  const broken = await everyDueTimeOnce(database)
  await everyCommandOnce(database, load)
  await everyMailOnce(database, load)
  const repeated = await everyMailWentOut(database, sink)
  const again = (all: readonly { tries: number }[]): number => all.filter(({ tries }) => tries > 1).length
  console.info({
    issues,
    commands: load.done.length,
    'of them sent again': again(load.done),
    'mails in': load.handed.length,
    'of them handed over again': again(load.handed),
    'mails out': sink.mails.length,
    'of them the same again': repeated,
    'promises broken, each once': broken,
    'no answer': Object.fromEntries(load.failures),
  })
  if (again(load.done) === 0) throw new Error('Nothing went wrong: the test has not tested anything.')
  if (broken === 0) throw new Error('Nothing fell due: the test has not tested anything.')
  return repeated
}
