/**
 * What an event is about and can't be without. A log holds only what the rules made of the state before it: an event that
 * does not fit is a bug, and nothing on record is passed over in silence (Rule 33).
 */
export function expected<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined)
    throw new Error('The log does not fit: what an event is about is not there')
  return thing
}

/** What an event is about, in one of the states in which that can happen to it. */
export function inState<Thing extends { state: string }, State extends Thing['state']>(
  thing: Thing | null | undefined,
  ...states: readonly State[]
): Extract<Thing, { state: State }> {
  const there = expected(thing)
  if (!isIn(there, states))
    throw new Error(`The log does not fit: what is ${there.state} should be ${states.join(' or ')}`)
  return there
}

const isIn = <Thing extends { state: string }, State extends Thing['state']>(
  thing: Thing,
  states: readonly State[],
): thing is Extract<Thing, { state: State }> => states.some(state => state === thing.state)
