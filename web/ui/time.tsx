import { useNow } from './now.tsx'
import { away, both, byWhen, moment, wholeDate } from './times.ts'

const ways = { moment, away, both, by: byWhen }

/** A time in the reader's zone, going on with the server's clock; `both`: when, and how far from now. */
export function Time({ at, both = false, says }: { at: string; both?: boolean; says?: keyof typeof ways }) {
  const now = useNow()
  return (
    <time dateTime={at} title={wholeDate(at)}>
      {ways[says ?? (both ? 'both' : 'moment')](at, now)}
    </time>
  )
}
