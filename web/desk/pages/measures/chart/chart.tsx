import { Link } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import type { MeasureByAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { useMe } from '../../../me.ts'
import { openDayOf, shortly, wholeOf } from '../said.ts'
import type { MeasuresSearch } from '../search.ts'
import { words } from '../words.ts'
import './chart.css'
import { csvOf } from './csv.ts'
import { type Caption, fileName, keep, pngOf, svgOf } from './download.ts'
import { GroupsPicture } from './groups-picture.tsx'
import { groupsSaid, nameOf, weeksSaid } from './sentence.ts'
import { useWidth } from './use-width.ts'
import { dayShort, type Row, weeksOf } from './weeks-of.ts'
import { WeeksPicture } from './weeks-picture.tsx'

type ChartProps = {
  answer: MeasureByAnswer
  /** Whose figures, and of which time: it stands below a picture that is downloaded. */
  source: string
  /** The address of the issues of one row alone; null where there are none to show. */
  searchOfRow: (row: Row) => MeasuresSearch | null
  /** The one that all the others are there for is larger. */
  large: boolean
  /** Whether the signs are explained below it. */
  withKey: boolean
}

const said = words.picture

/** A measure by week, kind, channel or team: as a picture, a sentence and a table, each to be taken along. */
export function Chart({ answer, source, searchOfRow, large, withKey }: ChartProps) {
  const { workspace } = useMe()
  const day = openDayOf(workspace.hours)
  const [frame, width] = useWidth()
  const svg = useRef<SVGSVGElement>(null)
  const [at, choose] = useState<number | null>(null)
  const id = useId()
  const { by, whole } = answer
  const isWeekly = by === 'week'
  const weeks = isWeekly ? weeksOf(answer.rows) : []
  const rows: readonly Row[] = isWeekly ? weeks : answer.rows.map(row => ({ ...row, says: nameOf(row, by) }))
  const title = said.title(answer.says, words.groupings[by])
  const sentence = isWeekly ? weeksSaid(weeks, answer) : groupsSaid(answer.rows, answer, by)
  const chosen = at !== null && at < rows.length ? at : null
  const row = rows[chosen ?? rows.length - 1]
  const reads = row ? said.reading(nameOf(row, by), wholeOf(row.figure, answer, day)) : ''
  const picture = { title, describedBy: `${id}-says`, unit: answer, width, svg }
  // One point is no trend: its sentence says it all.
  const hasPicture = rows.filter(({ figure }) => figure.value !== null).length > (isWeekly ? 1 : 0)
  return (
    <figure className="chart">
      <figcaption>
        <h4>{title}</h4>
        <p id={`${id}-says`}>{sentence}</p>
      </figcaption>
      <div ref={frame} className="chart-frame">
        {hasPicture &&
          width > 0 &&
          (isWeekly ? (
            <WeeksPicture
              {...picture}
              height={large ? 240 : 180}
              weeks={weeks}
              chosen={chosen}
              choose={choose}
              reads={reads}
            />
          ) : (
            <GroupsPicture {...picture} rows={rows} whole={whole} />
          ))}
      </div>
      {chosen !== null && <p className="chart-reads">{reads}</p>}
      {hasPicture && isWeekly && withKey && <Key weeks={weeks} />}
      {rows.length > 0 && (
        <div className="chart-foot">
          <details>
            <summary>{said.table}</summary>
            <Table answer={answer} rows={rows} title={title} searchOfRow={searchOfRow} />
          </details>
          {hasPicture && (
            <Take
              caption={{ title, sentence: isWeekly ? `${sentence} ${keyOf(weeks)}` : sentence, source }}
              svg={() => svg.current}
              lines={() => linesOf(answer, rows)}
            />
          )}
        </div>
      )}
    </figure>
  )
}

const isSmall = ({ figure }: Row): boolean => figure.small && figure.value !== null
const isOpen = ({ undecided }: Row): boolean => undecided > 0

const keyOf = (weeks: readonly Row[]): string => said.keyInWords(weeks.some(isSmall), weeks.some(isOpen))

/** What the signs of a picture of weeks mean: those that stand in it. */
const Key = ({ weeks }: { weeks: readonly Row[] }) => (
  <ul className="chart-key">
    <li>
      <svg width="18" height="12" aria-hidden="true">
        <rect className="chart-band" width="18" height="12" />
      </svg>
      {said.keyBand}
    </li>
    {weeks.some(isSmall) && (
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <circle className="chart-dot small" cx="6" cy="6" r="4" />
        </svg>
        {said.keySmall}
      </li>
    )}
    {weeks.some(({ undecided }) => undecided > 0) && (
      <li>
        <svg width="18" height="12" aria-hidden="true">
          <path className="chart-hatch" d="M-2 12 10 0M4 12 16 0M10 12 22 0" />
        </svg>
        {said.keyUndecided}
      </li>
    )}
  </ul>
)

type TableProps = { title: string; rows: readonly Row[] } & Pick<ChartProps, 'answer' | 'searchOfRow'>

function Table({ answer, rows, title, searchOfRow }: TableProps) {
  const hasUndecided = rows.some(isOpen)
  const value = (number: number | null): string => (number === null ? '–' : shortly(number, answer))
  return (
    // Wide tables are moved sideways, by keys as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="chart-table" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.names[answer.by]}</th>
            <th scope="col">{said.value}</th>
            <th scope="col">{said.low}</th>
            <th scope="col">{said.high}</th>
            <th scope="col">{said.of}</th>
            {hasUndecided && <th scope="col">{said.undecided}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const { figure, undecided } = row
            const name = answer.by === 'week' ? dayShort(row.key ?? '', true) : row.says
            const search = figure.of > 0 ? searchOfRow(row) : null
            const count =
              answer.unit === 'share' ? words.share(figure.count ?? 0, String(figure.of)) : String(figure.of)
            return (
              <tr key={row.key ?? row.says}>
                <th scope="row">{name}</th>
                <td>{value(figure.value)}</td>
                <td>{value(figure.low)}</td>
                <td>{value(figure.high)}</td>
                <td>
                  {search ? (
                    <Link
                      to="/measures/$name/issues"
                      params={{ name: answer.name }}
                      search={search}
                      aria-label={`${said.showIssues(name)}, ${count}`}
                    >
                      {count}
                    </Link>
                  ) : (
                    count
                  )}
                </td>
                {hasUndecided && <td>{undecided}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const linesOf = ({ by, unit }: MeasureByAnswer, rows: readonly Row[]): (string | number | null)[][] => [
  [said.names[by], `${said.value} (${unit})`, said.low, said.high, said.of, said.ofAll, said.undecided],
  ...rows.map(({ key, says, figure, undecided }) => [
    by === 'week' ? key : says,
    figure.value,
    figure.low,
    figure.high,
    figure.count,
    figure.of,
    undecided,
  ]),
]

type TakeProps = { caption: Caption; svg: () => SVGSVGElement | null; lines: () => (string | number | null)[][] }

/** The picture for a slide, and its figures for a spreadsheet: made here, of what is shown. */
function Take({ caption, svg, lines }: TakeProps) {
  const name = fileName(caption.title)
  const take = async (as: 'png' | 'svg' | 'csv'): Promise<void> => {
    const drawn = svg()
    try {
      if (as === 'csv') keep(new Blob([csvOf(lines())], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
      else if (!drawn) return
      else if (as === 'png') keep(await pngOf({ svg: drawn, caption }), `${name}.png`)
      else keep(new Blob([await svgOf({ svg: drawn, caption })], { type: 'image/svg+xml' }), `${name}.svg`)
      announce(said.taken(`${name}.${as}`))
    } catch {
      announce(said.notTaken)
    }
  }
  return (
    <p className="chart-take">
      {said.take}{' '}
      {(['png', 'svg', 'csv'] as const).map(as => (
        <button key={as} type="button" aria-label={said.takeAs(said[as], caption.title)} onClick={() => void take(as)}>
          {said[as]}
        </button>
      ))}
    </p>
  )
}
