import type { Compared, Verdict } from './compare.ts'
import type { Assumption } from './habits.ts'
import type { Interval } from './statistics.ts'
import { type FigureName, figureOf } from './yardstick.ts'

type Turned = { figure: FigureName; from: Verdict; to: Verdict }

/** How an assumption matters: the figures whose verdict is another when it is taken so many times. */
export type Sensitivity = { assumption: Assumption; times: number; turned: readonly Turned[] }

/** Which verdicts another assumption turns. */
export function turnedBy(
  assumption: Assumption,
  times: number,
  before: readonly Compared[],
  after: readonly Compared[],
): Sensitivity {
  const turned = before.flatMap(({ figure, verdict: from }, place) => {
    const to = after[place]?.verdict ?? from
    return from === to ? [] : [{ figure, from, to }]
  })
  return { assumption, times, turned }
}

/** The table for people. */
export function tableOf(compared: readonly Compared[]): string {
  const rows = compared.map(({ figure, other, rulebook, difference, verdict }) => {
    const { says, unit } = figureOf(figure)
    const isPromise = Number.isNaN(other.value)
    const shown = (interval: Interval, sign = false): string => show(interval, unit, sign)
    return [
      says,
      isPromise ? '–' : shown(other),
      shown(rulebook),
      isPromise ? '' : shown(difference, true),
      isPromise ? '' : verdict,
    ]
  })
  return columns([['', 'other desk', 'by the rulebook', 'difference', ''], ...rows])
}

/** Which conclusions each assumption changes, and above all whether one turns round. */
export function sensitivityTable(rows: readonly Sensitivity[]): string {
  const shown = rows.map(({ assumption, times, turned }) => [
    assumption,
    times < 1 ? 'halved' : 'doubled',
    turned.map(({ figure, from, to }) => `${figure}: ${from} → ${to}`).join('; ') || '–',
  ])
  const isReversal = ({ from, to }: Turned): boolean =>
    (from === 'better' && to === 'worse') || (from === 'worse' && to === 'better')
  const reversals = rows.flatMap(({ turned }) => turned.filter(isReversal)).length
  const sum = reversals === 0 ? 'No conclusion turns round' : `${reversals} conclusions turn round`
  return `${sum} when an assumption is halved or doubled. What changes:\n\n${columns(shown)}`
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  const lines = rows.map(row =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  return lines.map(line => line.trimEnd()).join('\n')
}

function show({ value, low, high }: Interval, unit: string, sign: boolean): string {
  const scale = unit === '%' ? 100 : 1
  const digits = unit === 'number' ? 2 : unit === 'minutes' ? 0 : 1
  const of = (one: number): string => (one * scale).toFixed(digits)
  const plus = sign && value > 0 ? '+' : ''
  const around = Number.isNaN(low) ? '' : ` [${of(low)}, ${of(high)}]`
  return `${plus}${of(value)}${unit === '%' ? ' %' : ''}${around}`
}
