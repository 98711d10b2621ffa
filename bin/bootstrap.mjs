// Runs on any Node from 20 on and before anything is installed, so it is plain JavaScript without dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.baton-installed')
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * Installs what is missing, and answers where the pinned Node is. Without anything to do it needs neither network nor
 * the right to write, and takes a few milliseconds. When it can't be done it says why, and ends the process.
 */
export async function bootstrap() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20)
    fail(
      `Baton needs Node 20 or newer to begin with, and this is Node ${process.versions.node}. See https://nodejs.org.`,
    )
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex')
  const isReady = () => hasStamp(stamp) && existsSync(pinnedNode)
  if (!isReady()) {
    await oneAtATime(async () => {
      if (isReady()) return
      if (!isInstalled(JSON.parse(lock))) await install()
      await ensureNode()
      writeStamp(stamp)
    })
  }
  return pinnedNode
}

/** Two starts that install into one folder at the same time would ruin it for each other. The second waits. */
async function oneAtATime(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const turn = join(tmpdir(), `baton-install-${name}.pid`)
  for (let isFirstLook = true; !takeTurn(turn); isFirstLook = false) {
    if (isFirstLook) say('Another start is installing in this folder. Waiting for it …')
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  const giveUpTurn = () => rmSync(turn, { force: true })
  process.once('exit', giveUpTurn)
  await work()
  process.off('exit', giveUpTurn)
  giveUpTurn()
}

function takeTurn(turn) {
  try {
    writeFileSync(turn, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    // Where there is no place for such notes, nobody else can be waited for.
    if (error.code !== 'EEXIST') return true
  }
  try {
    const holder = Number(readFileSync(turn, 'utf8'))
    if (holder > 0) process.kill(holder, 0)
  } catch (error) {
    // It was killed: its note is not worth waiting for.
    if (error.code === 'ESRCH') rmSync(turn, { force: true })
  }
  return false
}

function hasStamp(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

/** In a folder that can't be written to, what is installed is compared anew each time. */
function writeStamp(stamp) {
  try {
    writeFileSync(stampFile, stamp)
  } catch {}
}

/** Whether npm's own note of what it installed, which it writes last, has everything that this machine needs. */
function isInstalled(lock) {
  let installed
  try {
    installed = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages
  } catch {
    return false
  }
  return Object.entries(lock.packages).every(
    ([path, wanted]) => path === '' || installed[path]?.version === wanted.version || !isForHere(wanted),
  )
}

/** An optional package for no system in particular belongs to another that may not be for here. */
function isForHere({ os, cpu, libc, optional }) {
  if (optional && !os) return false
  const suits = (list, mine) =>
    !list || (list.some(one => one[0] !== '!') ? list.includes(mine) : !list.includes(`!${mine}`))
  if (!suits(os, process.platform) || !suits(cpu, process.arch)) return false
  return !libc || libc.includes(process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
}

async function install() {
  // npm would empty the folder behind the link, which somebody else may be using.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
    fail(
      `node_modules here is a link to ${realpathSync(modules)}, and what is in there is not what package-lock.json asks for. ` +
        'Remove the link, so that this clone gets its own; or run "npm ci" there.',
    )
  say('Installing what Baton is made of (about 400 packages; a minute or two, this once) …')
  // Said outright, since NODE_ENV=production or the user's own npm settings may say otherwise.
  const options = ['--include=dev', '--include=optional', '--include=peer', '--loglevel=error']
  const { code } = await withSignsOfLife('Still installing', npm(['ci', '--ignore-scripts=false', ...options], root))
  // Somebody has just asked for it.
  if (code > 128) process.exit(code)
  if (code !== 0)
    fail(
      `The packages could not be installed (npm ended with ${code}; its reason stands above). ` +
        'This needs the network, once. Then try again: what is there already is not fetched again.',
    )
}

/** The npm package `node` fetches its program by an install script, which a careful npm may not have run. */
async function ensureNode() {
  const { version } = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8'))
  if (runsAs(version)) return
  if (!linkFetched()) {
    say(`Fetching Node ${version} …`)
    const fetching = run(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(modules, 'node'),
      env: npmEnvironment(),
    })
    await withSignsOfLife('Still fetching', fetching)
  }
  if (!runsAs(version))
    fail(
      `Node ${version}, on which Baton runs, is not in ${pinnedNode}: the install script of the npm package "node" was not run or failed. ` +
        'Run "npm rebuild node --ignore-scripts=false" in this folder while it has the network, then try again.',
    )
}

function runsAs(version) {
  const { stdout } = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' })
  return stdout?.trim() === `v${version}`
}

/** The program may have been fetched, and only not been put in its place. */
function linkFetched() {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const fetched = join(modules, 'node', 'node_modules', `${prefix}-${process.platform}-${process.arch}`, 'bin', 'node')
  if (!existsSync(fetched)) return false
  mkdirSync(dirname(pinnedNode), { recursive: true })
  rmSync(pinnedNode, { force: true })
  linkSync(fetched, pinnedNode)
  return true
}

function npm(options, cwd) {
  const env = npmEnvironment()
  // Inside "npm start" that very npm, else the one on the path.
  const script = process.env.npm_execpath
  if (script?.endsWith('.js') && existsSync(script)) return run(process.execPath, [script, ...options], { cwd, env })
  return run('npm', options, { cwd, env, shell: process.platform === 'win32' })
}

/** Without this folder's own programs on the path: installing replaces them. */
function npmEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.startsWith(modules + sep))
  return { ...process.env, PATH: [...path, dirname(process.execPath)].join(delimiter) }
}

async function withSignsOfLife(words, work) {
  const begin = Date.now()
  // npm draws its own progress on a terminal, and says nothing elsewhere.
  const timer = process.stdout.isTTY
    ? null
    : setInterval(() => say(`${words} (${Math.round((Date.now() - begin) / 1000)} s) …`), 10_000)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

/** What children get, so that they too find the pinned Node first. */
export function environment(more = {}) {
  return { ...process.env, PATH: [dirname(pinnedNode), process.env.PATH].join(delimiter), ...more }
}

/**
 * Runs a program to its end, passing on the signals that ask us to stop; answers its exit code, as a shell would.
 * `ipc`: it notices when we are gone, however that came. `quiet`: keeps its output, which comes back too.
 */
export function run(program, options, { ipc = false, quiet = false, ...spawning } = {}) {
  const output = quiet ? 'pipe' : 'inherit'
  const child = spawn(program, options, { stdio: ['inherit', output, output, ...(ipc ? ['ipc'] : [])], ...spawning })
  const texts = []
  child.stdout?.on('data', text => texts.push(text))
  child.stderr?.on('data', text => texts.push(text))
  const pass = signal => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise(resolve => {
    const done = code => {
      for (const signal of signals) process.off(signal, pass)
      resolve({ code, output: Buffer.concat(texts).toString() })
    }
    child.once('error', error => {
      say(`${program} could not be run: ${error.message}.`)
      done(127)
    })
    child.once('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}
