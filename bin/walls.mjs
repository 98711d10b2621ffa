// The walls between the rooms: who may know whom. Without dependencies, so that it takes no time.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Each room with the rooms whose code it may use. `types`: places of which it may only use types (`import type`), which
 * are gone when it runs. `packages`: whether it may use npm's and Node's own.
 */
const rooms = {
  'src/core': { uses: [], packages: false },
  'src/settings': { uses: [] },
  'src/store': { uses: ['src/core'], types: ['src/contract'] },
  'src/measures': { uses: ['src/core', 'src/store'], types: ['src/contract'] },
  'src/desk': {
    uses: ['src/core', 'src/store', 'src/measures', 'src/audit/event.ts', 'src/audit/figures'],
    types: ['src/contract'],
  },
  'src/clock': { uses: ['src/core', 'src/store', 'src/desk'] },
  'src/channels': { uses: ['src/core', 'src/store', 'src/desk'], types: ['src/contract'] },
  'src/people': { uses: ['src/core', 'src/store', 'src/desk'] },
  'src/demo': { uses: ['src/core', 'src/store', 'src/desk', 'src/clock', 'src/channels'] },
  'src/contract': { uses: ['src/core'] },
  'src/audit': { uses: ['src/core/time', 'src/contract/audit.ts'] },
  'src/moving-in': { uses: ['src/core', 'src/store', 'src/desk', 'src/audit'] },
  'src/server': {
    uses: [
      'src/core',
      'src/contract',
      'src/store',
      'src/desk',
      'src/clock',
      'src/channels',
      'src/people',
      'src/demo',
      'src/settings',
    ],
  },
  'src/cli': { uses: ['src'] },
  simulate: { uses: ['src/core'] },
  web: {
    uses: [
      'src/core/escalation/money.ts',
      'src/core/learning/fact-rule.ts',
      'src/core/policy.ts',
      'src/core/time/instant.ts',
      'src/core/told/sentences.ts',
    ],
    types: ['src/contract', 'src/core'],
  },
}

/** What is wrong with the imports of a file (its path within the clone): a sentence for each. */
export function faultsOf(file, text) {
  const room = roomOf(file)
  if (!room) return []
  const { uses, types = [], packages = true } = rooms[room]
  return importsOf(text).flatMap(({ target, isType }) => {
    if (!target.startsWith('.')) {
      if (packages || isTest(file)) return []
      return [`${file} uses the package ${target}, and ${room} uses nothing but itself.`]
    }
    const path = relative(root, join(root, dirname(file), target))
    if (isTest(file) && isIn(path, ['test'])) return []
    if (roomOf(path) === room || isIn(path, uses)) return []
    if (isIn(path, types))
      return isType ? [] : [`${file} uses ${path}, of which ${room} may only use types: write "import type".`]
    return [`${file} uses ${path}, and ${room} may use ${listed([...uses, ...types])}.`]
  })
}

const isTest = file => /\.test\.tsx?$|\/testing\//.test(file)
const isIn = (path, places) => places.some(place => path === place || path.startsWith(`${place}/`))
const listed = places => (places.length === 0 ? 'nothing but itself' : `only ${places.join(', ')}`)

/** The innermost room in which a path is. */
function roomOf(path) {
  const around = Object.keys(rooms).filter(room => isIn(path, [room]))
  return around.sort((one, other) => other.length - one.length)[0]
}

function importsOf(text) {
  const statements = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;()]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
  const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
  return [
    ...[...text.matchAll(statements)].map(([, type, target]) => ({ target, isType: Boolean(type) })),
    ...[...text.matchAll(calls)].map(([, target]) => ({ target, isType: false })),
  ]
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter(file => !file.startsWith('web/dist/'))
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const files = [...sources('src'), ...sources('web'), ...sources('simulate')]
  const homeless = files
    .filter(file => !roomOf(file))
    .map(file => `${file} is in no room: name its room in bin/walls.mjs.`)
  const faults = [...homeless, ...files.flatMap(file => faultsOf(file, readFileSync(join(root, file), 'utf8')))]
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
