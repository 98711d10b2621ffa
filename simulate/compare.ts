import { type Interval, meanOf } from './statistics.ts'
import { type FigureName, figureNames, figureOf } from './yardstick.ts'
import type { Lived } from './year.ts'

/** A figure at both desks over all seeds, and the difference in the same world: rulebook less other desk. */
export type Compared = {
  figure: FigureName
  other: Interval
  rulebook: Interval
  difference: Interval
  verdict: Verdict
}

/** Whether the difference is beyond chance, and in whose favour; `differs` where neither way is better. */
export type Verdict = 'better' | 'worse' | 'differs' | 'no difference'

/** Each figure over all seeds, with Student's interval; of a single year with Wilson's, where it is a share. */
export function compare(years: readonly Lived[]): Compared[] {
  return figureNames.map(figure => {
    const at = (desk: 'other' | 'rulebook'): number[] => years.map(year => year[desk][figure].value)
    const [only] = years.length === 1 ? years : []
    const [other, rulebook] = [at('other'), at('rulebook')]
    const difference = meanOf(rulebook.map((value, place) => value - (other[place] ?? Number.NaN)))
    return {
      figure,
      other: only?.other[figure].within ?? meanOf(other),
      rulebook: only?.rulebook[figure].within ?? meanOf(rulebook),
      difference,
      verdict: verdictOn(figure, difference),
    }
  })
}

function verdictOn(figure: FigureName, { low, high }: Interval): Verdict {
  if (!(low > 0 || high < 0)) return 'no difference'
  const { better } = figureOf(figure)
  if (better === null) return 'differs'
  return (better === 'more') === low > 0 ? 'better' : 'worse'
}
