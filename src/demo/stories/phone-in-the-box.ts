import { customers } from '../customers.ts'
import { story } from '../script.ts'

/**
 * Story 4 of the design: Repair can not move it, the owner decides within the limit, and the mistake becomes a fact rule,
 * on trial. The customer has confirmed; the owner looks once more.
 */
export const phoneInTheBox = story(
  'The phone in the box',
  customers.tom,
  ({ at, day, after, customer: tom, carla, olu, dana, priya }) => {
    at(day(-24, '12:40'))
    carla.isNext()
    tom.mails(
      'New phone was dead this morning, and is "not covered"',
      `Hi, the replacement that you sent is dead since this morning, black, no sound. The app wants its number, I typed it twice from the sticker on the box, 356938 10 264471, and it says "not covered". I have not even peeled all of the foil off.

Tom`,
    )
    at(day(-24, '13:20'))
    carla.takes()
    carla.writes('Hi Tom, leave the rest of the foil on. I am asking Repair to exchange it, and write when it comes.', {
      next: day(-22, '12:00'),
      what: 'When the exchange comes',
    })
    carla.knows('Serial number', '356938 10 264471', 'read off the box')
    carla.asks(olu, 'Please exchange 356938 10 264471, dead on its first day.', day(-23, '16:00'))
    at(day(-23, '11:10'))
    olu.canNot(
      'By that number the phone lies on our shelf: I can not exchange what was never sold. Please look at the phone.',
    )
    at(day(-23, '12:20'))
    carla.calls(
      'He pulled the tray of the SIM, since the screen is dead: the number on it ends in 9026. So two boxes were swapped on our table. I told him that this is ours to pay for, not his to wait for.',
      { next: day(-21, '13:00'), what: 'Whether the new phone is there, and lives' },
    )
    carla.knows('Serial number', '356938 10 549026', 'read off the phone itself')
    carla.diagnoses('Two boxes were swapped when they were packed; the other one went to Elche.')
    carla.grants('replacement', 45, 'A new phone by courier, as our own packing table had mixed up the boxes.')
    at(day(-22, '15:05'))
    carla.proposesLesson('off the phone', {
      what: 'Repair could not exchange a phone, as the number that we gave them was that of its box.',
      whys: [
        'The number was read off the box.',
        'Boxes are swapped now and then, and nothing told us to read the phone itself.',
      ],
      change: {
        type: 'fact_rule',
        key: 'Serial number',
        says: 'Off the phone itself (its settings, or the tray of the SIM), not off its box.',
        allowed: [],
        refused: ['box', 'sticker', 'label'],
      },
    })
    after(20)
    olu.supports('off the phone')
    olu.comments('off the phone', 'We get such a number about once a week, and each costs a customer two days.')
    dana.comments('off the phone', 'Good that it names the tray: a dead phone has no settings.')
    at(day(-21, '10:20'))
    priya.adopts('off the phone', 60)
    at(day(-21, '12:10'))
    carla.proposes({
      wrong: 'The phone that we sent was dead, and its box belonged to another one.',
      done: 'A new phone came by courier, and your cover has it under its own number.',
      holds: 'The app says "covered", and shows 9026 no more.',
      watch: [{ due: day(4, '17:00'), what: 'I look whether your next bill has one phone on it, the right one' }],
    })
    at(day(-20, '18:31'))
    tom.confirms()
    tom.rates('well')
    tom.thanksFor('He pulled the tray of the SIM')
    at(day(-19, '10:05'))
    olu.thanks('carla', 'He pulled the tray of the SIM', 'For asking the customer to look, and not us to guess.')
  },
)

/** The next such issue is stopped by the rule. */
export const anotherBox = story('Another box', customers.samira, ({ at, ago, dueIn, customer: samira, ben }) => {
  at(ago('1h 35m'))
  samira.calls(
    ben,
    'New phone does not charge',
    'It came on Monday and charges on no cable of the house. She has the box in her hand; the phone is on the way to Alacant, in the bag of her husband.',
    {
      next: dueIn('5h'),
      what: 'When an exchange comes',
      facts: { callback: '+34 667 845 092' },
    },
  )
  ben.mayNotKnow('Serial number', '356938 10 771205', 'read off the box')
  ben.notes(
    'The desk did not take the number of the box from me, and told me of Tom and his two boxes. It is right: she sends me the one of the phone tonight.',
  )
})
