import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Lived, Year } from './year.ts'

/** Most of what a year needs is needed for a moment only: room for it saves the collector's time. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

/** Lives through all years, several at a time. What comes of each depends on nothing but the year itself. */
export async function liveAll(years: readonly Year[]): Promise<Lived[]> {
  const lived: Lived[] = []
  const waiting = years.map((year, place) => ({ year, place }))
  const lane = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits })
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) lived[next.place] = await liveIn(worker, next.year)
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), years.length) }, lane))
  return lived
}

function liveIn(worker: Worker, year: Year): Promise<Lived> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (lived: Lived) => {
      worker.off('error', reject)
      resolve(lived)
    })
    worker.postMessage(year)
  })
}
