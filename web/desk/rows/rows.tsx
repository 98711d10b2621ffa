import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import type { IssueRow } from '../../../src/contract/answers.ts'
import { BatonLineSmall } from '../../baton-line/baton-line-small.tsx'
import { useNow } from '../../ui/now.tsx'
import { AlarmLamp } from '../alarm-lamp.tsx'
import { useMe } from '../me.ts'
import { usePageKeys } from '../shell/keys.ts'
import './rows.css'
import { dueOf, standing } from './sentences.ts'
import { words } from './words.ts'

type Chapter = { key: string; title: string | null; rows: readonly IssueRow[] }
type RowsProps = {
  chapters: readonly Chapter[]
  /** Whether there are more than these. */
  more?: boolean
  /** In lists of everybody's issues. */
  showOwner?: boolean
  /** What may be done at a row. */
  act?: (row: IssueRow) => ReactNode
}

/** Lists of issues, through which J and K go. */
export function Rows({ chapters, more = false, showOwner = false, act }: RowsProps) {
  const list = useRowKeys()
  return (
    <div ref={list}>
      {chapters.map(({ key, title, rows }, index) => (
        <section key={key} className="rows" aria-label={title ?? undefined}>
          {title && (
            <h2>
              {title}{' '}
              <span className="rows-count">{words.countOf(rows.length, more && index === chapters.length - 1)}</span>
            </h2>
          )}
          <ul>
            {rows.map(row => (
              <Row
                key={row.number}
                row={row}
                showOwner={showOwner}
                act={act && <div className="row-act">{act(row)}</div>}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Row({ row, showOwner, act }: { row: IssueRow; showOwner: boolean; act: ReactNode }) {
  const now = useNow()
  const { member } = useMe()
  const { number, customer, subject, owner, escalation, claimable } = row
  const due = dueOf(row, now)
  return (
    <li className={act ? 'with-act' : undefined}>
      <Link
        className="row"
        to="/desk/issues/$number"
        params={{ number: String(number) }}
        search={{}}
        data-number={number}
        preload="intent"
      >
        <span className="row-who">
          <strong>{customer.name}</strong>
          {customer.organization && <small>{customer.organization}</small>}
        </span>
        <span className="row-what">
          <span className="row-subject" dir="auto">
            {escalation && <AlarmLamp state={escalation.state} />}
            {subject}
          </span>
          <small>
            {showOwner && <>{owner.id === member.id ? words.youHave : words.has(owner.name)} </>}
            {claimable && !showOwner ? `${words.nobodyAnswered}: ` : ''}
            {standing(row, member.id)}
          </small>
        </span>
        <span className="row-line">
          <BatonLineSmall row={row} now={now} />
        </span>
        <span className={`row-when ${due.look}`}>
          <b>{due.when}</b>
          {due.beside && <small>{due.beside}</small>}
        </span>
      </Link>
      {act}
    </li>
  )
}

/** J and K go down and up; R and C open the one that has the focus to write, or to log a call. */
function useRowKeys() {
  const list = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('a.row') ?? [])]
  const at = (): number => rows().indexOf(document.activeElement as HTMLElement)
  const go = (to: number): void => {
    const row = rows()[Math.max(0, Math.min(rows().length - 1, to))]
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  const open = (write: 'customer' | 'call') => (): void => {
    const number = (rows()[at()] ?? rows()[0])?.dataset.number
    if (number) void navigate({ to: '/desk/issues/$number', params: { number }, search: { write } })
  }
  usePageKeys({ j: () => go(at() + 1), k: () => go(at() - 1), r: open('customer'), c: open('call') })
  return list
}
