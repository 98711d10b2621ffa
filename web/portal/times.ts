/** A moment as the customer reads it: on their own clock, and on the desk's where that shows another time. */
export type Said = { day: string; clock: string; there: string | null }

const day = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.values(options).join()}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
  formats.set(key, known)
  return known
}

const clockIn = (at: number, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
const dateIn = (at: number, zone: string): string =>
  format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** How many midnights lie between two moments on the wall of a zone. */
export function midnights(from: number, to: number, zone: string): number {
  const date = (at: number): number => Date.parse(dateIn(at, zone).split('/').reverse().join('-'))
  return Math.round((date(to) - date(from)) / day)
}

/** "today", "tomorrow", "Friday", "Friday 20 November", "12 January 2027". */
export function dayOf(at: number, now: number, zone: string): string {
  const away = midnights(now, at, zone)
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  if (away === -1) return 'yesterday'
  if (away > 1 && away < 7) return format(zone, { weekday: 'long' }).format(at)
  const sameYear = dateIn(at, zone).slice(-4) === dateIn(now, zone).slice(-4)
  if (!sameYear) return format(zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  if (Math.abs(away) > 60) return format(zone, { day: 'numeric', month: 'long' }).format(at)
  const weekday = format(zone, { weekday: 'long' }).format(at)
  return `${weekday} ${format(zone, { day: 'numeric', month: 'long' }).format(at)}`
}

/** "on Friday", but "today": a day within a sentence. */
export function onDay(at: string, now: string, zone: string): string {
  const said = dayOf(Date.parse(at), Date.parse(now), zone)
  return /^(today|tomorrow|yesterday)$/.test(said) ? said : `on ${said}`
}

/** "Madrid" of Europe/Madrid. */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** Says a moment in the reader's zone, and adds the desk's clock where it shows another time. */
export function say(at: string, now: string, reader: string, desk: string): Said {
  const [moment, current] = [Date.parse(at), Date.parse(now)]
  const same = clockIn(moment, reader) === clockIn(moment, desk) && dateIn(moment, reader) === dateIn(moment, desk)
  return {
    day: dayOf(moment, current, reader),
    clock: clockIn(moment, reader),
    there: same ? null : `${clockIn(moment, desk)} in ${placeOf(desk)}`,
  }
}

/** "in 2 hours", "3 days ago", "in a moment". */
export function away(at: string, now: string): string {
  const minutes = Math.round((Date.parse(at) - Date.parse(now)) / 60_000)
  const [size, ahead] = [Math.abs(minutes), minutes >= 0]
  if (size < 1) return ahead ? 'in a moment' : 'just now'
  const length =
    size < 60
      ? count(size, 'minute')
      : size < 36 * 60
        ? count(Math.round(size / 60), 'hour')
        : count(Math.round(size / 1440), 'day')
  return ahead ? `in ${length}` : `${length} ago`
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`
