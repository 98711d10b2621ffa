import { customers } from '../customers.ts'
import { story } from '../script.ts'

export const roaming = story(
  'Roaming on the ferry',
  customers.fatima,
  ({ at, day, ago, dueIn, customer: fatima, ben }) => {
    at(day(-5, '17:42'))
    fatima.mails(
      '212 euros for sleeping on a boat',
      'I took the night ferry to Nador and slept. My telephone did not sleep, it spoke with a satellite of the ship. 212.40 €. I did not know that a ship has its own network, nobody on the ship knew either, I asked the captain.',
    )
    at(day(-4, '09:50'))
    ben.takes()
    ben.calls(
      'She was in a hurry and still laughed about the captain. No call, no picture, only the phone looking for updates. I am asking whether we can treat it as unwanted.',
      {
        next: day(-2, '12:00'),
        what: 'Whether the 212 € can go',
      },
    )
    ben.knows('Used', '14 MB on maritime network, 01:10 to 05:40', 'in the traffic record')
    at(day(-2, '11:20'))
    ben.moves(
      dueIn('45m'),
      'Hello Fatima Zahra, I have a yes for most of it and want a yes for all of it. The roaming desk meets once more; I would rather come with the whole than with a part.',
    )
    at(ago('1h 10m'))
    ben.grants(
      'refund',
      212.4,
      'She slept, and the phone looked for updates on the network of a ship that nobody names on board.',
    )
  },
)

/** Denied within the last hours: an answer is due. */
export const smsCodes = story(
  'Codes that do not arrive',
  customers.viktor,
  ({ at, day, ago, customer: viktor, ben }) => {
    at(day(-5, '12:22'))
    viktor.mails(
      'SMS codes from my bank never arrive',
      'Everything else arrives: my mother, the dentist, adverts. Only the code of the bank does not. The bank says it is you. You will say it is the bank.',
    )
    at(day(-5, '13:00'))
    ben.takes()
    ben.writes(
      'Hello Viktor, before I say anything I will look. Can you ask for a code once more today, so that I see where it ends?',
      {
        next: day(-4, '13:00'),
        what: 'Where the code ends',
        asks: ['Ask for one code, and tell me the minute'],
      },
    )
    at(day(-4, '11:05'))
    ben.diagnoses(
      'The code reaches us and is dropped by the advert filter: the bank sends from a new short number, 50012.',
    )
    ben.proposes({
      wrong: 'It was us. Our filter for adverts took the new number of your bank for one.',
      done: 'I have put 50012 on the list of those who may pass.',
      holds: 'Ask for a code now; it should come within seconds.',
      next: day(1, '13:00'),
      what: 'I ask whether the codes come',
    })
    at(ago('1h 30m'))
    viktor.denies(
      'One code came on the first day. Since then none, three tries. And my mother has stopped too, which is quieter but not what I wanted.',
    )
  },
)

export const voicemailGreeting = story('The wrong greeting', customers.maja, ({ at, day, customer: maja, ben }) => {
  at(day(-20, '11:11'))
  maja.mails(
    'My voicemail is a man called Enrique',
    'When people call me and I do not answer, a man says that he is Enrique and will call back. I am not Enrique. He never calls back either.',
  )
  at(day(-20, '11:50'))
  ben.takes()
  ben.proposes({
    wrong: 'Your number belonged to an Enrique until last year, and his greeting stayed in the machine.',
    done: 'I erased it. You have the plain greeting now and can speak your own under 123.',
    holds: 'Call yourself from another phone and let it ring.',
    next: day(-16, '13:00'),
    what: 'I ask whether Enrique is gone',
  })
  at(day(-16, '11:00'))
  ben.calls('Rang out, and then the plain greeting came: no Enrique. Left a word.', { outcome: 'voicemail' })
  ben.writes('Hello Maja, I called and heard no Enrique any more. Is it all right for you too?', {
    next: day(-12, '13:00'),
    what: 'I ask once more',
  })
  at(day(-12, '10:30'))
  ben.writes(
    'Hello Maja, once more and then I leave you in peace: if Enrique returns, answer to this mail and it is mine again.',
    { next: day(-8, '13:00') },
  )
  at(day(-8, '11:20'))
  ben.closes()
})

