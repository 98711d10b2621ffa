import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../../../../src/contract/answers.ts'
import { useNow } from '../../../../ui/now.tsx'
import { moment } from '../../../../ui/times.ts'
import { members, teams } from '../../../queries.ts'
import { words } from './words.ts'

const nobody: readonly never[] = []

/** Everybody who can be asked for help, teams first, as a list to choose from: but those in `not`. */
export function useWhom(not: readonly string[]) {
  const now = useNow()
  const people = (useQuery(members).data ?? nobody).filter(({ id, active }) => active && !not.includes(id))
  const groups = useQuery(teams).data ?? nobody
  const says = ({ name, awayUntil }: MemberAnswer): string =>
    awayUntil ? words.assist.awayUntil(name, moment(awayUntil, now)) : name
  return {
    options: [
      { heading: words.assist.teams, options: groups.map(({ id, name }) => ({ value: `team ${id}`, says: name })) },
      {
        heading: words.assist.people,
        options: people
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(one => ({ value: `member ${one.id}`, says: says(one) })),
      },
    ],
    nameOf: (key: string): string | null =>
      [...groups, ...people].find(({ id }) => key.endsWith(` ${id}`))?.name ?? null,
  }
}

/** As the API takes whom somebody has chosen. */
export function chosen(key: string): { member: string } | { team: string } | null {
  const [kind, id] = key.split(' ')
  if (!id) return null
  return kind === 'team' ? { team: id } : { member: id }
}
