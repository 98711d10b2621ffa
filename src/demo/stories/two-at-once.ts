import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Two issues are open, and a mail does not say which of them it is about. */
export const whichOne = story(
  'Two contracts of a tango school',
  customers.valeria,
  ({ at, day, ago, customer: valeria, carla, ben }) => {
    at(day(-3, '10:12'))
    carla.isNext()
    valeria.mails(
      'Contract for the second hall',
      'Ciao, from next month we rent a second hall in Xàbia and need internet there for the music. May I have the same contract as for the first hall, or is there something better for two?',
    )
    at(day(-3, '10:45'))
    carla.takes()
    carla.writes(
      'Ciao Valeria, two halls can share one contract, which is cheaper from the first day. I am drawing it up.',
      {
        next: day(2, '13:00'),
        what: 'The contract for both halls',
      },
    )
    at(day(-2, '12:20'))
    valeria.calls(
      ben,
      'The receipt has the old address of the school',
      'The receipts still go to the flat in which the school began. Her tax adviser wants the address of the hall on them.',
      {
        next: day(2, '11:00'),
        what: 'The receipts with the address of the hall',
        facts: { Hall: 'C/ Cervantes 4, Dénia' },
      },
    )
    at(ago('2h 20m'))
    valeria.mailsAgain(
      'One more question',
      'Ciao, I forgot to ask: from which date does it hold? I have to tell my partner tonight.',
    )
  },
)

/** Written to one, called another: two issues of one matter are one again, and for a month that can be undone. */
export const writtenAndCalled = story(
  'Written, then called',
  customers.leonor,
  ({ at, day, ago, customer: leonor, carla, ben }) => {
    at(day(-2, '09:20'))
    carla.isNext()
    leonor.mails(
      'End of contract after 24 months',
      'Good day, my 24 months end on the 30th and I would like to stay, but not at the price that comes then. What can you offer somebody who has never been late with a bill?',
    )
    at(day(-2, '09:55'))
    carla.takes()
    carla.writes(
      'Good day Leonor, stay, please. I am looking at what we give to people who join us, and why not to you.',
      {
        next: day(1, '13:00'),
        what: 'An offer for another 24 months',
      },
    )
    at(ago('3h 5m'))
    leonor.calls(
      ben,
      'Contract ends, wants to stay at a fair price',
      'She has read of an offer for newcomers and asks whether she has to leave and come back. She also wrote to somebody, she says, a nice one, but has no name.',
    )
    at(ago('2h 45m'))
    ben.merges()
  },
)
