import type { AuditFigures } from '../../contract/audit.ts'

/**
 * A figure of a log as it can be laid beside the same of another: how many of how many, or an amount. null: the log does
 * not tell. Less is better for the customer in all of them but `one_person` and `one_group`.
 */
export type Comparable = {
  key: string
  says: string
  measured:
    | { count: number; of: number }
    | { amount: number; unit: 'times' | 'people' | 'groups' | 'hours' | 'days' }
    | null
}

/** What can be compared between two logs of different size: shares, averages and times, but no totals. */
export function comparable(figures: AuditFigures): Comparable[] {
  const { cases, silence } = figures
  const over = silence.overDays === 1 ? 'a day' : `${silence.overDays} days`
  return [
    ...passing(figures.person, cases, 'person', 'people'),
    ...passing(figures.group, cases, 'group', 'groups'),
    amount('silence_median', 'Longest silence of a case, half of them at most', silence.medianHours, 'hours'),
    amount('silence_p90', 'Longest silence of a case, nine of ten at most', silence.p90Days, 'days'),
    amount('silence_longest', 'Longest silence of all', silence.maxDays, 'days'),
    counted('silence_over', `Cases silent for more than ${over}`, silence.overCases, cases),
    counted('reopened', 'Cases that went on after they were over', figures.reopened.cases, cases),
  ]
}

function passing(of: AuditFigures['person'], cases: number, one: 'person' | 'group', several: 'people' | 'groups') {
  const all = [
    counted(`passed_${one}`, `Cases passed from one ${one} to another`, of.handoffs.cases, cases),
    amount(`handoffs_${one}`, `Hand-offs between ${several} for a case`, of.handoffs.mean, 'times'),
    counted(`straight_back_${one}`, `Cases that went to another ${one} and straight back`, of.pingPong.cases, cases),
    counted(`returned_${one}`, `Cases that came back to a ${one} that had had them`, of.returns.cases, cases),
    amount(`distinct_${one}`, `Different ${several} in a case`, of.perCase.mean, several),
    counted(`one_${one}`, `Cases that stayed with one ${one}`, of.perCase.one, cases),
  ]
  return of.distinct > 0 ? all : all.map(untold => ({ ...untold, measured: null }))
}

const counted = (key: string, says: string, count: number, of: number): Comparable => ({
  key,
  says,
  measured: { count, of },
})

const amount = (
  key: string,
  says: string,
  value: number,
  unit: 'times' | 'people' | 'groups' | 'hours' | 'days',
): Comparable => ({ key, says, measured: { amount: value, unit } })
