import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KudosRow } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Face } from '../../../ui/face.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { kudos } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import './kudos.css'
import { words } from './words.ts'

/** Moments for which somebody was thanked, newest first, as all see them (Rules 30 and 32). */
export default function Kudos() {
  useTitle(words.title)
  const asked = useInfiniteQuery(kudos)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Loaded asked={asked}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0) return <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          return (
            <ol className="kudos">
              {all.map(one => (
                <Moment key={`${one.issue.number} ${one.id}`} kudos={one} />
              ))}
            </ol>
          )
        }}
      </Loaded>
      {asked.hasNextPage && (
        <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {deskWords.more}
        </Button>
      )}
    </div>
  )
}

function Moment({ kudos: { for: whom, by, at, words: said, issue } }: { kudos: KudosRow }) {
  const { id, role } = useMe().member
  const thanked = whom.id === id ? words.you : whom.name
  const sentence =
    by.kind === 'member' && by.id === id
      ? words.youThank(thanked)
      : words.thanks(by.kind === 'desk' ? words.somebody : by.name, thanked)
  return (
    <li>
      <Face name={whom.name} hue={whom.hue} large />
      <div>
        <p>
          <strong>{sentence}</strong>
        </p>
        {said && (
          <p className={by.kind === 'customer' ? 'kudos-words theirs' : 'kudos-words'} dir="auto">
            {said}
          </p>
        )}
        <p className="kudos-where">
          <Time at={at} both />
          {' · '}
          {role === 'colleague' ? (
            <span dir="auto">{issue.subject}</span>
          ) : (
            <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
              #{issue.number} <span dir="auto">{issue.subject}</span>
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
