import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { BatonLineSmall } from '../../../baton-line/baton-line-small.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { both } from '../../../ui/times.ts'
import { get } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { useCommand } from '../../use-command.ts'
import { type Chapter, chaptersOf, type Matter } from './sentences.ts'
import './supervise.css'
import { words } from './words.ts'

const supervise = {
  queryKey: ['supervise'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<SuperviseAnswer>('/supervise', signal),
}

/** What needs a supervisor: each a sentence with what to do. Nobody is ranked (Rule 32). */
export default function SupervisePage() {
  const found = useQuery(supervise)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <Loaded asked={found}>{answer => <Chapters answer={answer} />}</Loaded>
    </div>
  )
}

function Chapters({ answer }: { answer: SuperviseAnswer }) {
  const me = useMe()
  const now = useNow()
  const chapters = chaptersOf(answer, { me: me.member.id, when: at => both(at, now) })
  if (chapters.length === 0) return <Empty>{words.nothing}</Empty>
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
  const main = matters.find(matter => matter.acknowledge !== null)
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
  const { issue, says, todo, acknowledge } = matter
  return (
    <li className="matter">
      <div>
        <p>{says.map(part => (typeof part === 'string' ? part : <strong key={part.strong}>{part.strong}</strong>))}</p>
        <p className="matter-issue">
          <Link to="/desk/issues/$number" params={{ number: String(issue.number) }}>
            #{issue.number} <span>{issue.subject}</span>
          </Link>
        </p>
        <p className="matter-todo">{todo}</p>
        {acknowledge !== null && <Acknowledge number={issue.number} escalation={acknowledge} main={main} />}
      </div>
      <BatonLineSmall row={issue} now={now} />
    </li>
  )
}

/** Rule 26: a person answers the alarm, here where it is seen. */
function Acknowledge({ number, escalation, main }: { number: number; escalation: number; main: boolean }) {
  const answer = useCommand<object>(`/issues/${number}/escalations/${escalation}/acknowledge`)
  return (
    <div className="matter-act">
      <Button look={main ? 'primary' : 'plain'} busy={answer.isSending} onClick={() => answer.send({})}>
        {answer.isSending ? words.answering : words.answer}
      </Button>
      <Refusal fault={answer.fault} />
    </div>
  )
}
