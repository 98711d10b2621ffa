import { customers } from '../customers.ts'
import { story } from '../script.ts'

/**
 * Story 5 of the design: somebody of Sales hears an unhappy customer, and lights the Lighthouse for her instead of pushing a
 * colleague. It was answered on the second rung; he has yet to hear what came of it.
 */
export const pushySalesman = story(
  'The pushy salesman',
  customers.joana,
  ({ at, day, ago, dueIn, after, customer: joana, ben, sam, ada }) => {
    at(day(-2, '10:25'))
    ben.isNext()
    joana.mails(
      'The card reader has no line since yesterday',
      'Bon dia, since yesterday noon the card reader of our bakery says "no line". The whole street has none. People put the ensaimada back and go where the cards work.',
    )
    at(day(-2, '10:55'))
    ben.takes()
    ben.writes(
      'Bon dia Joana, the cable of your street was hurt by the works at the school. The splicers come tomorrow; I write when they are through.',
      { next: day(1, '12:00'), what: 'That the cable is mended' },
    )
    ben.knows('callback', '+34 640 118 562, after the morning rush', 'from her mail')
    at(ago('2h 40m'))
    sam.raises({
      impact:
        'I was at her counter: every second customer has no cash and leaves. About 300 € a day, and the feast of the quarter is tomorrow.',
      tried: 'She has restarted the reader and the box, as the page says. Ben told her honestly about the cable.',
      needed: 'A mobile line for her card reader until the cable is mended.',
    })
    at(ago('1h 20m'))
    ada.acknowledges()
    after(3)
    ada.notes('Answered. The shop in Pedreguer has a mobile reader on its shelf, and Sam passes there at noon.')
    after(8)
    ada.writes(
      'Bon dia Joana, a mobile card reader is on its way to your counter; it pays by itself until the cable is mended. Ben stays the one who tells you about the cable.',
      { next: dueIn('2h 15m'), what: 'That the mobile reader takes cards', keeps: 'nothing' },
    )
  },
)
