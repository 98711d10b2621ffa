import { customers } from '../customers.ts'
import { story } from '../script.ts'

export const activationCode = story(
  'The activation code',
  customers.aisha,
  ({ at, day, customer: aisha, ravi, priya }) => {
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
    aisha.rates('partly', 'Fast once I wrote. But ten times typing before that.')
    at(day(-21, '12:05'))
    ravi.closes()
    ravi.proposesLesson('old codes', {
      what: 'A code of eight letters came out of an old box, and the page asks for ten.',
      whys: ['Old boxes are still sold.', 'Page and answers know only the new codes.'],
      change: {
        type: 'article',
        title: 'My code has only eight letters',
        body: 'Then your card comes from an old box, and is as good as a new one. Write or call: we switch it on from here.',
      },
    })
    at(day(-20, '10:40'))
    priya.adopts('old codes', 14)
    at(day(-5, '12:20'))
    priya.keeps('old codes', 'Since then nobody has typed one ten times. The boxes are used up by spring.')
  },
)

/** Declined for want of time; a second way to the same team is a circle, so they huddled. Carla has yet to introduce herself. */
export const thirtyTablets = story(
  'Thirty tablets',
  customers.lucia,
  ({ at, day, ago, dueIn, after, customer: lucia, ravi, carla, priya }) => {
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
      'Good morning, congratulations to the children. Thirty SIMs are easy; that nothing can be bought with them needs a plan that I have to ask for. I will.',
      {
        next: day(-2, '13:00'),
        what: 'Which plan allows nothing to be bought',
      },
    )
    at(day(-2, '11:30'))
    ravi.calls(
      'Told her that such a plan exists for care homes and that I am asking whether a school may have it. She needs the tablets for the sea week.',
      {
        next: dueIn('4h 30m'),
        what: 'Whether the school may have the plan of the care homes',
      },
    )
    ravi.knows('Sea week', 'begins in three weeks', 'Lucía said so on the phone')
    at(ago('3h'))
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
      'Carla has market day and two bundles on her table, fair enough. But no other team can make the exception.',
    )
    ravi.offersInCircle(
      { team: 'Plans' },
      {
        problem: 'Thirty SIMs with which children can buy nothing.',
        tried: 'Asked Carla, who has no room today.',
        why: 'Only Plans changes a price list.',
        asked: 'Somebody of you makes the exception.',
        told: 'That I find somebody.',
        callback: '+34 965 830 114',
      },
    )
    ravi.callsHuddle({ team: 'Plans' })
    after(19)
    priya.settles(
      'carla',
      'Only Plans can make the exception, and Carla knows it from the care homes. Market day is over at two: then it is hers.',
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
    dana.writes('Kalimera Stelios, no plan is too small for 6 €. I will find out what our page means.', {
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
      'Dear Zofia, that was our fault: the visit was moved in one system and not in the other. I will get you a visit that suits your shifts.',
      {
        next: day(-8, '12:00'),
        what: 'A visit that suits your shifts',
        asks: ['On which days you are free'],
      },
    )
    at(day(-9, '16:10'))
    zofia.replies(
      `I am free on ${date(day(-6, '09:00'))}, before that I work nights. Nine o'clock, not "between eight and two".`,
    )
    at(day(-8, '13:25'))
    ravi.writes(
      'Dear Zofia, this comes an hour and a half late, I am sorry. The technician will be at your door on the day that you named, at nine sharp, and he has my number.',
      {
        next: day(-6, '11:00'),
        what: 'I ask whether he came',
      },
    )
    at(day(-6, '11:20'))
    priya.acknowledges()
    priya.notes('Second broken word to the same nurse. Ravi was in the depot without signal. I am calling her.')
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
    ravi.grants('credit', 20, 'Two visits at which nobody came.')
    ravi.writes(
      'Dear Zofia, three days on: no error on the line. The 20 € for a missed visit are on your account, for both of them.',
      {
        next: day(7, '11:00'),
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
