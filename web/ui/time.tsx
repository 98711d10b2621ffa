import { useNow } from './now.tsx'
import { away, moment } from './times.ts'

/** A time both ways: when, and how far from now. */
export function Time({ at, both = false }: { at: string; both?: boolean }) {
  const now = useNow()
  return <time dateTime={at}>{both ? `${moment(at, now)}, ${away(at, now)}` : moment(at, now)}</time>
}