export const scamCalls = story(
  'The voice from the bank',
  customers.mercedes,
  ({ at, day, dueIn, after, voiceOf, customer: mercedes, ben }) => {
    at(day(-6, '11:17'))
    mercedes.calls(
      ben,
      'Calls in the night from somebody who says he is the bank',
      'She is 81 and lives alone. For two weeks a man has been calling at eleven at night; he wants her card number, for her own safety. She gave him nothing; she taught mathematics. But she does not sleep.',
      {
        next: day(-6, '15:00'),
        what: 'That the man is stopped',
        facts: { callback: '+34 965 780 452, let it ring long' },
      },
    )
    at(day(-6, '15:40'))
    ben.calls(
      'Forty minutes late; the filter team had to be found. Her line lets only numbers through from ten to eight now that are in her list. We made the list together: daughter, doctor, neighbour, parish.',
      {
        next: day(-4, '12:00'),
        what: 'How the nights were',
      },
    )
    ben.knows('Night list', 'Inés, Dr. Soler, Vicenta, the parish', 'Mercedes read it from her booklet')
    at(day(-4, '11:30'))
    ben.calls('She slept. He called at 19:30 instead, she told him the sum of the first hundred numbers and hung up.', {
      next: day(1, '11:30'),
      what: 'How the week was',
    })
    ben.writes(
      'Dear Mercedes, here is your night list in writing, as we made it: Inés, Dr. Soler, Vicenta, the parish. If you want to change it, call me or let somebody write for you.',
      { keeps: 'nothing' },
    )
    at(day(-3, '13:05'))
    voiceOf(customers.daughter).replies(
      'Good day, I am her daughter and she forwarded me your mail. Could you put my new number on the night list? +34 622 004 518. She would never ask for it herself.',
    )
    after(30)
    ben.calls('Asked Mercedes herself before touching the list: yes, the number is of her Inés. Added.', {
      keeps: 'answers',
    })
    ben.promises('The list, printed in large letters, in her post box', dueIn('7h'))
  },
)

export const unmarried = story(
  'Name after the wedding',
  customers.jeanBaptiste,
  ({ at, day, ago, customer: jb, carla, dana }) => {
    at(day(-5, '10:15'))
    carla.isNext()
    jb.mails(
      'Contract in my wife’s old name',
      'Bonjour, we married in spring and my wife has a new passport. Your contract has her old name, the bank has the new one, and so your debit bounces with an elegant regularity.',
    )
    at(day(-5, '10:55'))
    carla.takes()
    carla.writes(
      'Bonjour, félicitations. For the new name I need one page of the new passport; meanwhile I stop the debit, so that nothing bounces.',
      {
        next: day(-3, '13:00'),
        what: 'That the debit is stopped, and what is missing',
        asks: ['The page of the passport with the name'],
      },
    )
    at(day(-3, '11:40'))
    carla.writes(
      'Bonjour, the debit rests. The page has not come yet; there is no hurry, nothing is charged until then.',
      {
        next: day(2, '12:00'),
        what: 'I look whether the page has come',
      },
    )
    at(day(-2, '10:20'))
    carla.diagnoses('A change of name with a running debit mandate needs a new mandate, not only a new name.')
    at(ago('7h'))
    carla.offers(dana, {
      problem: 'Contract in her old name, bank in the new one.',
      tried: 'Stopped the debit.',
      why: 'You have done the mandates after the merger.',
      asked: 'New name and new mandate in one go.',
      told: 'That a page of the passport is missing.',
      callback: '+34 697 065 283',
    })
    at(ago('6h 20m'))
    dana.declines(
      'missing_information',
      'Whose account is debited after the change, his or hers? Without that I would make the mandate twice.',
    )
  },
)
