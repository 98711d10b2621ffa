import type { Instant } from '../core/time/instant.ts'

type Formats = { day: Intl.DateTimeFormat; clock: Intl.DateTimeFormat }

/** A format costs more to make than to use, and each mail needs one. */
const formats = new Map<string, Formats>()

function formatsOf(zone: string): Formats {
  const known = formats.get(zone)
  if (known) return known
  const made = {
    day: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }),
    clock: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
  }
  formats.set(zone, made)
  return made
}

/** A time as the desk says it to people: `Tuesday 24 November, 13:00 (Madrid time)`. */
export function sayTime(at: Instant, zone: string): string {
  const { day, clock } = formatsOf(zone)
  const date = new Date(at)
  return `${day.format(date)}, ${clock.format(date)} (${placeOf(zone)})`
}

/** A day as the desk says it to people: `Tuesday 24 November`. */
export const sayDay = (at: Instant, zone: string): string => formatsOf(zone).day.format(new Date(at))

/** `Europe/Madrid` is said as `Madrid time`, `UTC` as it is. */
export const placeOf = (zone: string): string =>
  zone.includes('/') ? `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time` : zone
