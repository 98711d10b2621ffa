import { passedBetween } from './between.ts'
import type { Treatment } from './treatment.ts'

/**
 * The cases to look at first: those that stand highest in three lists at once, of hand-offs, of returns, and of silence while
 * it was open. What counts is the sum of a case's places in the three; who stands equal shares a place.
 */
export function worstOf(treatment: Treatment, many: number): number[] {
  const { handoffs, returns } = passedBetween(treatment)
  const lists = [placesOf(handoffs), placesOf(returns), placesOf(treatment.openSilence)]
  const placeOf = (one: number): number => lists.reduce((all, places) => all + (places[one] ?? 0), 0)
  const isBad = (one: number): boolean => (handoffs[one] ?? 0) > 0 || (treatment.openSilence[one] ?? 0) > 0
  return [...treatment.log.cases.keys()]
    .filter(isBad)
    .map(one => ({ one, place: placeOf(one) }))
    .toSorted((first, second) => first.place - second.place || first.one - second.one)
    .slice(0, many)
    .map(({ one }) => one)
}

/** The place of each in a list with the highest first: how many are higher. */
function placesOf(numbers: Uint32Array | Float64Array): Uint32Array {
  const order = Uint32Array.from(numbers.keys()).sort((one, other) => (numbers[other] ?? 0) - (numbers[one] ?? 0))
  const places = new Uint32Array(numbers.length)
  let place = 0
  for (const [index, one] of order.entries()) {
    if (numbers[one] !== numbers[order[index - 1] ?? one]) place = index
    places[one] = place
  }
  return places
}
