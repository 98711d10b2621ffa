import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { IssueRow, MemberAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Listed } from '../../rows/listed.tsx'
import { dueOf } from '../../rows/sentences.ts'
import { words as rowWords } from '../../rows/words.ts'
import { useCommand } from '../../use-command.ts'
import { AboutPerson } from './about.tsx'
import { words as everything } from './words.ts'

const words = everything.leave

/** Rule 4: somebody leaves, once each of their issues was taken over. */
export default function Leave() {
  const { id } = useParams({ from: '/shell/desk/people/$id/leave' })
  return (
    <AboutPerson id={id} words={words}>
      {name => (
        <Listed filter={{ owner: id, phase: 'open' }} empty={<LetGo id={id} name={name} />}>
          {(rows, more) => <Owned rows={rows} more={more} name={name} />}
        </Listed>
      )}
    </AboutPerson>
  )
}

function Owned({ rows, more, name }: { rows: readonly IssueRow[]; more: boolean; name: string }) {
  const [reason, setReason] = useState(words.because(name))
  return (
    <section className="person-part stack">
      <h2>{words.owns(name, rowWords.countOf(rows.length, more))}</h2>
      <TextArea label={words.why} rows={1} value={reason} change={setReason} />
      <ul className="leave-owned">
        {rows.map(row => (
          <OwnedIssue key={row.number} row={row} reason={reason.trim()} />
        ))}
      </ul>
    </section>
  )
}

function OwnedIssue({ row, reason }: { row: IssueRow; reason: string }) {
  const { number, customer, subject } = row
  const { look, when, beside } = dueOf(row, useNow())
  const { send, isSending, fault } = useCommand<{ reason: string }>(`/issues/${number}/takeover`, {
    done: () => announce(words.taken(customer.name)),
  })
  return (
    <li>
      <p>
        <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
          <strong>{customer.name}</strong> <span dir="auto">{subject}</span>
        </Link>
        <small className={look}>{[when, beside].filter(Boolean).join(', ')}</small>
      </p>
      <Button busy={isSending} onClick={() => send({ reason })} aria-label={`${words.take}: ${customer.name}`}>
        {words.take}
      </Button>
      <Refusal fault={fault} />
    </li>
  )
}

/** Nothing is theirs any more. What else keeps them, the desk says when it is tried: covers, alarms, the path. */
function LetGo({ id, name }: { id: string; name: string }) {
  const navigate = useNavigate()
  const { send, isSending, fault } = useCommand<object, MemberAnswer>(`/members/${id}/deactivate`, {
    done: () => {
      announce(words.done(name))
      void navigate({ to: '/desk/people/$id', params: { id } })
    },
  })
  return (
    <section className="person-part stack">
      <p>{words.none(name)}</p>
      <Refusal fault={fault} />
      <div>
        <Button look="primary" busy={isSending} onClick={() => send({})}>
          {words.act(name)}
        </Button>
      </div>
    </section>
  )
}
