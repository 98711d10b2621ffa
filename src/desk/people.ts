import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { MeAnswer, MemberAnswer, TeamRef } from '../contract/answers.ts'
import { awayUntil, hasSeat, isAway, isSupervisorOf, type MemberId, type Role } from '../core/context.ts'
import { type Calendar, isOpen as isOpenAt } from '../core/time/calendar.ts'
import type { Instant } from '../core/time/instant.ts'
import { readLoads } from '../store/candidates.ts'
import { configurationOf, type Person } from '../store/configuration.ts'
import { readInForce } from '../store/covers.ts'
import { type Connection, inTransaction } from '../store/database.ts'
import { readNow } from '../store/now.ts'
import { memberRef, teamRef } from './describe.ts'
import type { Desk, Outcome } from './desk.ts'

/** Whether somebody works at a moment: in their own hours or the desk's, and not away. */
export const isOnShift = (person: Person, at: Instant): boolean =>
  person.active && !isAway(person, at) && isOpenAt(person.shift, at)

/** Whether somebody's hours and absences are for a reader to arrange: their own, or of one whom they supervise. */
export const mayArrangeFor = (reader: Person, person: Person): boolean =>
  reader.id === person.id || isSupervisorOf(reader, person)

/** Hours by weekday, as the API answers them. */
export const hoursOf = (hours: Calendar['hours']): MeAnswer['workspace']['hours'] =>
  Object.fromEntries(Object.entries(hours).map(([weekday, stretches]) => [weekday, [...stretches]]))

/** Everybody who works here, by name, as one of them sees them. Nobody is ranked (Rule 32). */
export async function readMembers(desk: Desk, reader: MemberId): Promise<MemberAnswer[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  const asker = configuration.members.get(reader)
  const inForce = await readInForce(desk.database, desk.workspace)
  const loads = new Map((await readLoads(desk.database, desk.workspace)).map(load => [load.member, load.open]))
  return [...configuration.members.values()].map(person => ({
    ...memberRef(configuration, person.id),
    role: person.role,
    active: person.active,
    teams: person.teams.map(team => teamRef(configuration, team)),
    onShift: isOnShift(person, now),
    supervises: person.supervises.map(team => teamRef(configuration, team)),
    awayUntil: awayUntil(person, now),
    covers: inForce.flatMap(({ absent, member }) => (absent === person.id ? [memberRef(configuration, member)] : [])),
    absences: person.absences.filter(({ until }) => now < until),
    hours: person.hours && hoursOf(person.hours),
    zone: person.zone,
    open: loads.get(person.id) ?? 0,
    room: hasSeat(person) ? person.room : 0,
    mayArrange: asker !== undefined && mayArrangeFor(asker, person),
  }))
}

/** One of them, active or not. */
export async function readMember(desk: Desk, reader: MemberId, member: MemberId): Promise<Outcome<MemberAnswer>> {
  const found = (await readMembers(desk, reader)).find(({ id }) => id === member)
  return found ? { answer: found } : { missing: 'Nobody like this works here.' }
}

export async function readTeams(desk: Desk): Promise<TeamRef[]> {
  const { teams } = await configurationOf(desk.database, desk.workspace)
  return [...teams.values()].map(({ id, name }) => ({ id, name }))
}

/** A person to add. Teams that do not exist yet are founded; `supervises`: those whose supervisor they are. */
export type NewMember = {
  email: string
  name: string
  role: Role
  teams?: readonly string[]
  supervises?: readonly string[]
  room?: number
}

/** Adds a member. Null when the address belongs to somebody already. */
export const addMember = (desk: Pick<Desk, 'database' | 'workspace'>, member: NewMember): Promise<MemberId | null> =>
  inTransaction(desk.database, connection => addMemberIn(connection, desk.workspace, member))

/** The same as a part of a transaction. */
export async function addMemberIn(
  connection: Connection,
  workspace: number,
  member: NewMember,
): Promise<MemberId | null> {
  const { rows } = await connection.query<{ member_id: MemberId }>(
    `insert into member (workspace_id, member_id, name, email, role, hue, room)
    select $1, $2, $3, $4, $5, 1 + count(*) % 8, $6 from member where workspace_id = $1
    on conflict do nothing
    returning member_id`,
    [workspace, randomUUIDv7(), member.name, member.email.toLowerCase(), member.role, member.room ?? 25],
  )
  const id = rows[0]?.member_id
  if (!id) return null
  const teams = new Set([...(member.teams ?? []), ...(member.supervises ?? [])])
  for (const team of teams) {
    const membership = [member.teams?.includes(team) ?? false, member.supervises?.includes(team) ?? false]
    await connection.query(
      'insert into team (workspace_id, team_id, name) values ($1, $2, $3) on conflict do nothing',
      [workspace, randomUUIDv7(), team],
    )
    await connection.query(
      `insert into team_member (workspace_id, team_id, member_id, works, supervises)
      select $1, team_id, $2, $4, $5 from team where workspace_id = $1 and lower(name) = lower($3)`,
      [workspace, id, team, ...membership],
    )
  }
  return id
}

/** The member with this address, active or not; null when there is none. */
export async function findMember(desk: Pick<Desk, 'database' | 'workspace'>, email: string): Promise<Person | null> {
  const { members } = await configurationOf(desk.database, desk.workspace)
  return [...members.values()].find(member => member.email === email.toLowerCase()) ?? null
}

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Makes an API key that acts as a member. It is shown this once: the store keeps only its digest. */
export async function createKey(desk: Pick<Desk, 'database' | 'workspace'>, member: MemberId): Promise<string> {
  const key = `baton_${randomBytes(32).toString('base64url')}`
  await desk.database.query('insert into api_key (workspace_id, key_hash, member_id) values ($1, $2, $3)', [
    desk.workspace,
    digestOf(key),
    member,
  ])
  return key
}

/** The active member as whom a key acts; null for a key that is unknown, revoked, or somebody's who left. */
export async function memberOfKey(
  desk: Pick<Desk, 'database' | 'workspace'>,
  key: string,
): Promise<{ id: MemberId; role: Role } | null> {
  const { rows } = await desk.database.query<{ id: MemberId; role: Role }>({
    name: 'member_of_key',
    text: `select k.member_id as id, m.role
      from api_key k
      join member m on m.workspace_id = k.workspace_id and m.member_id = k.member_id
      where k.workspace_id = $1 and k.key_hash = $2 and k.revoked_at is null and m.active`,
    values: [desk.workspace, digestOf(key)],
  })
  return rows[0] ?? null
}
