import type { MeAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import { businessMinutesBetween } from '../core/time/calendar.ts'
import { type Instant, plusMinutes } from '../core/time/instant.ts'
import { type Configuration, configurationOf, type Person } from '../store/configuration.ts'
import { lessonsWaitingForThem } from '../store/lesson-waiting.ts'
import { readNow } from '../store/now.ts'
import { waitingForThem } from '../store/waiting.ts'
import { memberRef, teamRef } from './describe.ts'
import type { Desk } from './desk.ts'
import { waitingFor } from './offers.ts'
import { hoursOf, isOnShift } from './people.ts'
import { supervisedBy, whoseLessons } from './work.ts'

/** Open issues that I own, or look after while their owner is away (Rule 15). */
const mine = `
select rank from issue where workspace_id = $1 and owner_id = $2 and phase <> 'closed'
union all
select i.rank from cover v
join issue i on i.workspace_id = v.workspace_id and i.number = v.number
where v.workspace_id = $1 and v.member_id = $2 and v.state = 'in_force'`

const counts = `
select
  (select count(*)::integer from (${mine}) as mine) as mine,
  (select count(*)::integer from (${mine}) as mine where rank < 2) as owed,
  (select count(*)::integer from (${waitingFor}) as waiting) as offers,
  (select count(distinct number)::integer from (${waitingForThem}) as waits)
    + (select count(distinct lesson_id)::integer from (${lessonsWaitingForThem('$5', '$6')}) as waits) as work,
  (select count(*)::integer from issue where workspace_id = $1 and claimable and phase <> 'closed') as intake,
  (select count(*)::integer from notice where workspace_id = $1 and member_id = $2 and seen_at is null) as notices,
  (select count(*)::integer from inbound_mail where workspace_id = $1 and state = 'kept') as "keptMail"`

/** Who I am, where I work, and how much waits for me. Null for somebody who does not work here any more. */
export async function readMe(desk: Desk, member: MemberId): Promise<MeAnswer | null> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const person = configuration.members.get(member)
  if (!person?.active) return null
  const now = await readNow(desk.database, desk.workspace)
  const { supervised, gone } = whoseLessons(configuration, member)
  const { rows } = await desk.database.query<MeAnswer['counts']>({
    name: 'counts',
    text: counts,
    values: [desk.workspace, member, person.teams, supervisedBy(configuration, member), supervised, gone],
  })
  const { name, inbox, calendar, path } = configuration
  return {
    member: {
      ...memberRef(configuration, member),
      email: person.email,
      role: person.role,
      teams: person.teams.map(team => teamRef(configuration, team)),
      toldByMail: person.toldByMail,
      weeklyLetter: person.weeklyLetter,
    },
    workspace: {
      name,
      inbox,
      zone: calendar.zone,
      hours: hoursOf(calendar.hours),
      holidays: [...calendar.holidays],
      path: { name: path.name, meaning: path.meaning, inbox: path.inbox },
      demo: desk.demo,
      testClock: desk.testClock,
      mail: desk.mail,
    },
    now,
    onShiftUntil: shiftEnd(person, now),
    counts: rows[0] ?? { mine: 0, owed: 0, offers: 0, work: 0, intake: 0, notices: 0, keptMail: 0 },
  }
}

/** When the open stretch that contains `now` ends; null when this person is not on shift. */
function shiftEnd(person: Person, now: Instant): Instant | null {
  if (!isOnShift(person, now)) return null
  const [low, high] = [0, 24 * 60]
  return plusMinutes(now, lastOpenMinute(person.shift, now, low, high))
}

/** How many minutes from `now` on are open without a gap, found by halving. */
function lastOpenMinute(calendar: Configuration['calendar'], now: Instant, low: number, high: number): number {
  let [open, shut] = [low, high]
  while (shut - open > 1) {
    const middle = Math.floor((open + shut) / 2)
    if (businessMinutesBetween(calendar, now, plusMinutes(now, middle)) >= middle) open = middle
    else shut = middle
  }
  return open
}
