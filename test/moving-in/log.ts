import type { LogEvent } from '../../src/audit/event.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { type Bringing, bringOver } from '../../src/moving-in/bring.ts'
import { openGathering } from '../../src/moving-in/gather.ts'
import type { Tally } from '../../src/moving-in/tally.ts'

let line = 1

/** An event of another desk's log: `2026-09-01 08:00` (UTC), its case, and whatever else is said. */
export function logged(at: string, id: string, says: Partial<LogEvent> = {}): LogEvent {
  line += 1
  return {
    case: id,
    at: Date.parse(`${at.replace(' ', 'T')}Z`),
    person: null,
    group: null,
    status: null,
    activity: null,
    line,
    ...says,
  }
}

/** Brings cases over, as ServiceNow's, with "Closed" as the status that ends them. */
export function bring(
  desk: Pick<Desk, 'database' | 'workspace'>,
  events: readonly LogEvent[],
  changes: Partial<Bringing> = {},
): Promise<Tally> {
  const gathering = openGathering()
  for (const event of events) gathering.take(event)
  return bringOver(desk, gathering.finish(), {
    source: 'ServiceNow',
    finals: new Set(['Closed']),
    owner: null,
    readAs: {},
    apply: true,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...changes,
  })
}
