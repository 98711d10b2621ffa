import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/store/embedded/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import { administer, withDatabase } from './database.ts'

/** One PostgreSQL server for the whole run, with a migrated database from which each test file copies its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-test-'))
  const { url, stop } = await startEmbedded({ folder, say: line => console.log(line) })
  const template = withDatabase(url, 'template')
  await administer(url, 'create database template')
  await migrate(template)
  project.provide('template', template)
  return async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}
