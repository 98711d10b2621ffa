import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { firstName } from '../../../../ui/face.tsx'
import { causes } from '../../../queries.ts'
import { Panel, PanelActs, type PanelProps, waits } from './panel.tsx'
import { words as everything } from './words.ts'

const words = everything.cause

/** The problem that it shares with issues of other customers: its word to pass on, or how it was solved (Rule 22). */
export function Cause({ issue, choose }: PanelProps) {
  const { cause, number, may, customer } = issue
  const known = useQuery({ ...causes, enabled: cause !== null }).data
  if (!cause) return null
  const about = known?.find(({ id }) => id === cause.id)
  const name = firstName(customer.name)
  const unlink = {
    says: words.unlink,
    send: `/causes/${cause.id}/unlink`,
    body: { issue: number },
    done: words.unlinked,
  }
  return (
    <Panel title={words.title}>
      <p>
        <Link to="/desk/causes/$id" params={{ id: String(cause.id) }} dir="auto">
          {about?.subject ?? words.number(cause.id)}
        </Link>{' '}
        {about && words.shared(about.issues.length)}
      </p>
      {cause.word && (
        <p className="panel-words" dir="auto">
          {words.word} {cause.word}
        </p>
      )}
      {cause.solution && (
        <p className="panel-words" dir="auto">
          {words.solved} {cause.solution.done}
        </p>
      )}
      <PanelActs
        acts={[
          ...(cause.word && may.includes('write') && !waits(issue, 'cause_word')
            ? [{ says: words.passOn(name), mode: 'pass_on' as const }]
            : []),
          ...(cause.solution && may.includes('propose') && !waits(issue, 'cause_solved')
            ? [{ says: words.ask(name), mode: 'solved' as const }]
            : []),
          unlink,
        ]}
        number={number}
        choose={choose}
      />
    </Panel>
  )
}
