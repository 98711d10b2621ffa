import type { CustomerAnswer } from '../contract/answers.ts'
import { findCustomerRows } from '../store/customers-find.ts'
import type { Desk } from './desk.ts'

/** Rule 3: two letters or digits find a customer, with their open issues and whose those are. */
export const findCustomers = (desk: Desk, q: string): Promise<CustomerAnswer[]> =>
  findCustomerRows(desk.database, desk.workspace, q.trim())
