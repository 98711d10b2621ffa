/** What a benchmark measured: each a name, a figure, and its unit. */
export type Figure = { name: string; value: number; unit: string }

export const figure = (name: string, value: number, unit: string): Figure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
})

/** Prints figures as a table, and all of them as JSON at the end. */
export function print(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length))
  for (const { name, value, unit } of figures) {
    process.stdout.write(`${name.padEnd(width)}  ${String(value).padStart(12)} ${unit}\n`)
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

/** The value below which the given share of measurements lies. */
export function quantile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Runs `work` in `lanes` at once, each over and over for `seconds`; how often a second, and how long each took in ms. */
export async function load(
  lanes: number,
  seconds: number,
  work: (lane: number, round: number) => Promise<number>,
): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  let done = 0
  const lane = async (index: number): Promise<void> => {
    for (let round = 0; performance.now() < end; round += 1) {
      const start = performance.now()
      const acts = await work(index, round)
      times.push((performance.now() - start) / acts)
      done += acts
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return { perSecond: done / ((performance.now() - begin) / 1000), times }
}
