import type { Member, MemberId, Team, TeamId } from '../../src/core/context.ts'
import { defaultPolicy, type Policy } from '../../src/core/policy.ts'
import { fromEpochMs } from '../../src/core/time/instant.ts'
import type { TeamNumber, World } from '../world.ts'

/** The people of the simulated company as the rules see them. */
export const teamId = (team: TeamNumber): TeamId => `team ${team}`

export function teamsOf({ teams }: World): ReadonlyMap<TeamId, Team> {
  return new Map(teams.map((_, team) => [teamId(team), { id: teamId(team), name: teamId(team) }]))
}

export function membersOf({ people, teams }: World): ReadonlyMap<MemberId, Member> {
  const everyTeam = teams.map((_, team) => teamId(team))
  return new Map(
    people.map(({ id, role, team, ill }) => {
      const member: Member = {
        id,
        name: id,
        role,
        active: true,
        teams: team === null ? [] : [teamId(team)],
        supervises: team === null ? everyTeam : [],
        absences: ill.map(({ from, until }) => ({ from: fromEpochMs(from), until: fromEpochMs(until) })),
      }
      return [id, member]
    }),
  )
}

/** The rulebook's defaults; the first line takes turns at being on duty for what comes at night. */
export const policyOf = ({ teams, supervisors }: World): Policy => ({
  ...defaultPolicy,
  duty: { rota: (teams[0] ?? []).map(({ id }) => id), lead: supervisors[0]?.id ?? null },
})
