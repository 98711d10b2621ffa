import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Met, and at the receiver's first due time nothing had moved: giver and supervisor know. */
export const leaving = story(
  'Two lines, one too many',
  customers.karim,
  ({ at, day, dueAgo, after, customer: karim, carla, dana }) => {
    at(day(-6, '13:15'))
    carla.isNext()
    karim.mails(
      'I want to leave with one line and stay with the other',
      'As-salamu alaykum. My taxi has a line and my home has a line. The taxi is sold. I tried to end its line in the app and the app wanted to end both. I pressed no. Please end only the taxi.',
    )
    at(day(-6, '13:50'))
    carla.takes()
    carla.writes('Wa alaykumu s-salam, it was right to press no. I look how to part them.', {
      next: day(-4, '13:00'),
      what: 'How the two lines are parted',
    })
    at(day(-4, '10:35'))
    carla.diagnoses(
      'Both lines hang on one contract with one notice. It must be split first, then the taxi line can end; splits are Dana’s since September.',
    )
    carla.offers(dana, {
      problem: '“The app wanted to end both. I pressed no.”',
      tried: 'End of the single line: refused, same contract.',
      why: 'You do the splits.',
      asked: 'Split the contract and end the taxi line.',
      told: 'That it was right to press no.',
      callback: '+34 621 870 395',
    })
    after(29)
    dana.accepts(
      'One contract for taxi and home; the taxi is gone, the home stays.',
      'Split the contract and end the taxi line.',
      dueAgo('3h'),
    )
    after(10)
    carla.introduces(
      'Hello Karim, Dana Kim splits your contract in two and ends the one of the taxi. The line at home stays as it is. She says hello herself in a moment.',
    )
    after(12)
    dana.greets('Hello Karim, I am at it. Nothing happens to your line at home, I have marked it twice.')
  },
)

/** Offered to a team; whoever of it takes it first. */
export const familyBundle = story(
  'Bundle for five',
  customers.beatriz,
  ({ at, day, ago, dueIn, customer: beatriz, ben }) => {
    at(day(-2, '10:42'))
    beatriz.calls(
      ben,
      'One bill for five people in three flats',
      'Her mother, her two brothers, she and her son: five mobiles and three lines, and four bills at different dates. She does the paying for all of them and wants one bill on the second of the month.',
      {
        next: day(-2, '16:30'),
        what: 'Whether that can be one bill',
        facts: { callback: '+34 632 143 687', Lines: '5 mobiles, 3 fibre' },
      },
    )
    at(day(-2, '14:55'))
    ben.calls(
      'It can be one bill, if somebody from Plans builds a bundle by hand; three addresses are more than the shop system can. She is fine with that.',
      {
        next: dueIn('2h 45m'),
        what: 'Who builds it, and when the first single bill comes',
      },
    )
    at(ago('40m'))
    ben.diagnoses('Bundle over three addresses: has to be built by hand in Plans, type F-3.')
    ben.offers(
      { team: 'Plans' },
      {
        problem: '“One bill, on the second of the month, for all of us.” Five mobiles, three lines, three addresses.',
        tried: 'Shop system: two addresses at most.',
        why: 'F-3 bundles are built by hand in Plans.',
        asked: 'Build it, with the second as the day of the bill.',
        told: 'That it is possible and that one of Plans builds it.',
      },
    )
  },
)

export const studentDiscount = story(
  'Student discount',
  customers.thandiwe,
  ({ at, day, customer: thandiwe, dana }) => {
    at(day(-12, '10:50'))
    thandiwe.mails(
      'Student discount fell off',
      'Hi! My discount is gone since October. I am still a student, I promise, I have the exams to prove it (and the bags under the eyes).',
    )
    at(day(-12, '11:30'))
    dana.takes()
    dana.proposes({
      wrong:
        'The discount ends every October unless the card is shown again, and our reminder went to an address of your old school.',
      done: 'I have put it back for this year and changed the address.',
      holds: 'The next bill says −30 %, and October’s share is on it.',
    })
    at(day(-11, '17:12'))
    thandiwe.confirms()
    at(day(-10, '09:05'))
    dana.closes()
  },
)

