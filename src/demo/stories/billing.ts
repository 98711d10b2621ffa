import { customers } from '../customers.ts'
import { story } from '../script.ts'

export const invoiceInFrench = story(
  'Invoice in French',
  customers.leila,
  ({ at, day, ago, dueIn, customer: leila, carla, ben }) => {
    at(day(-2, '11:40'))
    carla.isNext()
    leila.mails(
      'Invoice in French, please',
      `Bonjour,

My accountant sits in Perpignan and sends every invoice of yours back to me: she needs them in French, with the word TVA and not IVA. I have translated the last four by hand, with a pencil. Is there a switch somewhere?

Leila Haddad
Atelier Haddad`,
    )
    at(day(-2, '12:10'))
    carla.takes()
    carla.writes(
      'Bonjour Leila, please put the pencil away. There is no switch that I can see, but there are French templates for our lines in Andorra. I will find out whether yours may use them.',
      { next: dueIn('4h'), what: 'Whether the French templates work for you' },
    )
    carla.knows('Accountant', 'Mme Roig, Perpignan', 'from her mail')
    at(ago('45m'))
    carla.diagnoses(
      'The invoice language hangs on the billing group, not on the account. Moving her to group AD-FR gives French invoices; only Support may move a group.',
    )
    at(ago('20m'))
    carla.offers(ben, {
      problem: '“She needs them in French, with the word TVA and not IVA.”',
      tried: 'Language of the account: changes the website only. Asked Finance: they take group AD-FR.',
      why: 'Support moves billing groups, and you wrote the Andorra ones.',
      asked: 'Move her to AD-FR and send the last four invoices again.',
      told: 'That French templates exist, and that I find out whether she may have them.',
    })
  },
)

export const taxNumber = story(
  'No tax number on the invoices',
  customers.tomas,
  ({ at, day, customer: tomas, ben }) => {
    at(day(-4, '12:05'))
    tomas.calls(
      ben,
      'Our NIF is missing on three invoices',
      'He runs the bar with his sister. The tax office sent three of our invoices back because the NIF of the bar is not on them. He needs them before the quarter ends and has no time to write mails.',
      {
        next: day(-3, '13:00'),
        what: 'The three invoices again, with the NIF',
        facts: { NIF: 'B-53 117 642', callback: '+34 639 117 642, not at lunch' },
      },
    )
    at(day(-3, '12:10'))
    ben.proposes({
      wrong: 'The NIF stood in the notes of the account, not in its tax field, so the printer left it out.',
      done: 'I moved it to where it belongs and issued the three invoices again, with the same numbers and dates.',
      holds: 'They are in your customer area now, and the preview of the next one carries the NIF too.',
    })
    at(day(-2, '19:20'))
    tomas.confirms()
    at(day(-1, '09:20'))
    ben.notes('Confirmed on his page. I want to see the real invoice once before I close.')
  },
)

/** Moved twice; then the customer lights the Lighthouse, which rings on the second rung. */
export const beforePayday = story(
  'Debited before payday',
  customers.nadia,
  ({ at, day, minutesAgo, customer: nadia, dana }) => {
    at(day(-6, '18:20'))
    nadia.mails(
      'you took the money on the 26th instead of the 1st',
      'Hello. Since I moved to the new tariff you debit on the 26th. My salary comes on the 28th. The bank charged me 35 € because of two days. I asked in the shop and they said it is the system. Who is the system?',
    )
    at(day(-5, '09:40'))
    dana.takes()
    dana.writes(
      'Hello Nadia, I am the person who asks the system. The date came with the new tariff and nobody told you, which was wrong. I am asking Finance to set it back to the 1st and to pay the 35 €.',
      { next: day(-3, '12:00'), what: 'What Finance says about the date and the 35 €' },
    )
    dana.knows('Bank fee', '35.00 € on the 26th', 'from her mail')
    at(day(-3, '10:15'))
    dana.moves(
      day(-1, '14:00'),
      'Hello Nadia, the date is back on the 1st. For the 35 € Finance wants to see the line on your statement; I told them that your word is enough and they are thinking. So the second half will take me a little longer.',
    )
    at(day(-1, '09:20'))
    dana.moves(
      day(1, '11:00'),
      'Good morning Nadia, neither a yes nor a no from Finance yet. I have taken it to the head of the department. I know that this is the second time that I ask you to wait.',
    )
    // By day or by night: the first rung has an hour, so it is the second that is called.
    at(minutesAgo(75))
    nadia.raises(
      'The bank has booked the next 35 € this morning, since the first 35 € are still missing. I am in the red because of you.',
      'The 35 € on my account now. Who is right can be found out afterwards.',
    )
  },
)

