import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { Lamp } from '../ui/marks.tsx'
import { Telling } from './telling.tsx'
import { onDay } from './times.ts'
import type { Page } from './use-act.ts'
import { words } from './words.ts'

const { alarm } = words

/** The company's escalation path under its own name: whoever is lost may call on it, and is told who has answered (Rule 23). */
export function RaiseAlarm({ issue: { escalation, owner }, page }: { issue: PortalAnswer; page: Page }) {
  const { name, meaning, open } = escalation
  const joins = open !== null
  return (
    <Telling
      page={page}
      label={joins ? alarm.join(name) : alarm.raise(name)}
      look="quiet"
      lead={joins ? alarm.joinLead : `${meaning} ${alarm.lead(firstName(owner.name))}`}
      question={alarm.question}
      send={joins ? alarm.sendJoined : alarm.send(name)}
      done={joins ? alarm.joined : alarm.raised(name)}
      path="/escalation"
      body={impact => ({ impact })}
    />
  )
}

/** How it stands with the alarm: nobody yet, who sees it through, or who did. */
export function AlarmState({ issue: { escalation, now }, reader }: { issue: PortalAnswer; reader: string }) {
  const { name, open, over } = escalation
  if (open)
    return (
      <p className="alarm-state">
        <Lamp answered={open.state === 'answered'}>{name}</Lamp>
        <span>
          {open.champion
            ? alarm.answered(open.champion.name)
            : open.yours
              ? alarm.calling(onDay(open.at, now, reader))
              : alarm.callingByItself}
        </span>
      </p>
    )
  if (!over) return null
  return (
    <p className="alarm-state">
      <span className="quiet">
        {alarm.over(name, over.champion.name, onDay(over.at, now, reader))}{' '}
        {over.message && <a href={`#${over.message}`}>{alarm.overWord}</a>}
      </span>
    </p>
  )
}
