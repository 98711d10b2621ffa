import { epochMs, type Instant } from '../../src/core/time/instant.ts'
import { calendar } from './world.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** In how many minutes of a time the desk is open: Monday to Friday 9:00 to 17:00 in Madrid, reckoned day by day. */
export function openMinutes(from: Instant, until: Instant): number {
  const [begin, end] = [epochMs(from), epochMs(until)]
  let open = 0
  for (let day = Math.floor(begin / dayMs) * dayMs; day <= end; day += dayMs) {
    const date = new Date(day)
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
    if (isWeekend || calendar.holidays.includes(date.toISOString().slice(0, 10))) continue
    const opens = day + (9 - (isSummer(date) ? 2 : 1)) * hourMs
    open += Math.max(0, Math.min(end, opens + 8 * hourMs) - Math.max(begin, opens))
  }
  return open / 60_000
}

/** The clocks change on the last Sundays of March and October. */
function isSummer(date: Date): boolean {
  const year = date.getUTCFullYear()
  return lastSunday(year, 2) <= date.getTime() && date.getTime() < lastSunday(year, 9)
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getTime() - last.getUTCDay() * dayMs
}
