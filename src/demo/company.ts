import { randomUUIDv7 } from 'node:crypto'
import type { MemberId, TeamId } from '../core/context.ts'
import { type Calendar, nextOpening } from '../core/time/calendar.ts'
import { type Instant, plusMinutes } from '../core/time/instant.ts'
import type { Caller, Desk } from '../desk/desk.ts'
import { addMember, type NewMember, readTeams } from '../desk/people.ts'
import { putSchedule } from '../desk/schedules.ts'
import { changeWorkspace } from '../desk/workspace.ts'
import { configurationOf } from '../store/configuration.ts'
import { officeHours, putWorkspace } from '../store/workspace.ts'
import type { Times } from './when.ts'

const inbox = 'support@litoral.example'
const zone = 'Europe/Madrid'

/** The people of Litoral Telecom, in the order in which they sign in. */
const people = {
  ben: { name: 'Ben Okafor', role: 'agent', teams: ['Support'], room: 20 },
  carla: { name: 'Carla Nunes', role: 'agent', teams: ['Plans'], room: 24 },
  dana: { name: 'Dana Kim', role: 'agent', teams: ['Plans'], room: 14 },
  ravi: { name: 'Ravi Singh', role: 'agent', teams: ['Activations'], room: 18 },
  // Supervisors own what they took over, and are given nothing by the intake.
  priya: { name: 'Priya Raman', role: 'supervisor', supervises: ['Support', 'Plans', 'Activations'], room: 0 },
  ada: { name: 'Ada Moreau', role: 'admin', room: 0 },
  olu: { name: 'Olu Adebayo', role: 'colleague', teams: ['Repair'] },
  sam: { name: 'Sam Castell', role: 'colleague', teams: ['Sales'] },
} satisfies Record<string, Omit<NewMember, 'email'>>

export type PersonName = keyof typeof people
export const personNames = Object.keys(people) as PersonName[]

export type Company = { members: Record<PersonName, MemberId>; teams: Record<string, TeamId> }

/** Open from Monday to Friday, but for Spain's holidays on fixed dates and the town's own, some days ahead. */
export function calendarAround(now: Instant): Calendar {
  const office = officeHours(zone)
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  const fixed = ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25']
  const years = [-1, 0, 1].map(years => today.add({ years }).year)
  const holidays = years.flatMap(year => fixed.map(day => `${year}-${day}`))
  const inTenDays = today.add({ days: 10 }).toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' })
  const townsDay = nextOpening({ ...office, holidays }, inTenDays as Instant)
  const local = Temporal.Instant.from(townsDay).toZonedDateTimeISO(zone).toPlainDate().toString()
  return { ...office, holidays: [...holidays, local].sort() }
}

/** Founds the workspace, with its people, their hours and absences, and who is on duty at night. */
export async function foundCompany(desk: Desk, calendar: Calendar, times: Times): Promise<Company> {
  const workspace = { name: 'Litoral Telecom', inbox, calendar }
  await putWorkspace(desk.database, desk.workspace, { ...workspace, policy: {} })
  const members: Partial<Record<PersonName, MemberId>> = {}
  for (const name of personNames) {
    const person: Omit<NewMember, 'email'> = people[name]
    const id = await addMember(desk, { ...person, email: `${name}@litoral.example` })
    if (!id) throw new Error(`${name}@litoral.example works here already: the demo fills an empty desk only.`)
    members[name] = id
  }
  const known = members as Record<PersonName, MemberId>
  const rota = [known.ben, known.carla, known.dana, known.ravi]
  await putWorkspace(desk.database, desk.workspace, { ...workspace, policy: { duty: { rota, lead: known.priya } } })
  await setHours(desk, known.dana, '08:30', '15:00')
  await setHours(desk, known.ravi, '10:00', '18:00')
  await setAway(desk, known.dana, times.ago('25m'), times.dueIn('3h'))
  await setAway(desk, known.ravi, times.day(6, '00:00'), plusMinutes(times.day(10, '00:00'), 1440))
  const teams = await readTeams(desk)
  return { members: known, teams: Object.fromEntries(teams.map(({ name, id }) => [name, id])) }
}

async function setHours(desk: Desk, member: MemberId, from: string, to: string): Promise<void> {
  const hours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [{ from, to }]]))
  await desk.database.query('update member set hours = $3 where workspace_id = $1 and member_id = $2', [
    desk.workspace,
    member,
    JSON.stringify(hours),
  ])
}

async function setAway(desk: Desk, member: MemberId, from: Instant, until: Instant): Promise<void> {
  await desk.database.query(
    'insert into absence (workspace_id, absence_id, member_id, from_at, until_at) values ($1, $2, $3, $4, $5)',
    [desk.workspace, randomUUIDv7(), member, from, until],
  )
}

/** Whom the Lighthouse calls: who has the week, then Priya, at last Ada. The nights are yet to begin: a gap until then. */
export async function setPath(
  desk: Desk,
  { members: { ada, priya, carla, ben } }: Company,
  times: Times,
): Promise<void> {
  const admin: Caller = { by: { kind: 'member', id: ada }, from: 'desk', once: null }
  const weeks = { name: 'By day', zone, handover: { weekday: 1, time: '09:00' }, rotation: [carla, ben, priya] }
  const nights = { name: 'Nights', zone, handover: { weekday: null, time: '18:00' }, rotation: [priya, ada] }
  await putSchedule(desk, admin, null, { ...weeks, from: times.monthsAgo(9, '09:00') })
  await putSchedule(desk, admin, null, { ...nights, from: times.day(1, '18:00') })
  const schedules = [...(await configurationOf(desk.database, desk.workspace)).path.schedules.values()]
  const byDay = schedules.find(({ name }) => name === weeks.name)
  if (!byDay) throw new Error('The schedule of the days is there.')
  await changeWorkspace(desk, admin, {
    path: {
      rungs: [
        { who: { schedule: byDay.id }, minutes: 60 },
        { who: { member: priya }, minutes: 240 },
      ],
      lastResort: ada,
    },
  })
}
