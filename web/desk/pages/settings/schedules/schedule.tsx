import { useState } from 'react'
import type { MemberAnswer, ScheduleAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Face } from '../../../../ui/face.tsx'
import { Refusal } from '../../../../ui/refusal.tsx'
import { Time } from '../../../../ui/time.tsx'
import { useCommand } from '../../../use-command.ts'
import type { Change } from '../changes.ts'
import { Changes } from '../changes-said.tsx'
import { ScheduleForm } from './form.tsx'
import { GiveTurn } from './give-turn.tsx'
import { TwoWeeks } from './two-weeks.tsx'
import { words } from './words.ts'

type ScheduleProps = { schedule: ScheduleAnswer; role: MemberAnswer['role'] }

/** One schedule: who is on call now and in the two weeks ahead, and who takes a turn for somebody else. */
export function Schedule({ schedule, role }: ScheduleProps) {
  const [isChanging, setChanging] = useState(false)
  const [changes, setChanges] = useState<Change[] | null>(null)
  const { name, onCall, handover, zone, overrides, id } = schedule
  const leads = role === 'admin' || role === 'supervisor'
  return (
    <section className="schedule">
      <h2>{name}</h2>
      <p>
        {onCall ? (
          <span className="person">
            <Face name={onCall.name} hue={onCall.hue} />
            {words.now(onCall.name)}
          </span>
        ) : (
          <strong className="owed">{words.nobodyNow}</strong>
        )}
      </p>
      <p className="hint">{words.rule(handover.weekday, handover.time, zone)}</p>
      <TwoWeeks schedule={schedule} />
      {overrides.length > 0 && (
        <ul className="overrides">
          {overrides.map(override => (
            <Override key={override.id} schedule={id} override={override} mayEnd={leads} />
          ))}
        </ul>
      )}
      {changes && <Changes changes={changes} />}
      {leads && !isChanging && (
        <div className="schedule-acts">
          <GiveTurn schedule={id} />
          {role === 'admin' && <Button onClick={() => setChanging(true)}>{words.change}</Button>}
        </div>
      )}
      {isChanging && (
        <ScheduleForm
          schedule={schedule}
          over={saved => {
            setChanging(false)
            setChanges(saved)
          }}
        />
      )}
    </section>
  )
}

type OverrideProps = { schedule: string; override: ScheduleAnswer['overrides'][number]; mayEnd: boolean }

function Override({ schedule, override: { id, member, from, until }, mayEnd }: OverrideProps) {
  const { send, isSending, fault } = useCommand<object, ScheduleAnswer[]>(
    `/schedules/${schedule}/overrides/${id}/remove`,
    { done: () => announce(words.takenBack) },
  )
  return (
    <li>
      <span>
        {member.name} <Time at={from} /> {words.until} <Time at={until} />
      </span>
      {mayEnd && (
        <Button look="quiet" busy={isSending} onClick={() => send({})}>
          {words.takeBack}
        </Button>
      )}
      <Refusal fault={fault} />
    </li>
  )
}
