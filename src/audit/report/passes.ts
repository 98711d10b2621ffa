import type { Column, Log } from '../figures/log.ts'
import { type Matrix, matrixOf } from '../figures/matrix.ts'
import { type Html, html, nothing } from './html.ts'
import { named } from './names.ts'
import { many, number } from './numbers.ts'

const shown = 15

/** Who passes to whom, as a table with a stronger colour where it was more often. `sorted`: by name, so that it ranks nobody. */
export function passesTable(log: Log, column: Column, between: 'groups' | 'persons'): Html {
  const matrix = matrixOf(log, column, shown)
  if (matrix.names.length === 0) return html`<p>No case was passed from one of the ${between} to another.</p>`
  const { names, counts, others } = between === 'persons' ? byName(matrix) : matrix
  const most = Math.max(
    ...counts.flatMap((row, from) => row.filter((_, to) => from < names.length && to < names.length)),
  )
  const heads = [...names.keys()]
  const label = `Who passes to whom among the ${between}`
  return html`<p>${sentence(matrix)} A row gives, a column takes; the numbers over the columns are those of the rows. The stronger the colour, the more often.</p>
<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="passes"><caption>Hand-offs ${
    others > 0
      ? html`between the ${number(names.length)} ${between} that passed on and took over most, and ${many(others, 'other')}`
      : html`between all ${between} that passed any on`
  }</caption>
<thead><tr><th scope="col">from \u2193, to \u2192</th>${heads.map(place => html`<th scope="col"><abbr title="${names[place] ?? ''}">${place + 1}</abbr></th>`)}${
    others > 0 ? html`<th scope="col">others</th>` : nothing
  }<th scope="col">all</th></tr></thead>
<tbody>${counts.map(
    (row, from) =>
      html`<tr><th scope="row">${
        from < names.length
          ? html`<span class="nr">${from + 1}</span> ${named(names[from] ?? '', 28)}`
          : `${many(others, 'other')}`
      }</th>${row.map((times, to) => cell(times, from, to, names.length, most))}<td class="sum">${number(row.reduce((sum, times) => sum + times, 0))}</td></tr>`,
  )}</tbody></table></div>`
}

function cell(times: number, from: number, to: number, size: number, most: number): Html {
  if (from === to && from < size) return html`<td class="self"></td>`
  if (times === 0) return html`<td class="none">·</td>`
  const heat = from < size && to < size ? Math.ceil(Math.sqrt(times / most) * 5) : 0
  return html`<td class="heat-${heat}">${number(times)}</td>`
}

function sentence({ backAndForth }: Matrix): Html {
  if (!backAndForth) return html`No two of them passed to each other.`
  const { from, to, there, back } = backAndForth
  return html`Most went back and forth between ${named(from)} and ${named(to)}: ${many(there, 'time')} there and ${many(back, 'time')} back.`
}

function byName({ names, counts, others, backAndForth }: Matrix): Matrix {
  const order = [...names.keys()].toSorted((one, other) => (names[one] ?? '').localeCompare(names[other] ?? '', 'en'))
  const all = others > 0 ? [...order, names.length] : order
  return {
    names: order.map(place => names[place] ?? ''),
    others,
    counts: all.map(from => all.map(to => counts[from]?.[to] ?? 0)),
    backAndForth,
  }
}
