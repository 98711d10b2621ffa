import type { LogForm } from '../form.ts'
import { xesText } from './text.ts'

/** XES. Its attributes show as they come. */
export function xesForm(file: string): LogForm {
  const found = new Map<string, number>()
  return {
    called: { rows: 'events', columns: 'attributes' },
    said: ['The file is XES.'],
    names: () => [...found.keys()],
    open(wanted, rows) {
      const places = wanted ? new Map(wanted.map((name, place) => [name, place])) : found
      return xesText(file, {
        places,
        isOpen: wanted === null,
        take: (values, line) => rows.row(values, line),
        damaged: (line, why) => rows.damaged(line, 'broken XML', why),
      })
    },
  }
}
