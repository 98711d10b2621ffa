import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const clone = fileURLToPath(new URL('..', import.meta.url))
const version = process.versions.node
// No registry is there: whatever has to be fetched fails at once.
const offline = {
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_fetch_retries: '0',
  npm_config_prefer_offline: '',
}

let folder = ''
const started: ChildProcess[] = []

/** A clone that depends on nothing but the pinned Node, which is installed. */
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'baton-bootstrap-')))
  await cp(join(clone, 'bin/bootstrap.mjs'), join(folder, 'bin/bootstrap.mjs'))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'x', dependencies: { node: version } }))
  const packages = { '': { dependencies: { node: version } }, 'node_modules/node': { version } }
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }))
  const node = join(folder, 'node_modules/node')
  await mkdir(join(node, 'bin'), { recursive: true })
  await writeFile(join(node, 'package.json'), JSON.stringify({ version }))
  await cp(join(clone, 'node_modules/node/installArchSpecificPackage.js'), join(node, 'installArchSpecificPackage.js'))
  await symlink(process.execPath, join(node, 'bin/node'))
  await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

type Begun = { says(words: string): Promise<void>; ends: Promise<{ code: number | null; text: string }> }

function begin(env: Record<string, string> = {}): Begun {
  const code = `const { bootstrap } = await import(${JSON.stringify(join(folder, 'bin/bootstrap.mjs'))}); console.log('node is', await bootstrap())`
  const options = ['--input-type=module', '--eval', code]
  const child = spawn(process.execPath, options, { cwd: folder, env: { ...process.env, ...offline, ...env } })
  started.push(child)
  let text = ''
  const waiting: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      text += chunk
      for (const look of waiting) look()
    })
  return {
    says: words =>
      new Promise(resolve => {
        waiting.push(() => text.includes(words) && resolve())
      }),
    ends: new Promise(resolve => child.once('close', code => resolve({ code, text }))),
  }
}

const ready = () => ({ code: 0, text: `node is ${join(folder, 'node_modules/node/bin/node')}\n` })

test('what npm has installed by hand is taken as it is, without network, a first and a second time', async () => {
  expect(await begin().ends).toEqual(ready())
  expect(await readFile(join(folder, 'node_modules/.baton-installed'), 'utf8')).toMatch(/^[\da-f]{64}$/)
  expect(await begin().ends).toEqual(ready())
})

test('a package that is missing or of another version is installed, and without network that is said', async () => {
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
  lock.packages['node_modules/left-pad'] = { version: '1.3.0' }
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const { code, text } = await begin().ends
  expect(code).toBe(1)
  expect(text).toContain('Installing what Baton is made of')
  expect(text).toContain('This needs the network, once.')
})

test('a package for another kind of machine is not missed', async () => {
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
  lock.packages['node_modules/only-there'] = { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] }
  lock.packages['node_modules/of-only-there'] = { version: '1.0.0', optional: true }
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock))
  expect(await begin().ends).toEqual(ready())
})

test('when npm ran no install scripts, the Node that it fetched is put in its place', async () => {
  const fetched = join(folder, `node_modules/node/node_modules/node-${process.platform}-${process.arch}/bin`)
  await mkdir(fetched, { recursive: true })
  await cp(process.execPath, join(fetched, 'node'))
  await unlink(join(folder, 'node_modules/node/bin/node'))
  expect(await begin().ends).toEqual(ready())
})

test('a Node that could not be fetched is said, with what to do', async () => {
  await unlink(join(folder, 'node_modules/node/bin/node'))
  const { code, text } = await begin().ends
  expect(code).toBe(1)
  expect(text).toContain(`Node ${version}, on which Baton runs, is not in`)
  expect(text).toContain('npm rebuild node')
})

test('packages behind a link, which others may use, are never replaced', async () => {
  const shared = join(folder, 'shared')
  await cp(join(folder, 'node_modules'), shared, { recursive: true })
  await rm(join(folder, 'node_modules'), { recursive: true })
  await rm(join(shared, '.package-lock.json'))
  await symlink(shared, join(folder, 'node_modules'))
  const { code, text } = await begin().ends
  expect(code).toBe(1)
  expect(text).toContain(`node_modules here is a link to ${shared}`)
  expect(await readFile(join(shared, 'node/package.json'), 'utf8')).toContain(version)
})

test('while another start installs here this one waits; a killed one is not waited for', async () => {
  const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  started.push(other)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const turn = join(tmpdir(), `baton-install-${name}.pid`)
  await writeFile(turn, `${other.pid}`)
  const waiting = begin()
  await waiting.says('Another start is installing in this folder')
  other.kill('SIGKILL')
  expect(await waiting.ends).toMatchObject({ code: 0, text: expect.stringContaining('node is') })
  await expect(readFile(turn)).rejects.toThrow('ENOENT')
})
