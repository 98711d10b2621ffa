import { useState } from 'react'
import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Field } from '../../../../ui/field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { dayName, days } from '../../../hours/week.ts'
import { Setting } from '../setting.tsx'
import { words as everything } from './words.ts'

type Letter = WorkspaceAnswer['policy']['letter']
const words = everything.letter

const said = (letter: Letter): string =>
  letter ? words.comes(dayName(String(letter.weekday)), letter.time) : words.never

/** When the letter about the week comes, if at all. */
export function LetterForm({ letter }: { letter: Letter }) {
  const [weekday, setWeekday] = useState(letter ? String(letter.weekday) : '')
  const [time, setTime] = useState(letter?.time ?? '08:00')
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  return (
    <section>
      <h2>{words.title}</h2>
      <Setting
        label={words.title}
        wish={() => {
          if (weekday === '') return { policy: { letter: null } }
          return isTime ? { policy: { letter: { weekday: Number(weekday), time } } } : { fault: words.unreadable }
        }}
        lines={({ policy }) => ({ [words.title]: said(policy.letter) })}
      >
        <p className="hint">{words.hint}</p>
        <Select
          label={words.day}
          nothing={words.never}
          value={weekday}
          change={setWeekday}
          options={[{ heading: '', options: days.map(day => ({ value: day, says: dayName(day) })) }]}
        />
        {weekday !== '' && (
          <Field
            label={words.time}
            autoComplete="off"
            value={time}
            change={setTime}
            fault={isTime ? null : words.unreadable.remedy}
          />
        )}
      </Setting>
    </section>
  )
}
