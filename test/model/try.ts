import fc from 'fast-check'
import { Met } from './met.ts'
import { play } from './play.ts'
import type { Sequence } from './steps.ts'

/** How many sequences `npm test` plays; `BATON_MODEL_RUNS` sets any number. */
const usualRuns = 10_000
const runs = Number(process.env.BATON_MODEL_RUNS ?? usualRuns)
/** What a failure prints, to come upon the same again. */
const { BATON_MODEL_SEED: seed, BATON_MODEL_PATH: path } = process.env

/**
 * Plays its share of all sequences, and fails with the shortest one after which something does not hold. Answers what they
 * came upon; null when there were too few to demand that it is everything.
 */
export function tryAll(sequences: fc.Arbitrary<Sequence>, share: number): Met | null {
  const met = new Met()
  const numRuns = Math.ceil(runs * share)
  const again = { ...(seed && { seed: Number(seed) }), ...(path && { path }) }
  const found = fc.check(
    fc.property(sequences, sequence => void play(sequence, met)),
    { numRuns, ...again },
  )
  if (found.failed) throw new Error(report(found), { cause: found.errorInstance })
  return runs >= usualRuns && !path ? met : null
}

function report({ seed, counterexamplePath, counterexample, errorInstance }: fc.RunDetails<[Sequence]>): string {
  const [sequence] = counterexample ?? []
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return [
    message,
    '',
    `To see it again: BATON_MODEL_SEED=${seed} BATON_MODEL_PATH=${counterexamplePath} before the same command.`,
    'The shortest sequence, as a test:',
    '',
    ...(sequence ? written(sequence, seed) : []),
  ].join('\n')
}

function written({ steps, ...begins }: Sequence, seed: number): string[] {
  return [
    `test('found with seed ${seed}', () => {`,
    '  const steps: Step[] = [',
    ...steps.map(step => `    ${JSON.stringify(step)},`),
    '  ]',
    `  play({ ...${JSON.stringify(begins)}, steps }, new Met())`,
    '})',
  ]
}
