import type { CustomerId, KindId, MemberId, WordsId } from '../context.ts'
import type { Instant } from '../time/instant.ts'
import type { Way } from './ownership.ts'

/** Where an issue comes from that another desk had before this one. No measure counts what happened there as Baton's own. */
export type Imported = {
  /** What the other desk, or its software, is called: `ServiceNow`. */
  source: string
  /** What the case is called there: `INC0010023`. */
  case: string
  /** When it was brought over. */
  at: Instant
  /** When it was over there; null: it was open still, and is worked here from then on. */
  closedAt: Instant | null
}

/** What the opening event says of it. `began`: its first moment there, from which on the customer waits. */
export type ImportedFrom = Omit<Imported, 'at'> & { began: Instant }

/** Another desk's case becomes an issue: owned like any other, and promised from now on where it is open there still. */
export type ImportIssue = {
  type: 'ImportIssue'
  customer: CustomerId
  owner: MemberId
  /** `contact`: the owner had the case there, too. `intake`: it was given to them, and may be claimed (Rule 2). */
  way: Extract<Way, 'contact' | 'intake'>
  subject: WordsId
  story: WordsId
  kind: KindId | null
  from: ImportedFrom
}
