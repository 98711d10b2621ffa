import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IssueAnswer, MeAnswer, SuperviseAnswer } from '../../../../src/server/contract/answers.ts'
import { BatonLineSmall } from '../../../baton-line/baton-line-small.tsx'
import { clock, dateAndClock, lasting, sameDay } from '../../../baton-line/times.ts'
import { ask } from '../outbox/ask.ts'
import { type Chapter, chaptersOf, type Matter } from './sentences.ts'
import './supervise.css'
import { words } from './words.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** What needs a supervisor: each a sentence with what to do. Nobody is ranked (Rule 32). */
export default function SupervisePage() {
  const me = useQuery({ queryKey: ['me'], queryFn: () => ask<MeAnswer>('/me') })
  const found = useQuery({
    queryKey: ['supervise'],
    queryFn: () => ask<SuperviseAnswer>('/supervise'),
    refetchInterval: 30_000,
  })
  const error = found.error ?? me.error
  return (
    <div className="supervise">
      <h1>{words.title}</h1>
      {error && (
        <p className="supervise-fault" role="alert">
          {error.message}
        </p>
      )}
      {!error && !(found.data && me.data) && <p className="supervise-lead">{words.loading}</p>}
      {found.data && me.data && <Chapters answer={found.data} me={me.data} />}
    </div>
  )
}

function Chapters({ answer, me }: { answer: SuperviseAnswer; me: MeAnswer }) {
  const now = Date.parse(me.now)
  const ago = (at: string): string => lasting(Math.max(60_000, now - Date.parse(at)))
  const when = (at: string): string => {
    const said = sameDay(Date.parse(at), now, zone)
      ? `today ${clock(Date.parse(at), zone)}`
      : dateAndClock(Date.parse(at), zone)
    return `${said}, ${ago(at)} ago`
  }
  const chapters = chaptersOf(answer, { me: me.member.id, when, ago })
  if (chapters.length === 0) return <p className="supervise-nothing">{words.nothing}</p>
  return (
    <>
      <p className="supervise-lead">{words.lead}</p>
      {chapters.map(chapter => (
        <ChapterOf key={chapter.name} chapter={chapter} now={me.now} />
      ))}
    </>
  )
}

function ChapterOf({ chapter: { name, matters }, now }: { chapter: Chapter; now: string }) {
  return (
    <section className={`matters ${name}`}>
      <h2>
        {words.chapters[name]} <b>{matters.length}</b>
      </h2>
      <ul>
        {matters.map(matter => (
          <MatterOf key={matter.key} matter={matter} now={now} />
        ))}
      </ul>
    </section>
  )
}

function MatterOf({ matter: { issue, says, todo, acknowledge }, now }: { matter: Matter; now: string }) {
  return (
    <li className="matter">
      <div>
        <p>{says.map(part => (typeof part === 'string' ? part : <strong key={part.strong}>{part.strong}</strong>))}</p>
        <p className="matter-issue">
          <a href={`/desk/issues/${issue.number}`}>
            #{issue.number} <span>{issue.subject}</span>
          </a>
        </p>
        <p className="matter-todo">{todo}</p>
        {acknowledge && <Acknowledge number={issue.number} />}
      </div>
      <BatonLineSmall row={issue} now={now} />
    </li>
  )
}

/** Rule 26: a person answers the alarm, here where it is seen. */
function Acknowledge({ number }: { number: number }) {
  const queries = useQueryClient()
  // The same key for a second try, so that the alarm is answered once.
  const [key] = useState(() => [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16)).join(''))
  const answer = useMutation({
    mutationFn: () =>
      ask<IssueAnswer>(`/issues/${number}/escalations/acknowledge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: '{}',
      }),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <div className="matter-act">
      <button type="button" className="button primary" disabled={answer.isPending} onClick={() => answer.mutate()}>
        {answer.isPending ? words.answering : words.answer}
      </button>
      <p role="status" className="supervise-fault">
        {answer.error?.message}
      </p>
    </div>
  )
}
