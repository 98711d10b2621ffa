import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Handed over twice: a third time would be a circle. */
export const sentRoundTwice = story(
  'Sent round twice',
  customers.piotr,
  ({ at, day, after, date, customer: piotr, ben, ravi, carla, priya }) => {
    at(day(-13, '10:15'))
    piotr.calls(
      ben,
      'Reconnect a line that was cut off by mistake',
      'His line was cut when his brother cancelled the one next door. Before us he was sent round twice: by the shop to the hotline, by the hotline to the shop. He stays polite, but it costs him.',
      {
        next: day(-11, '12:00'),
        what: 'Who can reconnect it',
        facts: { callback: '+34 655 083 361', Line: 'Carrer de la Mar 12, 2nd left' },
      },
    )
    at(day(-12, '11:20'))
    ben.diagnoses(
      'The order of the brother named the wrong door. The line is free in the cabinet; Activations can order it anew under the old number.',
    )
    ben.offers(ravi, {
      problem: 'His line was cut by an order for the door beside him, and he wants it back with its number.',
      tried: 'Asked the cabinet: the pair is still there and nobody has it.',
      why: 'Only Activations can order a line under a number that was given up.',
      asked: 'Order it, and tell him the day.',
      told: 'That one person will have it and keep it.',
    })
    at(day(-12, '12:05'))
    ravi.accepts(
      'The wrong door was cut. He wants his old line and number, and not to dial us again.',
      'Order the line under the old number.',
      day(-9, '13:00'),
    )
    after(14)
    ben.introduces(
      'Good day Piotr, Ravi Singh from Activations will order your line anew and tell you the day. He knows the whole way that this went; you need not tell it a third time.',
    )
    after(8)
    ravi.greets('Good day Piotr, Ravi here. I am ordering it today, under your old number.')
    at(day(-11, '16:30'))
    ravi.proposesLesson('door by door', {
      what: 'An order named the wrong door, and cut the line of somebody who had ordered nothing.',
      whys: [
        'His brother ordered by the street and the house, and the tool filled in a door.',
        'Nobody reads an order back to whom it is for.',
      ],
      change: { type: 'checklist', step: 'Read the address of the order back to the customer, with stairs and door' },
    })
    at(day(-10, '10:15'))
    ben.supports('door by door')
    priya.adopts('door by door', 60)
    at(day(-9, '11:10'))
    ravi.calls(
      'The order does not go through: the old contract was closed together with the line. Told him so. The contract must come back first, and that is not my desk but I know whose.',
      {
        next: day(-7, '13:00'),
        what: 'Who brings the contract back',
      },
    )
    ravi.diagnoses(
      'The number hangs on a contract that was closed with the line. Plans must reopen it, then the order goes through by itself.',
    )
    at(day(-8, '15:40'))
    ravi.offers(carla, {
      problem: '“I want my line back, with its number.” Sent round twice before us, once with us.',
      tried: 'Order under the old number: refused, contract closed.',
      why: 'You can reopen a contract within 60 days.',
      asked: 'Reopen it and order the line in one go, and keep it until he phones from it.',
      told: 'That the contract comes first and that I find the person for it.',
    })
    after(21)
    carla.accepts(
      'He lost line, number and contract through another door. I do all three and stay.',
      'Reopen the contract and order the line on it.',
      day(-4, '16:00'),
    )
    at(day(-7, '10:30'))
    ravi.introduces(
      'Good day Piotr, the person for the contract is Carla Nunes. She will reopen it, order the line and stay with you until you phone from it. I am sorry that it takes a third name; it is the last one.',
    )
    at(day(-7, '10:52'))
    carla.greets(
      'Good day Piotr, I am the third name. Nobody will pass you on again: if something is missing I will fetch it myself.',
    )
    at(day(-4, '14:20'))
    carla.calls(
      `The contract is open again and the order went through. The technician comes on ${date(day(1, '15:00'))}, at three. He would like to try the line for a day and then be asked.`,
      {
        next: day(2, '10:00'),
        what: 'He tries the line, and I ask how it is',
      },
    )
  },
)