export const depositBack = story(
  'Deposit back',
  customers.chiara,
  ({ at, day, after, customer: chiara, carla, ben, priya }) => {
    at(day(-38, '10:25'))
    chiara.calls(
      carla,
      'Deposit of the old router never came back',
      'She gave the router back in the shop in spring, has the paper with a stamp, and never saw the 60 € again. She is not angry, she says, she just sells ice cream and knows what 60 € are.',
      {
        next: day(-36, '12:00'),
        what: 'Where the 60 € are',
        facts: { Receipt: 'R-20417, stamped in the shop in Dénia' },
      },
    )
    at(day(-36, '11:05'))
    carla.proposes({
      wrong: 'The shop booked the router in, but on a customer with nearly your name in Calp.',
      done: 'The return is on your account now and the 60 € left ours today.',
      holds: 'Banks take two days. If it is not there on the third, it is mine again.',
    })
    at(day(-36, '11:40'))
    carla.proposesLesson('three dates', {
      what: 'A deposit lay on the account of a stranger for half a year, and she had to ask for it.',
      whys: [
        'The shop booked the return by name, and two names were alike.',
        'Whoever asks for a deposit is told that it is on its way, and not where it is.',
      ],
      change: {
        type: 'macro',
        name: 'Your deposit, in three dates',
        body: 'Your deposit left you on …, came to us on …, and goes out on …. If one of the three is wrong, tell me which.',
      },
    })
    ben.supports('three dates')
    at(day(-35, '10:30'))
    priya.adopts('three dates', 45)
    at(day(-34, '09:50'))
    chiara.replies('Arrived this morning! Come by for a pistachio one.')
    after(35)
    carla.hearsYes('reply', 'Arrived this morning!')
    carla.closes()
  },
)

export const paidTwice = story('Paid twice', customers.kwame, ({ at, day, customer: kwame, ben }) => {
  at(day(-7, '13:30'))
  kwame.mails(
    'Paid the bill two times by mistake',
    'Good afternoon, I paid 48.20 in your app and my wife paid the same 48.20 at the bank because we do not talk enough. Can you keep one for next month or send it back? Either is okay.',
  )
  at(day(-7, '14:05'))
  ben.takes()
  at(day(-7, '15:10'))
  ben.writes(
    'Good afternoon Kwame, I can see the one from the app. The one from the bank needs a day to reach us. Then it goes whichever way you like best.',
    {
      next: day(-5, '16:00'),
      what: 'Whether the second payment has come in',
      asks: ['Keep it for next month, or send it back?'],
    },
  )
  at(day(-5, '15:20'))
  ben.proposes({
    wrong: 'Two payments of 48.20 € for one bill.',
    done: 'The second one came in yesterday. As I have not heard which way you prefer, I keep it for the next bill; a word from you and it goes back instead.',
    holds: 'Your account shows 48.20 € in your favour.',
    next: day(-2, '16:00'),
    what: 'I ask once more which way it should go',
  })
  at(day(-2, '12:00'))
  ben.writes(
    'Hello Kwame, just making sure that this reached you: your 48.20 € wait for the next bill. Is that all right for you both?',
    {
      next: day(1, '12:00'),
      what: 'I ask a last time',
    },
  )
})
