import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { useNow } from '../../../../ui/now.tsx'
import { times } from '../../../../ui/time-words.ts'
import { TakeOut } from '../order.tsx'
import { words } from './words.ts'

const format = new Intl.DateTimeFormat(times.locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "Fri, 25 December 2026" of a date on the wall. */
export const sayDate = (date: string): string => format.format(Date.parse(`${date}T12:00:00Z`))

/** The days on which the desk is closed, those ahead first; what is over is kept, and not shown. */
export function Holidays({ dates, change }: { dates: readonly string[]; change: (dates: string[]) => void }) {
  const [next, setNext] = useState('')
  const today = useNow().slice(0, 10)
  const ahead = dates.filter(date => date >= today).toSorted()
  const add = (): void => {
    if (next && !dates.includes(next)) change([...dates, next].toSorted())
    setNext('')
  }
  return (
    <fieldset className="holidays">
      <legend>{words.holidays}</legend>
      <p className="hint">{ahead.length === 0 ? words.noHolidays : words.holidaysHint}</p>
      <ul>
        {ahead.map(date => (
          <li key={date}>
            <span>{sayDate(date)}</span>
            <TakeOut what={sayDate(date)} remove={() => change(dates.filter(other => other !== date))} />
          </li>
        ))}
      </ul>
      {dates.length > ahead.length && <p className="hint">{words.pastHolidays(dates.length - ahead.length)}</p>}
      <div className="holiday-add">
        <Field label={words.holiday} type="date" value={next} change={setNext} />
        <Button onClick={add} disabled={!next}>
          {words.addHoliday}
        </Button>
      </div>
    </fieldset>
  )
}
