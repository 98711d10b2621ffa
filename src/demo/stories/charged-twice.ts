import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Handed over by an introduction, and the receiver's first promise is still ahead. */
export const chargedTwice = story(
  'Charged twice',
  customers.ana,
  ({ at, day, ago, dueIn, after, say, month, customer: ana, ben, carla }) => {
    at(day(-10, '09:12'))
    ben.isNext()
    ana.mails(
      `Charged twice for the second line, every month since ${month(5)}`,
      `It has happened again. I was told in ${month(5)} that this would not come back, and it has, every month. I have explained it five times to five people. Please, can somebody stay with it until it stops?

Ana Ruiz
Ruiz Ceramics`,
    )
    at(day(-10, '09:40'))
    ben.takes()
    at(day(-10, '10:40'))
    ben.calls(
      'Fourteen minutes. She has all five dates and amounts in a notebook. I told her that a credit is not a cure, and that I want to see first why the charge comes back.',
      { next: day(-7, '12:00'), what: 'What billing says about the migration' },
    )
    ben.knows('Account', '88-204-117', 'from her bill')
    ben.knows('callback', '+34 600 118 204, mornings', 'Ana said so on the phone')
    ben.knows('Credited', '5 × 14.90 €', 'in billing')
    at(day(-7, '10:30'))
    ben.calls(
      'Told her what I have: saved her plan again yesterday, the preview of the next bill shows the fee all the same. So it is not the plan. I will look one level below it.',
      { next: day(-5, '12:00'), what: 'Who can take it out for good' },
    )
    at(day(-6, '16:05'))
    ben.diagnoses(
      "The old bundle still holds the second line, so billing re-creates the fee at each cycle. I can credit but not detach the bundle; Carla's team can.",
    )
    ben.offers(carla, {
      problem: '“Can somebody stay with it until it stops?” Line 2 is charged twice, 14.90 € each month.',
      tried: 'Five credits, one for each month. Plan saved again twice. Neither touches the bundle.',
      why: 'You have rights on bundles, and you have detached the 2019 ones before.',
      asked: 'Take line 2 out of “Duo 2019”, then watch two bills with her.',
      told: 'That a credit is not a cure, and that whoever can detach it will be introduced to her.',
    })
    after(26)
    carla.accepts(
      'Her second line hangs in a bundle that we stopped selling, and the bundle bills it again. She has told it five times; she should not tell me.',
      'Detach line 2 from Duo 2019, and read the preview of the next bill myself.',
      dueIn('2h'),
    )
    at(day(-5, '11:02'))
    ben.introduces(`Hello Ana,

I said that I would find the person who can take this out for good. She is Carla Nunes, from Plans; I have told her everything, with your five dates. She will take the second line out of the old bundle, and you will hear from her by ${say(dueIn('2h'))}. Until you two have spoken I stay with it.

Ben`)
    at(day(-5, '11:09'))
    carla.greets(`Hello Ana,

Ben has told me everything, so you need not. I am taking the second line out of the old bundle, and I will look at your next two bills myself, before they reach you.

Carla`)
    at(day(-5, '12:20'))
    ana.replies('Thank you. I will believe it when I see the next bill, but thank you.')
    after(14)
    carla.writes(
      'That is fair. I will send you the preview of it, so that you can see it before I ask you to believe anything.',
      {
        keeps: 'answers',
      },
    )
    carla.knows('Bundle', '“Duo 2019”', 'read in billing')
    at(ago('3h 40m'))
    carla.notes(
      'Billing has taken line 2 out of Duo 2019. The preview shows one fee. I am waiting for the second run before I write.',
    )
  },
)
