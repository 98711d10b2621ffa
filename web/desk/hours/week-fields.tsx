import { Field } from '../../ui/field.tsx'
import './hours.css'
import { hoursOf } from './hours.ts'
import { dayName, days, type WrittenWeek } from './week.ts'
import { words } from './words.ts'

type WeekFieldsProps = {
  legend: string
  hint: string
  /** What a day without hours is called. */
  free: string
  written: WrittenWeek
  change: (written: WrittenWeek) => void
}

/** A field for each day, written as people write hours: "9–13, 15–18". */
export const WeekFields = ({ legend, hint, free, written, change }: WeekFieldsProps) => (
  <fieldset className="week-fields">
    <legend>{legend}</legend>
    <p className="hint">{hint}</p>
    {days.map(day => (
      <Field
        key={day}
        label={dayName(day)}
        placeholder={free}
        autoComplete="off"
        value={written[day] ?? ''}
        fault={hoursOf(written[day] ?? '') ? null : words.unreadable}
        change={text => change({ ...written, [day]: text })}
      />
    ))}
  </fieldset>
)
