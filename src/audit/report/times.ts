/** Writes moments of a log (epoch milliseconds) in one zone: the day, or the day and the minute. */
export function timesIn(zone: string): { day(ms: number): string; minute(ms: number): string } {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' })
  const minute = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return { day: ms => day.format(ms), minute: ms => minute.format(ms) }
}
