import { hasSeat, type TeamId } from '../../core/context.ts'
import type { Configuration, Person } from '../../store/configuration.ts'

/** Figures of a team in which fewer work would be those of a person (Rule 32). */
const fewestInATeam = 2

/** Whether so many own issues in a team that its figures are nobody's own. */
export const hasFigures = (team: TeamId, { members }: Configuration): boolean =>
  [...members.values()].filter(one => one.active && hasSeat(one) && one.teams.includes(team)).length >= fewestInATeam

/** Whether somebody works in a team, or supervises it. */
export const belongsTo = ({ teams, supervises }: Person, team: TeamId): boolean =>
  teams.includes(team) || supervises.includes(team)

/** Their own teams, those that they supervise, and all for admins; but none whose figures would be a person's. */
export const teamsSeenBy = (reader: Person, configuration: Configuration): TeamId[] =>
  [...configuration.teams.keys()].filter(
    team => hasFigures(team, configuration) && (reader.role === 'admin' || belongsTo(reader, team)),
  )
