import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { LessonAnswer } from '../../../../src/contract/answers.ts'
import { Time } from '../../../ui/time.tsx'
import { ChangeSays } from '../../lesson/change-says.tsx'
import { words as lessonWords } from '../../lesson/words.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { lesson as lessonOf } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { Acts } from './acts.tsx'
import { Comments } from './comments.tsx'
import { Effect } from './effect.tsx'
import { Excuses } from './excuses.tsx'
import './lesson-page.css'
import { Request } from './request.tsx'
import { Support } from './support.tsx'
import { words } from './words.ts'

/** One lesson: what happened, why, what changes, what others say, its effect, and what is decided (Rules 28 and 29). */
export default function LessonPage() {
  const id = Number(useParams({ from: '/shell/desk/lessons/$id' }).id)
  const asked = useQuery({ ...lessonOf(id), enabled: id > 0 })
  useTitle(lessonWords.number(id))
  if (!(id > 0)) return <p className="page">{words.noSuch}</p>
  return (
    <div className="page narrow">
      <Loaded asked={asked}>{lesson => <Whole key={lesson.id} lesson={lesson} />}</Loaded>
    </div>
  )
}

function Whole({ lesson }: { lesson: LessonAnswer }) {
  const { id, what, issue, whys, change, kind, earlier, trial } = lesson
  const seat = useMe().member.role !== 'colleague'
  return (
    <article className="lesson">
      <header>
        <p className="crumb">
          <Link to="/desk/lessons">{words.crumb}</Link>
        </p>
        <h1>
          {lessonWords.number(id)} <small>{lessonWords.states[lesson.state]}</small>
        </h1>
        <Standing lesson={lesson} />
      </header>
      <section>
        <h2>{words.what}</h2>
        <p className="lesson-what" dir="auto">
          {what}
        </p>
        {issue && (
          <p className="hint">
            {words.from}{' '}
            {seat ? (
              <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
                #{issue.number} <span dir="auto">{issue.subject}</span>
              </Link>
            ) : (
              <span dir="auto">{issue.subject}</span>
            )}
          </p>
        )}
      </section>
      <section>
        <h2>{words.why}</h2>
        <ol className="lesson-whys">
          {whys.map((why, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the chain never changes.
            <li key={place} dir="auto">
              {why}
              {place === whys.length - 1 && <small> {words.cause}</small>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{words.changes}</h2>
        <ChangeSays change={change} />
        <p className="hint">{kind ? words.ofKind(kind.name) : words.ofAll}</p>
        <Request lesson={lesson} />
        {earlier.length > 0 && <Earlier earlier={earlier} />}
      </section>
      {trial && <Effect id={id} />}
      {trial && seat && <Excuses id={id} />}
      <Acts lesson={lesson} />
      <Support lesson={lesson} />
      <Comments lesson={lesson} />
    </article>
  )
}

/** Where it stands, in a sentence. */
function Standing({ lesson: { state, proposedBy, proposedAt, trial, decision } }: { lesson: LessonAnswer }) {
  if (decision && (state === 'declined' || state === 'kept' || state === 'dropped'))
    return (
      <p>
        {words.decided[state](decision.by.name)}, <Time at={decision.at} both />: <span dir="auto">{decision.why}</span>
      </p>
    )
  if (trial)
    return (
      <p>
        {state === 'trial_over' ? words.trialOver(trial.adoptedBy.name) : words.trial(trial.adoptedBy.name)}{' '}
        <Time at={trial.until} both />.
      </p>
    )
  return (
    <p>
      {words.proposedBy(proposedBy.name)}, <Time at={proposedAt} both />
    </p>
  )
}

const Earlier = ({ earlier }: Pick<LessonAnswer, 'earlier'>) => (
  <details>
    <summary>{words.earlier(earlier.length)}</summary>
    {earlier.map(({ change, changed }) => (
      <div key={changed.at} className="lesson-earlier">
        <ChangeSays change={change} />
        <p className="hint">
          {words.changedBecause(changed.by.name)} <span dir="auto">{changed.why}</span> <Time at={changed.at} />
        </p>
      </div>
    ))}
  </details>
)
