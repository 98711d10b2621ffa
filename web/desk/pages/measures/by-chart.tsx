import { useQuery } from '@tanstack/react-query'
import type { MeasureAnswer } from '../../../../src/contract/answers.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { chosenFor, searchBehind } from './behind.tsx'
import { Chart } from './chart/chart.tsx'
import type { About } from './measures-page.tsx'
import { WhenNear } from './near.tsx'
import { daysOf } from './period.ts'
import { measureBy } from './queries.ts'
import { words } from './words.ts'

type ByChartProps = { measure: Pick<MeasureAnswer, 'name'>; about: About; large?: boolean; withKey?: boolean }

/** The picture of a measure, once one comes near it. */
export const ByChart = (props: ByChartProps) => (
  <WhenNear className="measure-chart">
    <Asked {...props} />
  </WhenNear>
)

function Asked({ measure: { name }, about, large = false, withKey = false }: ByChartProps) {
  const { workspace } = useMe()
  const { chosen, asked, mine, answer } = about
  const { zone } = workspace
  const { scope, period } = answer
  const whose = [
    workspace.name,
    ...(scope.mine ? [words.mineOnly] : []),
    ...(scope.team ? [scope.team.name] : []),
    ...(scope.kind ? [scope.kind.name] : []),
    ...(scope.channel ? [words.cameBy[scope.channel as keyof typeof words.cameBy]] : []),
  ]
  const source = words.picture.source(whose, ...daysOf(period, zone))
  return (
    <Loaded asked={useQuery(measureBy(name, chosen.by, asked))}>
      {found => (
        <Chart
          answer={found}
          source={source}
          large={large}
          withKey={withKey}
          searchOfRow={row => {
            const one = chosenFor(row, found.by, { chosen, period, zone })
            return one && searchBehind({ chosen: one, mine }, 'all')
          }}
        />
      )}
    </Loaded>
  )
}
