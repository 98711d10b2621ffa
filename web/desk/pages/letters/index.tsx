import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LetterAnswer, Page } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Face } from '../../../ui/face.tsx'
import { Time } from '../../../ui/time.tsx'
import { wholeDate } from '../../../ui/times.ts'
import { get } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import './letters.css'
import { words } from './words.ts'

const letters = infiniteQueryOptions({
  queryKey: ['letters'],
  queryFn: ({ pageParam, signal }) =>
    get<Page<LetterAnswer>>(`/letters${pageParam ? `?cursor=${pageParam}` : ''}`, signal),
  initialPageParam: '',
  getNextPageParam: page => page.next,
})

/** The letters about a week, newest first: the workspace's, and those of one's teams (Rule 32). */
export default function Letters() {
  useTitle(words.title)
  const asked = useInfiniteQuery(letters)
  const { member } = useMe()
  return (
    <div className="page narrow">
      <p className="crumb">
        <Link to="/measures">{words.measures}</Link>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <Link to="/desk/people/$id" params={{ id: member.id }}>
          {words.choose}
        </Link>
      </p>
      <Loaded asked={asked}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0) return <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          return all.map(letter => <Letter key={letter.id} letter={letter} />)
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

function Letter({ letter }: { letter: LetterAnswer }) {
  const { workspace } = useMe()
  const { from, until } = letter
  return (
    <article className="weekly" aria-labelledby={letter.id}>
      <h2 id={letter.id}>
        {words.whose(letter, workspace.name)}{' '}
        <small>{words.span(wholeDate(from, workspace.zone), wholeDate(until, workspace.zone))}</small>
      </h2>
      <Well letter={letter} />
      <Dropped letter={letter} />
      <Learned letter={letter} />
      <Suggestion letter={letter} />
    </article>
  )
}

const Issue = ({ number, subject }: LetterAnswer['thanks'][number]['issue']) => (
  <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
    #{number} <span dir="auto">{subject}</span>
  </Link>
)

const Well = ({ letter: { kept, thanks } }: { letter: LetterAnswer }) =>
  (kept > 0 || thanks.length > 0) && (
    <section>
      <h3>{words.well}</h3>
      <ul>
        {kept > 0 && <li>{words.kept(kept)}</li>}
        {thanks.map(({ for: whom, by, words: said, issue }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter that is written does not change.
          <li key={place} className="weekly-thanks">
            <Face name={whom.name} hue={whom.hue} />
            <div>
              <p>{words.thanks(by.kind === 'desk' ? words.somebody : by.name, whom.name)}</p>
              {said && (
                <p className="weekly-words" dir="auto">
                  {said}
                </p>
              )}
              <p className="hint">
                <Issue {...issue} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )

function Dropped({ letter: { broken, unanswered, silent } }: { letter: LetterAnswer }) {
  const nothing = broken.length + unanswered.length + silent.length === 0
  return (
    <section>
      <h3>{words.dropped}</h3>
      {nothing ? (
        <p>{words.nothingDropped}</p>
      ) : (
        <ul>
          {broken.map(({ customer, due, what, owed, issue }) => (
            <li key={`${issue.number} ${due} ${what}`}>
              <p>
                {words.broken.was(customer.name)}
                <Time at={due} says="by" />
                {words.broken.not} <span dir="auto">“{what}”</span>{' '}
                {owed && <strong className="weekly-owed">{words.owed}</strong>}
              </p>
              <p className="hint">
                <Issue {...issue} />
              </p>
            </li>
          ))}
          {unanswered.map(({ customer, offered, issue }) => (
            <li key={`${issue.number} ${offered}`}>
              <p>
                {words.unanswered(customer.name)}
                <Time at={offered} />
              </p>
              <p className="hint">
                <Issue {...issue} />
              </p>
            </li>
          ))}
          {silent.map(({ customer, since, issue }) => (
            <li key={issue.number}>
              <p>
                {words.silent(customer.name)}
                <Time at={since} />
              </p>
              <p className="hint">
                <Issue {...issue} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Learned = ({ letter: { lessons } }: { letter: LetterAnswer }) => (
  <section>
    <h3>{words.learned}</h3>
    {lessons.length === 0 ? (
      <p>{words.nothingLearned}</p>
    ) : (
      <ul>
        {lessons.map(({ id, became, what, says }) => (
          <li key={`${id} ${became}`}>
            <p>
              {words.became[became]}:{' '}
              <Link to="/desk/lessons/$id" params={{ id: String(id) }}>
                <span dir="auto">{says}</span>
              </Link>
            </p>
            <p className="hint">
              {words.beganWith} <span dir="auto">{what}</span>
            </p>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Suggestion = ({ letter: { suggestion } }: { letter: LetterAnswer }) => (
  <section>
    <h3>{words.suggestion}</h3>
    {suggestion ? (
      <>
        {suggestion.says.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <a href={suggestion.issues}>{words.behind}</a>
        </p>
      </>
    ) : (
      <p>{words.nothingStandsOut}</p>
    )}
  </section>
)
