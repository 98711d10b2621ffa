import { customers } from '../customers.ts'
import { story } from '../script.ts'

export const dataCap = story('A cap for the children', customers.noor, ({ at, day, customer: noor, dana }) => {
  at(day(-16, '12:30'))
  noor.calls(
    dana,
    'Children use up all data by the 10th',
    'Three children on one family plan. The eldest watches football for all of them. She wants a cap for each, and an SMS before it ends rather than after.',
    { next: day(-15, '13:00'), what: 'Caps for each of the three', facts: { callback: '+34 675 489 016' } },
  )
  at(day(-15, '10:40'))
  dana.proposes({
    wrong: 'The family plan had one cap for everybody.',
    done: 'Each number has 6 GB now, with an SMS at 80 %.',
    holds: 'In the app you see three bars instead of one, and you can shift between them.',
  })
  at(day(-14, '20:51'))
  noor.replies('The eldest has complained, so it works. Perfect, thank you.')
  at(day(-13, '09:15'))
  dana.hearsYes('reply', 'The eldest has complained, so it works.')
  dana.closes()
})

/** Offered, and withdrawn when it turned out that nobody else was needed. */
export const boatRouter = story(
  'Router on a boat',
  customers.aroha,
  ({ at, day, ago, after, customer: aroha, ravi, carla }) => {
    at(day(-4, '11:55'))
    ravi.isNext()
    aroha.mails(
      '5G router goes deaf beyond the lighthouse',
      'Kia ora, we charter three boats. On two of them your router is brilliant until about 4 nm out, on the third (same router, same mast) it drops at the harbour mouth. Guests with laptops get grumpy, and then I get grumpy.',
    )
    at(day(-4, '12:30'))
    ravi.takes()
    ravi.calls(
      'She has swapped the routers between the boats already: the fault stays with the boat. So it is something on that boat, or the plan of that SIM.',
      {
        next: day(-2, '16:00'),
        what: 'What differs between the three SIMs',
      },
    )
    at(day(-2, '14:25'))
    ravi.writes(
      'Kia ora Aroha, the third SIM is on another plan, one that stays on one band. That fits. I am having it changed.',
      {
        next: day(1, '10:30'),
        what: 'The third SIM on the plan of the other two',
      },
    )
    ravi.diagnoses('SIM 3 is on Data L Basic: one band only. SIMs 1 and 2 are on Data L Sea.')
    at(ago('4h 10m'))
    ravi.offers(carla, {
      problem: 'Same router, three boats, and the third drops at the harbour mouth.',
      tried: 'She swapped routers; I compared the SIMs. The third has another plan.',
      why: 'Plans are yours.',
      asked: 'Change SIM 3 to Data L Sea.',
      told: 'That the plan will be changed.',
      callback: '+34 686 932 547',
    })
    after(11)
    ravi.withdraws()
    ravi.notes('Found the button myself, so Carla need not. SIM 3 changes over tonight.')
  },
)

/** Accepted, and no greeting within the limit: it fell through, and is the giver's as before. */
export const dataPool = story(
  'Data pool for the yachts',
  customers.dmitri,
  ({ at, day, ago, after, customer: dmitri, carla, ravi }) => {
    at(day(-5, '15:33'))
    dmitri.calls(
      carla,
      'Twelve SIMs that should share one pool of data',
      'He cares for twelve yachts whose owners are away. In each is a SIM for the bilge alarm that uses nothing, and one that uses everything when the owner comes. He wants one pool and one bill.',
      {
        next: day(-3, '16:00'),
        what: 'What a pool for twelve costs',
        facts: { callback: '+34 610 527 834, engine noise before noon' },
      },
    )
    at(day(-3, '14:50'))
    carla.writes(
      'Good afternoon Dmitri, a pool of 100 GB for twelve is 84 € a month, less than what you pay now. I am preparing it.',
      {
        next: day(1, '15:00'),
        what: 'The pool, ready to switch on',
      },
    )
    carla.promises('The first bill of the pool, read before it leaves', day(14, '12:00'))
    at(day(-2, '11:10'))
    carla.diagnoses('Pool contract is ready; the twelve SIMs must be moved into it in one night, by Activations.')
    at(ago('6h 40m'))
    carla.offers(ravi, {
      problem: '“One pool and one bill” for twelve SIMs on twelve yachts.',
      tried: 'Contract is prepared and agreed: 100 GB, 84 €.',
      why: 'The move of the SIMs is a night job of yours.',
      asked: 'Move the twelve in one night and tell him which.',
      told: 'That it is being prepared.',
    })
    after(25)
    ravi.accepts(
      'Twelve SIMs into one pool, in one night, bilge alarms must not notice.',
      'Name the night.',
      day(2, '11:00'),
    )
    at(ago('1h 45m'))
    carla.notes(
      'I was on the farm case all day and never introduced Ravi. My miss. It is still mine; I will call Dmitri first and offer again.',
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
      'Hello Harpreet, Sukhdev is innocent: the card of lorry 4 has a plan for Spain only. I will look for one that knows Portugal.',
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

export const esim = story('eSIM for the watch', customers.emeka, ({ at, day, customer: emeka, ravi }) => {
  at(day(-4, '14:25'))
  emeka.mails(
    'eSIM on my watch',
    'Watch says "plan added", network says who are you. Been on your page, read the article, done the dance with the QR code.',
  )
  at(day(-4, '15:05'))
  ravi.takes()
  ravi.writes(
    'Hello Emeka, you did everything right. Your plan has no second device in it yet, that is all. May I add it? It is 5 € a month.',
    { next: day(-2, '13:00'), what: 'Your answer, and the watch online', asks: ['Yes or no to 5 € a month'] },
  )
  at(day(-3, '11:58'))
  emeka.replies('Yes please')
  at(day(-3, '12:20'))
  ravi.proposes({
    wrong: 'The plan had no second device.',
    done: 'Added. The watch must be restarted once.',
    holds: 'Leave the phone at home and call somebody.',
  })
})
