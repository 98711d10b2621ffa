import type { KindId, MemberId, TeamId } from '../core/context.ts'
import { type Calendar, nextOpening } from '../core/time/calendar.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Caller, Desk } from '../desk/desk.ts'
import { addKind, readKinds } from '../desk/kinds.ts'
import { addMember, type NewMember, readTeams } from '../desk/people.ts'
import { putSchedule } from '../desk/schedules.ts'
import { setHours } from '../desk/shifts.ts'
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

/** The kinds of issue that the company tells apart (Rule 28). */
const kinds = ['Bills', 'Internet at home', 'Mobile', 'New lines', 'Phones and cover', 'Plans and contracts'] as const
export type KindName = (typeof kinds)[number]

export type Company = {
  members: Record<PersonName, MemberId>
  teams: Record<string, TeamId>
  kinds: Record<string, KindId>
}

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

/** Founds the workspace, with its people, their hours, who is on duty at night, and its kinds of issue. */
export async function foundCompany(desk: Desk, calendar: Calendar): Promise<Company> {
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
  const ada: Caller = { by: { kind: 'member', id: known.ada }, from: 'desk', once: null }
  await setHours(desk, ada, known.dana, weekdays('08:30', '15:00'))
  await setHours(desk, ada, known.ravi, weekdays('10:00', '18:00'))
  for (const name of kinds) await addKind(desk, ada, { name })
  return { members: known, teams: byName(await readTeams(desk)), kinds: byName(await readKinds(desk)) }
}

const weekdays = (from: string, to: string) => {
  const day = [{ from, to }]
  return { hours: { 1: day, 2: day, 3: day, 4: day, 5: day }, zone: null }
}

const byName = (rows: readonly { name: string; id: string }[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ name, id }) => [name, id]))

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
