import { ReadingFault } from '../../event.ts'

const dayMs = 86_400_000

/** Local times in one zone, and how many of them its clocks showed twice or not at all. */
export type Zone = {
  /** Epoch milliseconds of what a clock on the wall showed, given as if it were UTC. */
  epochMs(wallMs: number): number
  /** Times of an hour that there was twice, when clocks are put back: taken as the first. */
  twice: number
  /** Times of an hour that was left out, when clocks are put forward: taken as so much later. */
  never: number
}

/** Throws a {@link ReadingFault} when it is no IANA name of a zone. */
export function zoneOf(name: string): Zone {
  const here = known(name)
  if (here === 'UTC') return { epochMs: wallMs => wallMs, twice: 0, never: 0 }
  // Asking for the offset of each time would take as long as all the rest: most days have one from end to end.
  const offsets = new Map<number, number | null>()
  const offsetOf = (day: number): number | null => {
    const begin = offsetAt(day * dayMs)
    return begin === offsetAt((day + 1) * dayMs) && begin === offsetAt((day - 1) * dayMs) ? begin : null
  }
  const offsetAt = (wallMs: number): number => wallMs - zoned(wallMs).epochMilliseconds
  const zoned = (wallMs: number, disambiguation: 'earlier' | 'later' | 'compatible' = 'compatible') =>
    plain(wallMs).toZonedDateTime(here, { disambiguation })
  const zone: Zone = {
    twice: 0,
    never: 0,
    epochMs(wallMs) {
      const day = Math.floor(wallMs / dayMs)
      let offset = offsets.get(day)
      if (offset === undefined) {
        offset = offsetOf(day)
        offsets.set(day, offset)
      }
      if (offset !== null) return wallMs - offset
      const at = zoned(wallMs)
      const earlier = zoned(wallMs, 'earlier').epochMilliseconds
      if (earlier !== zoned(wallMs, 'later').epochMilliseconds) {
        if (at.toPlainDateTime().equals(plain(wallMs))) zone.twice++
        else zone.never++
      }
      return at.epochMilliseconds
    },
  }
  return zone
}

const plain = (wallMs: number): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()

function known(name: string): string {
  try {
    const id = Temporal.Now.zonedDateTimeISO(name).timeZoneId
    return /^(?:UTC|GMT|Etc\/UTC|Etc\/GMT|Z)$/i.test(id) ? 'UTC' : id
  } catch {
    throw new ReadingFault(`"${name}" is no time zone. Write its IANA name, like Europe/Madrid or America/New_York.`)
  }
}
