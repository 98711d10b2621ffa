import { execFileSync } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, copyClone, type Holder, hold } from './testing/holder.ts'

// Whoever runs the tests, PostgreSQL must start for them; root is the one who can also try being others.
const isRoot = process.getuid?.() === 0
let base = ''
const holders: Holder[] = []

function start(...wishes: Parameters<typeof hold>): Holder {
  const holder = hold(...wishes)
  holders.push(holder)
  return holder
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'baton-users-'))
  await chmod(base, 0o755)
})
afterEach(() => Promise.all(holders.splice(0).map(holder => holder.stop())))
afterAll(() => rm(base, { recursive: true, force: true }))

const nobody = () => Number(execFileSync('id', ['-u', 'nobody']))

/** The user to whom the databases in a data folder belong. */
async function ownerOf(folder: string): Promise<string> {
  const { uid } = await stat(join(folder, 'postgres'))
  return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8' }).trim()
}

test('a folder that this user may not write to is said, and not half used', async () => {
  const closed = join(base, 'closed')
  await mkdir(closed)
  await chmod(closed, 0o555)
  const wishes = isRoot ? { clone: await copyClone(join(base, 'clone-for-all')), uid: nobody(), gid: nobody() } : {}
  await expect(start(closed, wishes).url).rejects.toThrow(/EmbeddedFault: .*closed can't be written to/)
  expect(await readdir(closed)).toEqual([])
})

if (isRoot) {
  test('as root PostgreSQL runs as another user, in a data folder that only root could enter before', async () => {
    const folder = join(base, 'private')
    await mkdir(folder, { mode: 0o700 })
    expect(await ask(await start(folder).url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await ownerOf(folder)).toBe('baton')
    expect((await stat(folder)).mode & 0o007).toBe(0)
  })

  test('as root a data folder inside a home that only root may enter is refused, with what to do', async () => {
    const home = join(base, 'home')
    await mkdir(home, { mode: 0o700 })
    await expect(start(join(home, 'data')).url).rejects.toThrow(
      /EmbeddedFault: .*can't be entered by the user baton.*BATON_DATA/,
    )
  })

  test('as root a clone in a private home works, by a copy of the programs that is made once', async () => {
    const home = join(base, 'private-home')
    await mkdir(home, { mode: 0o700 })
    const clone = await copyClone(join(home, 'clone'))
    const folder = join(base, 'data-of-private-clone')
    expect(await ask(await start(folder, { clone }).url, 'select 1 as one')).toEqual([{ one: 1 }])
    await Promise.all(holders.splice(0).map(holder => holder.stop()))
    const again = start(folder, { clone })
    await again.url
    expect(again.said).toEqual([])
  })

  test('as root data that an ordinary user made is opened as that user', async () => {
    const folder = join(base, 'of-nobody')
    await start(folder).url
    await Promise.all(holders.splice(0).map(holder => holder.stop()))
    execFileSync('chown', ['-R', `${nobody()}`, join(folder, 'postgres')])
    await chmod(folder, 0o755)
    expect(await ask(await start(folder).url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await ownerOf(folder)).toBe('nobody')
  })

  test('as an ordinary user, in a clone and a home that nobody else may enter', async () => {
    const home = join(base, 'home-of-nobody')
    const clone = await copyClone(join(home, 'clone'))
    execFileSync('chown', ['-R', `${nobody()}`, home])
    await chmod(home, 0o700)
    const holder = start(join(clone, 'data'), { clone, uid: nobody(), gid: nobody() })
    // Root may connect beside it, as its own commands do.
    expect(await ask(await holder.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await ownerOf(join(clone, 'data'))).toBe('nobody')
  })

  test('as an ordinary user data of another user is refused, with what to do', async () => {
    const folder = join(base, 'of-baton')
    await start(folder).url
    await Promise.all(holders.splice(0).map(holder => holder.stop()))
    await chown(folder, nobody(), nobody())
    for (const name of ['server.lock', 'postgres.log']) await chown(join(folder, name), nobody(), nobody())
    await expect(
      start(folder, { clone: await copyClone(join(base, 'open')), uid: nobody(), gid: nobody() }).url,
    ).rejects.toThrow(/EmbeddedFault: .*belongs to another user/)
  })
} else {
  test('as an ordinary user the databases belong to that user', async () => {
    const folder = join(base, 'data')
    expect(await ask(await start(folder).url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await stat(join(folder, 'postgres'))).uid).toBe(process.getuid?.())
  })
}
