import type { IssueRow } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useMe } from '../../me.ts'
import { Listed } from '../../rows/listed.tsx'
import { Rows } from '../../rows/rows.tsx'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import { words } from './words.ts'

/** What arrived with nobody there, and nobody has answered yet: free to claim (Rule 2). */
export default function Intake() {
  const { member } = useMe()
  useTitle(words.title)
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Listed filter={{ intake: true }} empty={<Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>}>
        {rows => (
          <Rows
            showOwner
            chapters={[{ key: 'intake', title: null, rows }]}
            act={row => (row.owner.id === member.id ? null : <Claim row={row} />)}
          />
        )}
      </Listed>
    </div>
  )
}

function Claim({ row: { number, subject, customer } }: { row: IssueRow }) {
  const { send, isSending, fault } = useCommand(`/issues/${number}/claim`, {
    done: () => announce(words.claimed(subject)),
  })
  return (
    <div className="stack">
      <Button busy={isSending} onClick={() => send({})} aria-label={`${words.claim}: ${customer.name}`}>
        {words.claim}
      </Button>
      <Refusal fault={fault} />
    </div>
  )
}
