/**
 * A place in what has happened: all that was visible in `known`, and the first `said` of what came between it and `to`.
 * Snapshots are PostgreSQL's own (`xmin:xmax:still,under,way`): transactions commit in another order than they begin, and
 * only a snapshot says exactly which of them a reader has seen, without waiting for any.
 */
export type Position = { known: string; part: { to: string; said: number } | null }

/** A place as the `id` of an event. */
export const writePosition = ({ known, part }: Position): string => (part ? `${known}>${part.to}>${part.said}` : known)

/** The place that a Last-Event-ID names; null when it names none of ours. */
export function readPosition(text: string | undefined): Position | null {
  if (text === undefined || text.length > longest) return null
  const [known = '', to, said, ...more] = text.split('>')
  if (!isSnapshot(known) || more.length > 0) return null
  if (to === undefined) return { known, part: null }
  return isSnapshot(to) && /^\d{1,9}$/.test(said ?? '') ? { known, part: { to, said: Number(said) } } : null
}

/** A snapshot names every transaction under way; there are never as many as would fill this. */
const longest = 10_000

/** Whether PostgreSQL would take it for a snapshot. */
function isSnapshot(text: string): boolean {
  const match = /^(\d{1,18}):(\d{1,18}):((?:\d{1,18}(?:,\d{1,18})*)?)$/.exec(text)
  if (!match) return false
  const [from = 0n, to = 0n] = [match[1], match[2]].map(number => BigInt(number ?? 0))
  const underWay = (match[3] || null)?.split(',').map(BigInt) ?? []
  const inOrder = underWay.every((one, index) => one >= from && one < to && one > (underWay[index - 1] ?? 0n))
  return from > 0n && from <= to && inOrder
}
