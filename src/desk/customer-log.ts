import type { CustomerId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from '../store/database.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import type { Caller, Desk } from './desk.ts'

type Happened = {
  type: 'CustomerAddressAdded' | 'CustomerAddressRemoved' | 'CustomersMerged' | 'CustomersTakenApart' | 'CustomerErased'
  at: Instant
  /** Ids, kinds and counts: addresses and names are the customer's, and must be erasable (Rule 33). */
  data: object
}

/** Puts on record what happened to a customer's record. */
export const logCustomer = (
  { workspace }: Desk,
  { by, from }: Caller,
  connection: Connection,
  id: CustomerId,
  happened: Happened,
): Promise<void> => logDeskEvent(connection, workspace, { about: 'customer', id, by, from, ...happened })
