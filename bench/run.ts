import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/store/embedded/embedded.ts'
import { benchAudit } from './audit.ts'
import { benchCommands } from './commands.ts'
import { type Figure, print } from './figures.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchLists } from './lists.ts'
import { benchMail } from './mail.ts'
import { benchMeasures } from './measures.ts'
import { benchStart } from './start.ts'

/** Each benchmark by the name that picks it: `npm run bench -- commands`. */
const all: Record<string, (server: string) => Promise<Figure[]>> = {
  commands: benchCommands,
  lists: benchLists,
  mail: benchMail,
  'first-load': benchFirstLoad,
  start: benchStart,
  measures: benchMeasures,
  audit: benchAudit,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find(name => !(name in all))
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(all).join(', ')}.`)
  process.exit(2)
}
const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'))
const embedded = await startEmbedded({ folder, say: line => console.error(line) })
try {
  const figures: Figure[] = []
  for (const [name, bench] of Object.entries(all)) {
    if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await bench(embedded.url)))
  }
  print(figures)
} finally {
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}
