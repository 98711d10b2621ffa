import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** Story 1 of the design: offered to a senior technician who never answers, and the customer hears in time all the same. */
export const seniorTechnician = story(
  'The senior technician',
  customers.elena,
  ({ at, day, ago, dueIn, customer: elena, ben, ravi }) => {
    at(day(-4, '16:45'))
    ben.isNext()
    elena.mails(
      'Slow every evening from eight',
      'Hello! In the day the internet is perfect. At eight in the evening it becomes slow like snow, at eleven it is perfect again. I teach piano online exactly from eight to ten. My pupils in Plovdiv hear me two bars late.',
    )
    at(day(-3, '09:35'))
    ben.takes()
    at(day(-3, '10:20'))
    ben.calls(
      'She measured by herself, five evenings, with times. Her cable and her box are fine. I believe that the street is full in the evening, and will look at the cabinet.',
      {
        next: day(-2, '15:00'),
        what: 'What the cabinet shows',
      },
    )
    ben.knows('callback', '+34 600 732 418, not between 20:00 and 22:00', 'Elena said so on the phone')
    at(day(-2, '14:10'))
    ben.writes(
      'Hello Elena, the cabinet in your street is at its limit from eight on, just as you said. Whether there is another port to move you to, our senior technician must see. I will tell you what he says.',
      {
        next: dueIn('45m'),
        what: 'Whether there is a port to move you to',
      },
    )
    ben.diagnoses(
      'Cabinet AL-14 is oversubscribed from 20:00 to 23:00: 41 lines on 32 ports of capacity. Her own line is clean.',
    )
    at(ago('3h 20m'))
    ben.offers(ravi, {
      problem: '“At eight in the evening it becomes slow like snow.” She teaches piano online at that hour.',
      tried:
        'Measured with her for five evenings; line, cable and router are clean. Lowered the noise margin: no change.',
      why: 'You know cabinet AL-14 and may move ports.',
      asked: 'Find her a port, or say when there will be one.',
      told: 'That the cabinet is full in the evening and that a technician looks for a port.',
      callback: '+34 600 732 418',
    })
    at(ago('2h 15m'))
    ben.notes(
      'No answer from Ravi within the hour. It is mine as before; I am going through the port list with the depot instead.',
    )
    at(ago('35m'))
    ben.writes(
      `Hello Elena, I promised you a word about the port. The honest one: there is none free this week. One neighbour moves out on the first, and I have put your name on his port. Until then I can give your line priority between eight and ten, which should be enough for a piano. It is on from tonight.`,
      { next: day(1, '11:00'), what: 'How your evening was, and whether the priority is enough' },
    )
  },
)

/** The alarm rang, a supervisor answered it, and the promise is still owed. */
export const coolingUnit = story(
  'The cooling unit',
  customers.jonas,
  ({ at, day, dueAgo, ago, after, customer: jonas, carla, priya, sam }) => {
    at(day(-7, '19:50'))
    jonas.mails(
      'Cooling unit alarms every night, third callout',
      `Your SIM sits in the alarm of my cold store. Every night between two and three it loses the line, the unit thinks that it is on fire or whatever it thinks, and my phone rings. Three nights, three drives from bed to farm, 11 km. The meat is fine. I am not.

J. Weber, Hofladen Weber`,
    )
    at(day(-6, '09:20'))
    carla.takes()
    carla.calls(
      'He sounds as tired as he writes. Asked him for the model of the unit and whether he can leave it a night without the alarm: he can not, the insurance wants it.',
      {
        next: day(-4, '11:00'),
        what: 'Why the SIM loses the line at night',
      },
    )
    carla.knows('Alarm unit', 'Kältewerk K-40, SIM 8934 0714', 'read off the unit by Jonas')
    carla.knows('callback', '+34 633 271 940, day and night', 'Jonas said so on the phone')
    at(day(-4, '11:40'))
    carla.calls(
      'Forty minutes late, and I said so. The SIM moves to another mast when ours is serviced at 02:10; the unit gives up after 30 seconds and needs 50. I have asked for a SIM that stays.',
      {
        next: dueAgo('2h'),
        what: 'The new SIM at the farm, before market day',
      },
    )
    carla.diagnoses(
      'At 02:10 mast Pego-2 restarts, the SIM roams to Oliva-1 and needs 50 s; the unit raises its alarm after 30 s.',
    )
    at(day(-2, '12:30'))
    sam.notes(
      'I met Jonas at the market. Saturday is his big day: 400 kg in that store. Two more nights like this and he hires a guard. He did not ask me for anything.',
    )
    at(ago('1h 50m'))
    priya.acknowledges()
    priya.notes('Answered. Carla, where is the SIM now? If the courier has it I will drive and fetch it.')
    after(12)
    carla.notes('At the depot in Gandia, it missed the van. I am on the phone with them.')
  },
)

