import type { AuditFigures } from '../../contract/audit.ts'
import type { Reading } from '../event.ts'
import type { Treatment } from '../figures/treatment.ts'

/** All that a report tells about. */
export type Audit = {
  /** The name of the log's file, without its folder. */
  file: string
  reading: Reading
  treatment: Treatment
  figures: AuditFigures
  /** In which zone times are shown, an IANA name. */
  zone: string
  /** Whether persons are called by their names; else they are numbered, case by case. */
  persons: boolean
}
