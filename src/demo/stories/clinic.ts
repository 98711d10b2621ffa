import { customers } from '../customers.ts'
import { story } from '../script.ts'

/** A long one: fourteen lines, an accountant who joins, an out-of-office, and a colleague who takes a call. */
export const fourteenLines = story(
  'The clinic’s fourteen lines',
  customers.marta,
  ({ at, day, ago, dueIn, after, voiceOf, customer: marta, carla, dana, sam }) => {
    const iwona = voiceOf(customers.accountant)
    at(day(-16, '10:10'))
    marta.mails(
      'Contract of the clinic ends, 14 lines, what now?',
      `Good morning,

our contract ends next month. We have fourteen lines; I use four, the doctors use six, and nobody can tell me who uses the others. I do not want to sign for fourteen again because it is easier.

Marta Kowalczyk
Administration, Clínica Marina`,
    )
    at(day(-16, '10:40'))
    carla.takes()
    carla.calls(
      'She wants to see first which lines speak at all. Agreed: I read the traffic of three months, she walks through the house with a list.',
      {
        next: day(-14, '13:00'),
        what: 'Three months of traffic for each line',
      },
    )
    carla.knows('callback', '+34 965 762 208, ask for Marta', 'Marta said so on the phone')
    at(day(-14, '11:30'))
    carla.writes(
      'Good morning Marta, ten of the fourteen have spoken in three months. The silent four are 2211, 2214, 2217 and 2230. Do not cut them yet: alarm lines are silent too, and that is their job.',
      { next: day(-11, '13:00'), what: 'What your walk through the house found' },
    )
    at(day(-14, '13:05'))
    marta.replies(
      `I walked. 2211 is the fax of Dr. Soler, who retired. 2214 is the lift!! 2217 is a socket behind the X-ray. 2230 I can not find, not even the caretaker can.

List attached.`,
      {
        files: [
          {
            name: 'lines.csv',
            content:
              'line;where;who\n2201;reception;all\n2202;reception;all\n2211;room 4;Dr. Soler (retired)\n2214;lift;lift\n2217;X-ray;?\n2230;?;?\n',
            type: 'text/csv',
          },
        ],
      },
    )
    at(day(-14, '14:10'))
    carla.writes('Then the lift stays, by law. I will have 2230 rung from here, so that somebody hears it.', {
      keeps: 'answers',
    })
    at(day(-13, '10:05'))
    carla.notes(
      'Rang 2230 for a minute, twice. Nobody picked up, but it is answered by a modem after 40 seconds. An alarm or a heating.',
    )
    at(day(-13, '12:15'))
    marta.writesOnPage(
      'It rings in the cellar!! Behind the boiler. It is the heating, it calls its factory when it is ill.',
    )
    after(48)
    carla.writes('Then the heating may keep its telephone. So two lines can go: 2211 and 2217. I calculate twelve.', {
      keeps: 'answers',
    })
    carla.knows('Lines to keep', '12: all but 2211 and 2217', 'walked through by Marta, rung by Carla')
    at(day(-11, '11:20'))
    carla.writes(
      'Good morning Marta, twelve lines on the new plan are 214 € a month; today you pay 266 €. The lift and the heating go on a tariff of their own that nobody can cut by accident.',
      {
        next: day(-9, '13:00'),
        what: 'Your questions on the offer',
        asks: ['Whether 24 months are all right for the house'],
      },
    )
    after(1)
    marta.isOutOfOffice(
      'I am at a training until tomorrow and read my mail in the evening. In urgent cases call the reception.',
    )
    at(day(-10, '19:40'))
    marta.replies('24 months is long. The owner of the house may sell. What if?')
    at(day(-9, '10:15'))
    carla.calls(
      'If the house is sold the contract can move with the practice or end, with three months of notice. She wants that in writing, not from me but in the contract.',
      {
        next: day(-7, '13:00'),
        what: 'The sentence about a sale, in the contract',
      },
    )
    carla.diagnoses(
      'Standard contract has no exit on sale of premises. Legal has a clause for doctors since last year, L-22.',
    )
    at(day(-7, '12:10'))
    carla.writes(
      'Hello Marta, it is in: paragraph 7, "on sale of the premises". Please read it with your accountant before anybody signs.',
      {
        next: day(-4, '13:00'),
        what: 'What your accountant says',
      },
    )
    at(day(-6, '09:55'))
    iwona.replies(
      'Good morning, I keep the books of the clinic; Ms Kowalczyk sent me your offer. In paragraph 3 the price "may be adapted to the index". Which index, and is there a ceiling? I. Kaczmarek',
    )
    at(day(-6, '11:05'))
    carla.notes(
      'Mail of an accountant, by the right thread but from an address that we do not know. Asked Marta on the phone before I talk figures with her.',
    )
    carla.calls(
      'Yes, Iwona is their accountant and may read everything. Told Marta the answer too: consumer price index, ceiling 3 %.',
      { keeps: 'answers' },
    )
    carla.knows('Accountant', 'Iwona Kaczmarek, may read everything', 'Marta said so on the phone')
    at(day(-5, '14:20'))
    dana.answers(
      'Marta called and Carla was in a meeting. She asks whether the phones themselves stay. I told her that this is Carla’s, that they stay as far as I know, and that Carla calls.',
    )
    at(day(-5, '15:45'))
    carla.calls('The phones stay, all twelve. Reception gets two new ones, because of the buttons.', {
      keeps: 'answers',
    })
    at(day(-4, '11:30'))
    carla.writes('Hello Marta, this is the version with the ceiling in it. From my side it is complete.', {
      next: dueIn('25m'),
      what: 'Whether the house signs, and the day of the change',
    })
    sam.notes(
      'If they sign this week they get the two phones for the reception for free; I have kept them aside. No hurry from my side, just so you know.',
    )
    at(day(-2, '16:20'))
    marta.replies(
      'The doctors have read it, all three. One asks if his number can stay the same when he changes rooms.',
    )
    after(12)
    carla.writes('It can, the number follows the doctor and not the room.', { keeps: 'answers' })
    at(ago('2h 5m'))
    carla.notes(
      'Contract is back, signed on two of three pages. The third is missing. I will call before the time I promised.',
    )
  },
)