export const guestWifi = story('Wifi for the guests', customers.owen, ({ at, day, customer: owen, carla }) => {
  at(day(-5, '09:41'))
  owen.mails(
    'Guests have wifi, we have not',
    'Bore da, since you put in the guest wifi our own laptop in the kitchen gets about a teaspoon of internet. The guests are delighted. We do the breakfast orders on that laptop.',
  )
  at(day(-5, '10:20'))
  carla.takes()
  carla.calls(
    'Guests stream in the evening and the kitchen gets what is left. He does not want to slow them, only to be able to order eggs.',
    { next: day(-3, '12:00'), what: 'A share that is the kitchen’s own' },
  )
  at(day(-3, '10:25'))
  carla.proposes({
    wrong: 'Guests and kitchen shared one pot, and the guests are more.',
    done: 'The kitchen has 50 Mbit of its own now that no guest can take.',
    holds: 'Order eggs at nine in the evening with a full house.',
  })
  at(day(-2, '09:38'))
  owen.replies('Nine rooms full, eggs ordered in one go. Consider it solved. Diolch!')
  at(day(-2, '10:30'))
  carla.hearsYes('reply', 'Nine rooms full, eggs ordered in one go. Consider it solved.')
})

export const widow = story('The contract of a husband', customers.pilar, ({ at, day, customer: pilar, ben }) => {
  at(day(-4, '11:25'))
  pilar.calls(
    ben,
    'Her husband has died and everything is in his name',
    'Her husband died three weeks ago. Line, television and her own mobile are in his name. She has been asked for his signature twice, by others. She wants to keep the number, because his sister in Argentina has known it for forty years.',
    {
      next: day(-2, '13:00'),
      what: 'What is needed, and nothing twice',
      facts: { callback: '+34 676 209 534, her son Andrés may speak for her' },
    },
  )
  ben.notes('Please nobody asks her for a signature of his. If a form wants one, bring me the form.')
  at(day(-2, '10:50'))
  ben.calls(
    'One paper is needed, the certificate, and she has it. Her son photographs it for me. The number stays; the television can go, he was the one who watched.',
    {
      next: day(2, '11:00'),
      what: 'Everything in her name, with the number of forty years',
    },
  )
  ben.knows('Keeps', 'the number 965 780 119 and her mobile', 'Pilar said so on the phone')
  ben.knows('Ends', 'television', 'Pilar said so on the phone')
})

export const stormDamage = story(
  'After the storm',
  customers.anneliese,
  ({ at, day, after, customer: anneliese, ravi }) => {
    at(day(-8, '08:05'))
    anneliese.mails(
      'Blitz',
      'Guten Morgen, lightning has hit the pine beside the house. The pine is in two halves and your box smells. I am 74 and do not climb on anything any more.',
    )
    at(day(-8, '10:15'))
    ravi.takes()
    ravi.calls(
      'Nobody hurt. The box is dead and she must not touch it. A colleague brings a new one and looks at the socket, she need not climb.',
      { next: day(-6, '13:00'), what: 'Whether the new box runs' },
    )
    at(day(-6, '12:05'))
    ravi.proposes({
      wrong: 'The lightning went through the line into your box.',
      done: 'New box, new socket, and a surge protector before both.',
      holds: 'The lamp of the box is green and stays green, also in the rain.',
      next: day(-2, '12:00'),
      what: 'I ask how it went in the rain',
    })
    after(2)
    anneliese.isOutOfOffice('Ich bin bis Sonntag bei meiner Tochter in Kassel und lese keine Mails.')
    at(day(-2, '10:55'))
    ravi.writes('Guten Morgen, it has rained twice since. Is the lamp still green?', {
      next: day(2, '12:00'),
      what: 'I ask once more',
    })
  },
)

