import type { ReactNode } from 'react'
import type { AssistView } from '../../../src/contract/answers.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { Face, firstName } from '../../ui/face.tsx'
import { Lamp } from '../../ui/marks.tsx'
import { useNow } from '../../ui/now.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Time } from '../../ui/time.tsx'
import { useCommand } from '../use-command.ts'
import { AnswerFields } from './answer-fields.tsx'
import './assist.css'
import { Known } from './known.tsx'
import { standing } from './standing.ts'
import { Talk } from './talk.tsx'
import { useAnswer } from './use-answer.ts'
import { words } from './words.ts'

type AssistPageProps = {
  view: AssistView
  /** Of the assist, as commands on it and its files begin. */
  path: string
  files: string
  /** Where one is, above it, and what else there is to do, below it. */
  above: ReactNode
  below?: ReactNode
}

/** One assist, for whom it is asked of: for whom, what, by when, what is known, and how it is (Rule 16). */
export function AssistPage({ view, path, files, above, below }: AssistPageProps) {
  const { assist, owner, escalated } = view
  return (
    <div className="page narrow assist">
      {above}
      <h1>{words.title(view.for.name)}</h1>
      <div className="assist-ask">
        <p className="assist-who">
          <Face name={owner.name} hue={owner.hue} />
          <span>
            {escalated && <Lamp answered={false}>{view.path}</Lamp>}{' '}
            {'team' in assist.of ? words.asksTeam(owner.name, assist.of.team.name) : words.asks(owner.name)}
            <Due view={view} />
          </span>
        </p>
        <p className="assist-words" dir="auto">
          {assist.ask}
        </p>
      </div>
      <Standing view={view} />
      <Answer view={view} path={path} />
      <Talk view={view} path={path} />
      <Known view={view} files={files} />
      {below}
    </div>
  )
}

const open = ['asked', 'accepted', 'introduced']

function Due({ view: { assist } }: { view: AssistView }) {
  const now = useNow()
  if (!open.includes(assist.state)) return null
  return (
    <small className={assist.due < now ? 'owed' : undefined}>
      {words.by} <Time at={assist.due} both />
    </small>
  )
}

/** How it stands, and what was said on it last. */
function Standing({ view }: { view: AssistView }) {
  const { assist } = view
  const last = assist.touches.at(-1)
  const says = standing(view)
  return (
    <>
      {says && (
        <p className="assist-standing">
          {says}{' '}
          {assist.end && (
            <small>
              <Time at={assist.end.at} />
            </small>
          )}
        </p>
      )}
      {assist.end?.words && (
        <p className="assist-quote" dir="auto">
          “{assist.end.words}”
        </p>
      )}
      {last && !assist.end && (
        <p className="assist-quote" dir="auto">
          <small>
            {words.touched}: {last.by.name}, <Time at={last.at} />
          </small>
          “{last.note}”
        </p>
      )}
    </>
  )
}

function Answer({ view, path }: { view: AssistView; path: string }) {
  const { assist, owner, number } = view
  const { may, id } = assist
  const answering = useAnswer(path, assist, `${number} answer ${id}`, () => {})
  const accept = useCommand<object, AssistView>(`${path}/accept`, {
    done: () => announce(words.accepted(firstName(owner.name))),
  })
  const mayTake = may.includes('accept')
  if (!mayTake && !may.includes('return') && !may.includes('touch')) return null
  return (
    <div className="assist-answer">
      {mayTake && (
        <div className="row-of">
          <Button look="primary" busy={accept.isSending} onClick={() => accept.send({})}>
            {words.accept}
          </Button>
          <Refusal fault={accept.fault} />
        </div>
      )}
      <form
        className="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!answering.busy) answering.submit()
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <AnswerFields answering={answering} />
        <Refusal fault={answering.fault} />
        <div>
          <Button type="submit" look={mayTake ? 'plain' : 'primary'} busy={answering.busy} keys="mod Enter">
            {words.acts[answering.how]}
          </Button>
        </div>
      </form>
    </div>
  )
}
