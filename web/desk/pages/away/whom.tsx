import { useQuery } from '@tanstack/react-query'
import type { MemberAnswer } from '../../../../src/contract/answers.ts'
import { Face } from '../../../ui/face.tsx'
import { Loaded } from '../../loaded.tsx'
import { members } from '../../queries.ts'
import { words } from './words.ts'

type WhomProps = { absent: string; chosen: string | null; choose: (id: string) => void; label: string }

/** Whether somebody could look after what is another's. */
export const mayCover = ({ id, role, active, awayUntil }: MemberAnswer, absent: string): boolean =>
  id !== absent && role !== 'colleague' && active && !awayUntil

/** Who could look after it: everybody else with a seat who is not away, those who are there first. */
export function Whom({ absent, chosen, choose, label }: WhomProps) {
  return (
    <fieldset className="away-whom">
      <legend>{label}</legend>
      <Loaded asked={useQuery(members)}>
        {all =>
          all
            .filter(one => mayCover(one, absent))
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
