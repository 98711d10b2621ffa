import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Command, CommandFault, parse } from './command.ts'
import { clone } from './database.ts'

/** What the screens are built from. The core's and the contract's words are part of them. */
const sources = ['web', 'src/core', 'src/contract', 'package-lock.json']
const built = join(clone, 'web/dist')
const stampFile = join(built, '.sources')

export const buildWebCommand: Command = {
  words: 'web',
  usage: '',
  does: 'Builds the screens when their sources have changed. "start" does so by itself.',
  async run(typed, output) {
    parse(typed, {})
    const came = await buildWeb({ say: output.say })
    output.report({ web: came }, came === 'missing' ? 'Nothing was built.' : 'The newest screens are in web/dist.')
    return 0
  },
}

/** Builds the screens unless they are built from these very sources; `missing`: there are none. */
export async function buildWeb({
  say,
  signal,
}: {
  say(line: string): void
  signal?: AbortSignal
}): Promise<'fresh' | 'built' | 'missing'> {
  if (!(await readdir(join(clone, 'web'))).includes('index.html')) {
    say('There are no screens yet (no web/index.html). The API is served without them.')
    return 'missing'
  }
  const stamp = await hashSources()
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return 'fresh'
  say('Building the screens …')
  const begin = performance.now()
  await runVite(signal)
  // Written last: a build that was killed half-way is stale.
  await writeFile(stampFile, stamp)
  say(`The screens are built (${((performance.now() - begin) / 1000).toFixed(1)} s).`)
  return 'built'
}

async function hashSources(): Promise<string> {
  const files = (await Promise.all(sources.map(source => filesIn(join(clone, source))))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${relative(clone, file)}\0`)
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  if (path === built) return []
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null)
  if (!entries) return [path]
  const isSource = ({ name }: { name: string }) => !/\.test\.tsx?$/.test(name)
  return (await Promise.all(entries.filter(isSource).map(({ name }) => filesIn(join(path, name))))).flat()
}

/** In a process of its own, which takes its memory with it. */
function runVite(signal: AbortSignal | undefined): Promise<void> {
  const vite = join(clone, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn', '--emptyOutDir'], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  })
  const texts: Buffer[] = []
  child.stdout.on('data', text => texts.push(text))
  child.stderr.on('data', text => texts.push(text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(new CommandFault(`The screens could not be built:\n${Buffer.concat(texts).toString().trim()}`))
    })
  })
}
