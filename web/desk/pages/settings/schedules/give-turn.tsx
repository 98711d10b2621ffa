import { type FormEvent, useState } from 'react'
import type { ScheduleAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { type Fault, Refusal } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { useCommand } from '../../../use-command.ts'
import { momentOf, useWhen } from '../../../when/use-when.ts'
import { WhenField } from '../../../when/when-field.tsx'
import { asOptions, useSeats } from '../people.tsx'
import { words } from './words.ts'

const empty = { member: '', from: '', until: '' }

/** Somebody else has the turn for a while; the rotation goes on behind it. */
export function GiveTurn({ schedule }: { schedule: string }) {
  const seats = useSeats()
  const [draft, setDraft] = useState(empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const [from, until] = [useWhen(draft.from), useWhen(draft.until)]
  const command = useCommand<typeof empty, ScheduleAnswer[]>(`/schedules/${schedule}/overrides`, {
    done: () => {
      announce(words.given(seats.find(({ id }) => id === draft.member)?.name ?? ''))
      setDraft(empty)
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    command.clear()
    if (!draft.member) return setFaulty(words.needsWho)
    const [begin, end] = [await momentOf(draft.from), await momentOf(draft.until)]
    if ('fault' in begin) return setFaulty(begin.fault)
    if ('fault' in end) return setFaulty(end.fault)
    setFaulty(null)
    command.send({ member: draft.member, from: begin.at, until: end.at })
  }
  return (
    <details className="give-turn">
      <summary>{words.overrides}</summary>
      <form className="stack" onSubmit={event => void submit(event)} noValidate>
        <Select
          label={words.who}
          nothing={words.choose}
          value={draft.member}
          change={member => setDraft({ ...draft, member })}
          options={[{ heading: '', options: asOptions(seats) }]}
        />
        <WhenField
          label={words.overrideFrom}
          placeholder={words.fromExample}
          value={draft.from}
          change={text => setDraft({ ...draft, from: text })}
          understood={from}
        />
        <WhenField
          label={words.overrideUntil}
          placeholder={words.untilExample}
          value={draft.until}
          change={text => setDraft({ ...draft, until: text })}
          understood={until}
        />
        <Refusal fault={faulty ?? command.fault} />
        <div>
          <Button type="submit" busy={command.isSending}>
            {words.give}
          </Button>
        </div>
      </form>
    </details>
  )
}
