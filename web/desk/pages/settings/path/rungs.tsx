import { useQuery } from '@tanstack/react-query'
import type { PathAnswer } from '../../../../../src/contract/answers.ts'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { schedules } from '../../../queries.ts'
import { InOrder, moved, replaced, without } from '../order.tsx'
import { asOptions, useSeats } from '../people.tsx'
import { words } from './words.ts'

/** A rung as it is being written. `who`: "member …" or "schedule …". */
export type DraftRung = { key: number; who: string; minutes: string }

export const rungsOf = (rungs: PathAnswer['rungs']): DraftRung[] =>
  rungs.map(({ who, minutes }, key) => ({
    key,
    who: 'member' in who ? `member ${who.member.id}` : `schedule ${who.schedule.id}`,
    minutes: String(minutes),
  }))

/** As the API takes whom a rung calls. */
export function whoOf(key: string): { member: string } | { schedule: string } | null {
  const [kind, id] = key.split(' ')
  if (!id) return null
  return kind === 'schedule' ? { schedule: id } : { member: id }
}

type RungsProps = { rungs: readonly DraftRung[]; change: (rungs: DraftRung[]) => void }

/** The ladder: each rung calls somebody for some minutes, then it goes up (Rule 24). */
export function Rungs({ rungs, change }: RungsProps) {
  const seats = useSeats()
  const turns = useQuery(schedules).data ?? []
  const options = [
    { heading: words.schedules, options: turns.map(({ id, name }) => ({ value: `schedule ${id}`, says: name })) },
    { heading: words.people, options: asOptions(seats).map(one => ({ ...one, value: `member ${one.value}` })) },
  ]
  const add = (): void =>
    change([...rungs, { key: Math.max(-1, ...rungs.map(({ key }) => key)) + 1, who: '', minutes: '15' }])
  return (
    <fieldset className="rungs">
      <legend>{words.ladder}</legend>
      <p className="hint">{rungs.length === 0 ? words.noRungs : words.ladderHint}</p>
      <ol>
        {rungs.map((rung, place) => (
          <li key={rung.key}>
            <b>{words.rung(place + 1)}</b>
            <Select
              label={words.who}
              nothing={words.choose}
              value={rung.who}
              change={who => change(replaced(rungs, place, { ...rung, who }))}
              options={options.filter(group => group.options.length > 0)}
            />
            <Field
              label={words.minutes}
              type="number"
              min={1}
              max={10_080}
              value={rung.minutes}
              change={minutes => change(replaced(rungs, place, { ...rung, minutes }))}
            />
            <InOrder
              what={words.rung(place + 1)}
              place={place}
              count={rungs.length}
              move={(from, to) => change(moved(rungs, from, to))}
              remove={() => change(without(rungs, place))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={add}>{words.addRung}</Button>
      </div>
    </fieldset>
  )
}
