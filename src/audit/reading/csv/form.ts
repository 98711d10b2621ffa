import { ReadingFault } from '../../event.ts'
import type { LogForm } from '../form.ts'
import { delimiterName, delimiterOf, excelDelimiter } from './delimiter.ts'
import { csvText, type RowReader } from './rows.ts'

/**
 * CSV, by its beginning: what stands between its columns, and below a header. `hints`: columns that should be there.
 * Throws a {@link ReadingFault} when there are no columns.
 */
export function csvForm(file: string, head: string, isWhole: boolean, hints: readonly string[]): LogForm {
  const told = excelDelimiter(head)
  const delimiter = told ?? delimiterOf(head, isWhole, hints)
  if (delimiter === null) throw new ReadingFault(noColumns(file, head))
  let names: readonly string[] = []
  return {
    called: { rows: 'rows', columns: 'columns' },
    said: [`The file is CSV, with ${delimiterName(delimiter)} between its columns.`],
    names: () => names,
    open(wanted, rows) {
      let above = told === null ? 0 : 1
      let width = 0
      const reader: RowReader = {
        places: null,
        take(cells, { columns, filled, line }) {
          if (above > 0) above--
          else if (width === 0) {
            width = columns
            names = cells.map(cell => cell.trim())
            if (wanted) reader.places = placesOf(names, wanted)
          } else if (columns < width || filled > width)
            rows.damaged(line, 'wrong number of fields', `${columns} instead of ${width}`)
          else rows.row(cells, line)
        },
        damaged: (line, why) => rows.damaged(line, why),
      }
      const text = csvText(delimiter, reader)
      return {
        write: more => text.write(more),
        end() {
          text.end()
          return []
        },
      }
    },
  }
}

/** Where each column goes. Of columns with the same name, the first is meant. */
function placesOf(names: readonly string[], wanted: readonly string[]): Int32Array {
  const places = new Int32Array(names.length).fill(-1)
  for (const [place, name] of wanted.entries()) places[names.indexOf(name)] = place
  return places
}

function noColumns(file: string, head: string): string {
  const line = head.split(/[\r\n]/).find(one => one.trim()) ?? ''
  if (line === '') return `There is nothing but blanks in ${file}.`
  const begin = line.length > 60 ? `${line.slice(0, 60)}…` : line
  return (
    `${file} is neither XES nor CSV with several columns: it begins with "${begin}". The first line of a CSV has the names ` +
    'of its columns, with commas, semicolons, tabs or bars between them.'
  )
}