/** Taken over while an offer was open: the offer ended, and an introduction is owed. */
export const alarmPendant = story(
  'The alarm pendant',
  customers.bernat,
  ({ at, day, ago, dueIn, after, customer: bernat, ravi, ben, priya }) => {
    at(day(-2, '15:35'))
    bernat.calls(
      ravi,
      'The alarm pendant of his mother has no line',
      'His mother is 88 and wears a pendant that calls for help over our line. The test call failed twice since we changed her to fibre. He sleeps on her sofa until it works.',
      {
        next: dueIn('1h 30m'),
        what: 'A line on which the pendant works',
        facts: { callback: '+34 630 248 165, always', Pendant: 'Tunsa T3, needs an analogue line' },
      },
    )
    ravi.diagnoses(
      'The pendant needs an analogue signal; the new box has an analogue port, but it is switched off in her profile.',
    )
    at(ago('1h 55m'))
    ravi.offers(ben, {
      problem: 'Pendant of an 88-year-old finds no line since the change to fibre.',
      tried: 'Port is there, switched off in the profile.',
      why: 'Support switches profiles.',
      asked: 'Switch the analogue port on and test it with him.',
      told: 'That a line comes on which it works.',
    })
    at(ago('1h 20m'))
    priya.takesOver(
      'An emergency pendant does not wait for an answer to an offer. Ravi is on a roof without signal, so I take it and have the port switched on while I read this.',
    )
    after(6)
    priya.notes(
      'Port is on since two minutes. Next: the test call together with Bernat, then I introduce myself properly.',
    )
  },
)

export const businessLine = story(
  'Fleet cards',
  customers.harpreet,
  ({ at, day, ago, dueIn, customer: harpreet, ravi, carla }) => {
    at(day(-3, '10:18'))
    ravi.isNext()
    harpreet.mails(
      'Six lorries, six trackers, one is in Portugal every week',
      'Hello, the tracker of lorry 4 costs us three times the others since it crosses the border on Tuesdays. Same card, same tracker. Driver is called Sukhdev and he did nothing wrong.',
    )
    at(day(-3, '10:50'))
    ravi.takes()
    ravi.writes(
      'Hello Harpreet, Sukhdev is innocent: the card of lorry 4 has a plan for Spain only. I look for one that knows Portugal.',
      { next: dueIn('3h 15m'), what: 'A plan for lorry 4' },
    )
    at(day(-2, '12:40'))
    ravi.diagnoses('Card 4 is on Tracker ES. Tracker EU exists, but may only be sold by Plans since the spring.')
    at(ago('50m'))
    ravi.offers(carla, {
      problem: 'The tracker of one lorry costs three times the others, because it crosses the border.',
      tried: 'Compared the cards; read the plans.',
      why: 'Tracker EU is sold by Plans.',
      asked: 'Put card 4 on Tracker EU and credit the difference of last month if you can.',
      told: 'That I look for a plan that knows Portugal.',
      callback: '+34 609 624 815',
    })
  },
)

export const slowReboots = story(
  'The router that restarts',
  customers.farah,
  ({ at, day, ago, dueIn, customer: farah, ben }) => {
    at(day(-2, '13:20'))
    ben.isNext()
    farah.mails(
      'router restarts when the microwave is on',
      'Before you laugh: I filmed it. Microwave on, router off, ten seconds, router on. My flatmate says ghosts. I have an exam online on Friday and would rather not eat cold until then.',
    )
    at(day(-2, '13:55'))
    ben.takes()
    ben.calls(
      'I did not laugh. Both hang on one old strip of sockets. She moved the router to another socket: still restarts, so it is the power supply of the router that is at its end.',
      {
        next: dueIn('4h 15m'),
        what: 'A new power supply, before the exam',
      },
    )
    ben.diagnoses('Power supply of the router sags below 11 V. Needs a swap; stock and swap are with Activations.')
    at(ago('15m'))
    ben.offers(
      { team: 'Activations' },
      {
        problem: '“Microwave on, router off.” Online exam at the end of the week.',
        tried: 'Other socket, without the strip: the same.',
        why: 'Swaps go out from your shelf.',
        asked: 'Send or bring a power supply for a ZX-300 before the exam.',
        told: 'That a new one comes before the exam.',
        callback: '+34 629 604 813',
      },
    )
  },
)
