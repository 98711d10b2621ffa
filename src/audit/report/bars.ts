import type { Bar } from '../figures/spread.ts'
import { type Html, html, nothing } from './html.ts'
import { number, percent } from './numbers.ts'

/** A row of a picture of bars: how many cases, and the part of them that is drawn darker. */
export type BarRow = Bar & { label: string; part: number; isOver: boolean }

const [width, left, right, row] = [360, 92, 92, 24]

/** Lying bars with their counts. `limitBefore`: the row before which the limit is drawn; null: there is none. */
export function bars(rows: readonly BarRow[], says: string, limit: { before: number; label: string } | null): Html {
  const most = Math.max(1, ...rows.map(({ cases }) => cases))
  const all = rows.reduce((sum, { cases }) => sum + cases, 0)
  const top = limit ? 24 : 0
  const place = (index: number): number => index * row + (limit && index >= limit.before ? top : 0)
  const height = place(rows.length) + 4
  const long = (cases: number): number => (cases === 0 ? 0 : Math.max(1.5, (cases / most) * (width - left - right)))
  return html`<svg class="bars" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${rows.map(
    ({ label, cases, part, isOver }, index) => {
      const y = place(index)
      const tone = isOver ? 'over' : 'usual'
      return html`<text class="label" x="${left - 10}" y="${y + 16}">${label}</text>${
        part < cases
          ? html`<rect class="pale ${tone}" x="${left}" y="${y + 4}" width="${long(cases).toFixed(1)}" height="16" rx="2"/>`
          : nothing
      }<rect class="${tone}" x="${left}" y="${y + 4}" width="${long(part).toFixed(1)}" height="16" rx="2"/><text class="count" x="${(
        left + long(cases) + 7
      ).toFixed(1)}" y="${y + 16}">${number(cases)} <tspan class="share">· ${percent(cases, all)}</tspan></text>`
    },
  )}${
    limit
      ? html`<line class="limit" x1="0" x2="${width}" y1="${place(limit.before) - 8}" y2="${place(limit.before) - 8}"/><text class="limit-label" x="${width}" y="${place(limit.before) - 12}">${limit.label}</text>`
      : nothing
  }</svg>`
}
