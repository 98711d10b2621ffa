import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** It can not be fixed: a supervisor has agreed, and the owner has yet to say so to the customer. */
export const behindTheRidge = story(
  'Behind the ridge',
  customers.gustav,
  ({ at, day, ago, customer: gustav, ben, priya }) => {
    at(day(-6, '09:50'))
    gustav.calls(
      ben,
      'No signal at the beehives',
      'He keeps bees in a side valley above Castell de Castells and was sold the big plan for just that: to hear from the scales under the hives. At the road he has four bars, behind the ridge none.',
      {
        next: day(-4, '13:00'),
        what: 'Which of our masts should reach the valley',
        facts: {
          callback: '+34 656 318 704, at noon he is at the hives',
          Hives: '30, in the side valley behind the ridge',
        },
      },
    )
    at(day(-4, '11:20'))
    ben.calls(
      'None should, and the map in the shop says otherwise. I told him so. Left to try is a repeater on the ridge; I ask who could build one.',
      { next: day(1, '12:00'), what: 'A yes or a no on the repeater' },
    )
    at(day(-2, '12:15'))
    ben.diagnoses(
      'Both masts stand behind the ridge. A repeater would need power up there, and the park does not allow a panel.',
    )
    at(ago('3h 10m'))
    ben.asksWhetherItCannotBeFixed(
      'Both of our masts stand behind the ridge, and in the park nobody may put up a repeater. Our map is wrong there.',
      'You leave the big plan at once and get its three months back. The scales can send by satellite for 9 € a month; I order it for you if you like.',
    )
    at(ago('1h 15m'))
    priya.agreesThatItCannotBeFixed()
    priya.notes(
      'Agreed. Tell him on the phone, at noon, and say that the map was our mistake. I have the map corrected.',
    )
  },
)
