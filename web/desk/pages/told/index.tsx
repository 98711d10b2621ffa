import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NoticeAnswer } from '../../../../src/contract/answers.ts'
import { toldSentences } from '../../../../src/core/told/sentences.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { notices } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import './told.css'
import { words } from './words.ts'

/** What I was told, newest first. */
export default function Told() {
  const asked = useInfiniteQuery(notices)
  const { member } = useMe()
  useTitle(words.title)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">
        {words.byMail[member.toldByMail]}{' '}
        <Link to="/desk/people/$id" params={{ id: member.id }}>
          {words.change}
        </Link>
      </p>
      <Loaded asked={asked}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0) return <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          return (
            <>
              <SeenAll items={items} />
              <ol className="told">
                {items.map(notice => (
                  <Notice key={notice.id} notice={notice} />
                ))}
              </ol>
            </>
          )
        }}
      </Loaded>
      {asked.hasNextPage && (
        <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  )
}

const Notice = ({ notice }: { notice: NoticeAnswer }) => {
  const { at, issue, lesson, seen } = notice
  return (
    <li className={seen ? 'seen' : 'new'}>
      {issue && (
        <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
          <Sentence notice={notice} />
          <span className="about">
            <small>#{issue.number}</small> {issue.subject}
          </span>
        </Link>
      )}
      {lesson && (
        <Link to="/desk/lessons/$id" params={{ id: String(lesson.id) }}>
          <Sentence notice={notice} />
          <span className="about">
            <small>{words.lesson(lesson.id)}</small> {lesson.what}
          </span>
        </Link>
      )}
      <Time at={at} both />
    </li>
  )
}

const Sentence = ({ notice: { word, seen } }: { notice: NoticeAnswer }) => (
  <span>
    {!seen && <span className="unseen">{words.isNew} </span>}
    {toldSentences[word]}
  </span>
)

function SeenAll({ items }: { items: readonly NoticeAnswer[] }) {
  const { send, isSending, fault } = useCommand<{ upTo: number }, undefined>('/notices/seen')
  if (items.every(({ seen }) => seen)) return null
  return (
    <div className="row-of told-acts">
      <Button busy={isSending} onClick={() => send({ upTo: Math.max(...items.map(({ id }) => id)) })}>
        {words.seenAll}
      </Button>
      <Refusal fault={fault} />
    </div>
  )
}
