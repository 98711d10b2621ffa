import type { LogEvent } from '../../audit/event.ts'
import { figuresOf } from '../../audit/figures/figures.ts'
import { openCollector } from '../../audit/figures/log.ts'
import { treatmentOf } from '../../audit/figures/treatment.ts'
import type { AuditFigures } from '../../contract/audit.ts'
import type { Team, TeamId } from '../../core/context.ts'
import type { EventType } from '../../core/events.ts'
import type { Instant } from '../../core/time/instant.ts'
import { type OwnEvent, readOwnLog } from '../../store/own-log.ts'
import type { Desk } from '../desk.ts'

/**
 * The figures of `baton audit` for our own log: its events go into the very code that reads the logs of other desks. They are
 * told as strictly as another desk's would be:
 *
 * - a case is an issue that counts: no spam, no duplicate, nothing that was over elsewhere;
 * - its person is the owner, also one who got it at the intake and lost it to a claim; its group is the owner's team then, of
 *   several the first by name;
 * - what a person or the customer did ends a silence; what the desk does by itself (a promise that falls due, an alarm that
 *   climbs) does so only where it gives the issue to somebody, or changes where it stands;
 * - a case is over as soon as its solution is proposed, since other desks write "resolved" then: a customer who says no
 *   reopens it.
 */
export async function ownFigures(
  desk: Desk,
  span: { from: Instant; until: Instant },
  teams: ReadonlyMap<TeamId, Team>,
  overDays: number,
): Promise<AuditFigures> {
  const collector = openCollector()
  const tell = teller(teams)
  await readOwnLog(desk.database, desk.workspace, span, { also: telling, moving }, event => collector.take(tell(event)))
  return figuresOf(treatmentOf(collector.finish(), [over]), overDays, { rows: 0, reasons: {} })
}

const moving: readonly EventType[] = ['IssueOpened', 'OwnershipMoved']
const ending: readonly EventType[] = ['ResolutionProposed', 'ResolutionConfirmed', 'IssueClosed']
// What was set aside as spam or as a duplicate and taken back has not been reopened: nobody had called it solved.
const beginning: readonly EventType[] = ['ResolutionDenied', 'IssueReopened', 'RecurrenceFound', 'CannotFixTold']
const telling = [...moving, ...ending, ...beginning]

const [underWay, over] = ['under way', 'over']

/** Tells the events of one issue after the other as another desk's log would: each with who had it, and where it stood. */
function teller(teams: ReadonlyMap<TeamId, Team>): (event: OwnEvent) => LogEvent {
  const nameOf = (team: TeamId): string => teams.get(team)?.name ?? team
  let person: string | null = null
  let group: string | null = null
  let status: string = underWay
  return ({ number, type, at, owner, teams: theirs }) => {
    if (type === 'IssueOpened') status = underWay
    if (owner !== null) {
      person = owner
      group = theirs?.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))[0] ?? null
    }
    if (ending.includes(type)) status = over
    if (beginning.includes(type)) status = underWay
    return { case: String(number), at, person, group, status, activity: null, line: 0 }
  }
}
