import type { ReceiverAnswer } from '../contract/answers.ts'
import { awayUntil, hasSeat, type MemberId } from '../core/context.ts'
import type { Receiver } from '../core/handoff/handoff.ts'
import { whyNotTo } from '../core/handoff/handoff.ts'
import { readLoads } from '../store/candidates.ts'
import { type Configuration, configurationOf, type Person } from '../store/configuration.ts'
import { seeIssue } from '../store/issue-read.ts'
import { contextOf } from './act.ts'
import { memberRef, teamRef } from './describe.ts'
import { type Desk, noSuchIssue, type Outcome } from './desk.ts'
import { explained } from './naming.ts'
import { isOnShift } from './people.ts'

/** Everybody and every team to whom an issue could be offered, and why not if not (Rules 7 and 11). */
export async function readReceivers(desk: Desk, member: MemberId, number: number): Promise<Outcome<ReceiverAnswer[]>> {
  const { issue, configVersion, now } = await seeIssue(desk.database, desk.workspace, number, null)
  if (!issue) return noSuchIssue(number)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const context = contextOf({ by: { kind: 'member', id: member }, from: 'desk', once: null }, configuration, now)
  const open = new Map((await readLoads(desk.database, desk.workspace)).map(load => [load.member, load.open]))
  const refusalTo = (to: Receiver): ReceiverAnswer['refusal'] => {
    const refusal = whyNotTo({ issue: issue.state, context }, to)
    return refusal ? explained(refusal, configuration) : null
  }
  const shift = (person: Person): boolean => isOnShift(person, now)
  const people = [...configuration.members.values()].filter(person => person.active && person.id !== member)
  const persons = people.map(
    (person): ReceiverAnswer => ({
      to: { member: memberRef(configuration, person.id) },
      teams: teamNames(configuration, person),
      onShift: shift(person),
      awayUntil: awayUntil(person, now),
      open: open.get(person.id) ?? 0,
      room: hasSeat(person) ? person.room : 0,
      refusal: refusalTo({ kind: 'member', member: person.id }),
    }),
  )
  const teams = [...configuration.teams.values()].map((team): ReceiverAnswer => {
    const inTeam = people.filter(person => hasSeat(person) && person.teams.includes(team.id))
    return {
      to: { team: teamRef(configuration, team.id) },
      teams: [],
      onShift: inTeam.some(shift),
      awayUntil: null,
      open: inTeam.reduce((sum, { id }) => sum + (open.get(id) ?? 0), 0),
      room: inTeam.reduce((sum, { room }) => sum + room, 0),
      refusal: refusalTo({ kind: 'team', team: team.id }),
    }
  })
  return { answer: [...persons, ...teams] }
}

const teamNames = (configuration: Configuration, { teams }: Person): string[] =>
  teams.map(team => teamRef(configuration, team).name)
