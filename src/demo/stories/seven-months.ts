import { customers } from '../customers.ts'
import { story } from '../script.ts'

/**
 * Story 3 of the design: a wrong charge returns each month, until somebody looks for the cause instead of the credit. The
 * watch has caught the second of its two months: the alarm rings, and he has yet to hear it from us.
 */
export const sevenMonthBill = story(
  'The seven-month bill',
  customers.henrik,
  ({ at, monthsAgo, after, month, date, dueIn, ago, customer: henrik, carla, priya }) => {
    at(monthsAgo(7, '10:05'))
    henrik.mails(
      'A TV package that nobody here ordered',
      `Good day. On the bill of the café there is "TV Total Bar, 39.90". We have no television. We have a piano. Please remove.

Henrik Solberg, Café Solberg`,
    )
    after(40)
    carla.takes()
    carla.writes(
      'Good day Henrik, a piano is the better choice. The package was added on the day when you renewed your line; I am taking it off, and you get the 39.90 € back.',
      {
        next: monthsAgo(7, '13:00', 1),
        what: 'That it is off, and the money on its way',
      },
    )
    at(monthsAgo(7, '11:20', 1))
    carla.proposes({
      wrong: 'TV Total Bar was added to your line at the renewal, without your asking.',
      done: 'I removed it and credited 39.90 €.',
      holds: 'The next bill shows your line alone.',
    })
    at(monthsAgo(7, '09:35', 2))
    henrik.confirms()
    henrik.rates('well')
    after(55)
    carla.closes()

    at(monthsAgo(6, '08:50'))
    henrik.replies('It is back, 39.90 again. The bill came with the bread this morning. Did I do something wrong?')
    at(monthsAgo(6, '10:15'))
    carla.writes(
      'You did nothing wrong, Henrik. The package was off in our shop system and on in billing; I have now removed it in both, and credited this month too.',
      {
        next: monthsAgo(6, '15:00', 1),
        what: 'What billing shows after the night run',
      },
    )
    carla.knows('Credited', '2 × 39.90 €', 'in billing')
    at(monthsAgo(6, '12:40', 1))
    carla.proposes({
      wrong: 'Billing kept its own copy of the package.',
      done: 'The copy is removed, and the second 39.90 € are credited.',
      holds: 'I have read the draft of the coming bill: line only, 29.50 €.',
    })
    at(monthsAgo(6, '18:02', 1))
    henrik.confirms()
    at(monthsAgo(6, '09:10', 2))
    carla.closes()

    at(monthsAgo(4, '09:22'))
    henrik.replies(
      `Two good months, and now 39.90 again. I keep the bills in the piano stool, there are five of them. My wife says I should leave you. I would rather know why.`,
    )
    at(monthsAgo(4, '09:41'))
    priya.acknowledges()
    priya.calls(
      'I told him that it is our alarm now and not his patience. He was calm. He wants to know why, more than he wants the money.',
      { next: monthsAgo(4, '16:00', 2), what: 'Why it comes back' },
    )
    priya.notes(
      'Carla, no more credits before we know the cause. What happened in both months when it returned? Look at the date, not at the amount.',
    )
    at(monthsAgo(4, '15:30', 1))
    carla.diagnoses(
      'It returns in each month after a price change of the tariff: the renewal template still contains TV Total Bar and is applied again to everyone who renewed in that week. 31 lines are on it.',
    )
    at(monthsAgo(4, '11:05', 2))
    carla.calls(
      'Told him the cause: a template, not his line. 31 others have it too. He wants to know that they are told, too.',
      {
        next: monthsAgo(3, '17:00', 2),
        what: `I read the bill of ${month(3)} before it leaves`,
      },
    )
    carla.knows('Cause', 'Renewal template R-7 contains TV Total Bar', 'read in the template, with IT')
    at(monthsAgo(4, '16:20', 4))
    carla.notes(
      'IT has taken the package out of template R-7. The 31 lines are cleaned. The next price change is in two months: that is the day to watch.',
    )
    at(monthsAgo(3, '10:30', 1))
    carla.writes(
      `Good morning Henrik, I have your bill of ${month(3)} before you have it: 29.50 €, no television. There was no price change this month though, so this proves little.`,
      {
        next: monthsAgo(2, '17:00', 2),
        what: `I read the bill of ${month(2)}, the month with a price change`,
      },
    )
    at(monthsAgo(3, '12:15', 2))
    henrik.writesOnPage('Thanks for saying it as it is.')
    at(monthsAgo(3, '12:50', 2))
    carla.writes('Of course. Until next month, then.', { keeps: 'answers' })
    at(monthsAgo(2, '11:45', 1))
    carla.calls(
      `The price changed on ${date(monthsAgo(2, '09:00'))} and the package stayed away. Read him the bill line by line. He wants to see two more before he says that it is over, and I agree.`,
      {
        next: monthsAgo(2, '17:00', 3),
        what: 'What it was, in writing, and the two dates on which I look',
      },
    )
    at(monthsAgo(2, '12:10', 1))
    priya.standsDown(
      'Cause found and removed for 31 customers. Henrik was told on the phone and agrees to two more months of watching. Carla keeps it.',
    )
    at(monthsAgo(2, '10:20', 2))
    carla.proposes({
      wrong: 'A template of ours put TV Total Bar on your line after each change of price.',
      done: 'The template is clean, and so are the 31 lines that had it.',
      holds: 'Two more bills without it. I read both before they leave, and you hear from me each time.',
      watch: [
        { due: monthsAgo(1, '17:00', 2), what: `I read the bill of ${month(1)} before it leaves` },
        { due: dueIn('3h'), what: `I read the bill of ${month(0)} before it leaves` },
      ],
    })
    at(monthsAgo(2, '18:12', 2))
    henrik.confirms()
    henrik.rates('partly', 'Carla looks after me well. It should not have taken her five months.')
    at(monthsAgo(1, '10:20', 2))
    carla.writes(`Hello Henrik, ${month(1)}: 29.50 €. One more to go.`)
    at(monthsAgo(1, '13:08', 2))
    henrik.replies('One more. I have tuned the piano in the meantime.')
    after(25)
    carla.writes('Good. I will write when the bill is there.', { keeps: 'answers' })
    at(ago('40m'))
    carla.findsItBack(`The draft for ${month(0)} has TV Total Bar on it again, 39.90 €.`)
    after(4)
    carla.notes(
      'There was a price change this week, by hand, outside of the template. He does not know yet; he hears it from us and not from the bill, today. Whoever answers: I need the person who changed it.',
    )
  },
)

