import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../../../src/contract/answers.ts'
import { Face } from '../../../ui/face.tsx'
import { Select } from '../../../ui/select.tsx'
import { members } from '../../queries.ts'
import { InOrder, moved, without } from './order.tsx'

const nobody: readonly MemberAnswer[] = []

/** Everybody with a seat who works here, by name: only they answer for anything (Rule 1). */
export function useSeats(): readonly MemberAnswer[] {
  const all = useQuery(members).data ?? nobody
  return all.filter(({ role, active }) => active && role !== 'colleague')
}

export const asOptions = (people: readonly { id: string; name: string }[]) =>
  people.map(({ id, name }) => ({ value: id, says: name }))

type InTurnProps = {
  label: string
  /** How one more is added. */
  add: string
  nobody: string
  ids: readonly string[]
  change: (ids: string[]) => void
}

/** People in an order: who comes first, who next. */
export function InTurn({ label, add, nobody: none, ids, change }: InTurnProps) {
  const seats = useSeats()
  const named = (id: string) => seats.find(one => one.id === id) ?? { name: '…', hue: 0 }
  return (
    <fieldset className="in-turn">
      <legend>{label}</legend>
      {ids.length === 0 && <p className="hint">{none}</p>}
      <ol>
        {ids.map((id, place) => {
          const { name, hue } = named(id)
          return (
            <li key={id}>
              <span className="person">
                <Face name={name} hue={hue} />
                {name}
              </span>
              <InOrder
                what={name}
                place={place}
                count={ids.length}
                move={(from, to) => change(moved(ids, from, to))}
                remove={() => change(without(ids, place))}
              />
            </li>
          )
        })}
      </ol>
      <Select
        label={add}
        nothing="…"
        value=""
        change={id => id && change([...ids, id])}
        options={[{ heading: '', options: asOptions(seats.filter(({ id }) => !ids.includes(id))) }]}
      />
    </fieldset>
  )
}
