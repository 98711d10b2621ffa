import { customers } from '../customers.ts'
import { story } from '../script.ts'

export const webmailPassword = story('Webmail password', customers.eilidh, ({ at, day, customer: eilidh, ben }) => {
  at(day(-15, '09:25'))
  eilidh.calls(
    ben,
    'Cannot get into her webmail',
    'She has three notebooks with passwords and none of them fits. Needs the tickets for her flight, which are in there.',
    { next: day(-15, '12:00'), what: 'A way in', facts: { callback: '+34 687 756 401' } },
  )
  at(day(-15, '09:48'))
  ben.proposes({
    wrong: 'The password was changed in the spring, on the tablet of a grandchild.',
    done: 'You have a new one, which only you have seen.',
    holds: 'You opened the tickets while we were on the phone.',
  })
  ben.hearsYes('phone', 'I have the tickets. And a fourth notebook.')
  ben.closes()
})

export const remoteControl = story('Remote control', customers.ramon, ({ at, day, customer: ramon, ben }) => {
  at(day(-22, '16:20'))
  ramon.mails(
    'El comandament',
    'Bona tarda, the remote control of the television does everything except louder. My wife is content. I am not.',
  )
  at(day(-21, '09:50'))
  ben.takes()
  ben.proposes({
    wrong: 'The button for louder is worn out.',
    done: 'A new remote control is in the post, with my regards to your wife.',
    holds: 'It works when the match begins.',
  })
  at(day(-18, '22:58'))
  ramon.replies('Arrived, works, we won 2–1, the neighbours know too.')
  at(day(-17, '09:30'))
  ben.hearsYes('reply', 'Arrived, works.')
  ben.closes()
})

export const uploadSlow = story('Slow upload', customers.hamish, ({ at, day, customer: hamish, ben }) => {
  at(day(-17, '12:44'))
  hamish.mails(
    'upload speed is a joke',
    'Downloading fine. Uploading my drone videos takes the night. 600 sold, 38 delivered.',
  )
  at(day(-17, '13:20'))
  ben.takes()
  ben.writes(
    'Hello Hamish, 38 is no joke that I would make. Could you measure once by cable, with everything else off?',
    { next: day(-15, '13:00'), what: 'What your measurement says', asks: ['One measurement by cable'] },
  )
  at(day(-15, '11:10'))
  ben.writes(
    'Hello Hamish, I measured from here meanwhile: the line carries 590 up to your box. So it is between the box and the computer.',
    { next: day(-14, '13:00'), what: 'What I would change' },
  )
  at(day(-14, '10:40'))
  ben.proposes({
    wrong: 'Your computer talks to the box on the crowded 2.4 GHz band.',
    done: 'I have switched the 5 GHz band on and given it a name of its own, "Macleod-fast".',
    holds: 'From there the upload should be in the hundreds.',
    next: day(-10, '13:00'),
    what: 'I ask whether it flies',
  })
  at(day(-10, '10:20'))
  ben.calls('Left a word: whether the videos go up in an evening now.', { outcome: 'voicemail' })
  ben.writes('Hello Hamish, how are the videos?', { next: day(-6, '13:00'), what: 'I ask a last time' })
  at(day(-6, '11:05'))
  ben.writes(
    'Hello Hamish, I do not want to nag: if the upload is not what you pay for, one line from you and I will go on.',
    { next: day(-2, '13:00') },
  )
  at(day(-2, '11:40'))
  ben.closes()
  at(day(-2, '19:05'))
  hamish.rates('badly', 'Four words of yours whether it flies, and nobody came to measure at my wall.')
})

/** Every address failed: closed as unreachable. */
export const nobodyAtThatAddress = story(
  'Nobody at that address',
  customers.zeynep,
  ({ at, day, after, customer: zeynep, dana }) => {
    at(day(-19, '14:12'))
    zeynep.mails('fatura', 'Merhaba, please send the bill of the summer flat again, I move and close this mail soon.')
    at(day(-18, '09:10'))
    dana.takes()
    dana.proposes({
      wrong: 'The bill of the summer flat was missing.',
      done: 'It is attached to your customer area, and the last of it is paid.',
      holds: 'Nothing is open on the flat any more.',
      next: day(-14, '12:00'),
      what: 'I ask whether you have it',
    })
    at(day(-14, '10:00'))
    dana.writes('Merhaba Zeynep, did you find the bill?', { next: day(-10, '12:00'), what: 'I ask once more' })
    at(day(-10, '09:40'))
    dana.writes('Merhaba Zeynep, I try once more, in case you still read this address.', { next: day(-6, '12:00') })
    // Her mail server has tried for days before it gave up.
    at(day(-6, '09:05'))
    zeynep.bounces()
    after(6)
    dana.notes('That address is gone, as she said, and we have no number of hers. Nothing is owed on the flat.')
    dana.closes()
  },
)

export const oldBill = story('A bill from last year', customers.juanjo, ({ at, day, customer: juanjo, carla }) => {
  at(day(-11, '16:05'))
  juanjo.mails('factura de marzo', 'Hola, I need the bill of March of last year for the tax. Your app ends in May.')
  at(day(-11, '16:30'))
  carla.takes()
  carla.proposes({
    wrong: 'The app shows eighteen months and no more.',
    done: 'I have put March, and the whole of last year, into your documents as one file.',
    holds: 'It opens with the last four digits of your NIF.',
  })
  at(day(-10, '12:12'))
  juanjo.confirms()
  juanjo.rates('well')
  at(day(-10, '12:40'))
  carla.closes()
})
