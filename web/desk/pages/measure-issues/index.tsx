import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { MeasureByAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { Rows } from '../../rows/rows.tsx'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import { issuesBehind, measureBy } from '../measures/queries.ts'
import { ScopeSaid } from '../measures/scope-said.tsx'
import { chosenIn, dayIn, type MeasuresSearch, scopeOf, searchOf } from '../measures/search.ts'
import { words } from '../measures/words.ts'
import './measure-issues.css'

/** The issues behind a figure: those that it counts, the rest, or those with one of its reasons. */
export default function MeasureIssues() {
  const { name } = useParams({ from: '/shell/measures/$name/issues' })
  const search = useSearch({ from: '/shell/measures/$name/issues' })
  const { workspace } = useMe()
  const chosen = chosenIn(search)
  const mine = search.mine === true
  const side = search.side ?? 'part'
  const scope = scopeOf(chosen, { today: dayIn(workspace.zone, useNow()), mine })
  const asked = useQuery(measureBy(name, 'week', scope))
  useTitle(asked.data?.says ?? words.crumb)
  return (
    <div className="page">
      <p className="crumb">
        <Link to={mine ? '/measures/mine' : '/measures'} search={searchOf(chosen)}>
          {mine ? words.mineTitle : words.crumb}
        </Link>
      </p>
      <Loaded asked={asked}>
        {measure => (
          <>
            <h1>{measure.says}</h1>
            <p className="lead">
              <ScopeSaid chosen={chosen} />. {words.behindLead}
            </p>
            <Sides measure={measure} side={side} search={search} />
            <Behind name={name} side={side} scope={scope} />
          </>
        )}
      </Loaded>
    </div>
  )
}

type SidesProps = { measure: MeasureByAnswer; side: string; search: MeasuresSearch }

/** Ways to the other issues of the same figure. */
function Sides({ measure: { name, unit, whole }, side, search }: SidesProps) {
  if (unit === 'minutes') return null
  const reasons = whole.parts.filter(({ count }) => count > 0).map(({ name: reason, says }) => [reason, says] as const)
  const sides = [['part', words.sides.part] as const, ['rest', words.sides.rest] as const, ...reasons]
  return (
    <nav className="measure-issues-sides" aria-label={words.sides.label}>
      {sides.map(([key, says]) => (
        <Link
          key={key}
          to="/measures/$name/issues"
          params={{ name }}
          search={{ ...search, side: key }}
          replace
          aria-current={key === side ? 'page' : undefined}
        >
          {says}
        </Link>
      ))}
    </nav>
  )
}

function Behind({ name, side, scope }: { name: string; side: string; scope: Record<string, string> }) {
  const asked = useInfiniteQuery(issuesBehind(name, side, scope))
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = asked
  return (
    <Loaded asked={asked}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items)
        if (rows.length === 0) return <Empty>{words.behindEmpty}</Empty>
        return (
          <>
            <Rows chapters={[{ key: 'behind', title: null, rows }]} showOwner />
            {hasNextPage && (
              <p className="rows-more">
                <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {deskWords.more}
                </Button>
              </p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
