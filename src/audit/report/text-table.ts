import type { AuditFigures } from '../../contract/audit.ts'
import type { Audit } from './audit.ts'
import { days, many, number, percent } from './numbers.ts'

/** The figures of an audit for somebody at a terminal: what was guessed, what was left out, and a table. */
export function textTable({ reading, figures, file }: Audit): string {
  const { cases, events, silence, reopened } = figures
  const blocks = [
    ...asideOf(reading),
    [`${file}: ${many(cases, 'case')}, ${many(events, 'event')}`],
    columns([['', 'between persons', 'between groups'], ...passingRows(figures)]),
    columns([
      ['silence, median', hours(silence.medianHours)],
      ['silence, nine of ten at most', days(silence.p90Days)],
      ['silence, longest', days(silence.maxDays)],
      [`silent for more than ${days(silence.overDays)}`, counted(silence.overCases, cases)],
      ['reopened', reading.columns.status === null ? 'no status is mapped' : counted(reopened.cases, cases)],
    ]),
  ]
  return blocks.map(block => block.join('\n')).join('\n\n')
}

/** What belongs to the figures but is none: what was guessed, and what was left out. */
export const saidLines = ({ reading }: Audit): string[] => asideOf(reading).flat()

const asideOf = ({ said, rejected }: Audit['reading']): string[][] =>
  [[...said], rejectedLines(rejected)].filter(block => block.length > 0)

/** Rows that could not be read: how many for each reason, and the first of them. */
function rejectedLines({ rows, reasons, first }: Audit['reading']['rejected']): string[] {
  if (rows === 0) return []
  return [
    `${many(rows, 'row')} could not be read and ${rows === 1 ? 'is' : 'are'} left out:`,
    ...Object.entries(reasons).map(([reason, times]) => `  ${number(times)}: ${reason}`),
    ...first.map(({ line, reason }) => `  line ${line}: ${reason}`),
  ]
}

function passingRows({ cases, person, group }: AuditFigures): string[][] {
  const row = (label: string, told: (passing: AuditFigures['person']) => string): string[] => [
    label,
    ...[person, group].map(passing => (passing.distinct === 0 ? '–' : told(passing))),
  ]
  return [
    row('different', one => number(one.distinct)),
    row('cases with a hand-off', one => counted(one.handoffs.cases, cases)),
    row('hand-offs', one => number(one.handoffs.total)),
    row('hand-offs for a case', one => `${one.handoffs.mean.toFixed(2)}, at most ${number(one.handoffs.max)}`),
    row('cases with ping-pong (A, B, A)', one => counted(one.pingPong.cases, cases)),
    row('ping-pongs', one => number(one.pingPong.count)),
    row('cases that came back', one => counted(one.returns.cases, cases)),
    row('different in a case', one => `${one.perCase.mean.toFixed(2)}, at most ${number(one.perCase.max)}`),
    row('cases with at most one', one => counted(one.perCase.one, cases)),
  ]
}

const counted = (part: number, of: number): string => `${number(part)} (${percent(part, of)})`

const hours = (value: number): string => `${number(value)} ${value === 1 ? 'hour' : 'hours'}`

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   '),
  )
}
