/**
 * What chance says, without a state: the same seed, issue, question and count always answer the same. So the two desks
 * live through the same world, whatever they do in it and in whatever order.
 */
export type Draw = (of: number, question: Question, count?: number) => number

const questions = [
  'arrival',
  'hour',
  'minute',
  'customer',
  'phones',
  'team',
  'visits',
  'asks',
  'holds',
  'notices',
  'tosses',
  'forgets',
  'spell',
  'spell_days',
  'surge',
  'weekend',
  'looks',
  'again',
  'forgotten',
  'waits',
  'wait',
  'answer',
  'toss',
  'knows',
  'where',
  'who',
  'another',
  'asks_again',
  'ignores',
  'misses',
  'promises',
  'tells',
  'patience',
  'gives_up',
  'until_told',
  'answers',
  'redials',
] as const
export type Question = (typeof questions)[number]

const places = Object.fromEntries(questions.map((question, place) => [question, place])) as Record<Question, number>

/** How often each question has been asked about one thing. */
export type Asked = Uint16Array
export const nothingAsked = (): Asked => new Uint16Array(questions.length)

/** How often a question has been asked before; it is being asked now. */
export function askOnceMore(asked: Asked, question: Question): number {
  const count = asked[places[question]] ?? 0
  asked[places[question]] = count + 1
  return count
}

/** Evenly between 0 and 1, 1 excluded. */
export const drawsOf = (seed: number): Draw => {
  const start = mix(seed | 0)
  return (of, question, count = 0) => {
    const issue = mix(start ^ Math.imul(of + 1, 0x9e3779b1))
    const asked = mix(issue ^ Math.imul(places[question] + 1, 0x85ebca77))
    return mix(asked ^ Math.imul(count + 1, 0xc2b2ae3d)) / 0x1_0000_0000
  }
}

/** Spreads 32 bits so that neighbours have nothing in common (C. Wellons' lowbias32). */
function mix(bits: number): number {
  let value = bits | 0
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b)
  return (value ^ (value >>> 16)) >>> 0
}

/** How many of something happen when `mean` are expected, by chance (Poisson). */
export function countAt(mean: number, share: number): number {
  let chance = Math.exp(-mean)
  let sum = chance
  let count = 0
  while (share > sum && chance > 0) {
    count += 1
    chance *= mean / count
    sum += chance
  }
  return count
}

/** Which place of a list of shares (that make 1) a share between 0 and 1 falls into. */
export function placeAt(shares: readonly number[], share: number): number {
  let sum = 0
  for (const [place, part] of shares.entries()) {
    sum += part
    if (share < sum) return place
  }
  return shares.length - 1
}
