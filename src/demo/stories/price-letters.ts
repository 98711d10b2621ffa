import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Three customers have the same letter and the same bill: one cause, worked once. Each keeps their owner and promises. */
export const priceLetter = story(
  'The letter came after the price',
  customers.oskar,
  ({ at, day, dueIn, customer: oskar, ben, carla, sam }) => {
    at(day(-8, '10:02'))
    oskar.mails(
      'Price letter dated 3 weeks after the price',
      `Dear Sirs,

I hold a letter which announces a new price from the first of next month. I also hold a bill which already charges it. One of the two must be mistaken, and I suspect it is not the letter.

O. Lindgren`,
    )
    at(day(-8, '10:20'))
    ben.takes()
    at(day(-8, '11:15'))
    ben.writes(
      'Dear Mr Lindgren, you suspect rightly. The bill ran ahead of the letter by one month. I am asking for the difference back.',
      {
        next: day(-6, '12:00'),
        what: 'The difference, and when it is paid',
      },
    )
    ben.knows('Difference', '4.00 € on one bill', 'bill and letter compared')
    at(day(-6, '11:30'))
    ben.proposes({
      wrong: 'The new price was charged one month before the letter allowed it.',
      done: 'Four euros go back to your account with the next bill.',
      holds: 'You will find them there as a line of their own, named after this letter.',
    })
    at(day(-5, '20:11'))
    oskar.denies(
      'It is not solved. My neighbour has the same letter and the same bill, and so has the pharmacy. You have mended me, not the mistake.',
    )
    at(day(-4, '10:45'))
    ben.writes(
      'Dear Mr Lindgren, you are right again, and it was more than your street. Finance is counting how many bills ran ahead. I will come back with what they do for all of them, not only for you.',
      { next: dueIn('5h'), what: 'What is done for everybody with that letter' },
    )
    at(day(-3, '10:15'))
    ben.opensCause(
      'price letters',
      'Bills that ran ahead of the price letter',
      'The first run of the bills took the new price from the first of this month; the letters name the first of the next. Finance counts how many.',
    )
    at(day(-2, '16:05'))
    ben.proposesLesson('letters first', {
      what: 'Bills took a new price three weeks before the letters allowed it, and three customers had to tell us.',
      whys: [
        'Price and letters are set on two days, by two departments.',
        'Nobody holds the price back until the letters have left.',
      ],
      change: {
        type: 'request',
        department: 'Sales',
        ask: 'Please release a new price to billing only when the last letter about it has left the house.',
        owner: 'sam',
        due: day(10, '12:00'),
      },
    })
    at(day(-1, '10:40'))
    carla.supports('letters first')
    sam.comments('letters first', 'We can do that: the printer tells us when the last one is out. I would take it.')
  },
)

export const pharmacyBill = story(
  'The pharmacy’s bill',
  customers.neus,
  ({ at, day, dueIn, after, customer: neus, carla }) => {
    at(day(-3, '11:30'))
    neus.calls(
      carla,
      'New price on the bill, old price in the letter',
      'She checks every bill with a ruler, as the pharmacy has to. 4 € more than the letter says, on each of her three lines. Mr Lindgren across the street told her that she is not alone.',
      {
        next: dueIn('6h 30m'),
        what: 'How the 12 € come back',
        facts: { callback: '+34 965 771 336, the pharmacy; ask for Neus' },
      },
    )
    after(10)
    carla.seesTheCause('price letters')
  },
)

export const neighbourBill = story('The neighbour’s bill', customers.greta, ({ at, day, customer: greta, dana }) => {
  at(day(-2, '09:35'))
  greta.mails(
    'Same letter, same bill as Oskar',
    'Hej, I live below Oskar Lindgren and he says that I should write, too. My bill has the new price and my letter has not happened yet. I am in no hurry, I only like things in order.',
  )
  at(day(-2, '10:20'))
  dana.takes()
  dana.writes('Hej Greta, Oskar is right, and so are you. It is being put in order for the whole street at once.', {
    next: day(3, '12:00'),
    what: 'When the 4 € are back, and for whom else',
  })
  dana.seesTheCause('price letters')
})
