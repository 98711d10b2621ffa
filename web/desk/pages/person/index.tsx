import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { MemberAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Face, firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { members } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import { Absences } from '../away/absences.tsx'
import '../away/away.css'
import { placeOf, standingOf } from '../people/standing.ts'
import { HoursForm, HoursWords } from './hours.tsx'
import './person.css'
import { ToldByMail } from './told-by-mail.tsx'
import { WeeklyLetter } from './weekly-letter.tsx'
import { words } from './words.ts'

/** Somebody who works here: whether they are there, and what the reader arranges for them or for themselves. */
export default function PersonPage() {
  const { id } = useParams({ from: '/shell/desk/people/$id' })
  return (
    <div className="page narrow">
      <p className="crumb">
        <Link to="/desk/people">{words.back}</Link>
      </p>
      <Loaded asked={useQuery(members)}>
        {all => {
          const person = all.find(one => one.id === id)
          return person ? <Person key={id} person={person} /> : <Empty>{words.gone}</Empty>
        }}
      </Loaded>
    </div>
  )
}

function Person({ person }: { person: MemberAnswer }) {
  const { id, name, hue, active, mayArrange } = person
  const { member } = useMe()
  const isMe = member.id === id
  const now = useNow()
  useTitle(name)
  return (
    <>
      <header className="person-head">
        <Face name={name} hue={hue} large />
        <div>
          <h1>{name}</h1>
          <p>{placeOf(person)}</p>
          <p className={person.awayUntil ? 'person-away' : undefined}>{standingOf(person, now)}</p>
        </div>
      </header>
      {isMe && member.role !== 'colleague' && (
        <p className="person-part">
          <Link to="/desk/away">{words.goingAway}</Link>
        </p>
      )}
      {isMe && <ToldByMail told={member.toldByMail} />}
      {isMe && member.role !== 'colleague' && <WeeklyLetter wanted={member.weeklyLetter} />}
      {active && mayArrange && !isMe && <Away person={person} />}
      {active && (mayArrange ? <HoursForm person={person} isMe={isMe} /> : <HoursWords person={person} />)}
      {member.role === 'admin' && !isMe && <Staying person={person} />}
    </>
  )
}

/** What supervisors arrange when somebody is away (Rule 15), first of all that they are ill (Scenario 38). */
function Away({ person: { id, name, awayUntil } }: { person: MemberAnswer }) {
  return (
    <>
      {!awayUntil && (
        <p className="person-part">
          <Link className="button" to="/desk/people/$id/ill" params={{ id }}>
            {words.isIll(firstName(name))}
          </Link>
        </p>
      )}
      <Absences of={id} title={words.absences(firstName(name))} none={words.noAbsences} />
    </>
  )
}

/** Whether somebody belongs to the company: admins let them go (Rule 4), and back in. */
function Staying({ person: { id, name, active } }: { person: MemberAnswer }) {
  const first = firstName(name)
  const { send, isSending, fault } = useCommand<object, MemberAnswer>(`/members/${id}/activate`, {
    done: () => announce(words.activated(first)),
  })
  if (active)
    return (
      <p className="person-part">
        <Link to="/desk/people/$id/leave" params={{ id }}>
          {words.leaving(first)}
        </Link>
      </p>
    )
  return (
    <section className="person-part stack">
      <p>{words.activateHint}</p>
      <Refusal fault={fault} />
      <div>
        <Button busy={isSending} onClick={() => send({})}>
          {words.activate(first)}
        </Button>
      </div>
    </section>
  )
}
