import type { CustomerRecord } from '../../../../src/contract/answers.ts'
import { customer, queries } from '../../queries.ts'

/** Shows a record at once as a command left it. */
export const takeRecord = (record: CustomerRecord): void => {
  queries.setQueryData(customer(record.id).queryKey, record)
}
