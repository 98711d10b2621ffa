/**
 * Measures in a real log what `habits.ts` quotes, so that a reader can check it:
 *
 *     npm run simulate -- measure FILE.csv.gz
 *
 * The log is that of the BPI Challenge 2013: 7,554 incidents of Volvo IT (W. Steeman, Ghent University,
 * doi:10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee), as CSV with the original columns, plain or .gz. It is not ours to
 * pass on; only figures derived from it are quoted.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { shares, spreadOf } from './quantiles.ts'

/** A line of the log: what somebody of some team set an incident to. */
type Entry = { at: number; wall: string; status: string; sub: string; team: string; person: string }

/** A stretch in which one person of one team has an incident, and how it ended. */
type Holding = {
  team: string
  person: string
  visits: number
  asks: boolean
  end: 'passed' | 'completed' | 'taken' | 'put_back'
  next: string | null
}

type Figures = Record<string, number | readonly number[] | Record<string, number>>

/** What lies less than this apart is one visit of a person to an incident. */
const visitMinutes = 30
const dayMinutes = 480

export function measureLog(file: string): Figures {
  const bytes = readFileSync(file)
  return measure(casesOf((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')))
}

function casesOf(text: string): Entry[][] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter(line => line !== '')
  const names = fields(head)
  const column = (name: string): number => {
    const place = names.indexOf(name)
    if (place < 0)
      throw new Error(`The log has no column "${name}". This script reads the incidents of BPI Challenge 2013.`)
    return place
  }
  const [number, time, status, sub] = ['SR Number', 'Change Date+Time', 'Status', 'Sub Status'].map(column)
  const [team, name, country] = ['Involved ST', 'Owner First Name', 'Owner Country'].map(column)
  const cases = new Map<string, Entry[]>()
  for (const line of lines) {
    const values = fields(line)
    const value = (place: number | undefined): string => values[place ?? -1] ?? ''
    const wall = value(time)
    const entry = {
      at: Date.parse(wall),
      wall,
      status: value(status),
      sub: value(sub),
      team: value(team),
      // The log has first names only; together with the country they tell persons apart well enough.
      person: `${value(name)} ${value(country)}`,
    }
    const known = cases.get(value(number))
    if (known) known.push(entry)
    else cases.set(value(number), [entry])
  }
  return [...cases.values()].map(entries => entries.toSorted((one, other) => one.at - other.at))
}

/** The fields of a line of CSV. */
function fields(line: string): string[] {
  const found: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  return found
}

/** Minutes between two moments in office hours: Monday to Friday, 9:00 to 17:00 on the log's own clock (+01:00). */
const officeMinutes = (from: number, to: number): number => officeSince(to) - officeSince(from)

function officeSince(ms: number): number {
  const minutes = ms / 60_000 + 60
  const day = Math.floor(minutes / 1440)
  // 1 January 1970 was a Thursday.
  const weeks = Math.floor((day + 3) / 7)
  const weekday = day + 3 - weeks * 7
  const today = weekday < 5 ? Math.min(Math.max(minutes - day * 1440 - 9 * 60, 0), dayMinutes) : 0
  return (weeks * 5 + Math.min(weekday, 5)) * dayMinutes + today
}

const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 1000

function measure(cases: readonly Entry[][]): Figures {
  return {
    shares,
    incidents: cases.length,
    events: cases.reduce((sum, entries) => sum + entries.length, 0),
    ...arrivals(cases),
    ...waiting(cases),
    ...passing(cases.map(holdingsOf)),
    ...comingBack(cases),
    ...asItWent(cases),
  }
}

/** When customers write and call, on the log's own clock. How many a day it can't tell: it was cut by when incidents were closed. */
function arrivals(cases: readonly Entry[][]): Figures {
  const begun = cases.map(([first]) => first?.wall ?? '')
  const onWeekend = begun.filter(wall => [0, 6].includes(new Date(wall.slice(0, 10)).getUTCDay())).length
  const inHour = (hour: number): number => begun.filter(wall => Number(wall.slice(11, 13)) === hour).length
  return {
    arrivalsByHour: Array.from({ length: 24 }, (_, hour) => share(inHour(hour), cases.length)),
    arrivalsOnAWeekend: share(onWeekend, cases.length),
  }
}

/** How long it takes until somebody looks: at what is new in their queue, and again at what they have. */
function waiting(cases: readonly Entry[][]): Figures {
  const queue: number[] = []
  const gaps: number[] = []
  const waits: number[] = []
  const answers: number[] = []
  const ofPerson = new Map<string, number[]>()
  for (const entries of cases) {
    for (const [place, entry] of entries.entries()) {
      const next = entries[place + 1]
      if (!next) continue
      const minutes = officeMinutes(entry.at, next.at)
      if (entry.status === 'Queued' && next.status === 'Accepted') queue.push(minutes)
      if (entry.status !== 'Accepted') continue
      if (entry.sub === 'Wait - User') answers.push((next.at - entry.at) / 3_600_000)
      else if (entry.sub.startsWith('Wait')) waits.push(minutes)
      else if (next.at - entry.at >= visitMinutes * 60_000) {
        gaps.push(minutes)
        ofPerson.set(entry.person, [...(ofPerson.get(entry.person) ?? []), minutes])
      }
    }
  }
  const late = (of: readonly number[]): number[] => of.filter(minutes => minutes > 2 * dayMinutes)
  const persons = [...ofPerson.values()].filter(own => own.length >= 10)
  return {
    queueMinutes: spreadOf(queue),
    gapsThatAreWaits: share(waits.length, waits.length + gaps.length),
    waitMinutes: spreadOf(waits),
    gapsOverTwoDays: share(late(gaps).length, gaps.length),
    gapMinutesUpToTwoDays: spreadOf(gaps.filter(minutes => minutes <= 2 * dayMinutes)),
    gapMinutesOverTwoDays: spreadOf(late(gaps)),
    personsWithGaps: persons.length,
    gapsOverTwoDaysOfAPerson: spreadOf(
      persons.map(own => late(own).length / own.length),
      2,
    ),
    answerHours: spreadOf(answers),
  }
}

function holdingsOf(entries: readonly Entry[]): Holding[] {
  const holdings: Holding[] = []
  let current: Holding | null = null
  for (const [place, entry] of entries.entries()) {
    if (entry.status !== 'Accepted') continue
    const before = entries[place - 1]
    const goesOn =
      current && before?.status === 'Accepted' && before.person === entry.person && before.team === entry.team
    if (!current || !goesOn) {
      current = { team: entry.team, person: entry.person, visits: 1, asks: false, end: 'completed', next: null }
      holdings.push(current)
    } else if (before && entry.at - before.at >= visitMinutes * 60_000) current.visits += 1
    current.asks ||= entry.sub === 'Wait - User'
    const next = entries[place + 1]
    if (!next || next.status === 'Completed') continue
    if (next.team !== entry.team) Object.assign(current, { end: 'passed', next: next.team })
    else if (next.status === 'Queued') current.end = 'put_back'
    else if (next.person !== entry.person) current.end = 'taken'
  }
  return holdings
}

const isFirstLine = (team: string): boolean => !/ (2nd|3rd)$/.test(team)

/** Who passes what on, and how well they know where it belongs. The team that had it last is taken for the one that can solve it. */
function passing(cases: readonly Holding[][]): Figures {
  const right = { all: 0, passed: 0 }
  const wrong = { all: 0, passed: 0, toRight: 0 }
  const ofPerson = new Map<string, { all: number; passed: number }>()
  const visits: number[] = []
  let asks = 0
  let changes = 0
  let furtherVisits = 0
  for (const held of cases) {
    const last = held.at(-1)?.team
    const final = held.slice(held.findLastIndex(({ team }) => team !== last) + 1)
    const many = final.reduce((sum, holding) => sum + holding.visits, 0)
    visits.push(many)
    furtherVisits += many - 1
    changes += final.length - 1
    asks += final.some(holding => holding.asks) ? 1 : 0
    for (const { team, person, end, next } of held) {
      if (team !== last) {
        wrong.all += 1
        if (end === 'passed') wrong.passed += 1
        if (end === 'passed' && next === last) wrong.toRight += 1
        continue
      }
      right.all += 1
      if (end === 'passed') right.passed += 1
      const own = ofPerson.get(person) ?? { all: 0, passed: 0 }
      ofPerson.set(person, { all: own.all + 1, passed: own.passed + (end === 'passed' ? 1 : 0) })
    }
  }
  const persons = [...ofPerson.values()].filter(({ all }) => all >= 10)
  return {
    onlyFirstLine: share(cases.filter(held => held.every(({ team }) => isFirstLine(team))).length, cases.length),
    endsWithSpecialists: share(cases.filter(held => !isFirstLine(held.at(-1)?.team ?? '')).length, cases.length),
    startsInFirstLine: share(cases.filter(held => isFirstLine(held[0]?.team ?? '')).length, cases.length),
    visitsOfTheRightTeam: countsOf(visits),
    visitsByAnotherOfTheTeam: share(changes, furtherVisits),
    customerIsAsked: share(asks, cases.length),
    passedOnThoughTheirs: share(right.passed, right.all),
    personsWithTheirs: persons.length,
    passedOnThoughTheirsByPerson: spreadOf(
      persons.map(({ all, passed }) => passed / all),
      2,
    ),
    passedOnToTheRightTeam: share(wrong.toRight, wrong.passed),
  }
}

/** Which share of incidents took one, two, … of something; the last stands for that many and more. */
function countsOf(measured: readonly number[], most = 8): Record<string, number> {
  const upTo = (many: number): number =>
    measured.filter(value => value === many || (many === most && value > many)).length
  return Object.fromEntries(
    Array.from({ length: most }, (_, place) => [place + 1, share(upTo(place + 1), measured.length)]),
  )
}

/** What was called completed and came back, and when. */
function comingBack(cases: readonly Entry[][]): Figures {
  const hours: number[] = []
  for (const entries of cases) {
    const place = entries.findIndex(({ status }, index) => status === 'Completed' && reopens(entries[index + 1]))
    const [completed, again] = [entries[place], entries[place + 1]]
    if (completed && again) hours.push((again.at - completed.at) / 3_600_000)
  }
  return { cameBack: share(hours.length, cases.length), cameBackAfterHours: spreadOf(hours) }
}

const reopens = (next: Entry | undefined): boolean => next?.status === 'Accepted' || next?.status === 'Queued'

/** How it went in the end: what the model of such a desk is held against. Nothing in `habits.ts` comes from here. */
function asItWent(cases: readonly Entry[][]): Figures {
  const count = (holds: (entries: readonly Entry[]) => boolean): number =>
    share(cases.filter(holds).length, cases.length)
  const stoodStill = (entries: readonly Entry[]): boolean =>
    entries.some(({ status, sub, at }, place) => {
      const next = entries[place + 1]
      const isOurTurn = status !== 'Completed' && sub !== 'Wait - User'
      return isOurTurn && next !== undefined && next.at - at > 7 * 86_400_000
    })
  const passesOf = (entries: readonly Entry[]): number =>
    entries.filter(({ team }, place) => place > 0 && team !== entries[place - 1]?.team).length
  return {
    stillForAWeek: count(stoodStill),
    passedOn: count(entries => passesOf(entries) > 0),
    passesPerIncident: share(
      cases.reduce((sum, entries) => sum + passesOf(entries), 0),
      cases.length,
    ),
    backToATeamThatHadIt: count(entries => circles(holdingsOf(entries).map(({ team }) => team))),
    backToAPersonWhoHadIt: count(entries => circles(holdingsOf(entries).map(({ person }) => person))),
    backToEither: count(entries => {
      const held = holdingsOf(entries)
      return circles(held.map(({ team }) => team)) || circles(held.map(({ person }) => person))
    }),
  }
}

/** Whether somebody has it again after somebody else had it. */
function circles(held: readonly string[]): boolean {
  const turns = held.filter((who, place) => who !== held[place - 1])
  return new Set(turns).size < turns.length
}
