import { useQuery } from '@tanstack/react-query'
import { Face } from '../../../ui/face.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { members } from '../../queries.ts'
import { words } from './words.ts'

type WhomProps = { chosen: string | null; choose: (id: string) => void; label: string }

/** Who could look after it: everybody else with a seat who is not away, those who are there first. */
export function Whom({ chosen, choose, label }: WhomProps) {
  const me = useMe().member.id
  return (
    <fieldset className="away-whom">
      <legend>{label}</legend>
      <Loaded asked={useQuery(members)}>
        {all =>
          all
            .filter(({ id, role, active, awayUntil }) => id !== me && role !== 'colleague' && active && !awayUntil)
            .toSorted((one, other) => Number(other.onShift) - Number(one.onShift))
            .map(({ id, name, hue, onShift, open }) => (
              <label key={id}>
                <input type="radio" name={label} checked={id === chosen} onChange={() => choose(id)} />
                <Face name={name} hue={hue} />
                <span>
                  {name} <small>{words.coverOf(open, onShift ? words.onShift : words.offShift)}</small>
                </span>
              </label>
            ))
        }
      </Loaded>
    </fieldset>
  )
}