export const comesBackEachSummer = story(
  'It was solved, and came back',
  customers.wei,
  ({ at, day, ago, dueIn, after, customer: wei, dana }) => {
    at(day(-31, '12:20'))
    wei.calls(
      dana,
      'Card machine loses the line at closing time',
      'The bazaar closes at nine in the evening and just then the card machine says "no line", with people waiting. In the daytime it works. He has written the times on a receipt.',
      {
        next: day(-29, '13:00'),
        what: 'What the line did in those evenings',
        facts: { Times: '21:04, 20:58, 21:10', callback: '+34 665 481 253, not after 20:00' },
      },
    )
    at(day(-29, '11:10'))
    dana.diagnoses('The router restarts each evening at 21:00: an update timer that never finds its update.')
    dana.proposes({
      wrong: 'Your router looked for an update at nine each evening and restarted itself.',
      done: 'I gave it the update by hand and set the timer to four in the morning.',
      holds: 'It has run for a day without a restart, also at nine.',
    })
    at(day(-27, '10:00'))
    dana.calls(
      'All three evenings were good. He says thank you, and that I must come and see the fans, they are on offer.',
      { next: day(-26, '12:00') },
    )
    dana.hearsYes('phone', 'Three good evenings. It is solved.')
    dana.closes()
    at(day(-2, '13:15'))
    wei.replies('Hello Miss Dana, yesterday 21:00 again no line. Also the day before. I did not touch the box.')
    at(day(-2, '14:05'))
    dana.calls(
      'It is the same time again. Asked him to read me the label: the router was swapped by a technician last week, for another fault of the street. So the old timer is back with the new box.',
      {
        next: dueIn('6h'),
        what: 'The timer of the new box set, and one evening watched',
      },
    )
    after(9)
    dana.knows('Router', 'ZX-310, swapped last week', 'read off the label by Li Wei')
    at(ago('50m'))
    dana.notes('Timer set. I will look at the line from home at nine tonight, it takes two minutes.')
  },
)
