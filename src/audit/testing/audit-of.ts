import type { LogEvent, Mapping } from '../event.ts'
import { figuresOf } from '../figures/figures.ts'
import { finalsAmong } from '../figures/final.ts'
import { treatmentOf } from '../figures/treatment.ts'
import type { Audit } from '../report/audit.ts'
import { logOf } from './log-of.ts'

/** An audit of these events, as if all columns that they use had been mapped. */
export function auditOf(events: readonly LogEvent[], more: Partial<Audit> = {}): Audit {
  const log = logOf(events)
  const found = finalsAmong(log.status.values, null)
  const treatment = treatmentOf(log, 'finals' in found ? found.finals : [])
  const used = (values: readonly string[], column: string): string | null => (values.length > 0 ? column : null)
  const columns: Mapping = {
    case: 'Number',
    time: 'Updated',
    person: used(log.person.values, 'Assigned to'),
    group: used(log.group.values, 'Assignment group'),
    status: used(log.status.values, 'State'),
    activity: null,
  }
  const rejected = { rows: 0, reasons: {}, first: [] }
  return {
    file: 'incidents.csv',
    reading: { rows: events.length, rejected, said: [], columns },
    treatment,
    figures: figuresOf(treatment, 7, rejected),
    zone: 'UTC',
    persons: false,
    ...more,
  }
}
