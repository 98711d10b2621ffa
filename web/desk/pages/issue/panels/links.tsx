import { Link } from '@tanstack/react-router'
import { firstName } from '../../../../ui/face.tsx'
import { useNow } from '../../../../ui/now.tsx'
import { Time } from '../../../../ui/time.tsx'
import { Panel, PanelActs, type PanelProps } from './panel.tsx'
import { words as everything } from './words.ts'

const words = everything.links

/** Other issues: where it goes on, what merged into it, what it has to do with (Rules 21 and 22). */
export function Links({ issue, choose }: Omit<PanelProps, 'me'>) {
  const now = useNow()
  const { links, merged, mergedInto, number, may } = issue
  const undoable = may.includes('merge') && merged.some(({ undoUntil }) => undoUntil > now)
  if (links.length === 0 && merged.length === 0 && !mergedInto) return null
  const one = [...merged, ...(mergedInto ? [mergedInto] : [])]
  const others = links.filter(link => !one.some(other => other.number === link.number))
  return (
    <Panel title={words.title}>
      <ul>
        {one.map(other => (
          <li key={other.number}>
            <span>
              {other === mergedInto ? words.goesOn : words.merged} <ToIssue number={other.number} />
            </span>
            <small>
              <Time at={other.at} />
            </small>
          </li>
        ))}
        {others.map(({ number: other, kind, subject, owner, phase }) => (
          <li key={`${other} ${kind}`}>
            <span>
              {words.kinds[kind]} <ToIssue number={other} /> <span dir="auto">{subject}</span>
            </span>
            <small>{phase === 'closed' ? words.closed : words.has(firstName(owner.name))}</small>
          </li>
        ))}
      </ul>
      <PanelActs
        acts={undoable ? [{ says: words.undo, send: `/issues/${number}/unmerge`, done: words.undone }] : []}
        number={number}
        choose={choose}
      />
    </Panel>
  )
}

const ToIssue = ({ number }: { number: number }) => (
  <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}} preload="intent">
    #{number}
  </Link>
)
