import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { Telling } from './telling.tsx'
import { onDay } from './times.ts'
import type { Page } from './use-act.ts'
import { words } from './words.ts'

const { meeting: says } = words

/** The talk of which the customer was told; whoever has met nobody says so, and is introduced (Rule 9). */
export function Meeting({
  issue: { meeting, now },
  reader,
  page,
}: {
  issue: PortalAnswer
  reader: string
  page: Page
}) {
  if (!meeting) return null
  const [giver, receiver] = [firstName(meeting.giver.name), firstName(meeting.receiver.name)]
  if (meeting.objectedAt)
    return <p className="quiet">{says.objected(receiver, onDay(meeting.objectedAt, now, reader))}</p>
  if (!meeting.mayObject) return null
  return (
    <div className="meeting">
      <p className="quiet">{says.met(giver, receiver, onDay(meeting.at, now, reader))}</p>
      <Telling
        page={page}
        label={says.notMet}
        look="quiet"
        lead={says.lead(receiver)}
        question={says.question}
        optional
        send={says.send}
        done={says.done(receiver)}
        path="/object"
        body={text => ({ words: text.trim() || null })}
      />
    </div>
  )
}
