import { type FormEvent, useState } from 'react'
import type { ScheduleAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { ZoneField } from '../../../hours/zone-field.tsx'
import { useMe } from '../../../me.ts'
import { useCommand } from '../../../use-command.ts'
import { momentOf, useWhen } from '../../../when/use-when.ts'
import { WhenField } from '../../../when/when-field.tsx'
import { type Change, changesBetween, type Lines } from '../changes.ts'
import { InTurn } from '../people.tsx'
import { words } from './words.ts'

type Wanted = {
  name: string
  zone: string
  rotation: string[]
  handover: { weekday: number | null; time: string }
  from: string | null
}

/** `over`: with what has changed, once it is saved. */
type ScheduleFormProps = { schedule: ScheduleAnswer | null; over: (changes: Change[] | null) => void }

/** A schedule, new or changed as a whole: its people in their order, and when it goes to the next. */
export function ScheduleForm({ schedule, over }: ScheduleFormProps) {
  const { workspace } = useMe()
  const [name, setName] = useState(schedule?.name ?? '')
  const [zone, setZone] = useState(schedule?.zone ?? workspace.zone)
  const [rotation, setRotation] = useState(schedule?.rotation.map(({ id }) => id) ?? [])
  const [weekday, setWeekday] = useState(String(schedule ? (schedule.handover.weekday ?? '') : 1))
  const [time, setTime] = useState(schedule?.handover.time ?? '09:00')
  const [begins, setBegins] = useState('')
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(begins)
  const command = useCommand<Wanted, ScheduleAnswer[]>(schedule ? `/schedules/${schedule.id}` : '/schedules', {
    done: all => {
      const after = all.find(({ id }) => id === schedule?.id)
      announce(words.saved(name.trim()))
      over(schedule && after ? changesBetween(linesOf(schedule), linesOf(after)) : null)
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    command.clear()
    const isWhole = name.trim() !== '' && rotation.length > 0 && /^\d\d:\d\d$/.test(time)
    if (!isWhole) return setFaulty(words.incomplete)
    const from = begins.trim() === '' ? { at: null } : await momentOf(begins)
    if ('fault' in from) return setFaulty(from.fault)
    setFaulty(null)
    const handover = { weekday: weekday === '' ? null : Number(weekday), time }
    command.send({ name: name.trim(), zone: zone.trim(), rotation, handover, from: from.at })
  }
  const label = schedule ? words.changing(schedule.name) : words.adding
  return (
    <form className="stack schedule-form" onSubmit={event => void submit(event)} noValidate aria-label={label}>
      <h3>{label}</h3>
      <Field label={words.name} value={name} maxLength={80} change={setName} />
      <InTurn
        label={words.rotation}
        add={words.rotationAdd}
        nobody={words.rotationNobody}
        ids={rotation}
        change={setRotation}
      />
      <div className="handover">
        <Select
          label={words.handover}
          nothing={words.daily}
          value={weekday}
          change={setWeekday}
          options={[
            {
              heading: '',
              options: words.weekdays.map(([day, said]) => ({ value: String(day), says: words.weekly(said) })),
            },
          ]}
        />
        <Field label={words.at} type="time" value={time} change={setTime} />
        <ZoneField label={words.zone} value={zone} change={setZone} />
      </div>
      <WhenField
        label={words.begins}
        placeholder={words.beginsExample}
        value={begins}
        change={setBegins}
        understood={understood}
        hint={schedule ? words.beginsKept : words.beginsNew}
      />
      <Refusal fault={faulty ?? command.fault} />
      <div className="row-of">
        <Button type="submit" look="primary" busy={command.isSending}>
          {words.save}
        </Button>
        <Button look="quiet" onClick={() => over(null)}>
          {words.cancel}
        </Button>
        {schedule && <Remove schedule={schedule} />}
      </div>
    </form>
  )
}

const linesOf = ({ name, rotation, handover, zone }: ScheduleAnswer): Lines => ({
  [words.name]: name,
  [words.rotation]: rotation.map(one => one.name).join(', '),
  [words.handoverLine]: words.rule(handover.weekday, handover.time, zone),
})

function Remove({ schedule: { id, name } }: { schedule: ScheduleAnswer }) {
  const { send, isSending, fault } = useCommand<object, ScheduleAnswer[]>(`/schedules/${id}/remove`, {
    done: () => announce(words.removed(name)),
  })
  return (
    <>
      <Button look="quiet" busy={isSending} onClick={() => send({})}>
        {words.remove}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}
