import type { ScheduleAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { useNow } from '../../../../ui/now.tsx'
import { times } from '../../../../ui/time-words.ts'
import { moment } from '../../../../ui/times.ts'
import { type Week, weeksOf } from './days.ts'
import { words } from './words.ts'

/** Who is on call in the two weeks ahead, as a picture and as a list; where nobody is stands in words, too. */
export function TwoWeeks({ schedule }: { schedule: ScheduleAnswer }) {
  const { name, zone, ahead } = schedule
  const now = useNow()
  const says = (at: string): string => moment(at, now, zone)
  const gaps = ahead.filter(({ member }) => member === null)
  return (
    <div className="two-weeks">
      <div aria-hidden="true">
        {weeksOf(schedule, 2).map(week => (
          <Row key={week.days[0]} week={week} zone={zone} />
        ))}
      </div>
      {gaps.map(({ from, until }) => (
        <p key={from} className="owed">
          {words.gaps} {says(from)} {words.until} {says(until)}.
        </p>
      ))}
      <details>
        <summary>{words.asList}</summary>
        <ul aria-label={words.picture(name)}>
          {ahead.map(({ from, until, member }) => (
            <li key={from}>
              {says(from)} {words.until} {says(until)}: {member?.name ?? words.nobody}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** "Wed 25" */
const dayIn = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(times.locale, { weekday: 'short', day: 'numeric', timeZone: zone })

const Row = ({ week: { days, bars }, zone }: { week: Week; zone: string }) => (
  <div className="turns">
    <div className="turns-days">
      {days.map(day => (
        <span key={day}>{dayIn(zone).format(Date.parse(day))}</span>
      ))}
    </div>
    <div className="turns-bars">
      {bars.map(({ key, begin, end, member }) => (
        <span
          key={key}
          className={member ? `turn hue-${member.hue}` : 'turn gap'}
          style={{ insetInlineStart: percent(begin), width: percent(end - begin) }}
        >
          {end - begin > 0.06 && (member ? firstName(member.name) : words.gap)}
        </span>
      ))}
    </div>
  </div>
)
