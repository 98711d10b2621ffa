import type { Assist } from '../assist/assist.ts'
import type { Lookalike } from '../contact/customer.ts'
import type { Unplaced } from '../contact/placing.ts'
import type { CustomerId, KindId, MemberId } from '../context.ts'
import type { Cover } from '../cover/cover.ts'
import type { Concession } from '../escalation/authority.ts'
import type { Escalation } from '../escalation/escalation.ts'
import type { Handoff, PastOffer } from '../handoff/handoff.ts'
import type { Huddle } from '../handoff/huddle.ts'
import type { LookBack, Stall } from '../handoff/look-back.ts'
import type { StepMark } from '../learning/checklist.ts'
import type { Kudos } from '../learning/kudos.ts'
import type { GivenPromise } from '../promise/promise.ts'
import type { CannotFix } from '../resolution/cannot-fix.ts'
import type { SharedCause } from '../resolution/cause.ts'
import type { TakenIn } from '../resolution/merge.ts'
import type { Rating } from '../resolution/rating.ts'
import type { Match } from '../resolution/recurrence.ts'
import type { Lifecycle } from '../resolution/resolution.ts'
import type { Instant } from '../time/instant.ts'
import type { Imported } from './importing.ts'
import type { Ownership } from './ownership.ts'
import type { Diagnosis, EstablishedFact } from './story.ts'

export type Channel = 'email' | 'phone' | 'chat' | 'portal' | 'api'

/** Number of a contact within its issue, counted from 1. */
export type ContactId = number

/** A moment of talk that has happened between the company and the customer. */
export type CompanyContact = { id: ContactId; at: Instant; by: MemberId; bounced: boolean }

/** An issue as the rules see it: everything that a decision needs, and no word that anybody wrote. */
export type Issue = {
  /** How many events have made it: the last one's number. */
  version: number
  customer: CustomerId
  channel: Channel
  openedAt: Instant
  /** Which case of another desk it was before (null: it began here). */
  imported: Imported | null
  lifecycle: Lifecycle
  /** Everybody who has owned it, in order; the last one owns it now (Rule 1). */
  ownership: readonly [Ownership, ...Ownership[]]
  promises: readonly GivenPromise[]
  /** The last handoff, open or over. At most one is open (Rule 7). */
  handoff: Handoff | null
  handoffs: number
  /** Offers that came to an end without a meeting, for circles (Rule 11). */
  pastOffers: readonly PastOffer[]
  /** How many handoffs ended in a meeting (Rule 11). */
  met: number
  lookBacks: readonly LookBack[]
  /** What was asked of others for the customer, in order; several can be open at once (Rule 16). */
  assists: readonly Assist[]
  /** Everybody who was asked to cover an absence of its owner, in order (Rule 15). At most one is in force. */
  covers: readonly Cover[]
  /** Handoffs after which nobody looked after the customer (Rules 9 and 10). */
  stalls: readonly Stall[]
  /** The last huddle, open or over (Rule 11). */
  huddle: Huddle | null
  contacts: number
  /** Contacts by the company, the last few that a bounce can still undo (Rule 13). */
  companyContacts: readonly CompanyContact[]
  customerLastSpokeAt: Instant | null
  /** Contacts of which nobody has said yet whether they are about this issue (Rule 3). */
  unplaced: readonly Unplaced[]
  /** Known customers who this one may be (Scenario 5). */
  isThis: readonly Lookalike[]
  facts: readonly EstablishedFact[]
  diagnoses: readonly Diagnosis[]
  /** Of which kind it is, where somebody has said so (Rule 28). */
  kind: KindId | null
  /** Steps that were done, or excused (Rule 28). */
  checklist: readonly StepMark[]
  /** Thanks for moments in it that were not taken back (Rule 30), and how many there ever were. */
  kudos: readonly Kudos[]
  kudosGiven: number
  escalation: Escalation | null
  /** What was conceded to the customer, or is to be (Rule 27). */
  concessions: readonly Concession[]
  /** The problem that it shares with issues of other customers (Rule 22). */
  cause: SharedCause | null
  /** Closed issues of the customer that may have come back with this one (Rule 21). */
  matches: readonly Match[]
  /** The issues that merged into this one (Rule 22). */
  merged: readonly TakenIn[]
  /** What is under way, or was told, of an issue that can't be fixed (Rule 19). */
  cannotFix: CannotFix | null
  /** How often it came back after the customer had said that it was solved, or after it was closed (Rules 20 and 21). */
  recurrences: number
  /** How the customer says that they were looked after, as they said it last; null: they have not said. */
  rating: Rating | null
  /** When what people wrote here was erased by law (Rule 33); null: it is here. */
  erasedAt: Instant | null
}

export const owner = (issue: Issue): Ownership => issue.ownership[issue.ownership.length - 1] ?? issue.ownership[0]

export const isClosed = (issue: Issue): boolean => issue.lifecycle.phase === 'closed'

/** It came here closed, and nobody here has opened it again. */
export const isOverElsewhere = ({ lifecycle }: Issue): boolean =>
  lifecycle.phase === 'closed' && lifecycle.outcome === 'elsewhere'

/** Since when this desk answers for it: what another one did before is not counted here. */
export const oursSince = ({ imported, openedAt }: Issue): Instant => imported?.at ?? openedAt

/** A person of the company has been in touch with the customer (Rule 2: claiming ends here). */
export const hasMet = (issue: Issue): boolean => issue.companyContacts.some(contact => !contact.bounced)

/** When the company was last in touch with the customer. */
export const lastContactAt = (issue: Issue): Instant | null =>
  issue.companyContacts.findLast(contact => !contact.bounced)?.at ?? null
