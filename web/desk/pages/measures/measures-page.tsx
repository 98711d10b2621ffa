import { useIsFetching, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MeasuresAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { useTitle } from '../../title.ts'
import { Chapter } from './chapter.tsx'
import { Filters } from './filters.tsx'
import { Headline } from './headline.tsx'
import './measures.css'
import { Whole } from './near.tsx'
import { daysOf } from './period.ts'
import { measures } from './queries.ts'
import { besideOf, type Chosen, chosenIn, dayIn, scopeOf, searchOf } from './search.ts'
import { words } from './words.ts'

/** What everything on the page is about. `asked`: which issues, as the API takes it. */
export type About = { chosen: Chosen; asked: Record<string, string>; mine: boolean; answer: MeasuresAnswer }

/** How customers were treated: the chance of a champion first, then what it is made of, each with its guard. */
export function MeasuresPage({ mine }: { mine: boolean }) {
  const { workspace, member } = useMe()
  const chosen = chosenIn(useSearch({ strict: false }))
  const today = dayIn(workspace.zone, useNow())
  const scope = scopeOf(chosen, { today, mine })
  const asked = useQuery(measures({ ...scope, ...besideOf(chosen) }))
  const title = mine ? words.mineTitle : words.title
  const [whole, print] = usePrint()
  useTitle(title)
  return (
    <div className="page measures">
      <header>
        <h1>{title}</h1>
        <p className="lead">{mine ? words.mineLead : words.lead}</p>
        <div className="measures-bar">
          <Tabs chosen={chosen} leads={member.role !== 'agent'} />
          <p className="measures-take">
            <a
              className="button quiet"
              href={`/api/v1/measures.csv?${new URLSearchParams({ ...scope, by: chosen.by })}`}
              download
              title={words.csvHint}
            >
              {words.csv}
            </a>
            <Button look="quiet" busy={whole} onClick={print}>
              {words.print}
            </Button>
          </p>
        </div>
      </header>
      <Filters chosen={chosen} mine={mine} teams={asked.data?.teams} />
      <Loaded asked={asked}>
        {answer => (
          <Whole value={whole}>
            <div aria-busy={asked.isPlaceholderData}>
              <Found about={{ chosen, asked: scope, mine, answer }} />
            </div>
          </Whole>
        )}
      </Loaded>
    </div>
  )
}

/** The desk's, and one's own: what is chosen stays, but for the team. Whoever leads lays another desk beside it. */
const Tabs = ({ chosen, leads }: { chosen: Chosen; leads: boolean }) => (
  <nav className="measures-tabs" aria-label={words.tabs.label}>
    <Link
      to="/measures"
      search={searchOf(chosen)}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {words.tabs.everybody}
    </Link>
    <Link
      to="/measures/mine"
      search={searchOf({ ...chosen, team: '', by: chosen.by === 'team' ? 'week' : chosen.by, whom: 'kind' })}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {words.tabs.mine}
    </Link>
    <Link to="/measures/letters">{words.tabs.letters}</Link>
    {leads && <Link to="/measures/compare">{words.tabs.compare}</Link>}
  </nav>
)

function Found({ about }: { about: About }) {
  const { workspace } = useMe()
  const { answer, chosen, mine } = about
  const { period, against, measures: all } = answer
  if (period.issues === 0) {
    if (mine) return <Empty more={<small>{words.emptyMore}</small>}>{words.emptyMine}</Empty>
    const isPlain = chosen.time === 'weeks' && !chosen.team && !chosen.kind && !chosen.channel
    return <Empty more={<small>{isPlain ? words.emptyDesk : words.emptyMore}</small>}>{words.empty}</Empty>
  }
  const [champion] = all
  const rest = [...Map.groupBy(all.slice(1), ({ chapter }) => chapter)]
  const [from, until] = daysOf(period, workspace.zone)
  return (
    <>
      <p className="measures-of" role="status">
        {words.issues(period.issues, from, until)}{' '}
        {period.undecided > 0 && words.undecided(period.undecided, period.issues)}{' '}
        {against && words.compared(...daysOf(against, workspace.zone), against.issues)}{' '}
        <span className="hint">{words.intervals}</span>
      </p>
      {champion && <Headline measure={champion} about={about} />}
      <nav className="measures-contents" aria-label={words.contents}>
        {rest.map(([chapter]) => (
          <a key={chapter} href={`#${chapter}`}>
            {words.chapters[chapter] ?? chapter}
          </a>
        ))}
      </nav>
      {rest.map(([chapter, some]) => (
        <Chapter key={chapter} chapter={chapter} measures={some} about={about} />
      ))}
    </>
  )
}

/** Paper shows all of it: what was not looked at yet is asked for first. */
function usePrint(): [boolean, () => void] {
  const [whole, want] = useState(false)
  const under = useIsFetching({ queryKey: ['measures'] }) + useIsFetching({ queryKey: ['lesson'] })
  useEffect(() => {
    if (!whole || under > 0) return
    // What has just come is drawn first.
    const timer = setTimeout(() => {
      print()
      want(false)
    }, 300)
    return () => clearTimeout(timer)
  }, [whole, under])
  return [whole, () => want(true)]
}
