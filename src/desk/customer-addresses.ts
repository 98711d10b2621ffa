import type { z } from 'zod'
import type { CustomerRecord } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { CustomerId } from '../core/context.ts'
import { type Refusal, refuse } from '../core/refusals.ts'
import { type Address, addAddress, readHolder, removeAddress } from '../store/customer-addresses.ts'
import { holdStanding } from '../store/customers.ts'
import { readOpenIssues } from '../store/open-issues.ts'
import { storedEmail, storedPhone } from './addresses.ts'
import { logCustomer } from './customer-log.ts'
import { noSuchCustomer, readCustomer } from './customer-record.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Together, together } from './together.ts'

type Given = z.output<typeof asked.changeAddress>

/** Rule 3: a customer is recognized by every address that they have. One that somebody else has stays theirs. */
export function changeAddress(
  desk: Desk,
  caller: Caller,
  id: CustomerId,
  given: Given,
): Promise<Outcome<CustomerRecord>> {
  const change = 'add' in given ? add : remove
  const address = asStored('add' in given ? given.add : given.remove)
  return together(desk, caller, async work => {
    const { connection } = work
    const customer = await holdStanding(connection, desk.workspace, id)
    if (!customer) return noSuchCustomer
    if (customer.erasedAt) return { refusal: refuse('customer_erased', {}) }
    const refusal = await change(desk, work, customer.id, address)
    return refusal ? { refusal } : readCustomer(desk, customer.id, connection)
  })
}

const asStored = ({ kind, address }: Address): Address => ({
  kind,
  address: kind === 'email' ? storedEmail(address) : storedPhone(address),
})

type Change = (desk: Desk, given: Together, customer: CustomerId, address: Address) => Promise<Refusal | undefined>

const add: Change = async (desk, { connection, now: at, caller }, customer, address) => {
  if (!(await addAddress(connection, desk.workspace, customer, address))) {
    const holder = await readHolder(connection, desk.workspace, address)
    return refuse('address_taken', { customer: holder?.id ?? '', name: holder?.name ?? '' })
  }
  await logCustomer(desk, caller, connection, customer, {
    type: 'CustomerAddressAdded',
    at,
    data: { kind: address.kind },
  })
}

/** Not the last one while somebody waits for us: a word could not reach them any more. */
const remove: Change = async (desk, { connection, now: at, caller }, customer, address) => {
  const holder = await readHolder(connection, desk.workspace, address)
  if (holder?.id !== customer) return undefined
  const waits = (await readOpenIssues(connection, desk.workspace, customer)).length > 0
  if (holder.addresses === 1 && waits) return refuse('last_address', {})
  await removeAddress(connection, desk.workspace, address)
  await logCustomer(desk, caller, connection, customer, {
    type: 'CustomerAddressRemoved',
    at,
    data: { kind: address.kind },
  })
}
