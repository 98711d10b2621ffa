import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MemberRef, SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { BatonLineSmall } from '../../../baton-line/baton-line-small.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { both, moment } from '../../../ui/times.ts'
import { get } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import { chaptersOf } from './chapters.ts'
import { WithWhom } from './load.tsx'
import type { Act, Chapter, Matter } from './matter.ts'
import './supervise.css'
import { words } from './words.ts'

const supervise = {
  queryKey: ['supervise'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<SuperviseAnswer>('/supervise', signal),
}

/** What needs a supervisor: each a sentence with what to do. Nobody is ranked (Rule 32). */
export default function SupervisePage() {
  const found = useQuery(supervise)
  useTitle(words.title)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <Loaded asked={found}>
        {answer => (
          <>
            <Chapters answer={answer} />
            <WithWhom load={answer.load} />
            <p className="matters-more">
              <Link to="/supervise/concessions">{words.concessions}</Link>
            </p>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Chapters({ answer }: { answer: SuperviseAnswer }) {
  const me = useMe()
  const now = useNow()
  const chapters = chaptersOf(answer, { me: me.member.id, moment: at => moment(at, now), when: at => both(at, now) })
  if (chapters.length === 0) return <Empty more={<small>{words.nothingMore}</small>}>{words.nothing}</Empty>
  return (
    <>
      <p className="lead">{words.lead}</p>
      {chapters.map(chapter => (
        <ChapterOf key={chapter.name} chapter={chapter} now={now} />
      ))}
    </>
  )
}

function ChapterOf({ chapter: { name, matters }, now }: { chapter: Chapter; now: string }) {
  // One main act on a screen: the first alarm that nobody has answered.
  const main = name === 'escalated' ? matters.find(({ act }) => act !== null) : undefined
  return (
    <section className={`matters ${name}`}>
      <h2>
        {words.chapters[name]} <b>{matters.length}</b>
      </h2>
      <ul>
        {matters.map(matter => (
          <MatterOf key={matter.key} matter={matter} now={now} main={matter === main} />
        ))}
      </ul>
    </section>
  )
}

function MatterOf({ matter, now, main }: { matter: Matter; now: string; main: boolean }) {
  const { about, says, quote, todo, act } = matter
  return (
    <li className="matter">
      <div>
        <p>{says.map(part => (typeof part === 'string' ? part : <strong key={part.strong}>{part.strong}</strong>))}</p>
        {quote && (
          <p className="matter-quote" dir="auto">
            “{quote}”
          </p>
        )}
        <About about={about} />
        <p className="matter-todo">{todo}</p>
        {act && <AtOnce act={act} main={main} />}
      </div>
      {about && about !== 'on call' && 'issue' in about && <BatonLineSmall row={about.issue} now={now} />}
    </li>
  )
}

/** The way to where it is looked into. */
function About({ about }: Pick<Matter, 'about'>) {
  if (!about) return null
  if (about === 'on call')
    return (
      <p className="matter-issue">
        <Link to="/desk/settings/$section" params={{ section: 'schedules' }}>
          {words.onCall}
        </Link>
      </p>
    )
  if ('absent' in about) return <ToAbsent absent={about.absent} />
  const { issue, settle } = about
  return (
    <p className="matter-issue">
      <Link
        to="/desk/issues/$number"
        params={{ number: String(issue.number) }}
        search={settle ? { write: 'huddle' } : {}}
      >
        #{issue.number} <span dir="auto">{issue.subject}</span>
      </Link>
    </p>
  )
}

/** One's own covers are asked for where one goes away; those of others are named beside their absence (Rule 15). */
function ToAbsent({ absent: { id, name } }: { absent: MemberRef }) {
  const isMe = useMe().member.id === id
  return (
    <p className="matter-issue">
      <Link to={isMe ? '/desk/away' : '/desk/people/$id'} params={{ id }}>
        {words.toAbsent(isMe ? null : firstName(name))}
      </Link>
    </p>
  )
}

/** What is done here where it is seen: an alarm answered (Rule 26), a huddle called (Rule 11), a concession approved (Rule 27). */
function AtOnce({ act, main }: { act: Act; main: boolean }) {
  const { send, isSending, fault } = useCommand<object, unknown>(act.send, { done: () => announce(act.done) })
  return (
    <div className="matter-act">
      <Button look={main ? 'primary' : 'plain'} busy={isSending} onClick={() => send(act.body ?? {})}>
        {isSending ? words.sending : act.says}
      </Button>
      <Refusal fault={fault} />
    </div>
  )
}
