import type { Kind, KindId, Member, MemberId, Rules, Team, TeamId } from '../core/context.ts'
import { defaultPolicy, type Policy } from '../core/policy.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { type Instant, instant } from '../core/time/instant.ts'
import type { Database } from './database.ts'
import { type EnforcedRow, enforcedLessons, rulesFrom } from './lesson-rules.ts'
import { type KeptPath, type PathRow, pathColumns, pathFrom } from './path.ts'

/** A member with what screens and the intake need beside the rules. */
export type Person = Member & {
  email: string
  hue: number
  /** Their own hours and time zone; null: the desk's. `shift`: when they work, with the desk's holidays. */
  hours: Calendar['hours'] | null
  zone: string | null
  shift: Calendar
  /** How many open issues they have room for. */
  room: number
  /** What of that which they are told goes by mail, too. */
  toldByMail: 'everything' | 'urgent' | 'nothing'
  /** Whether the letter about the week goes to them by mail, too. */
  weeklyLetter: boolean
}

/** Everything about the workspace that changes seldom: who works here, and what it decided for itself. */
export type Configuration = {
  version: number
  name: string
  inbox: string
  policy: Policy
  calendar: Calendar
  path: KeptPath
  members: ReadonlyMap<MemberId, Person>
  teams: ReadonlyMap<TeamId, Team>
  kinds: ReadonlyMap<KindId, Kind>
  /** What adopted lessons ask for (Rule 28). */
  rules: Rules
}

type Row = PathRow & {
  version: number
  name: string
  inbox: string
  policy: Partial<Policy>
  calendar: Calendar
  members: (Omit<Person, 'absences' | 'shift'> & { absences: { from: string; until: string }[] })[] | null
  teams: Team[] | null
  kinds: Kind[] | null
  enforced: EnforcedRow[] | null
}

const query = `
select w.config_version as version, w.name, w.inbox, w.policy, w.calendar,${pathColumns},
  (
    select jsonb_agg(jsonb_build_object(
      'id', m.member_id, 'name', m.name, 'email', m.email, 'role', m.role, 'active', m.active, 'hue', m.hue,
      'hours', m.hours, 'zone', m.zone, 'room', m.room, 'toldByMail', m.told_by_mail,
      'weeklyLetter', m.weekly_letter,
      'teams', coalesce((select jsonb_agg(t.team_id order by t.team_id) from team_member t
        where t.workspace_id = m.workspace_id and t.member_id = m.member_id and t.works), '[]'),
      'supervises', coalesce((select jsonb_agg(t.team_id order by t.team_id) from team_member t
        where t.workspace_id = m.workspace_id and t.member_id = m.member_id and t.supervises), '[]'),
      'absences', coalesce((select jsonb_agg(jsonb_build_object('from', instant(a.from_at), 'until', instant(a.until_at)))
        from absence a where a.workspace_id = m.workspace_id and a.member_id = m.member_id and a.state = 'agreed'
          and a.until_at > coalesce(w.time_stands_at, clock_timestamp()) - interval '31 days'), '[]')
    ) order by m.name, m.member_id)
    from member m where m.workspace_id = w.workspace_id
  ) as members,
  (
    select jsonb_agg(jsonb_build_object('id', team_id, 'name', name) order by name)
    from team t where t.workspace_id = w.workspace_id
  ) as teams,
  (
    select jsonb_agg(jsonb_build_object('id', kind_id, 'name', name, 'active', active) order by name)
    from kind k where k.workspace_id = w.workspace_id
  ) as kinds,
  (${enforcedLessons}) as enforced
from workspace w
where w.workspace_id = $1`

const remembered = new WeakMap<Database, Map<number, Configuration>>()

/** The workspace as it stands at `version`, from memory where it is known; without a version, as it stands now. */
export async function configurationOf(database: Database, workspace: number, version?: number): Promise<Configuration> {
  const known = remembered.get(database)?.get(workspace)
  if (known && version !== undefined && known.version >= version) return known
  const { rows } = await database.query<Row>({ name: 'configuration', text: query, values: [workspace] })
  const [row] = rows
  if (!row) throw new Error(`Workspace ${workspace} does not exist.`)
  const fresh = configurationFrom(row)
  const all = remembered.get(database) ?? new Map<number, Configuration>()
  remembered.set(database, all.set(workspace, fresh))
  return fresh
}

function configurationFrom({
  version,
  name,
  inbox,
  policy,
  calendar,
  members,
  teams,
  kinds,
  enforced,
  ...path
}: Row): Configuration {
  const people = (members ?? []).map(({ absences, ...member }): Person => {
    const { hours, zone } = member
    const shift = { ...calendar, ...(hours && { hours }), ...(zone !== null && { zone }) }
    return { ...member, shift, absences: absences.map(absenceOf) }
  })
  return {
    version,
    name,
    inbox,
    policy: { ...defaultPolicy, ...policy },
    calendar,
    path: pathFrom(path),
    members: new Map(people.map(person => [person.id, person])),
    teams: new Map((teams ?? []).map(team => [team.id, team])),
    kinds: new Map((kinds ?? []).map(kind => [kind.id, kind])),
    rules: rulesFrom(enforced ?? []),
  }
}

const absenceOf = ({ from, until }: { from: string; until: string }): { from: Instant; until: Instant } => ({
  from: instant(from),
  until: instant(until),
})
