import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CauseRow } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { causes } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import './causes.css'
import { OpenCause } from './open-cause.tsx'
import { words } from './words.ts'

/** The problems that several customers share (Rule 22). */
export default function Causes() {
  useTitle(words.title)
  const [adds, setAdds] = useState(false)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <div className="causes-add">
        {adds ? <OpenCause over={() => setAdds(false)} /> : <Button onClick={() => setAdds(true)}>{words.add}</Button>}
      </div>
      <Loaded asked={useQuery(causes)}>
        {all =>
          all.length === 0 ? (
            <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          ) : (
            <>
              <Chapter title={words.open} rows={all.filter(({ state }) => state === 'open')} />
              <Chapter title={words.solved} rows={all.filter(({ state }) => state === 'solved')} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

const Chapter = ({ title, rows }: { title: string; rows: readonly CauseRow[] }) =>
  rows.length > 0 && (
    <section className="causes">
      <h2>{title}</h2>
      <ul>
        {rows.map(({ id, subject, what, lead, issues, openedAt, solution }) => (
          <li key={id}>
            <Link to="/desk/causes/$id" params={{ id: String(id) }} preload="intent">
              <span className="causes-subject" dir="auto">
                {subject}
              </span>
              <span className="causes-what" dir="auto">
                {solution?.done ?? what}
              </span>
            </Link>
            <p>
              {words.leads(lead.name)} · {words.issues(issues.length)} · <Time at={solution?.at ?? openedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
