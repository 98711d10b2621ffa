import { type FormEvent, useState } from 'react'
import type { MemberAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { sayHours } from '../../hours/hours.ts'
import { dayName, days, type WeekHours, weekOf, writtenWeek } from '../../hours/week.ts'
import { WeekFields } from '../../hours/week-fields.tsx'
import { ZoneField } from '../../hours/zone-field.tsx'
import { useMe } from '../../me.ts'
import { useCommand } from '../../use-command.ts'
import { words as everything } from './words.ts'

const words = everything.hours
type Body = { hours: WeekHours | null; zone: string | null }

/** When somebody works, and in which time zone: said by themselves, or by their supervisor (Rule 15). */
export function HoursForm({ person, isMe }: { person: MemberAnswer; isMe: boolean }) {
  const { workspace } = useMe()
  const [whose, setWhose] = useState<'desk' | 'own'>(person.hours ? 'own' : 'desk')
  const [written, write] = useState(() => writtenWeek(person.hours ?? workspace.hours))
  const [zone, setZone] = useState(person.zone ?? '')
  const [isUnread, setUnread] = useState(false)
  const { send, isSending, fault } = useCommand<Body, MemberAnswer>(`/members/${person.id}/hours`, {
    done: () => announce(words.saved),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const hours = whose === 'own' ? weekOf(written) : null
    setUnread(whose === 'own' && hours === null)
    if (whose === 'desk' || hours) send({ hours, zone: zone.trim() || null })
  }
  return (
    <form className="person-part stack" onSubmit={submit} noValidate>
      <Choice
        label={words.title(isMe ? null : firstName(person.name))}
        options={{ desk: words.desk, own: isMe ? words.ownMine : words.own }}
        value={whose}
        change={setWhose}
      />
      {whose === 'own' ? (
        <WeekFields legend={words.week} hint={words.hint} free={words.free} written={written} change={write} />
      ) : (
        <Week hours={workspace.hours} />
      )}
      <div className="person-zone">
        <ZoneField
          label={words.zone}
          hint={words.zoneHint(workspace.zone)}
          placeholder={workspace.zone}
          value={zone}
          change={setZone}
        />
      </div>
      <Refusal fault={isUnread ? words.unread : fault} />
      <div>
        <Button type="submit" busy={isSending}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}

/** The same for who only reads it. */
export function HoursWords({ person }: { person: MemberAnswer }) {
  const { workspace } = useMe()
  return (
    <section className="person-part">
      <h2>{words.title(firstName(person.name))}</h2>
      <Week hours={person.hours ?? workspace.hours} />
      {person.zone && person.zone !== workspace.zone && <p className="hint">{words.in(person.zone)}</p>}
    </section>
  )
}

const Week = ({ hours }: { hours: WeekHours }) => (
  <dl className="person-week">
    {days.map(day => (
      <div key={day}>
        <dt>{dayName(day)}</dt>
        <dd>{sayHours(hours[day]) || words.free}</dd>
      </div>
    ))}
  </dl>
)
