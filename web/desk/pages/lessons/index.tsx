import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LessonRow } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Time } from '../../../ui/time.tsx'
import { changeInShort } from '../../lesson/change-says.tsx'
import { words as lessonWords } from '../../lesson/words.ts'
import { Loaded } from '../../loaded.tsx'
import { lessons } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import './lessons.css'
import { words } from './words.ts'

type Chapter = keyof typeof words.chapters

const chapterOf: Record<LessonRow['state'], Chapter> = {
  proposed: 'proposed',
  trial: 'trial',
  trial_over: 'trial',
  kept: 'kept',
  declined: 'over',
  dropped: 'over',
}
const chapters = Object.keys(words.chapters) as Chapter[]

/** All lessons, by where they stand (Rules 28 and 29). */
export default function Lessons() {
  useTitle(words.title)
  const asked = useInfiniteQuery(lessons)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="lessons-propose">
        <Link to="/desk/lessons/new" className="button primary">
          {words.propose}
        </Link>
      </p>
      <Loaded asked={asked}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0) return <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          return chapters.map(chapter => (
            <ChapterOf key={chapter} chapter={chapter} rows={all.filter(({ state }) => chapterOf[state] === chapter)} />
          ))
        }}
      </Loaded>
      {asked.hasNextPage && (
        <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {deskWords.more}
        </Button>
      )}
    </div>
  )
}

const ChapterOf = ({ chapter, rows }: { chapter: Chapter; rows: readonly LessonRow[] }) =>
  rows.length > 0 && (
    <section className="lessons">
      <h2>{words.chapters[chapter]}</h2>
      <ul>
        {rows.map(row => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )

function Row({ row: { id, state, what, change, kind, proposedBy, until, supporters, comments } }: { row: LessonRow }) {
  const beside = [
    lessonWords.number(id),
    words.from(proposedBy.name),
    ...(kind ? [kind.name] : []),
    ...(supporters > 0 ? [words.supporters(supporters)] : []),
    ...(comments > 0 ? [words.comments(comments)] : []),
    ...(state === 'declined' || state === 'dropped' ? [lessonWords.states[state]] : []),
  ]
  return (
    <li>
      <Link to="/desk/lessons/$id" params={{ id: String(id) }} preload="intent">
        <span className="lessons-what" dir="auto">
          {what}
        </span>
        <span className="lessons-change" dir="auto">
          {changeInShort(change)}
        </span>
      </Link>
      <p>
        {beside.join(' · ')}
        {state === 'trial' && until && (
          <>
            {' · '}
            {words.until} <Time at={until} both />
          </>
        )}
      </p>
      {state === 'trial_over' && <p className="lessons-decide">{words.decide}</p>}
    </li>
  )
}
