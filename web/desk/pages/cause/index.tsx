import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CauseAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Face } from '../../../ui/face.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { cause as causeOf } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import './cause.css'
import { Issues } from './issues.tsx'
import { Solution } from './solution.tsx'
import { WordToAll } from './word-to-all.tsx'
import { words } from './words.ts'
import { Work } from './work.tsx'

/** One problem that several customers share: who leads it, their issues, the word to them, the work, the solution (Rule 22). */
export default function CausePage() {
  const id = Number(useParams({ from: '/shell/desk/causes/$id' }).id)
  const asked = useQuery({ ...causeOf(id), enabled: id > 0 })
  if (!(id > 0)) return <p className="page">{words.noSuch}</p>
  return (
    <div className="page">
      <Loaded asked={asked}>{cause => <Whole key={cause.id} cause={cause} />}</Loaded>
    </div>
  )
}

function Whole({ cause }: { cause: CauseAnswer }) {
  const { id, subject, what, state, lead, openedBy, openedAt, may } = cause
  const me = useMe().member.id
  useTitle(words.title(id, subject))
  return (
    <article className="cause">
      <header>
        <p className="crumb">
          <Link to="/desk/causes">{words.crumb}</Link>
        </p>
        <h1 dir="auto">{subject}</h1>
        <div className="cause-lead">
          <span className="person">
            <Face name={lead.name} hue={lead.hue} />
            <strong>{words.leads(lead.name, lead.id === me)}</strong>
          </span>
          {may.includes('lead') && <TakeLead id={id} />}
        </div>
        <p className="cause-what" dir="auto">
          {what}
        </p>
        <p className="hint">
          {words.openedBy(openedBy.name)}, <Time at={openedAt} both />
        </p>
      </header>
      {state === 'solved' && <Solution cause={cause} />}
      <Issues cause={cause} />
      <WordToAll cause={cause} />
      <Work cause={cause} me={me} />
      {state === 'open' && <Solution cause={cause} />}
    </article>
  )
}

function TakeLead({ id }: { id: number }) {
  const { send, isSending, fault } = useCommand<object, CauseAnswer>(`/causes/${id}/lead`, {
    done: () => announce(words.leadTaken),
  })
  return (
    <>
      <Button look="quiet" busy={isSending} onClick={() => send({})}>
        {words.lead}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}
