import type { MeasureAnswer } from '../../../../src/contract/answers.ts'
import { Behind } from './behind.tsx'
import { ByChart } from './by-chart.tsx'
import { ForWhom } from './for-whom.tsx'
import { Guard } from './measure.tsx'
import type { About } from './measures-page.tsx'
import { differenceIn, percent } from './said.ts'
import { words } from './words.ts'

/** The one figure for which the desk is there: how likely a customer is to meet a champion, and what stands in the way. */
export function Headline({ measure, about }: { measure: MeasureAnswer; about: About }) {
  const { figure, name } = measure
  const { count, of, value, low, high, small } = figure
  const { undecided } = about.answer.period
  const atBest = (count ?? 0) + undecided
  const difference = about.answer.against?.issues === 0 ? null : differenceIn(measure)
  return (
    <section className="headline" id={name} aria-labelledby="headline">
      <h2 id="headline">
        {value === null ? words.unknown : of === 1 ? words.headlineOne(count ?? 0) : words.headline(count ?? 0, of)}
      </h2>
      {value !== null && (
        <p className="headline-says">
          {words.probability(percent(value), percent(low ?? 0), percent(high ?? 1))}{' '}
          {small && <strong className="measure-small">{words.small(of)}</strong>}
        </p>
      )}
      {undecided > 0 && of > 0 && (
        <p className="headline-so-far">
          {words.soFar(undecided, percent(atBest / (of + undecided)), words.share(atBest, String(of + undecided)))}
        </p>
      )}
      {difference && (
        <p className="measure-difference">
          {difference} {undecided > 0 && words.tooEarly}
        </p>
      )}
      {of > 0 && (
        <p className="measure-sides">
          {(count ?? 0) > 0 && (
            <Behind name={name} side="part" about={about}>
              {words.behindWell(count ?? 0)}
            </Behind>
          )}
          {of > (count ?? 0) && (
            <Behind name={name} side="rest" about={about}>
              {words.behindOthers(of - (count ?? 0))}
            </Behind>
          )}
        </p>
      )}
      <div className="headline-parts">
        {of > 0 && <Failings measure={measure} about={about} />}
        <ByChart measure={measure} about={about} large withKey />
      </div>
      {of > 0 && <ForWhom measure={measure} about={about} />}
      <div className="headline-guard">
        <p className="measure-definition">{measure.definition}</p>
        <Guard measure={measure} all={about.answer.measures} />
      </div>
    </section>
  )
}

/** What went wrong, what most first: kinds of failure may be ordered by how often they happen; people and teams never are. */
function Failings({ measure: { name, figure }, about }: { measure: MeasureAnswer; about: About }) {
  const parts = figure.parts.toSorted((one, other) => other.count - one.count)
  return (
    <div className="failings">
      <h3>{words.failings}</h3>
      <p className="hint">{figure.count === figure.of ? words.nothingFailed : words.failingsHint(figure.of)}</p>
      <ul>
        {parts.map(({ name: reason, says, count }) => (
          <li key={reason} className={count === 0 ? 'none' : undefined}>
            <span className="failings-says">{says}</span>
            <span className="failings-bar" aria-hidden="true">
              <i style={{ inlineSize: `${(100 * count) / figure.of}%` }} />
            </span>
            <span className="failings-count">
              {count > 0 ? (
                <Behind name={name} side={reason} about={about}>
                  {words.share(count, String(figure.of))}
                  <span className="unseen"> {says}</span>
                </Behind>
              ) : (
                words.never
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
