import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { TeamRef } from '../../../../src/contract/answers.ts'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { kinds } from '../../queries.ts'
import { type Chosen, channels, comparisons, groupings, searchOf, times } from './search.ts'
import { words } from './words.ts'

type FiltersProps = {
  chosen: Chosen
  mine: boolean
  /** The teams whose figures the reader may see; none while that is not known. */
  teams: readonly TeamRef[] | undefined
}

type Option = { value: string; says: string }
const oneList = (options: readonly Option[]) => [{ heading: '', options }]

/** Which issues, beside which others, told apart by what: all of it stands in the address. */
export function Filters({ chosen, mine, teams = [] }: FiltersProps) {
  const navigate = useNavigate()
  const kindsThere = useQuery(kinds).data ?? []
  const change =
    <Name extends keyof Chosen>(name: Name) =>
    (value: string): void =>
      void navigate({
        to: mine ? '/measures/mine' : '/measures',
        search: searchOf({ ...chosen, [name]: value }),
        replace: true,
        resetScroll: false,
      })
  const said = <Value extends string>(values: readonly Value[], texts: Record<Value, string>): Option[] =>
    values.map(value => ({ value, says: texts[value] }))
  const byAll = mine ? groupings.filter(by => by !== 'team') : groupings
  return (
    <search className="measures-filters" aria-label={words.filters}>
      <Select
        label={words.time}
        value={chosen.time}
        change={change('time')}
        options={oneList(said(times, words.times))}
      />
      {chosen.time === 'hand' && (
        <>
          <Day label={words.from} value={chosen.from} change={change('from')} />
          <Day label={words.to} value={chosen.to} change={change('to')} />
        </>
      )}
      {!mine && (
        <Select
          label={words.team}
          value={chosen.team}
          change={change('team')}
          nothing={words.allTeams}
          options={oneList(teams.map(({ id, name }) => ({ value: id, says: name })))}
        />
      )}
      <Select
        label={words.kind}
        value={chosen.kind}
        change={change('kind')}
        nothing={words.allKinds}
        options={oneList(kindsThere.map(({ id, name }) => ({ value: id, says: name })))}
      />
      <Select
        label={words.channel}
        value={chosen.channel}
        change={change('channel')}
        nothing={words.allChannels}
        options={oneList(said(channels, words.channels))}
      />
      <Select
        label={words.against}
        value={chosen.against}
        change={change('against')}
        options={oneList(said(comparisons, words.comparisons))}
      />
      {chosen.against === 'hand' && (
        <>
          <Day label={words.againstFrom} value={chosen.againstFrom} change={change('againstFrom')} />
          <Day label={words.againstTo} value={chosen.againstTo} change={change('againstTo')} />
        </>
      )}
      <Select
        label={words.by}
        value={chosen.by}
        change={change('by')}
        options={oneList(said(byAll, words.groupings))}
      />
      {!mine && <p className="hint measures-teams">{teams.length === 0 ? words.noTeams : words.teamsHint}</p>}
    </search>
  )
}

type DayProps = { label: string; value: string; change: (day: string) => void }

/** A day; while it is half typed the browser says nothing of it. */
const Day = ({ label, value, change }: DayProps) => (
  <Field label={label} type="date" value={value.slice(0, 10)} change={change} />
)
