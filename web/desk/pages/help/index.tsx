import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AssistRow } from '../../../../src/contract/answers.ts'
import { Empty } from '../../../ui/empty.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Lamp } from '../../../ui/marks.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { usePathName } from '../../path.ts'
import { assists } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import './help.css'
import { AskedByLessons } from './lessons.tsx'
import { Raised } from './raised.tsx'
import { words } from './words.ts'

/** What a colleague without a seat does for customers: what is asked of them, and the alarm that they may raise. */
export default function Help() {
  useTitle(words.title)
  const path = usePathName()
  return (
    <div className="page narrow help">
      <div className="help-top">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="button" to="/help/raise">
          {words.raise(path)}
        </Link>
      </div>
      <Loaded asked={useQuery(assists)}>
        {rows =>
          rows.length === 0 ? (
            <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          ) : (
            <ol className="help-list">
              {rows.map(row => (
                <Row key={`${row.number} ${row.id}`} row={row} path={path} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <AskedByLessons />
      <Raised />
    </div>
  )
}

function Row({ row, path }: { row: AssistRow; path: string }) {
  const now = useNow()
  const { number, id, escalated, owner, ask, state, team, due } = row
  const beside = [words.asks(firstName(owner.name)), team && words.ofTeam(team), words.states[state]]
  return (
    <li>
      <Link to="/help/assists/$number/$id" params={{ number: String(number), id: String(id) }} preload="intent">
        <span className="help-for">
          {escalated && <Lamp answered={false}>{path}</Lamp>}
          <strong>{words.forWhom(row.for.name)}</strong>
        </span>
        <span className="help-ask" dir="auto">
          {ask}
        </span>
        <small>{beside.filter(Boolean).join(' · ')}</small>
      </Link>
      <small className={due < now ? 'help-when owed' : 'help-when'}>
        {words.by} <Time at={due} both />
      </small>
    </li>
  )
}
