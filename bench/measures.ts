import type { MeasuresAnswer } from '../src/contract/answers.ts'
import type { Desk } from '../src/desk/desk.ts'
import { addUpMeasures } from '../src/desk/measures/read.ts'
import { readNow } from '../src/store/now.ts'
import { type Figure, figure, quantile } from './figures.ts'
import { fillLargeDesk, type Readers } from './large-desk.ts'
import { send } from './post.ts'
import { type Scene, setScene } from './scene.ts'
import { startServing } from './serving.ts'

const issues = 1_000_000
const eventsEach = 20
const runs = 5

/** How long each measure takes over HTTP with 1,000,000 issues and 20,000,000 events, when it has been asked for before. */
export async function benchMeasures(server: string): Promise<Figure[]> {
  const scene = await setScene(server)
  try {
    const readers = await fillLargeDesk(scene, { issues, eventsEach })
    // As the server does every ten minutes.
    const begin = performance.now()
    await addUpMeasures({ database: scene.database, workspace: 1 } as Desk, new AbortController().signal)
    const adding = figure('adding up all weeks of two years', performance.now() - begin, 'ms')
    return [adding, ...(await measureAnswers(scene, readers))]
  } finally {
    await scene.drop()
  }
}

type Ask = { name: string; path: string; key: string }

async function measureAnswers(scene: Scene, readers: Readers): Promise<Figure[]> {
  const serving = await startServing(scene)
  try {
    const now = await readNow(scene.database, 1)
    const begin = `from=${new Date(Date.parse(now) - 740 * 86_400_000).toISOString().slice(0, 10)}`
    const ask = async ({ path, key }: Ask): Promise<string> => send(`${serving.url}/api/v1${path}`, key, null)
    const { measures } = JSON.parse(
      await ask({ name: 'all', path: '/measures', key: readers.adminKey }),
    ) as MeasuresAnswer
    const mine = JSON.parse(
      await ask({ name: 'mine', path: '/measures?mine=true', key: readers.agentKey }),
    ) as MeasuresAnswer
    const figures: Figure[] = []
    for (const [time, from] of [
      ['two years', begin],
      ['12 weeks', ''],
    ] as const) {
      const of = (how: string, one: MeasuresAnswer, path: (name: string) => string, key: string) =>
        measureEach(
          `${how}, ${time}`,
          one.measures.map(({ name }) => ({ name, path: `/measures/${name}${path(name)}&${from}`, key })),
          ask,
        )
      const { adminKey, agentKey } = readers
      for (const by of ['week', 'team', 'kind', 'channel'])
        figures.push(...(await of(`a measure by ${by}`, { measures } as MeasuresAnswer, () => `?by=${by}`, adminKey)))
      figures.push(...(await of('a measure of mine', mine, () => '?mine=true', agentKey)))
      for (const side of ['part', 'rest'])
        figures.push(
          ...(await of(
            `issues behind, ${side}`,
            { measures } as MeasuresAnswer,
            () => `/issues?side=${side}`,
            adminKey,
          )),
        )
      const whole = (path: string): Ask[] => [{ name: path, path: `${path}?${from}`, key: adminKey }]
      figures.push(...(await measureEach(`all measures, ${time}`, whole('/measures'), ask)))
      figures.push(...(await measureEach(`all measures as CSV, ${time}`, whole('/measures.csv'), ask)))
    }
    return figures
  } finally {
    await serving.stop()
  }
}

/** Each is asked once to warm it, then several times; of all together p50 and p95, and which was the slowest. */
async function measureEach(says: string, asked: readonly Ask[], ask: (one: Ask) => Promise<string>): Promise<Figure[]> {
  const all: number[] = []
  const medians: { name: string; ms: number }[] = []
  for (const one of asked) {
    await ask(one)
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const begin = performance.now()
      await ask(one)
      times.push(performance.now() - begin)
    }
    all.push(...times)
    medians.push({ name: one.name, ms: quantile(times, 0.5) })
  }
  const [slowest] = medians.toSorted((one, other) => other.ms - one.ms)
  return [
    figure(`${says}: p50`, quantile(all, 0.5), 'ms'),
    figure(`${says}: p95`, quantile(all, 0.95), 'ms'),
    ...(asked.length > 1 && slowest ? [figure(`${says}: the slowest, ${slowest.name}`, slowest.ms, 'ms')] : []),
  ]
}
