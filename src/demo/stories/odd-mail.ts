import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** What comes by mail and is no issue of anybody: a machine's report, and a mail that says not who wrote it. */
export const delivered = story('A parcel', customers.courier, ({ at, day, customer: courier }) => {
  at(day(-3, '08:14'))
  courier.reports(
    'Enviament 77-31904: lliurat',
    'Parcel 77-31904 (2 of 2) was delivered at 08:11 to: Litoral Telecom, warehouse, Dénia. Signed by: O. ADEBAYO.',
  )
})

export const brokenForm = story('A broken form', customers.courier, ({ at, day, customer: somebody }) => {
  at(day(-2, '07:31'))
  somebody.mailsNameless('Form: moving house', 'Name: {{name}}\nNew address: C/ Sant Roc 4, Oliva\nFrom: {{date}}\n')
})
