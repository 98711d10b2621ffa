import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** What comes by mail and is no issue of anybody: an automatic answer to nothing, and a mail without a sender. */
export const closedOffice = story('A closed office', customers.courier, ({ at, day, customer: courier }) => {
  at(day(-3, '08:14'))
  courier.answersNothing(
    'Recollida 77-31904',
    'Bon dia, our office in Gandia is moving and takes no mail this week. Parcels come as usual.',
  )
})

export const brokenForm = story('A broken form', customers.courier, ({ at, day, customer: somebody }) => {
  at(day(-2, '07:31'))
  somebody.mailsNameless('Form: moving house', 'Name: {{name}}\nNew address: C/ Sant Roc 4, Oliva\nFrom: {{date}}\n')
})

/** Spam is an issue, too, until a person says that it is none; and it can be taken back. */
export const topRanking = story('First on every page', customers.agency, ({ at, day, customer: agency, priya }) => {
  at(day(-2, '06:52'))
  agency.mails(
    'Your web page is on place 47',
    'Dear owner of litoral, we can bring you on place 1 of every search for only 299 a month. Answer YES today.',
  )
  at(day(-2, '09:12'))
  priya.marksAsSpam('An advertisement, sent to half of the town.')
})
