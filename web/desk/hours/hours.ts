/** When somebody works, or the desk is open, on a day: from when to when. */
export type Hours = { from: string; to: string }[]

/** "09:00–13:00, 15:00–18:00"; nothing when it is closed. */
export const sayHours = (hours: Hours | undefined): string =>
  (hours ?? []).map(({ from, to }) => `${from}–${to}`).join(', ')

/** Hours as people write them, "9-13, 15:00 – 18:30"; null when they can't be read. */
export function hoursOf(text: string): Hours | null {
  if (text.trim() === '') return []
  const read = text.split(',').map(part => {
    const [from, to, more] = part.split(/\s*(?:-|–|to)\s*/).map(wallTime)
    return from && to && more === undefined && from < to ? { from, to } : null
  })
  return read.every(stretch => stretch !== null) ? read : null
}

/** "9" or "9:30" as the desk keeps it, "09:30"; null when it is no time. */
function wallTime(text: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return null
  if (Number(hour) === 24 && Number(minute) > 0) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
