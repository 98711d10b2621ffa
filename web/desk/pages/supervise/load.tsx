import type { SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { Face } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { byWhen } from '../../../ui/times.ts'
import { words } from './words.ts'

type Load = SuperviseAnswer['load']

/** What is with whom as it is now, by name. A figure stands in words beside its person, so that nobody is ranked (Rule 32). */
export function WithWhom({ load }: { load: Load }) {
  const now = useNow()
  return (
    <section className="load">
      <h2>{words.load}</h2>
      <p className="lead">{words.loadLead}</p>
      <ul>
        {load.map(({ member, onShift, awayUntil, ...held }) => (
          <li key={member.id}>
            <Face name={member.name} hue={member.hue} />
            <p>
              <strong>{member.name}</strong>{' '}
              <small>
                {awayUntil ? words.awayUntil(byWhen(awayUntil, now)) : onShift ? words.there : words.offShift}
              </small>
              <span>{heldBy(held)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const heldBy = ({ open, room, dueToday }: Pick<Load[number], 'open' | 'room' | 'dueToday'>): string =>
  [open === 0 ? words.loadNone : words.loadOpen(open, room), ...(dueToday > 0 ? [words.loadDue(dueToday)] : [])].join(
    ' · ',
  )
