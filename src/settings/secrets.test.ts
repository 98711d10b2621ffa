import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'
import { SettingsFault } from './settings.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-secrets-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the first start makes secrets that only this user can read, and later starts read the same', async () => {
  const made = await openSecrets(join(folder, 'data'))
  expect(new Set(Object.values(made).map(key => key.toString('hex'))).size).toBe(3)
  expect((await stat(join(folder, 'data/secrets.json'))).mode & 0o777).toBe(0o600)
  expect(await openSecrets(join(folder, 'data'))).toEqual(made)
})

test('processes that start at once all get the same secrets, and nothing is left over', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => openSecrets(folder)))
  for (const other of others) expect(other).toEqual(first)
  expect(await readdir(folder)).toEqual(['secrets.json'])
})

test('secrets that others could read are closed to them again', async () => {
  await openSecrets(folder)
  await chmod(join(folder, 'secrets.json'), 0o644)
  await openSecrets(folder)
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600)
})

test.each(['', '{"session": 1}', '{"session":"c2hvcnQ=","links":"c2hvcnQ=","addresses":"c2hvcnQ="}'])(
  'damaged secrets (%j) are never replaced by themselves',
  async text => {
    await writeFile(join(folder, 'secrets.json'), text)
    await expect(openSecrets(folder)).rejects.toThrow(SettingsFault)
  },
)
