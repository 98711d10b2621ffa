import type { Instant } from '../core/instant.ts'

/** A time as the desk says it to people: `Tuesday 24 November, 13:00 (Madrid time)`. */
export function sayTime(at: Instant, zone: string, locale = 'en-GB'): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const date = new Date(at)
  return `${day.format(date)}, ${clock.format(date)} (${placeOf(zone)})`
}

/** `Europe/Madrid` is said as `Madrid time`, `UTC` as it is. */
export const placeOf = (zone: string): string =>
  zone.includes('/') ? `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time` : zone
