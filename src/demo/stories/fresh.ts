import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** What came while nobody was there, and nobody has claimed yet. */
export const newcomer = story(
  'No line in the new flat',
  customers.priscilla,
  ({ at, overnight, customer: priscilla }) => {
    at(overnight(0.12))
    priscilla.mails(
      'New flat, no line, first day of work tomorrow',
      'Good evening, I moved in today and there is a socket but nothing in it. I begin a new job from home and have told them that I have internet. Is there anything at all that can be done quickly? A stick, a neighbour, a prayer?\n\nPriscilla Mensah',
      {
        html: '<p>Good evening,</p><p>I moved in today and there is a socket but <b>nothing in it</b>. I begin a new job from home and have told them that I have internet.</p><p>Is there anything at all that can be done quickly? A stick, a neighbour, a prayer?</p><p>Priscilla Mensah</p>',
      },
    )
  },
)

export const nightShift = story('Bill in the shared house', customers.andrei, ({ at, overnight, customer: andrei }) => {
  at(overnight(0.35))
  andrei.mails(
    'Bill is for a man who left',
    'Hello, I live in a shared house in Oliva. The contract is on Cristian, he left in summer and took nothing but the speaker. We three want to pay but the bank says we are not Cristian. What must we do to be Cristian?',
  )
})

export const storedValue = story('Top-up twice', customers.liam, ({ at, overnight, customer: liam }) => {
  at(overnight(0.51))
  liam.mails(
    'topped up a stranger',
    'typed one digit wrong and topped up some stranger with 20 quid. is there any way back or has he had a grand evening on me',
  )
})

export const secondWord = story('TV freezes', customers.juanjo, ({ at, overnight, after, customer: juanjo }) => {
  at(overnight(0.6))
  juanjo.mails(
    'La tele se congela',
    'Hola de nuevo, the television stops every evening for some seconds, always at the goal. The neighbour shouts first and then I see why.',
  )
  after(6)
  juanjo.replies('I forgot: box and cable are from this year, and I have switched all off and on, twice.')
})

/** Somebody of a name that the desk knows, from an address that it does not. */
export const isThisHiroshi = story('From another address', customers.hiroshiAtWork, ({ at, overnight, customer }) => {
  at(overnight(0.72))
  customer.mails(
    'Second line, now on purpose',
    'Good evening, I write from my office. Some weeks ago I cancelled a second line that I had ordered by a slip of the finger. Now I would need one indeed, for the office. The finger is steady.',
  )
})

/** Like something of his that is closed: has it come back? */
export const maybeBack = story('Upload, again', customers.hamish, ({ at, overnight, customer: hamish }) => {
  at(overnight(0.84))
  hamish.mails(
    'Upload speed, still no joke',
    'New mail because I lost the old one. On Macleod-fast the drone videos flew for a week. Since Sunday upload is 38 again, day and night.',
  )
})

export const earlyBird = story('Before opening', customers.ingrid, ({ at, overnight, customer: ingrid }) => {
  at(overnight(0.93))
  ingrid.mails(
    'Number on the van',
    'God morgen, one of your vans parks before my bakery door since six and the driver is not to be found. The bread must come in. Plate ends in KLM. It is a nice van otherwise.',
  )
})

/** Calls of the last hour. */
export const justNow = story('Landline crackles', customers.ramon, ({ at, ago, dueIn, customer: ramon, ben }) => {
  at(ago('11m'))
  ramon.calls(
    ben,
    'Landline crackles when it rains',
    'It crackles when it rains and on the day after. He held the receiver into the room so that I could hear it: it does. He has time, he says, but the choir calls him on that line.',
    { next: dueIn('3h 45m'), what: 'A measurement of the wire', facts: { callback: '+34 698 310 267' } },
  )
})

export const fourthNumber = story('Fourth number', customers.noor, ({ at, ago, dueIn, customer: noor, carla }) => {
  at(ago('23m'))
  noor.calls(
    carla,
    'Fourth child, fourth number',
    'The youngest is ten on Sunday and wishes for a number of his own. She wants it in the family plan, with the same cap as the others, and a number that ends in 10.',
    {
      next: dueIn('1h 15m'),
      what: 'Three numbers that end in 10, to choose from',
      facts: { callback: '+34 675 489 016', Birthday: 'Sunday' },
    },
  )
})

export const lostInTunnel = story(
  'Calls drop in the tunnel',
  customers.aisha,
  ({ at, ago, dueIn, customer: aisha, ravi }) => {
    at(ago('34m'))
    aisha.calls(
      ravi,
      'Calls drop at the same bend every morning',
      'On the N-332, at the bend after the tunnel, every call drops, since the new mast is there. She drives it twice a day and rings her sister on the way.',
      { next: dueIn('6h 30m'), what: 'What the mast people say', facts: { callback: '+34 607 984 312' } },
    )
  },
)