export const movingHouse = story('Moving to Gandia', customers.rosa, ({ at, day, customer: rosa, ravi }) => {
  at(day(-6, '12:32'))
  rosa.calls(
    ravi,
    'Moving to Gandia with the line, two days without internet would be a problem',
    'She moves on the weekend after next and translates subtitles at night, with deadlines. Wants the new line to work before the old one is off.',
    {
      next: day(-4, '13:00'),
      what: 'Whether both lines can run side by side',
      facts: { callback: '+34 674 860 239', 'New address': 'Passeig Marítim 31, Gandia' },
    },
  )
  at(day(-4, '11:45'))
  ravi.writes(
    'Hello Rosa, they can: I will order the new one for the Thursday before you move and leave the old one on until the Tuesday after. You pay for one.',
    {
      next: day(2, '13:00'),
      what: 'The hour at which the technician comes to Gandia',
    },
  )
})

/** Accepted and introduced: the receiver has yet to greet. */
export const newFibre = story(
  'New fibre',
  customers.camille,
  ({ at, day, ago, after, customer: camille, ben, ravi }) => {
    at(day(-3, '09:58'))
    ben.isNext()
    camille.mails(
      'Fibre for an old mill, is it possible?',
      'Bonjour, we have bought the old mill behind Pego. There is a copper wire from 1974 and bats. Your map says "fibre: yes", your shop says "fibre: no". Before we sign with the builder I would love to know who is right.',
    )
    at(day(-3, '10:35'))
    ben.takes()
    ben.writes(
      'Bonjour Camille, congratulations on the bats. The map paints whole villages; I will ask about the duct itself.',
      {
        next: day(1, '12:00'),
        what: 'Who is right, the map or the shop',
      },
    )
    at(day(-2, '15:40'))
    ben.diagnoses(
      'There is a duct up to the last pole, 180 m from the mill. From there it needs a build order with a survey.',
    )
    ben.doesStep('door by door')
    at(ago('3h'))
    ben.offers(ravi, {
      problem: '“Your map says yes, your shop says no.” They sign with a builder soon and need to know.',
      tried: 'Read the duct plan: fibre at the last pole, 180 m away.',
      why: 'Only Activations can order a survey.',
      asked: 'Order the survey, and tell them what the 180 m would cost, if anything.',
      told: 'That I ask for the duct itself.',
      callback: '+34 685 127 694',
    })
    after(18)
    ravi.accepts(
      'The mill is 180 m from our last pole. They need a yes or a no with a price before the builder starts.',
      'Order the survey and name the day on which somebody walks the 180 m.',
      day(1, '13:00'),
    )
    at(ago('50m'))
    ben.introduces(
      'Bonjour Camille, the shop is right today and the map may be right soon: our fibre ends 180 m before your gate. Ravi Singh will send somebody to walk these 180 m and tell you the day, and what they would cost. He will write to you himself.',
    )
  },
)

/** Accepted, and the giver has yet to introduce. */
export const portingStuck = story(
  'The number that will not come over',
  customers.gabor,
  ({ at, day, ago, after, dueIn, customer: gabor, ben, ravi }) => {
    at(day(-3, '11:15'))
    gabor.calls(
      ben,
      'Number porting refused a third time',
      'He wants to bring his number from his old company. Refused three times with "data do not match". The old company writes his name as Gábor Szabó, we write Szabó Gábor, as he does.',
      {
        next: day(-2, '13:00'),
        what: 'Which spelling the old company has on file',
        facts: { callback: '+34 696 530 871', 'Number to bring': '+34 655 900 412' },
      },
    )
    at(day(-2, '12:10'))
    ben.calls(
      'The old company reads his name the other way round and with an i: "Gabor Szabo". He spelled his passport for me.',
      {
        next: dueIn('2h 30m'),
        what: 'A fourth try, with the name as they have it',
      },
    )
    ben.knows('Name at the old company', 'GABOR SZABO, no accents', 'read to Gábor on their hotline')
    at(ago('2h 20m'))
    ben.diagnoses(
      'Names must match letter for letter. The order needs a free-text name, which only the porting desk of Activations can set.',
    )
    ben.offers(ravi, {
      problem: 'Porting refused three times, since the two companies write his name differently.',
      tried: 'Three orders with our spelling. Found out theirs: GABOR SZABO.',
      why: 'You can set the name of a porting order by hand.',
      asked: 'Send the fourth order with that name.',
      told: 'That a fourth try goes out today.',
    })
    after(47)
    ravi.accepts(
      'Same man, two spellings. The order must carry theirs.',
      'Send the order with their spelling and watch for the answer.',
      day(1, '11:00'),
    )
  },
)
