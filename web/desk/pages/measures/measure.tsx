import type { MeasureAnswer } from '../../../../src/contract/answers.ts'
import { useMe } from '../../me.ts'
import { Behind } from './behind.tsx'
import { ByChart } from './by-chart.tsx'
import type { About } from './measures-page.tsx'
import { betweenOf, countOf, differenceIn, openDayOf, unitSaid, valueSaid } from './said.ts'
import { words } from './words.ts'

type MeasureProps = { measure: MeasureAnswer; about: About; withKey: boolean }

/** One measure: what it is now, of how many, how sure, what it counts, and how it could be gamed. */
export const Measure = ({ measure, about, withKey }: MeasureProps) => (
  <section className="measure" id={measure.name} aria-labelledby={`${measure.name}-says`}>
    <div className="measure-said">
      <h3 id={`${measure.name}-says`}>{measure.says}</h3>
      <FigureOf measure={measure} about={about} />
      <p className="measure-definition">{measure.definition}</p>
      <Guard measure={measure} all={about.answer.measures} />
    </div>
    <ByChart measure={measure} about={about} withKey={withKey} />
  </section>
)

function FigureOf({ measure, about }: { measure: MeasureAnswer; about: About }) {
  const day = openDayOf(useMe().workspace.hours)
  const { figure, name } = measure
  if (figure.value === null) return <p className="measure-figure none">{words.nothingYet}</p>
  const between = betweenOf(figure, measure)
  const difference = about.answer.against?.issues === 0 ? null : differenceIn(measure)
  const unit = unitSaid(figure.value, measure, day)
  const reasons = figure.parts.filter(({ count }) => count > 0)
  return (
    <>
      <p className="measure-figure">
        <strong>{valueSaid(figure.value, measure)}</strong>
        {unit && <b>{unit}</b>}
        <span>
          {countOf(figure, measure)}
          {between && `, ${between}`}
        </span>
      </p>
      {figure.small && <p className="measure-small">{words.small(figure.of)}</p>}
      {difference && <p className="measure-difference">{difference}</p>}
      {reasons.length > 0 && (
        <ul className="measure-reasons" aria-label={words.reasons}>
          {reasons.map(({ name: reason, says, count }) => (
            <li key={reason}>
              <Behind name={name} side={reason} about={about}>
                {count}
              </Behind>{' '}
              {says}
            </li>
          ))}
        </ul>
      )}
      <Sides measure={measure} about={about} />
    </>
  )
}

/** The ways to the issues: those that a figure counts, and the others. */
function Sides({ measure: { name, unit, figure, says }, about }: { measure: MeasureAnswer; about: About }) {
  const { count, of } = figure
  const others = unit === 'share' && count !== null ? of - count : 0
  const hasPart = unit === 'minutes' || (count ?? 0) > 0
  return (
    <p className="measure-sides">
      {hasPart && (
        <Behind name={name} side="part" about={about}>
          {words.behind}
          <span className="unseen">: {says}</span>
        </Behind>
      )}
      {others > 0 && (
        <Behind name={name} side="rest" about={about}>
          {hasPart ? words.behindRest(others) : words.behindRestOnly(others)}
          <span className="unseen">: {says}</span>
        </Behind>
      )}
    </p>
  )
}

/** How it could be made to look better without treating a customer better, what stands against that, and where to look. */
export function Guard({ measure, all }: { measure: MeasureAnswer; all: readonly MeasureAnswer[] }) {
  const beside = all.filter(({ name }) => measure.beside.includes(name))
  return (
    <>
      <details className="measure-guard">
        <summary>{words.gaming}</summary>
        <p>
          <strong>{words.game}</strong> {measure.gaming}
        </p>
        <p>
          <strong>{words.guard}</strong> {measure.guard}
        </p>
      </details>
      {beside.length > 0 && (
        <p className="measure-beside">
          {words.beside}{' '}
          {beside.map((one, index) => (
            <span key={one.name}>
              {index > 0 && ' · '}
              <a href={`#${one.name}`}>{one.says}</a>
              {one.figure.value !== null && ` ${valueSaid(one.figure.value, one)}`}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
