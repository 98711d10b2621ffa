import type { LogEvent } from '../event.ts'
import type { Rows } from './form.ts'
import type { KnownLog } from './look.ts'
import type { Rejections } from './rejected.ts'
import type { ReadMoment } from './times/wall.ts'
import { whyNot } from './times/why-not.ts'
import { zoneOf } from './times/zone.ts'
import { copying, present } from './values.ts'

/** Makes events of the rows of a log. */
export type Events = Rows & {
  rows(): number
  /** What is to be said of the times, now that all were seen. */
  said(): string[]
}

/** `wanted` of the log says which value of a row is which. */
export function eventsOf(
  { wanted, mapping, times, extra }: KnownLog,
  zone: string | null,
  rejected: Rejections,
  take: (event: LogEvent) => void,
): Events {
  const place = (name: string | null): number => (name === null ? -1 : wanted.indexOf(name))
  const [caseAt, timeAt] = [place(mapping.case), place(mapping.time)]
  const [personAt, groupAt] = [place(mapping.person), place(mapping.group)]
  const [statusAt, activityAt] = [place(mapping.status), place(mapping.activity)]
  const extras = Object.entries(extra).map(([name, column]) => ({ name, at: place(column) }))
  const copy = wanted.map(() => copying())
  const local = zoneOf(zone ?? 'UTC')
  const moment: ReadMoment = { ms: 0, isLocal: false }
  let rows = 0
  let locals = 0

  const valueAt = (values: readonly (string | undefined)[], at: number): string | null => {
    const value = at === -1 ? null : present(values[at])
    return value === null ? null : (copy[at]?.(value) ?? null)
  }

  return {
    row(values, line) {
      rows++
      const time = present(values[timeAt])
      const name = valueAt(values, caseAt)
      if (name === null) return rejected.add(line, 'no case')
      if (time === null) return rejected.add(line, 'no time')
      if (!times.read(time, moment)) return rejected.add(line, whyNot(time, times.format), `"${time.slice(0, 60)}"`)
      if (moment.isLocal) locals++
      const event: LogEvent = {
        case: name,
        at: moment.isLocal ? local.epochMs(moment.ms) : moment.ms,
        person: valueAt(values, personAt),
        group: valueAt(values, groupAt),
        status: valueAt(values, statusAt),
        activity: valueAt(values, activityAt),
        line,
      }
      if (extras.length > 0) event.extra = Object.fromEntries(extras.map(({ name, at }) => [name, valueAt(values, at)]))
      take(event)
    },
    damaged(line, reason, detail) {
      rows++
      rejected.add(line, reason, detail)
    },
    rows: () => rows,
    said() {
      if (locals === 0)
        return zone === null ? [] : [`All times say where on earth they are, so ${zone} changed nothing.`]
      if (zone === null)
        return ['Times without a zone are taken as UTC. If they are not, say where: --zone Europe/Madrid.']
      const count = (number: number): string => number.toLocaleString('en')
      return [
        `Times without a zone are taken as those of ${zone}.`,
        ...(local.twice > 0
          ? [`${count(local.twice)} are of an hour that clocks showed twice: taken as the first.`]
          : []),
        ...(local.never > 0
          ? [`${count(local.never)} are of an hour that clocks left out: taken as an hour later.`]
          : []),
      ]
    },
  }
}
