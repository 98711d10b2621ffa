import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { MeasureAnswer, MeasureByAnswer } from '../../../../src/contract/answers.ts'
import { Choice } from '../../../ui/field.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { Behind, chosenFor } from './behind.tsx'
import { nameOf } from './chart/sentence.ts'
import type { Row } from './chart/weeks-of.ts'
import type { About } from './measures-page.tsx'
import { measureBy } from './queries.ts'
import { percent } from './said.ts'
import { type Chosen, searchOf } from './search.ts'
import { words } from './words.ts'

/** Which part fails for whom: a row for each kind, channel or team in the order of names, a column for each failure. */
export function ForWhom({ measure, about }: { measure: MeasureAnswer; about: About }) {
  const { chosen, asked, mine } = about
  const navigate = useNavigate()
  const { kind, channel, team } = words.whoms
  const change = (whom: Chosen['whom']): void =>
    void navigate({
      to: mine ? '/measures/mine' : '/measures',
      search: searchOf({ ...chosen, whom }),
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="for-whom">
      <h3>{words.whom}</h3>
      <Choice
        label={words.whomHint}
        options={mine ? { kind, channel } : { kind, channel, team }}
        value={chosen.whom}
        change={change}
      />
      <Loaded asked={useQuery(measureBy(measure.name, chosen.whom, asked))}>
        {found => <Table found={found} about={about} />}
      </Loaded>
    </div>
  )
}

function Table({ found, about }: { found: MeasureByAnswer; about: About }) {
  const { zone } = useMe().workspace
  const { by, name, rows, whole } = found
  const failings = whole.parts.filter(({ count }) => count > 0)
  if (rows.length === 0) return <p className="hint">{by === 'team' ? words.noTeams : words.picture.nothingOf}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="for-whom-table" tabIndex={0} aria-label={`${words.whom}, ${words.groupings[by]}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.picture.names[by]}</th>
            <th scope="col">{words.well}</th>
            {failings.map(({ name: reason, says }) => (
              <th key={reason} scope="col">
                {says}
              </th>
            ))}
            <th scope="col">{words.picture.undecided}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const one = chosenFor(row, by, { chosen: about.chosen, period: about.answer.period, zone })
            return (
              <tr key={row.key ?? row.says}>
                <th scope="row" dir="auto">
                  {nameOf(row, by)}
                </th>
                <td>
                  <Well row={row} name={name} about={one && { ...about, chosen: one }} />
                </td>
                {failings.map(({ name: reason, says }) => (
                  <td key={reason}>
                    <Failed
                      count={row.figure.parts.find(part => part.name === reason)?.count ?? 0}
                      of={row.figure.of}
                      says={`${nameOf(row, by)}, ${says}`}
                      {...{ name, reason }}
                      about={one && { ...about, chosen: one }}
                    />
                  </td>
                ))}
                <td>{row.undecided || '·'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Well({ row, name, about }: { row: Row; name: string; about: About | null }) {
  const { value, of, count } = row.figure
  if (value === null) return <span className="hint">{words.wellOf(0, 0)}</span>
  const said = words.wellOf(count ?? 0, of)
  return (
    <>
      {about && (count ?? 0) > 0 ? (
        <Behind name={name} side="part" about={about}>
          {said}
        </Behind>
      ) : (
        said
      )}{' '}
      <small>{percent(value)}</small>
    </>
  )
}

type FailedProps = { count: number; of: number; says: string; name: string; reason: string; about: About | null }

/** How many, the darker the more of them: the number says the same. */
function Failed({ count, of, says, name, reason, about }: FailedProps) {
  if (count === 0) return <span className="hint">·</span>
  return (
    <span className="for-whom-count" style={{ '--part': `${Math.round((100 * count) / of)}%` } as React.CSSProperties}>
      {about ? (
        <Behind name={name} side={reason} about={about}>
          {count}
          <span className="unseen"> {says}</span>
        </Behind>
      ) : (
        count
      )}
    </span>
  )
}
