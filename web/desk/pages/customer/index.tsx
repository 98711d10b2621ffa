import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CustomerRecord } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Face } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { moment } from '../../../ui/times.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { customer } from '../../queries.ts'
import { usePageKeys } from '../../shell/keys.ts'
import { useTitle } from '../../title.ts'
import { Addresses } from './addresses.tsx'
import { LogCall } from './call.tsx'
import './customer.css'
import { Erase } from './erase.tsx'
import { ClosedIssues, OpenIssues } from './issues.tsx'
import { Merges } from './merges.tsx'
import { words } from './words.ts'

/** A customer, for whoever answers: whose issues, the story, the facts, the running promise (Rule 3). */
export default function CustomerPage() {
  const { id } = useParams({ from: '/shell/desk/customers/$id' })
  const asked = useQuery(customer(id))
  useTitle(asked.data?.name ?? words.all)
  return (
    <Loaded asked={asked}>
      {record =>
        // A record that was merged answers as the one that stands for both.
        record.id === id ? (
          <Record record={record} />
        ) : (
          <Navigate to="/desk/customers/$id" params={{ id: record.id }} replace />
        )
      }
    </Loaded>
  )
}

function Record({ record }: { record: CustomerRecord }) {
  const now = useNow()
  const { id, name, organization, erasedAt } = record
  const { role } = useMe().member
  const call = useRef<HTMLDivElement>(null)
  const goToCall = (): void => call.current?.querySelector('textarea')?.focus()
  usePageKeys({ c: erasedAt ? undefined : goToCall })
  return (
    <div className="page customer">
      <header>
        <p className="crumb">
          <Link to="/desk/customers">{words.all}</Link>
          {organization && ` · ${organization}`}
        </p>
        <div className="customer-name">
          <Face name={name} large />
          <h1>{name}</h1>
          {!erasedAt && (
            <div className="row-of">
              <Button keys="C" aria-keyshortcuts="C" onClick={goToCall}>
                {words.call}
              </Button>
              <Link className="button" to="/desk/new" search={{ customer: id }}>
                {words.newIssue}
              </Link>
            </div>
          )}
        </div>
        {erasedAt && <p className="lead">{words.erased(moment(erasedAt, now))}</p>}
      </header>
      <div className="customer-issues">
        <OpenIssues record={record} />
        {!erasedAt && (
          <div ref={call}>
            <LogCall record={record} />
          </div>
        )}
        <ClosedIssues record={record} />
      </div>
      {!erasedAt && (
        <div className="customer-aside">
          <Addresses record={record} />
          <Merges record={record} />
          {role === 'admin' && <Erase record={record} />}
        </div>
      )}
    </div>
  )
}
