import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConcessionRow } from '../../../../src/contract/answers.ts'
import { Field } from '../../../ui/field.tsx'
import { serverNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { get } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { worthOf } from '../../money.ts'
import { useTitle } from '../../title.ts'
import './concessions.css'
import { type Days, momentsOf, sumsOf, thisMonth } from './span.ts'
import { words } from './words.ts'

/** Concessions of a span, to read and to hand to accounting (Rule 27). */
export default function Concessions() {
  useTitle(words.title)
  const [days, setDays] = useState<Days>(() => thisMonth(serverNow()))
  const span = momentsOf(days)
  return (
    <div className="page narrow">
      <p className="crumb">
        <Link to="/supervise">{words.back}</Link>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <div className="span">
        <Field
          label={words.from}
          type="date"
          value={days.first}
          max={days.last}
          change={first => setDays({ ...days, first })}
        />
        <Field
          label={words.to}
          type="date"
          value={days.last}
          min={days.first}
          change={last => setDays({ ...days, last })}
        />
      </div>
      <Refusal fault={span ? null : words.wrongSpan} />
      {span && <Within asked={new URLSearchParams(span).toString()} />}
    </div>
  )
}

function Within({ asked }: { asked: string }) {
  const found = useQuery({
    queryKey: ['concessions', asked],
    queryFn: ({ signal }) => get<ConcessionRow[]>(`/concessions?${asked}`, signal),
  })
  return (
    <Loaded asked={found}>
      {rows =>
        rows.length === 0 ? (
          <p className="conceded-none">{words.none}</p>
        ) : (
          <>
            <p className="conceded-sum">
              {words.given} <strong>{sumsOf(rows).map(worthOf).join(', ') || words.nothingGiven}</strong>
              <a className="button" href={`/api/v1/concessions.csv?${asked}`} download title={words.downloadHint}>
                {words.download}
              </a>
            </p>
            <ol className="conceded">
              {rows.map(row => (
                <Row key={`${row.issue} ${row.id}`} row={row} />
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  )
}

const Row = ({ row }: { row: ConcessionRow }) => {
  const { issue, customer, organization, kind, worth, state, reason, grantedBy, at, decidedBy } = row
  const isGiven = state === 'granted' || state === 'approved'
  return (
    <li className={isGiven ? undefined : 'not-given'}>
      <p className="conceded-what">
        <strong>{worthOf(worth)}</strong>
        <small>{words.kinds[kind]}</small>
      </p>
      <p>
        <Link to="/desk/issues/$number" params={{ number: String(issue) }} search={{}}>
          #{issue}
        </Link>{' '}
        <strong>{customer}</strong> {organization && <small>{organization}</small>}
        <span dir="auto">{reason}</span>
        <small>{words.states[state](grantedBy, decidedBy)}</small>
      </p>
      <small>
        <Time at={at} />
      </small>
    </li>
  )
}
