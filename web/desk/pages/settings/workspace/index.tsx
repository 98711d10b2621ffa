import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Field } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { sayHours } from '../../../hours/hours.ts'
import { dayName, days, type WrittenWeek, weekOf, writtenWeek } from '../../../hours/week.ts'
import { WeekFields } from '../../../hours/week-fields.tsx'
import { ZoneField } from '../../../hours/zone-field.tsx'
import { Loaded } from '../../../loaded.tsx'
import { type Names, useNames } from '../../../names.ts'
import { workspace } from '../../../queries.ts'
import type { Lines } from '../changes.ts'
import { asOptions, InTurn, useSeats } from '../people.tsx'
import { Setting, type Wish } from '../setting.tsx'
import { Holidays, sayDate } from './holidays.tsx'
import { words } from './words.ts'

type Draft = {
  name: string
  inbox: string
  zone: string
  hours: WrittenWeek
  holidays: readonly string[]
  rota: readonly string[]
  lead: string
}

/** The desk's name and address, when it is open, and who owns what arrives meanwhile (Rule 2). */
export const WorkspaceSettings = () => <Loaded asked={useQuery(workspace)}>{set => <WorkspaceForm set={set} />}</Loaded>

function WorkspaceForm({ set }: { set: WorkspaceAnswer }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(set))
  const change = (changes: Partial<Draft>): void => setDraft(before => ({ ...before, ...changes }))
  const [names, seats] = [useNames(), useSeats()]
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
      <WeekFields
        legend={words.open}
        hint={words.openHint}
        free={words.closed}
        written={draft.hours}
        change={hours => change({ hours })}
      />
      <ZoneField label={words.zone} value={draft.zone} change={zone => change({ zone })} />
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
  hours: writtenWeek(calendar.hours),
  holidays: calendar.holidays,
  rota: duty.rota,
  lead: duty.lead ?? '',
})

function wishOf({ name, inbox, zone, hours, holidays, rota, lead }: Draft): Wish | { fault: Fault } {
  const open = weekOf(hours)
  if (!open || !name.trim() || !inbox.trim()) return { fault: words.incomplete }
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
