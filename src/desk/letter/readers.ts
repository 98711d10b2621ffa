import { hasSeat, type MemberId, type TeamId } from '../../core/context.ts'
import type { Configuration, Person } from '../../store/configuration.ts'
import { belongsTo, hasFigures } from '../measures/teams-seen.ts'

/** For whom a letter is: a team, or the workspace (null); who works there; and to whom it is written. */
export type Readers = { team: TeamId | null; people: readonly MemberId[]; to: readonly Person[] }

/**
 * The letters of a week, that of the workspace last. A team's is for who works in it and its supervisors. Who is in no team
 * that has one (one person's figures are none of a team, Rule 32) gets the workspace's.
 */
export function readersOf(configuration: Configuration): Readers[] {
  const seats = [...configuration.members.values()].filter(one => one.active && hasSeat(one))
  const teams = [...configuration.teams.keys()].filter(team => hasFigures(team, configuration))
  return [
    ...teams.map(team => ({
      team,
      people: [...configuration.members.values()].filter(one => one.teams.includes(team)).map(({ id }) => id),
      to: seats.filter(one => belongsTo(one, team)),
    })),
    {
      team: null,
      people: [...configuration.members.keys()],
      to: seats.filter(one => !teams.some(team => belongsTo(one, team))),
    },
  ]
}

/** Whether a letter goes to somebody by mail, too, as they chose it. */
export const byMail = ({ weeklyLetter, toldByMail }: Person): boolean => weeklyLetter && toldByMail !== 'nothing'
