import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { IssueAnswer, MemberRef, TeamRef } from '../../src/contract/answers.ts'
import { useMe } from './me.ts'
import { members, teams } from './queries.ts'

/** Who is meant by an id: people and teams as the reader sees them. */
export type Names = {
  me: string
  members: readonly MemberRef[]
  teams: readonly TeamRef[]
  /** Name and hue of a member; somebody who left has no hue. */
  member(id: string): { name: string; hue: number }
  team(id: string): string
}

const nobody: readonly never[] = []

/** Everybody of the desk, and those of an issue, who may have left. */
export function useNames(issue?: IssueAnswer): Names {
  const { member } = useMe()
  const people = useQuery(members).data ?? nobody
  const groups = useQuery(teams).data ?? nobody
  return useMemo(
    () => namesOf(member.id, [...people, ...peopleOf(issue), member], groups),
    [member, people, groups, issue],
  )
}

export function namesOf(me: string, people: readonly MemberRef[], groups: readonly TeamRef[]): Names {
  const byId = new Map(people.map(one => [one.id, one]))
  const teamById = new Map(groups.map(({ id, name }) => [id, name]))
  return {
    me,
    members: [...byId.values()],
    teams: groups,
    member: id => byId.get(id) ?? { name: 'somebody who left', hue: 0 },
    team: id => teamById.get(id) ?? 'a team that is gone',
  }
}

function peopleOf(issue: IssueAnswer | undefined): MemberRef[] {
  if (!issue) return []
  const { owners, handoff, diagnoses, facts, escalation } = issue
  return [
    ...owners.map(({ member }) => member),
    ...diagnoses.map(({ by }) => by),
    ...facts.flatMap(({ by }) => by ?? []),
    ...(escalation?.champion ? [escalation.champion] : []),
    ...(handoff ? [handoff.giver, ...(handoff.receiver ? [handoff.receiver] : [])] : []),
    ...(handoff && 'member' in handoff.to ? [handoff.to.member] : []),
  ]
}
