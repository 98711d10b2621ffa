import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Handed over, and the receiver's first due time is still ahead. */
export const surfSchool = story(
  'Wifi on the beach',
  customers.mateus,
  ({ at, day, after, customer: mateus, ben, ravi }) => {
    at(day(-6, '10:48'))
    ben.isNext()
    mateus.mails(
      'wifi in our hut, 40 m from the road',
      'Hey, we rent boards from a hut on the sand. Your man said the cable ends at the road and the sand is not his. People want to pay by card and I run to the road with the machine, wet. Any idea is welcome.',
    )
    at(day(-6, '11:30'))
    ben.takes()
    ben.writes(
      'Hey Mateus, the sand belongs to the coast authority, so no trench. But 40 m is nothing for a radio bridge, if the kiosk at the road lets us use its wall. I will find out which of us builds such things.',
      { next: day(-4, '13:00'), what: 'Who builds it' },
    )
    at(day(-5, '15:20'))
    ben.diagnoses(
      'No trench across the beach. A radio bridge from the wall of the kiosk reaches the hut: 40 m, free sight.',
    )
    ben.offers(ravi, {
      problem: '“I run to the road with the machine, wet.” A hut on the sand, 40 m from our last socket.',
      tried: 'Asked the coast authority about a trench: no.',
      why: 'You built the bridge at the sailing club.',
      asked: 'Talk to the kiosk, and mount it.',
      told: 'That a radio bridge can do it.',
      callback: '+34 618 352 097',
    })
    after(22)
    ravi.accepts(
      'Card payments in a hut, 40 m of sand, one kiosk with a wall.',
      'Talk to the kiosk and name the day on which I mount it.',
      day(3, '12:00'),
    )
    after(14)
    ben.introduces(
      'Hey Mateus, Ravi Singh from Activations has built the same for the sailing club. He will talk to the kiosk and name you the day. Say hello to him, he surfs.',
    )
    after(9)
    ravi.greets('Hey Mateus, badly but gladly. I am at the kiosk this week, before the coffee gets cold.')
    at(day(-3, '12:15'))
    ravi.calls(
      'The kiosk says yes, for a coffee a day. The two antennas are ordered; the mounting waits for a day with less than 30 knots.',
      { keeps: 'nothing' },
    )
    ravi.knows('Wall', 'Kiosk Paco, Mateus pays one coffee a day', 'agreed with Paco')
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
