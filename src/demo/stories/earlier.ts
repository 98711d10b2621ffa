import type { KindName, PersonName } from '../company.ts'
import { earlierCustomers } from '../customers.ts'
import { ofKind, type Story, story } from '../script.ts'

/** How it went: solved at once; looked into first; a promise was broken; nobody said a word for days; it was not solved at first. */
type Course = 'at once' | 'looked into' | 'late' | 'silent' | 'not at first'

type Earlier = {
  /** So many working days ago. */
  ago: number
  wall: string
  customer: keyof typeof earlierCustomers
  who: PersonName
  kind: KindName
  subject: string
  told: string
  wrong: string
  done: string
  holds: string
  course: Course
}

const earlier = (
  [ago, wall, customer, who, kind]: [number, string, Earlier['customer'], PersonName, KindName],
  [subject, told]: [string, string],
  [wrong, done, holds]: [string, string, string],
  course: Course = 'at once',
): Earlier => ({ ago, wall, customer, who, kind, subject, told, wrong, done, holds, course })

/** The desk's ordinary weeks before all the others: most calls are solved, and each in the customer's own words. */
const calls: readonly Earlier[] = [
  earlier(
    [54, '10:10', 'adela', 'ben', 'Internet at home'],
    ['No net since the painter was here', 'The box is dark. The painter says he touched nothing.'],
    [
      'The plug of the box sat loose behind the new shelf.',
      'We put it back together on the phone.',
      'All lamps are green.',
    ],
  ),
  earlier(
    [53, '11:30', 'bruno', 'carla', 'Plans and contracts'],
    ['Wants the small plan', 'His son has moved out, and nobody streams any more.'],
    ['The plan was larger than needed.', 'The small one is in force from the first.', 'The next bill is 19 euros.'],
  ),
  earlier(
    [52, '12:05', 'celine', 'ben', 'Bills'],
    ['A bill for a line that she gave up', 'She cancelled in July and has the letter.'],
    ['The end of the line had not reached the billing.', 'The bill is cancelled.', 'Your balance is zero.'],
    'looked into',
  ),
  earlier(
    [50, '10:20', 'darko', 'dana', 'Mobile'],
    ['No data in Andorra', 'It worked in France, and stopped at the border.'],
    ['Andorra is not in the plan.', 'A day of it is booked, as you wished.', 'Your phone shows the network.'],
  ),
  earlier(
    [49, '13:15', 'elvira', 'ravi', 'New lines'],
    ['When does the technician come', 'She has waited since eight, and works from eleven on.'],
    ['The visit stood in the plan for the next day.', 'He comes at nine, and calls before.', 'You have his number.'],
    'late',
  ),
  earlier(
    [48, '10:45', 'florin', 'ben', 'Internet at home'],
    ['The net drops when it rains', 'Three times this week, each time in the rain.'],
    ['Water stood in the box at the wall.', 'It was sealed on Thursday.', 'It held through the storm of the night.'],
    'looked into',
  ),
  earlier(
    [47, '11:50', 'gemma', 'carla', 'Bills'],
    ['Direct debit from the wrong account', 'The old account is closed, and the bank asks for a fee.'],
    ['The new account was noted for another line.', 'It stands for both now.', 'The debit of the fifth went through.'],
  ),
  earlier(
    [46, '12:40', 'hassan', 'dana', 'Plans and contracts'],
    ['Name of the shop on the contract', 'The shop is a company now, and the tax office wants its name.'],
    ['The contract was in your own name.', 'It is in that of the company.', 'The new contract is in your documents.'],
    'looked into',
  ),
  earlier(
    [45, '10:30', 'iria', 'ben', 'Phones and cover'],
    ['Cracked glass, what now', 'It fell on the stairs. She has cover, and no idea how.'],
    ['The glass is covered.', 'A bag for the phone is in the post.', 'The repair takes three days.'],
  ),
  earlier(
    [43, '11:15', 'jordi', 'ravi', 'New lines'],
    ['The order stands still', 'Ordered two weeks ago. The page says "in progress" each day.'],
    ['The house number was missing.', 'It is in, and the date is set.', 'The technician comes on Tuesday at ten.'],
    'silent',
  ),
  earlier(
    [42, '13:05', 'katya', 'ben', 'Internet at home'],
    ['Slow in the back room', 'In the kitchen it flies, in the back room it creeps.'],
    ['The walls are of stone.', 'A second box is in the post.', 'With it you have 200 in the back room.'],
  ),
  earlier(
    [41, '10:55', 'lluis', 'carla', 'Bills'],
    ['Twelve calls to a number he does not know', 'They are all at night, when he sleeps.'],
    [
      'It is the alarm of the boat, which reports itself.',
      'The alarm has a plan of its own now.',
      'The twelve calls are off the bill.',
    ],
  ),
  earlier(
    [40, '12:25', 'mireia', 'dana', 'Mobile'],
    ['New SIM does not start', 'It says "SIM not provisioned" since Saturday.'],
    ['The old SIM was still the valid one.', 'The new one is switched on.', 'You called me with it.'],
  ),
  earlier(
    [39, '11:40', 'nils', 'ben', 'Internet at home'],
    ['The television stutters', 'Every evening, and always when the news begins.'],
    ['The television sat on the guests’ network.', 'It is on your own.', 'The news ran through.'],
    'not at first',
  ),
  earlier(
    [38, '10:15', 'olga', 'carla', 'Plans and contracts'],
    ['Out of the contract for a move abroad', 'She moves to Porto, and there is no line of ours.'],
    ['The contract ran until May.', 'It ends with the month, without a fee.', 'You have it in writing.'],
    'looked into',
  ),
  earlier(
    [37, '13:20', 'pau', 'ravi', 'New lines'],
    ['The socket is in the wrong room', 'It was to be in the study, and is in the hall.'],
    ['The plan was drawn the other way round.', 'The technician has moved it.', 'It is in the study.'],
    'late',
  ),
  earlier(
    [36, '10:35', 'quim', 'ben', 'Internet at home'],
    ['Password of the network', 'The grandchildren come tomorrow, and nobody knows it.'],
    ['It stands below the box.', 'You have read it to me.', 'The tablet is in.'],
  ),
  earlier(
    [35, '12:10', 'renate', 'dana', 'Bills'],
    ['What is "other services"', 'Four euros each month, since the spring.'],
    [
      'A ring tone that was ordered by a click.',
      'It is cancelled, and the four euros of each month come back.',
      'It is gone from the next bill.',
    ],
  ),
  earlier(
    [34, '11:00', 'sofia', 'carla', 'Plans and contracts'],
    ['A plan for her mother', 'Only calls, no net, and large letters on the bill.'],
    ['We have one for that.', 'It begins on Monday.', 'The bill comes in large letters.'],
    'looked into',
  ),
  earlier(
    [33, '13:30', 'taavi', 'ben', 'Mobile'],
    ['Calls end after a minute', 'Each call, and always after a minute.'],
    [
      'The phone changed to a network that it does not know.',
      'That is switched off in the phone.',
      'We have talked for six minutes.',
    ],
  ),
  earlier(
    [31, '10:25', 'ursula', 'ravi', 'New lines'],
    ['Keep the number of thirty years', 'She will not give it up, and the order says a new one.'],
    ['The order had forgotten the old number.', 'It comes with you.', 'Both lines ring until then.'],
    'silent',
  ),
  earlier(
    [30, '11:35', 'vicent', 'ben', 'Internet at home'],
    ['Box is warm and loud', 'One hears it in the bedroom.'],
    ['The fan of that box wears out.', 'A quiet one is in the post.', 'You do not hear it, you say.'],
  ),
  earlier(
    [29, '12:50', 'wanda', 'carla', 'Bills'],
    ['Bill by post again', 'She does not want to look for it in an app.'],
    ['It was changed with the new contract.', 'It comes by post, free of charge.', 'The last one is on its way.'],
  ),
  earlier(
    [28, '10:05', 'xavi', 'dana', 'Phones and cover'],
    ['Cover for a second phone', 'He has one for the boat now.'],
    ['The cover knew only the first one.', 'Both are in it.', 'You have the letter.'],
  ),
  earlier(
    [27, '11:20', 'yara', 'ben', 'Internet at home'],
    ['No net at the stall', 'The market is on, and the terminal says no.'],
    ['The stick had used up its month.', 'It has more, from now on.', 'The first card went through.'],
    'looked into',
  ),
  earlier(
    [26, '13:10', 'zoran', 'carla', 'Plans and contracts'],
    ['Two people, one contract', 'They have parted, and each wants their own line.'],
    ['Both lines were on one name.', 'Each has a contract.', 'The bills come apart from the first.'],
    'looked into',
  ),
  earlier(
    [25, '10:50', 'amparo', 'ravi', 'New lines'],
    ['Line for the summer house', 'From May to September, and nobody there in winter.'],
    ['A year was the shortest that the page offers.', 'The line rests in winter.', 'It stands in the contract.'],
  ),
  earlier(
    [24, '12:35', 'boris', 'dana', 'Mobile'],
    ['Number on the list of a call centre', 'They call at lunch, each day.'],
    [
      'The number stood in an old directory.',
      'It is out, and on the list of those who are not called.',
      'Nobody has called since.',
    ],
    'not at first',
  ),
  earlier(
    [23, '11:10', 'carme', 'ben', 'Internet at home'],
    ['Cable cut by the gardener', 'He is very sorry. The net is off.'],
    ['The cable to the house was cut.', 'It is mended, and lies deeper.', 'You are online.'],
    'looked into',
  ),
  earlier(
    [21, '10:40', 'dolors', 'carla', 'Bills'],
    ['Price went up without a letter', 'Two euros more, and she reads all her letters.'],
    [
      'The letter went to the old address.',
      'The old price stands until the new letter is there.',
      'The two euros come back.',
    ],
  ),
  earlier(
    [20, '12:15', 'enric', 'ben', 'Phones and cover'],
    ['Battery empty by noon', 'The phone is a year old and leads a quiet life.'],
    ['The battery is worn out before its time.', 'You get a new one in the shop, covered.', 'It lasted the day.'],
  ),
  earlier(
    [18, '13:00', 'frida', 'dana', 'Plans and contracts'],
    ['Student plan until when', 'She has her degree and does not want to cheat.'],
    [
      'The plan runs until the end of the year.',
      'Then the young people’s one follows, for two euros more.',
      'The letter about it is in your documents.',
    ],
  ),
]

/** Each a story of one call, told by the same few steps. */
function tell({ ago, wall, customer, who, kind, subject, told, wrong, done, holds, course }: Earlier): Story {
  const person = earlierCustomers[customer]
  return ofKind(kind)(
    story(subject, person, telling => {
      const { at, day, after, customer: caller } = telling
      const owner = telling[who]
      const solution = { wrong, done, holds }
      at(day(-ago, wall))
      if (course === 'at once') {
        caller.calls(owner, subject, told)
        after(12)
        owner.proposes(solution)
        owner.hearsYes('phone', 'Yes, that is it. Thank you.')
        owner.closes()
        return
      }
      if (course === 'not at first') {
        caller.calls(owner, subject, told)
        owner.proposes(solution)
        owner.hearsNo('No, it is as before.')
        after(50)
      } else {
        const days = course === 'silent' ? 5 : 1
        const due = day(days - ago, course === 'late' ? '10:00' : '14:00')
        caller.calls(owner, subject, told, { next: due, what: 'What I have found' })
        at(day(days - ago, '12:30'))
      }
      owner.proposes(solution)
      after(20)
      owner.hearsYes('phone', 'Now it is right.')
      owner.closes()
    }),
  )
}

export const stories: readonly Story[] = calls.map(tell)
