import { useQuery } from '@tanstack/react-query'
import { kinds, teams } from '../../queries.ts'
import { dayShort } from './chart/weeks-of.ts'
import type { Chosen } from './search.ts'
import { words } from './words.ts'

/** Which issues are meant, in words: "The last 12 weeks, Bills, by phone". */
export function ScopeSaid({ chosen }: { chosen: Chosen }) {
  const { time, from, to, team, kind, channel } = chosen
  const teamName = useQuery(teams).data?.find(({ id }) => id === team)?.name
  const kindName = useQuery(kinds).data?.find(({ id }) => id === kind)?.name
  const span = words.span(from && dayShort(from, true), to && dayShort(to, true))
  const said = [
    time === 'hand' ? span : words.times[time],
    teamName,
    kindName,
    channel && words.cameBy[channel as keyof typeof words.channels],
  ]
  return said.filter(Boolean).join(', ')
}
