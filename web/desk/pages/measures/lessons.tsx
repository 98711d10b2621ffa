import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { EffectAnswer, LessonRow } from '../../../../src/contract/answers.ts'
import { Loaded } from '../../loaded.tsx'
import { effect, lessons } from '../../queries.ts'
import { words as lessonWords } from '../lesson/words.ts'
import { WhenNear } from './near.tsx'
import { words } from './words.ts'

type Adopted = keyof typeof words.lessonStates
const isAdopted = (state: string): state is Adopted => state in words.lessonStates

/** What each lesson that was adopted has done so far (Rule 29): what chance alone could have made is not called an effect. */
export const Lessons = () => (
  <WhenNear className="measures-lessons">
    <Adopted />
  </WhenNear>
)

function Adopted() {
  return (
    <>
      <h3>{words.lessons}</h3>
      <p className="hint">{words.lessonsHint}</p>
      <Loaded asked={useInfiniteQuery(lessons)}>
        {({ pages }) => {
          const adopted = pages.flatMap(({ items }) => items).filter(({ state }) => isAdopted(state))
          if (adopted.length === 0) return <p>{words.noLessons}</p>
          return (
            <ul>
              {adopted.map(row => (
                <LessonOf key={row.id} row={row} />
              ))}
            </ul>
          )
        }}
      </Loaded>
      <p>
        <Link to="/desk/lessons">{words.toLessons}</Link>
      </p>
    </>
  )
}

const LessonOf = ({ row: { id, state, what, kind } }: { row: LessonRow }) => (
  <li>
    <p>
      <Link to="/desk/lessons/$id" params={{ id: String(id) }} dir="auto">
        {what}
      </Link>
    </p>
    <p className="hint">{[kind?.name, isAdopted(state) && words.lessonStates[state]].filter(Boolean).join(' · ')}</p>
    <Loaded asked={useQuery(effect(id))}>{answer => <EffectOf answer={answer} />}</Loaded>
  </li>
)

function EffectOf({ answer: { before, after, figures } }: { answer: EffectAnswer }) {
  if (before.issues === 0 || after.issues === 0) return <p className="measure-small">{words.lessonEarly}</p>
  const told = figures.filter(({ reads }) => reads !== 'unclear')
  if (told.length === 0) return <p className="measure-small">{words.lessonQuiet}</p>
  return told.map(({ name, before: then, after: since, reads }) => (
    <p key={name}>
      {words.lessonFigure(
        lessonWords.figures[name],
        words.share(then.count, String(then.of)),
        words.share(since.count, String(since.of)),
      )}{' '}
      {lessonWords.reads[reads]}
    </p>
  ))
}
