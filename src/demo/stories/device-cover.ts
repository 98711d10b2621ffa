import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Story 6 of the design: two promises kept, one of them without a result yet, and the customer confirms on the phone. */
export const deductible = story('The deductible', customers.grace, ({ at, day, after, say, customer: grace, ben }) => {
  at(day(-9, '11:32'))
  grace.calls(
    ben,
    'The deductible was taken twice for one phone',
    'Her phone went into the sea in spring. She paid the deductible of 49 € then, the replacement broke in the same week and was replaced under the same claim, and now another 49 € were taken. She has been told that each claim has its own deductible; she says that there was only one claim, and has the number.',
    {
      next: day(-7, '12:00'),
      what: 'What the claims department has on record, and the next steps',
      facts: { Claim: 'LC-77-0412', callback: '+34 617 204 986, after 16:00 or before 9:30' },
    },
  )
  ben.notes('She told it in order and with dates. I listened for twenty minutes and have nothing to ask again.')
  at(day(-8, '15:20'))
  ben.notes(
    'Claims shows two numbers: LC-77-0412 and LC-77-0588. The second was opened by the repair shop, for the same phone, without her. So she is right.',
  )
  ben.diagnoses(
    'The repair shop opened a second claim for the replacement instead of continuing the first. The deductible follows the claim number.',
  )
  at(day(-7, '09:15'))
  ben.calls(
    'Told her the exact steps: Claims joins the two numbers, Finance sees one deductible too many and pays it back to her card, that takes until the end of the week. I will call on the day whether it is there or not.',
    { next: day(-5, '17:00'), what: 'Whether the 49 € have left our account' },
  )
  at(day(-5, '16:05'))
  ben.calls(
    'As promised, though without a result: the claims are joined, Finance has not run its payments yet. She was glad that I called at all.',
    {
      next: day(-3, '17:00'),
      what: 'I call again when Finance has run',
    },
  )
  at(day(-3, '09:10'))
  ben.notes('Finance ran in the night: 49.00 € out to her card.')
  at(day(-3, '16:12'))
  ben.calls('She opened her bank while we talked. It is there.', { next: day(-2, '17:00') })
  after(2)
  ben.proposes({
    wrong: 'A second claim was opened for your replacement phone, and with it a second deductible.',
    done: 'The two claims are one again, LC-77-0412, and 49.00 € went back to your card.',
    holds: `You saw the money at your bank on ${say(day(-3, '16:12'))}. In your cover one claim is left, and next year's deductible is untouched.`,
  })
  ben.hearsYes(
    'phone',
    'It is there. I have been with other companies, Ben. Nobody ever called me to say that there is nothing yet.',
  )
  ben.closes()
  at(day(-3, '19:20'))
  grace.thanksFor('As promised, though without a result')
  grace.rates('well', 'You called when there was nothing to say yet.')
})

/** It can not be done before January: a supervisor is asked whether that is so. */
export const rollOver = story('The roll-over', customers.mei, ({ at, day, ago, dueAgo, customer: mei, carla }) => {
  at(day(-4, '13:25'))
  mei.mails(
    'Deductible roll-over not shown for next year',
    'Hello, my cover says that a year without a claim lowers the deductible of the next. I had no claim. The app shows the full 49 € for next year. I renew in January and would like to know the number before I decide.',
  )
  at(day(-4, '13:50'))
  carla.takes()
  at(day(-4, '15:30'))
  carla.writes('Hello Mei, by the book it should be 29 € for you. I will ask Claims why the app does not know it.', {
    next: day(-2, '15:00'),
    what: 'What Claims says about your year',
  })
  carla.knows('Claims this year', 'none', 'read in Claims')
  at(day(-2, '14:20'))
  carla.writes(
    'Hello Mei, Claims agrees that your year is clean. They are setting the number by hand now; I will come back to you as soon as I have seen it myself.',
    {
      next: dueAgo('1h 30m'),
      what: 'Your number for next year, seen with my own eyes',
    },
  )
  carla.notes(
    'Claims returned it without moving: “needs the January file”. The January file does not exist before January.',
  )
  at(ago('55m'))
  carla.asksWhetherItCannotBeFixed(
    'The app takes the number from a file of the insurer, which is there in January and not a day sooner.',
    'You get the 29 € in writing from Claims, and can decide on that before you renew.',
  )
})

export const stolenPhone = story('Stolen phone', customers.siobhan, ({ at, day, customer: siobhan, dana }) => {
  at(day(-24, '10:10'))
  siobhan.calls(
    dana,
    'Phone stolen on the tram, needs the number blocked',
    'Stolen an hour ago between Benidorm and Altea. She wants the SIM dead first and everything else later. Calling from a friend.',
    {
      next: day(-24, '12:00'),
      what: 'That the SIM is blocked',
      facts: { callback: '+34 684 027 316 is the stolen one; use 965 844 019' },
    },
  )
  at(day(-24, '10:24'))
  dana.calls(
    'SIM and phone have been blocked since 10:19, nothing was used. She is on her way to the police and will send me the paper.',
    {
      next: day(-22, '13:00'),
      what: 'What the cover pays',
      asks: ['The police report'],
    },
  )
  at(day(-23, '09:31'))
  siobhan.replies('Report attached, they stamped it three times. The officer also has Litoral and says hello.', {
    files: [
      {
        name: 'denuncia-0931.txt',
        content: 'Denuncia 2207/A\nUn teléfono móvil sustraído en el TRAM.\n',
        type: 'text/plain',
      },
    ],
  })
  at(day(-23, '11:40'))
  dana.writes('Thank you, and hello to the officer. The report is with Claims; my promise for the other day stands.', {
    keeps: 'answers',
  })
  at(day(-22, '10:45'))
  dana.proposes({
    wrong: 'Your phone was stolen, with the SIM in it.',
    done: 'The cover pays for a new one, which waits for you in the shop in Altea with a SIM of your old number.',
    holds: 'Put it in and call somebody: they will see your number.',
  })
  at(day(-21, '17:44'))
  siobhan.replies('Called my mother. She saw my number and asked where I had been. Solved!')
  at(day(-20, '09:20'))
  dana.hearsYes('reply', 'She saw my number and asked where I had been. Solved!')
  dana.closes()
})

export const blurryCamera = story(
  'Blurry after the repair',
  customers.yusuf,
  ({ at, day, customer: yusuf, dana, olu }) => {
    at(day(-3, '16:45'))
    yusuf.mails(
      'Glass is new but camera makes fog',
      'Good day, you repaired the glass of my phone, thank you, it is very nice glass. But the camera now makes everything like in the hamam. I sell spices online and need pictures.',
    )
    at(day(-2, '09:25'))
    dana.takes()
    dana.writes(
      'Good day Yusuf, that sounds like a film left on the lens, or like dust below it. I will ask Repair which, and whether they can see you without a week of waiting.',
      {
        next: day(2, '11:00'),
        what: 'A day on which Repair looks at it while you wait',
      },
    )
    dana.knows('Repair', 'REP-5519, glass replaced', 'in Repair')
    at(day(-2, '11:10'))
    olu.notes(
      'No film in that model. It is the ring of glue around the lens, it gasses out when it is closed too early. Twenty minutes of work; I could do it myself if he comes to Dénia.',
    )
    dana.asks(
      olu,
      'Please name a day on which you open the lens while Yusuf waits: he sells spices by pictures and can not be without it.',
      day(-1, '13:00'),
    )
  },
)
