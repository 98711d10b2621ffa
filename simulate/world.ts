import type { Calendar } from '../src/core/time/calendar.ts'
import { countAt, type Draw, drawsOf, placeAt } from './draws.ts'
import type { Habits } from './habits.ts'
import { type Hours, hoursOf } from './hours.ts'
import { valueAt } from './quantiles.ts'

/** How large a company, and for how long. */
export type Size = { days: number; issuesPerDay: number; members: number }

/** Number of a team: 0 is the first line, the others are specialists. */
export type TeamNumber = number

/** A member with their habits. */
export type Person = {
  index: number
  id: string
  role: 'agent' | 'supervisor' | 'admin'
  /** Null: a supervisor, or the head of service, who work in no team. */
  team: TeamNumber | null
  tosses: number
  forgets: number
  /** Spells of illness, in order. */
  ill: readonly { from: number; until: number }[]
}

/** What a customer comes with: nothing of it depends on how the desk works. */
export type Need = {
  index: number
  customer: number
  at: number
  phones: boolean
  /** Who can solve it, in how many visits, and whether the customer has to be asked something. */
  team: TeamNumber
  visits: number
  asks: boolean
}

/** One world, in which each desk is tried. */
export type World = {
  seed: number
  size: Size
  habits: Habits
  draw: Draw
  hours: Hours
  calendar: Calendar
  start: number
  end: number
  people: readonly Person[]
  teams: readonly (readonly Person[])[]
  supervisors: readonly Person[]
  needs: readonly Need[]
}

/** Monday to Friday 9:00 to 17:00 in Madrid, as in the scenarios of the rulebook. */
const calendar: Calendar = {
  zone: 'Europe/Madrid',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [{ from: '09:00', to: '17:00' }]])),
  holidays: [],
}

const firstDay = Temporal.PlainDate.from('2027-01-04')
const hourMs = 3_600_000
/** How long the simulation goes on after the last customer came, for what is still open. */
const afterwardsDays = 120
/** Seven of ten members work in the first line, which sees everything first; one supervisor for each eight, and a head of service. */
const inFirstLine = 0.7
const membersOfASupervisor = 8
/** Issues that each customer comes with in a year. */
const issuesOfACustomer = 2

export function worldOf(seed: number, size: Size, habits: Habits): World {
  const draw = drawsOf(seed)
  const start = localMs(0, 0)
  const end = start + (size.days + afterwardsDays) * 24 * hourMs
  const people = peopleOf(drawsOf(seed ^ 0x5eed), size, habits, start, end)
  const teamNumbers = [...new Set(people.flatMap(({ team }) => (team === null ? [] : [team])))]
  return {
    seed,
    size,
    habits,
    draw,
    calendar,
    start,
    end,
    people,
    hours: hoursOf(calendar, start - 7 * 24 * hourMs, size.days + afterwardsDays + 400),
    teams: teamNumbers.map(team => people.filter(person => person.team === team)),
    supervisors: people.filter(({ role }) => role === 'supervisor'),
    needs: needsOf(draw, size, habits, teamNumbers.length),
  }
}

/** An hour of a day on the clock of the office. */
function localMs(day: number, minutes: number): number {
  return firstDay.add({ days: day }).toZonedDateTime(calendar.zone).epochMilliseconds + minutes * 60_000
}

function peopleOf(draw: Draw, { members, days }: Size, habits: Habits, start: number, end: number): Person[] {
  const first = Math.max(1, Math.round(members * inFirstLine))
  const specialists = Math.max(1, Math.floor((members - first) / 2))
  const supervisors = Math.max(1, Math.round(members / membersOfASupervisor))
  return Array.from({ length: members + supervisors + 1 }, (_, index) => {
    const team = index < first ? 0 : index < members ? 1 + ((index - first) % specialists) : null
    const role = team !== null ? 'agent' : index < members + supervisors ? 'supervisor' : 'admin'
    return {
      index,
      id: `${role} ${index + 1}`,
      role,
      team,
      tosses: valueAt(habits.tosses, draw(index, 'tosses')),
      forgets: valueAt(habits.forgets, draw(index, 'forgets')),
      ill: illnessOf(draw, index, habits, start, end, days),
    }
  })
}

/** Spells of illness at random times, each of random length (exponential) about the average. */
function illnessOf(
  draw: Draw,
  person: number,
  habits: Habits,
  start: number,
  end: number,
  days: number,
): Person['ill'] {
  const spells: { from: number; until: number }[] = []
  const between = (365 / habits.sickDaysAYear) * habits.sickDaysOfASpell
  const length = (mean: number, share: number): number => Math.ceil(-mean * Math.log(1 - share))
  for (let day = 0, count = 0; start + day * 24 * hourMs < end && day < days * 2; count += 1) {
    day += length(between, draw(person, 'spell', count))
    const until = day + length(habits.sickDaysOfASpell, draw(person, 'spell_days', count))
    spells.push({ from: start + day * 24 * hourMs, until: start + until * 24 * hourMs })
    day = until
  }
  return spells
}

function needsOf(draw: Draw, size: Size, habits: Habits, teams: number): Need[] {
  const arrivals: number[] = []
  for (let day = 0; day < size.days; day += 1) {
    const midnight = localMs(day, 0)
    for (let count = comingOn(draw, day, size, habits); count > 0; count -= 1) {
      const hour = placeAt(habits.arrivalsByHour, draw(day, 'hour', count))
      arrivals.push(midnight + (hour + draw(day, 'minute', count)) * hourMs)
    }
  }
  const customers = Math.max(1, Math.round((arrivals.length / size.days) * 365 * (1 / issuesOfACustomer)))
  return arrivals
    .toSorted((one, other) => one - other)
    .map((at, index) => ({
      index,
      at: Math.round(at),
      customer: Math.floor(draw(index, 'customer') * customers),
      phones: draw(index, 'phones') < habits.phones,
      team: teamOf(draw(index, 'team'), habits, teams),
      visits: placeAt(habits.visits, draw(index, 'visits')) + 1,
      asks: draw(index, 'asks') < habits.asksCustomer,
    }))
}

/** How many customers come on a day. */
function comingOn(draw: Draw, day: number, { issuesPerDay }: Size, habits: Habits): number {
  const isWeekend = day % 7 >= 5
  const surge = draw(day, 'surge') < habits.surgeDays ? 2 : 1
  const onWeekday = issuesPerDay * surge
  let mean = isWeekend ? (issuesPerDay * 5 * habits.onAWeekend) / (1 - habits.onAWeekend) / 2 : onWeekday
  // In parts, since the formula of chance runs out of digits for large ones.
  let coming = 0
  for (let part = 0; mean > 0; part += 1) {
    coming += countAt(Math.min(mean, 100), draw(day, 'arrival', part))
    mean -= 100
  }
  return coming
}

function teamOf(share: number, { forSpecialists }: Habits, teams: number): TeamNumber {
  if (share >= forSpecialists || teams === 1) return 0
  return 1 + Math.floor((share / forSpecialists) * (teams - 1))
}
