import { customers } from '../customers.ts'
import { story } from '../script.ts'

/**
 * Story 2 of the design: Support hands over to Activations, live and after a line that dropped; Activations would give it
 * back, which is a circle, and a huddle is open.
 */
export const neverSwitchedOn = story(
  'Never switched on',
  customers.ngozi,
  ({ at, day, ago, after, customer: ngozi, ben, ravi }) => {
    at(day(-2, '11:05'))
    ngozi.calls(
      ben,
      'The new line stays silent',
      'Sold to her in the shop a week ago, and since then not even a tone. Her mother lies in the hospital in Dénia, and the ward rings the number that she gave them: this one.',
      {
        next: day(1, '12:00'),
        what: 'A line on which the ward can reach you',
        facts: { callback: '+34 612 447 930, also at night' },
      },
    )
    at(day(-2, '13:10'))
    ben.diagnoses('The line is built and patched, and was never switched on: the order in the tool waits for nobody.')
    ben.offers(ravi, {
      problem: '“Not even a tone.” The hospital calls on this line, and she does not know when.',
      tried: 'Measured it: the wire is good up to her socket.',
      why: 'Only Activations can switch a line on.',
      asked: 'Switch it on, and stay until the ward has called her on it.',
      told: 'That the line is built, and that I find the person who can switch it on.',
    })
    after(11)
    ravi.accepts(
      'A finished line that nobody has switched on, and a ward that calls it.',
      'Switch it on, and have it rung by the ward.',
      day(1, '12:00'),
    )
    // The three talk on the phone; she is in a lift, and the line drops. Called back within ten minutes, they meet.
    after(4)
    ben.introducesOnThePhone()
    after(1)
    ben.losesThem()
    after(3)
    ben.introducesOnThePhone()
    ben.isOnTheLine()
    ravi.isOnTheLine()
    at(day(-2, '14:20'))
    ravi.notes('She has told it once, to Ben, and he to me while she listened. She only added the name of the ward.')
    at(ago('1h 50m'))
    ravi.diagnoses(
      'It can not be switched on: the order of the shop has no activation code, and orders are made anew by Support.',
    )
    ravi.offersInCircle(
      { team: 'Support' },
      {
        problem: 'A line that can not be switched on, for want of a code in its order.',
        tried: 'Asked the tool for a code: it gives one with a new order only.',
        why: 'Orders are yours.',
        asked: 'Make the order anew.',
        told: 'That I switch it on as soon as I can.',
      },
    )
    ravi.callsHuddle({ team: 'Support' })
    after(5)
    ben.notes('I can have the order anew in ten minutes, if somebody says that I may cancel the one of the shop.')
  },
)
