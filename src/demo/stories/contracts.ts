import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Met, and at the receiver's first due time nothing had moved. She is ill today: the giver looks after it. */
export const leaving = story(
  'Two lines, one too many',
  customers.karim,
  ({ at, day, ago, dueAgo, after, customer: karim, carla, dana, priya }) => {
    at(day(-6, '13:15'))
    carla.isNext()
    karim.mails(
      'I want to leave with one line and stay with the other',
      'As-salamu alaykum. My taxi has a line and my home has a line. The taxi is sold. I tried to end its line in the app and the app wanted to end both. I pressed no. Please end only the taxi.',
    )
    at(day(-6, '13:50'))
    carla.takes()
    carla.writes('Wa alaykumu s-salam, it was right to press no. I will see how to part them.', {
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
      'Hello Karim, Dana Kim will split your contract in two and end the one of the taxi. The line at home stays as it is. She will say hello herself in a moment.',
    )
    after(12)
    dana.greets('Hello Karim, I am at it. Nothing happens to your line at home, I have marked it twice.')
    at(ago('25m'))
    priya.hearsThatIll('dana', day(2, '08:30'), 'carla')
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
  ({ at, day, month, customer: thandiwe, dana }) => {
    at(day(-3, '10:50'))
    thandiwe.mails(
      'Student discount fell off',
      `Hi! My discount is gone since ${month(1)}. I am still a student, I promise, I have the exams to prove it (and the bags under the eyes).`,
    )
    at(day(-3, '11:30'))
    dana.takes()
    dana.proposes({
      wrong:
        'The discount ends every year unless the card is shown again, and our reminder went to an address of your old school.',
      done: 'I have put it back for this year and changed the address.',
      holds: `The next bill says −30 %, and the share of ${month(1)} is on it.`,
    })
    at(day(-2, '17:12'))
    thandiwe.confirms()
  },
)

export const widow = story('The contract of a husband', customers.pilar, ({ at, day, customer: pilar, ben, sam }) => {
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
  at(day(-2, '15:30'))
  sam.thanks(
    'ben',
    'One paper is needed',
    'I know her from the market. She told everybody that one of ours had listened.',
  )
})
