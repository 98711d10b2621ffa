import type { LogEvent } from '../event.ts'
import { type Log, openCollector } from '../figures/log.ts'

/** An event of a log that says only what is given here. */
export const event = (fields: Pick<LogEvent, 'case' | 'at'> & Partial<LogEvent>): LogEvent => ({
  person: null,
  group: null,
  status: null,
  activity: null,
  line: 2,
  ...fields,
})

export function logOf(events: readonly LogEvent[]): Log {
  const collector = openCollector()
  for (const one of events) collector.take(one)
  return collector.finish()
}
