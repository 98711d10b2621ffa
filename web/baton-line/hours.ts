import type { Ms } from './history.ts'

/** When the desk is open: hours by ISO weekday (Monday is 1) in its zone, and its holidays as local dates. */
export type DeskHours = {
  zone: string
  hours: { readonly [weekday: number]: readonly { from: string; to: string }[] | undefined }
  holidays?: readonly string[]
}

/** What the picture assumes until the desk has said its hours. */
export const officeHours = (zone: string): DeskHours => ({
  zone,
  hours: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [{ from: '09:00', to: '17:00' }]])),
})

export type Stretch = { from: Ms; to: Ms }

const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const formats = new Map<string, Intl.DateTimeFormat>()
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const fresh = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, fresh)
  return fresh
}

/** The wall clock of a zone at a moment, as if it were UTC: `new Date(wall)` in UTC reads like a clock there. */
export function wallOf(at: Ms, zone: string): Ms {
  const part: Record<string, number> = {}
  for (const { type, value } of formatIn(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day: date = 1, hour: h = 0, minute: m = 0, second: s = 0 } = part
  return Date.UTC(year, month - 1, date, h, m, s) + (((at % 1000) + 1000) % 1000)
}

/** The moment at which a zone's wall clock shows `wall`; in the hour that spring skips, the moment after it. */
export function atWall(wall: Ms, zone: string): Ms {
  const guess = wall - (wallOf(wall, zone) - wall)
  return guess - (wallOf(guess, zone) - wall)
}

/** The begin of the local day of a moment, `days` later. */
export function localDay(at: Ms, zone: string, days = 0): Ms {
  const wall = wallOf(at, zone)
  return atWall(Math.floor(wall / day) * day + days * day, zone)
}

/** ISO weekday of a wall time: Monday is 1. */
const weekdayOf = (wall: Ms): number => ((Math.floor(wall / day) + 3) % 7) + 1

function minutesOf(text: string): number {
  const [h = 0, m = 0] = text.split(':').map(Number)
  return h * 60 + m
}

/** The stretches between two moments in which the desk is open. */
export function openStretches(desk: DeskHours, from: Ms, to: Ms): Stretch[] {
  const open: Stretch[] = []
  const first = Math.floor(wallOf(from, desk.zone) / day) * day
  for (let wallDay = first; wallDay <= wallOf(to, desk.zone); wallDay += day) {
    if (desk.holidays?.includes(new Date(wallDay).toISOString().slice(0, 10))) continue
    for (const hours of desk.hours[weekdayOf(wallDay)] ?? []) {
      const begin = Math.max(from, atWall(wallDay + minutesOf(hours.from) * minute, desk.zone))
      const end = Math.min(to, atWall(wallDay + minutesOf(hours.to) * minute, desk.zone))
      if (begin < end) open.push({ from: begin, to: end })
    }
  }
  return open
}

/** The nights, weekends and holidays between two moments: everything in which nobody was to be expected. */
export function closedStretches(desk: DeskHours, from: Ms, to: Ms): Stretch[] {
  const closed: Stretch[] = []
  let since = from
  for (const open of openStretches(desk, from, to)) {
    if (open.from > since) closed.push({ from: since, to: open.from })
    since = Math.max(since, open.to)
  }
  if (since < to) closed.push({ from: since, to })
  return closed
}

export const openMs = (desk: DeskHours, from: Ms, to: Ms): number =>
  openStretches(desk, from, to).reduce((sum, open) => sum + open.to - open.from, 0)
