import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { plusDays, type Row } from './chart/weeks-of.ts'
import type { About } from './measures-page.tsx'
import { type Chosen, dayIn, type MeasuresSearch, searchOf } from './search.ts'

type Whose = Pick<About, 'chosen' | 'mine'>

/** The address of the issues behind a figure: which, and on which side of it. */
export const searchBehind = ({ chosen, mine }: Whose, side: string): MeasuresSearch => ({
  ...searchOf({ ...chosen, by: 'week', whom: 'kind', against: 'nothing', againstFrom: '', againstTo: '' }),
  ...(mine ? { mine } : {}),
  side,
})

/** A way from a figure to the issues behind it. */
export const Behind = ({
  name,
  side,
  about,
  children,
}: {
  name: string
  side: string
  about: Whose
  children: ReactNode
}) => (
  <Link to="/measures/$name/issues" params={{ name }} search={searchBehind(about, side)}>
    {children}
  </Link>
)

/** What is chosen, for one week, kind, channel or team of it alone; null where an address can't say which. */
export function chosenFor(
  { key }: Pick<Row, 'key'>,
  by: Chosen['by'],
  { chosen, period, zone }: { chosen: Chosen; period: { from: string; until: string }; zone: string },
): Chosen | null {
  if (key === null) return null
  if (by !== 'week') return { ...chosen, [by]: key }
  // The first week may begin before the time that was asked for, and the last end after it.
  const [first, last] = [dayIn(zone, period.from), dayIn(zone, new Date(Date.parse(period.until) - 1).toISOString())]
  const [from, to] = [[first, key].toSorted()[1], [last, plusDays(key, 6)].toSorted()[0]]
  return { ...chosen, time: 'hand', from: from ?? key, to: to ?? '' }
}
