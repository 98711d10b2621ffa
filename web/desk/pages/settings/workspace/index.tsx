import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Field } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Loaded } from '../../../loaded.tsx'
import { type Names, useNames } from '../../../names.ts'
import { workspace } from '../../../queries.ts'
import type { Lines } from '../changes.ts'
import { asOptions, InTurn, useSeats } from '../people.tsx'
import { Setting, type Wish } from '../setting.tsx'
import { Zones } from '../zones.tsx'
import { Holidays, sayDate } from './holidays.tsx'
import { hoursOf, sayHours } from './hours.ts'
import { words } from './words.ts'

type Day = keyof typeof words.days
type Draft = {
  name: string
  inbox: string
  zone: string
  hours: Record<string, string>
  holidays: readonly string[]
  rota: readonly string[]
  lead: string
}

/** The desk's name and address, when it is open, and who owns what arrives meanwhile (Rule 2). */
export const WorkspaceSettings = () => <Loaded asked={useQuery(workspace)}>{set => <WorkspaceForm set={set} />}</Loaded>

const days = Object.keys(words.days)
const dayName = (day: string): string => words.days[Number(day) as Day]

function WorkspaceForm({ set }: { set: WorkspaceAnswer }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(set))
  const change = (changes: Partial<Draft>): void => setDraft(before => ({ ...before, ...changes }))
  const [zones, names, seats] = [useId(), useNames(), useSeats()]
  return (
    <Setting label={words.label} wish={() => wishOf(draft)} lines={after => linesOf(after, names)}>
      <Field label={words.name} hint={words.nameHint} value={draft.name} change={name => change({ name })} />
      <Field
        label={words.inbox}
        hint={words.inboxHint}
        type="email"
        autoComplete="off"
        value={draft.inbox}
        change={inbox => change({ inbox })}
      />
      <fieldset className="open-hours">
        <legend>{words.open}</legend>
        <p className="hint">{words.openHint}</p>
        {days.map(day => (
          <Field
            key={day}
            label={dayName(day)}
            placeholder={words.closed}
            autoComplete="off"
            value={draft.hours[day] ?? ''}
            fault={hoursOf(draft.hours[day] ?? '') ? null : words.unreadable}
            change={text => change({ hours: { ...draft.hours, [day]: text } })}
          />
        ))}
        <Field
          label={words.zone}
          list={zones}
          autoComplete="off"
          value={draft.zone}
          change={zone => change({ zone })}
        />
        <Zones id={zones} />
      </fieldset>
      <Holidays dates={draft.holidays} change={holidays => change({ holidays })} />
      <section className="stack duty">
        <h2>{words.duty}</h2>
        <p className="hint">{words.dutyHint}</p>
        <InTurn
          label={words.rota}
          add={words.rotaAdd}
          nobody={words.rotaNobody}
          ids={draft.rota}
          change={rota => change({ rota })}
        />
        <Select
          label={words.lead}
          nothing={words.noLead}
          value={draft.lead}
          change={lead => change({ lead })}
          options={[{ heading: '', options: asOptions(seats) }]}
        />
      </section>
    </Setting>
  )
}

const draftOf = ({ name, inbox, calendar, policy: { duty } }: WorkspaceAnswer): Draft => ({
  name,
  inbox,
  zone: calendar.zone,
  hours: Object.fromEntries(days.map(day => [day, sayHours(calendar.hours[day])])),
  holidays: calendar.holidays,
  rota: duty.rota,
  lead: duty.lead ?? '',
})

function wishOf({ name, inbox, zone, hours, holidays, rota, lead }: Draft): Wish | { fault: Fault } {
  const read = days.map(day => [day, hoursOf(hours[day] ?? '')] as const)
  const open = Object.fromEntries(read.flatMap(([day, stretches]) => (stretches ? [[day, stretches]] : [])))
  if (Object.keys(open).length < days.length || !name.trim() || !inbox.trim()) return { fault: words.incomplete }
  return {
    name: name.trim(),
    inbox: inbox.trim(),
    calendar: { zone: zone.trim(), hours: open, holidays: [...holidays] },
    policy: { duty: { rota: [...rota], lead: lead || null } },
  }
}

const linesOf = ({ name, inbox, calendar, policy: { duty } }: WorkspaceAnswer, names: Names): Lines => ({
  [words.name]: name,
  [words.inbox]: inbox,
  ...Object.fromEntries(days.map(day => [dayName(day), sayHours(calendar.hours[day]) || words.closed])),
  [words.zone]: calendar.zone,
  [words.holidays]: calendar.holidays.map(sayDate).join(', ') || words.none,
  [words.rota]: duty.rota.map(id => names.member(id).name).join(', ') || words.none,
  [words.lead]: duty.lead ? names.member(duty.lead).name : words.noLead,
})
