import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Handed over twice: a third time would be a circle. */
export const sentRoundTwice = story(
  'Sent round twice',
  customers.piotr,
  ({ at, day, after, say, customer: piotr, ben, ravi, carla }) => {
    at(day(-13, '10:15'))
    piotr.calls(
      ben,
      'Reconnect a line that was cut off by mistake',
      'His line was cut when his brother cancelled the one next door. Before us he was sent round twice: by the shop to the hotline, by the hotline to the shop. He is polite in the way of somebody who has decided to be polite.',
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
      'Good day Piotr, Ravi Singh from Activations orders your line anew and tells you the day. He knows the whole way that this went; you need not tell it a third time.',
    )
    after(8)
    ravi.greets('Good day Piotr, Ravi here. I order it today, under your old number.')
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
      'Good day Piotr, the person for the contract is Carla Nunes. She reopens it, orders the line and stays with you until you phone from it. I am sorry that it takes a third name; it is the last one.',
    )
    at(day(-7, '10:52'))
    carla.greets(
      'Good day Piotr, I am the third name. Nobody will pass you on again: if something is missing I fetch it myself.',
    )
    at(day(-4, '14:20'))
    carla.calls(
      `The contract is open again and the order went through. The technician comes ${say(day(1, '15:00'))}. He would like to try the line for a day and then be asked.`,
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
    'Hello Rosa, they can: I order the new one for the Thursday before you move and leave the old one on until the Tuesday after. You pay for one.',
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
      'Bonjour Camille, congratulations on the bats. The map paints whole villages; I ask for the duct itself.',
      {
        next: day(1, '12:00'),
        what: 'Who is right, the map or the shop',
      },
    )
    at(day(-2, '15:40'))
    ben.diagnoses(
      'There is a duct up to the last pole, 180 m from the mill. From there it needs a build order with a survey.',
    )
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
      'Bonjour Camille, the shop is right today and the map may be right soon: our fibre ends 180 m before your gate. Ravi Singh sends somebody to walk these 180 m and tells you the day, and what they would cost. He writes to you himself.',
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

export const activationCode = story('The activation code', customers.aisha, ({ at, day, customer: aisha, ravi }) => {
  at(day(-21, '10:21'))
  aisha.mails(
    'Code does not work',
    'Salaam, the code on the card is 8 letters and your page wants 10. I typed it like ten times lol',
  )
  at(day(-21, '10:55'))
  ravi.takes()
  ravi.proposes({
    wrong: 'Your card comes from an old box, from before the codes became longer.',
    done: 'I have activated the SIM from here; forget the code.',
    holds: 'Switch the phone off and on: it should say Litoral at the top.',
  })
  at(day(-21, '11:31'))
  aisha.confirms()
  at(day(-21, '12:05'))
  ravi.closes()
})

/** Declined for want of time, and still the giver's. */
export const thirtyTablets = story(
  'Thirty tablets',
  customers.lucia,
  ({ at, day, ago, dueIn, after, customer: lucia, ravi, carla }) => {
    at(day(-4, '10:05'))
    ravi.isNext()
    lucia.mails(
      '30 tarjetas SIM for the tablets of the school',
      `Good morning, the school has won thirty tablets in a contest about the sea. Now we need thirty SIMs with little data and without the possibility to buy anything, because the children are faster than us.

Lucía Márquez
Directora, Escuela Mar`,
    )
    at(day(-4, '10:50'))
    ravi.takes()
    ravi.writes(
      'Good morning, congratulations to the children. Thirty SIMs are easy; that nothing can be bought with them needs a plan that I have to ask for. I do.',
      {
        next: day(-2, '13:00'),
        what: 'Which plan allows nothing to be bought',
      },
    )
    at(day(-2, '11:30'))
    ravi.calls(
      'Told her that such a plan exists for care homes and that I ask whether a school may have it. She needs the tablets for the sea week.',
      {
        next: dueIn('4h 30m'),
        what: 'Whether the school may have the plan of the care homes',
      },
    )
    ravi.knows('Sea week', 'begins in three weeks', 'Lucía said so on the phone')
    at(ago('5h'))
    ravi.diagnoses(
      'The plan Closed Data S fits, but its price list names care homes only. Plans may make an exception for a school.',
    )
    ravi.offers(carla, {
      problem: '“Without the possibility to buy anything, because the children are faster than us.”',
      tried: 'Read all plans; only Closed Data S blocks purchases.',
      why: 'Exceptions to a price list are made in Plans.',
      asked: 'Make the exception and order thirty SIMs.',
      told: 'That such a plan exists and that I ask.',
      callback: '+34 965 830 114',
    })
    after(33)
    carla.declines('no_capacity')
    after(4)
    ravi.notes(
      'Carla has market day and two bundles on her table, fair enough. I ask Priya for the exception and order them myself.',
    )
  },
)

/** Declined as another's, with a word on whose it is. */
export const fixedAddress = story(
  'Fixed address',
  customers.stelios,
  ({ at, day, ago, after, customer: stelios, dana, ravi }) => {
    at(day(-3, '12:08'))
    dana.isNext()
    stelios.mails(
      'Static IP for the drawing server',
      'Kalimera. Our drawings are on a server in the office and the colleagues in Patras must reach it. Your page sells a "static IP" for 6 € and then says that my plan is too small for 6 €.',
    )
    at(day(-3, '12:40'))
    dana.takes()
    dana.writes('Kalimera Stelios, no plan is too small for 6 €. I find out what our page means.', {
      next: day(1, '13:00'),
      what: 'The address, or an honest no',
    })
    at(day(-2, '10:20'))
    dana.diagnoses(
      'The page checks for a business plan. His is an old business plan under a private name, so it fails the check.',
    )
    at(ago('6h'))
    dana.offers(ravi, {
      problem: 'He wants a static IP and our page says that his plan is too small.',
      tried: 'Read his plan: it is a business one with an old name.',
      why: 'Addresses are given out by Activations.',
      asked: 'Give him an address.',
      told: 'That I find out.',
      callback: '+34 619 275 608',
    })
    after(40)
    ravi.declines('not_mine', 'Addresses on old plans are given by Support, in the line tool. Ben does one every week.')
  },
)

/** Broken twice, which raised the alarm; it was answered, and stood down when the customer had heard. */
export const missedAppointments = story(
  'Nobody came, twice',
  customers.zofia,
  ({ at, day, after, date, customer: zofia, ravi, priya }) => {
    at(day(-9, '10:33'))
    zofia.mails(
      'I took a day off and nobody came',
      'On Tuesday I stayed at home from 8 to 14 for your technician. He did not come and did not call. I am a nurse, my free days are made of gold. Please say me when he REALLY comes.',
    )
    at(day(-9, '11:10'))
    ravi.takes()
    ravi.writes(
      'Dear Zofia, that was our fault: the visit was moved in one system and not in the other. I get you a visit that suits your shifts.',
      {
        next: day(-8, '12:00'),
        what: 'A visit that suits your shifts',
        asks: ['On which days you are free'],
      },
    )
    at(day(-9, '16:10'))
    zofia.replies(
      `I am free on the ${date(day(-6, '09:00'))}, before that I work nights. Nine o'clock, not "between eight and two".`,
    )
    at(day(-8, '13:25'))
    ravi.writes(
      'Dear Zofia, this comes an hour and a half late, I am sorry. The technician is at your door on the day that you named, at nine sharp, and he has my number.',
      {
        next: day(-6, '11:00'),
        what: 'I ask whether he came',
      },
    )
    at(day(-6, '11:20'))
    priya.acknowledges()
    priya.notes('Second broken word to the same nurse. Ravi was in the depot without signal. I call her.')
    after(6)
    priya.calls(
      'He came at nine, and stood before the wrong stairs until ten. She let him in through the window of the concierge. The line works. She is tired and a little amused.',
      {
        next: day(-3, '12:00'),
        what: 'Whether the line is still good',
      },
    )
    at(day(-6, '12:30'))
    priya.standsDown(
      'Line installed, Zofia told by me. The note on the stairs goes into the address, so that the next one finds it.',
    )
    ravi.knows('Stairs', 'B, ring at the concierge', 'Zofia said so to Priya')
    at(day(-3, '10:35'))
    ravi.writes(
      'Dear Zofia, three days on: no error on the line. The 20 € for a missed visit are on your account, for both of them.',
      {
        next: day(4, '11:00'),
        what: 'A last look, when your bill has come',
      },
    )
  },
)

export const cancelledOrder = story('Cancelled order', customers.hiroshi, ({ at, day, customer: hiroshi, ravi }) => {
  at(day(-26, '11:05'))
  hiroshi.mails(
    'Please cancel order 88-1207',
    'I ordered a second line by a slip of the finger. I would be grateful if it could be undone before somebody digs.',
  )
  at(day(-26, '11:40'))
  ravi.takes()
  ravi.proposes({
    wrong: 'A second line was ordered by a slip of the finger.',
    done: 'I cancelled 88-1207. Nobody had begun to dig.',
    holds: 'Your account shows one line and no open order.',
  })
  at(day(-25, '08:12'))
  hiroshi.replies('Confirmed, with thanks. I have moved the button on my screen.')
  at(day(-25, '10:15'))
  ravi.hearsYes('reply', 'Confirmed, with thanks.')
  ravi.closes()
})
