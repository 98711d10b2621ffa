import { Empty } from '../../../ui/empty.tsx'
import { Keys } from '../../../ui/keys.tsx'
import { useNow } from '../../../ui/now.tsx'
import { inGroups } from '../../rows/group.ts'
import { Listed } from '../../rows/listed.tsx'
import { Rows } from '../../rows/rows.tsx'
import { useTitle } from '../../title.ts'
import { JustTold } from './just-told.tsx'
import { words } from './words.ts'

/** What I owe to whom, in the one order (Rule 25). */
export default function MyIssues() {
  const now = useNow()
  useTitle(words.title)
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p className="lead">
        {words.lead}{' '}
        <span className="lead-keys">
          {words.keys.map(([key, does]) => (
            <span key={key}>
              <Keys keys={key} /> {does}
            </span>
          ))}
        </span>
      </p>
      <JustTold />
      <Listed
        filter={{ owner: 'me', phase: 'open' }}
        empty={<Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>}
      >
        {(rows, more) => (
          <Rows
            more={more}
            chapters={inGroups(rows, now).map(({ group, rows: some }) => ({
              key: group,
              title: words.groups[group],
              rows: some,
            }))}
          />
        )}
      </Listed>
    </div>
  )
}