export const roadworks = story(
  'Cut by the roadworks',
  customers.ingrid,
  ({ at, day, after, customer: ingrid, ben, olu, priya }) => {
    at(day(-18, '10:31'))
    ingrid.calls(
      ben,
      'No internet since the digger came',
      'A digger has been in the street since nine, and she has had no line since a quarter past. She can see the orange cable from her balcony, both ends of it.',
      { next: day(-18, '15:00'), what: 'When it is spliced', facts: { callback: '+34 606 719 538' } },
    )
    at(day(-18, '11:40'))
    olu.raises({
      impact: '60 houses have no line, two of them with an alarm pendant.',
      tried: 'Our splicer could be there at four, but stands at the yacht club until six.',
      needed: 'Somebody who decides that the houses go first.',
    })
    at(day(-18, '11:52'))
    priya.acknowledges()
    at(day(-18, '13:05'))
    ben.calls(
      'The splicer is there at 16:00. Two hours of work, 60 houses, she is among the first because she saw both ends.',
      {
        next: day(-17, '10:00'),
        what: 'Whether it has held overnight',
      },
    )
    at(day(-18, '13:20'))
    priya.tellsOutcome('The splicer leaves the yacht club at half past three. The yachts know, and agree.')
    priya.standsDown('The houses went first. Ingrid knows when, and so does whoever asked for it.')
    at(day(-17, '09:15'))
    ben.proposes({
      wrong: 'The cable of your street was cut by the roadworks.',
      done: 'It was spliced yesterday at 18:20, and a plate lies over it now.',
      holds: 'Your line has been up all night without an error.',
    })
    at(day(-17, '11:52'))
    ingrid.replies('Up and fast, and the digger driver waved to me today. Solved from my side, tusen takk.')
    after(20)
    ben.hearsYes('reply', 'Up and fast. Solved from my side, tusen takk.')
    ben.closes()
  },
)

export const cardTerminal = story('The card terminal', customers.duc, ({ at, day, dueAgo, customer: duc, ravi }) => {
  at(day(-2, '11:02'))
  duc.mails(
    'Card terminal offline since the new line',
    'Good morning, since your technician changed the line on Monday our card terminal does not connect. Half of my guests have no cash. They promise to come back and pay and they are nice people but not all of them come back.',
  )
  at(day(-2, '11:25'))
  ravi.takes()
  ravi.writes(
    'Good morning, the terminal wants a fixed address and the new line gives it another one each day. I am ordering a fixed one for you; it needs a night to become active.',
    {
      next: dueAgo('5h'),
      what: 'The fixed address, and the terminal online',
    },
  )
  ravi.knows('Terminal', 'Paytek P2, needs a fixed IP', 'Đức read the message on its screen')
})

/** Taken over while an offer was open: the offer ended, and an introduction is owed. */
export const alarmPendant = story(
  'The alarm pendant',
  customers.bernat,
  ({ at, day, ago, dueIn, after, customer: bernat, ravi, ben, priya, olu }) => {
    at(day(-2, '15:35'))
    bernat.calls(
      ravi,
      'The alarm pendant of his mother has no line',
      'His mother is 88 and wears a pendant that calls for help over our line. The test call failed twice since we changed her to fibre. He sleeps on her sofa until it works.',
      {
        next: dueIn('1h 30m'),
        what: 'A line on which the pendant works',
        facts: { callback: '+34 630 248 165, always', Pendant: 'Tunsa T3, needs an analogue line' },
      },
    )
    ravi.diagnoses(
      'The pendant needs an analogue signal; the new box has an analogue port, but it is switched off in her profile.',
    )
    at(ago('1h 55m'))
    ravi.offers(ben, {
      problem: 'Pendant of an 88-year-old finds no line since the change to fibre.',
      tried: 'Port is there, switched off in the profile.',
      why: 'Support switches profiles.',
      asked: 'Switch the analogue port on and test it with him.',
      told: 'That a line comes on which it works.',
    })
    at(ago('1h 20m'))
    priya.takesOver(
      'An emergency pendant does not wait for an answer to an offer. Ravi is on a roof without signal, so I take it and have the port switched on while I read this.',
    )
    after(6)
    priya.notes(
      'The port has been on for two minutes. Next: the test call together with Bernat, then I will introduce myself properly.',
    )
    priya.asks(
      olu,
      'You are in Oliva today: please ring at her door and press the pendant once with her, so that she hears it work.',
      dueIn('2h 30m'),
    )
    after(6)
    olu.takesOnByLink()
    after(13)
    olu.saysByLink('She has made coffee first. The base has a green light; we press in a minute.')
  },
)
