import type { PortalAnswer } from '../../src/contract/answers.ts'
import { Face, firstName } from '../ui/face.tsx'
import './card.css'
import { dayOf, onDay } from './times.ts'
import { words } from './words.ts'

/** The first question: who has it. Somebody who looks after it while the owner is away is named with them (Rule 15). */
export function Owner({ issue, reader }: { issue: PortalAnswer; reader: string }) {
  const { owner, cover, introducedBy, hours, now, phase } = issue
  const over = phase === 'closed'
  const [name, rest] = over ? words.had(owner.name) : words.has(owner.name)
  return (
    <div className="owner">
      <Face name={owner.name} hue={owner.hue} large />
      <div>
        <p>
          <strong>{name}</strong>
          {rest}
        </p>
        {!over && cover && (
          <p className="cover">
            <Face name={cover.name} hue={cover.hue} />
            <span>
              {words.covers(firstName(owner.name), cover.name, dayOf(Date.parse(cover.until), Date.parse(now), reader))}
            </span>
          </p>
        )}
        {introducedBy && (
          <small>{words.introduced(firstName(introducedBy.name), onDay(introducedBy.at, now, reader))}</small>
        )}
        {!over && <small>{hours}</small>}
      </div>
    </div>
  )
}
