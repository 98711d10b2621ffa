import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { LogEvent, Reading, ReadOptions } from '../event.ts'
import { readLog } from '../reading/read.ts'

/** The log of Volvo IT (BPI Challenge 2013), which is not ours to pass on: null in a clone that came without it. */
export function volvoLog(): string | null {
  const project = path.resolve(import.meta.dirname, '../../..')
  const folder = path.resolve(project, process.env.BATON_TEST_DATA ?? '../shared/data')
  const file = path.join(folder, 'logs/bpic2013-incidents.csv.gz')
  if (existsSync(file)) return file
  console.warn(`\nNO TEST DATA at ${file}: that log is not read in this run. BATON_TEST_DATA says where it is.\n`)
  return null
}

/** A file that is gone when the test ends. */
export function fileOf(bytes: string | Uint8Array, name = 'log.csv'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

export const plainly: ReadOptions = { map: {}, timeFormat: null, zone: null, keepGoing: false }

/** All of a log at once. */
export async function readAll(
  file: string,
  options: Partial<ReadOptions> = {},
): Promise<Reading & { events: LogEvent[] }> {
  const events: LogEvent[] = []
  const reading = await readLog(file, { ...plainly, ...options }, event => void events.push(event))
  return { ...reading, events }
}
