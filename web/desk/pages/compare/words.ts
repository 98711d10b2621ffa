import type { ComparedShare } from '../../../../src/contract/answers.ts'
import { amount, days, length, many, percent } from './numbers.ts'

type Way = NonNullable<ComparedShare['difference']>['reads']

/** How many of a hundred cases more or fewer, as an interval: "3 to 9". */
const between = (low: number, high: number): string => {
  const [least, most] = [low, high].map(share => amount(Math.abs(share) * 100)).sort((a, b) => Number(a) - Number(b))
  return least === most ? `about ${least}` : `between ${least} and ${most}`
}

const fewer = (low: number, high: number): string => `${between(low, high)} fewer of 100 cases`
const more = (low: number, high: number): string => `${between(low, high)} more of 100 cases`

/** What the page that lays another desk beside this one says. */
export const words = {
  title: 'Before and after',
  crumb: 'Measures',
  lead: 'How customers were treated at the desk that you had before, beside how they are treated here: counted by the same definitions, with the same code.',

  choose: {
    heading: 'What did your old desk do?',
    how: 'Export its event log, and let Baton read it. That happens on your own machine; nothing is sent anywhere:',
    command: 'baton audit LOG.csv --json > audit.json',
    label: 'The file that came out of it',
    hint: 'Or drop it anywhere in this frame. It is compared, and not kept.',
    example: 'See how it looks with an example',
    drop: 'Drop it here',
  },
  chosen: {
    label: 'The two desks, side by side',
    again: 'Choose another file',
    print: 'Print this page',
    span: 'Which issues of this desk?',
    from: 'Opened from',
    to: 'until, that day included',
    spanHint: 'Without days: those of the last twelve months.',
    wrongSpan: { detail: 'That time ends before it begins.', remedy: 'Choose a day that comes after the first one.' },
    exampleSays: 'This is an example: a desk that never was. Yours will look different.',
  },

  faults: {
    notYours: {
      detail: 'This is for supervisors and admins.',
      remedy: 'How this desk treats its customers stands under the measures, for everybody.',
    },
    tooLarge: (name: string) => ({
      detail: `“${name}” is too large to be the figures of an audit: those are a page of text.`,
      remedy: 'Is it the log itself? Let “baton audit LOG --json > audit.json” read it, and choose audit.json.',
    }),
    unreadable: (name: string) => ({
      detail: `“${name}” can’t be read.`,
      remedy: 'Look whether it is still where it was, and whether you may open it; then choose it again.',
    }),
    noJson: (name: string) => ({
      detail: `“${name}” is no JSON.`,
      remedy: 'Choose the file that “baton audit LOG --json > audit.json” wrote, not the log or the HTML page.',
    }),
    somethingElse: (name: string) => ({
      detail: `“${name}” is JSON, but of something else than an audit: nothing in it says how many cases there were, or how they were passed on.`,
      remedy: 'Choose the file that “baton audit LOG --json > audit.json” wrote.',
    }),
    allOfIt: 'all of it',
    otherShape: (name: string) => ({
      detail: `“${name}” looks like an audit, but not as this Baton writes it.`,
      remedy: 'Run “baton audit LOG --json > audit.json” with this version of Baton again. What is not as it must be:',
    }),
  },

  before: 'Before',
  since: 'Since',
  sides: {
    before: 'Before: your old desk',
    since: 'Since: Baton',
    cases: (cases: number, events: number) => `${many(cases, 'case')}, ${many(events, 'event')}`,
    issues: (cases: number, events: number) => `${many(cases, 'issue')}, ${many(events, 'event')}`,
    opened: (from: string, until: string) => `opened from ${from} to ${until}`,
    rejected: (rows: number) =>
      `${many(rows, 'row')} of the log could not be read, and ${rows === 1 ? 'is' : 'are'} missing here.`,
    underWay: (count: number) =>
      count === 0 ? 'All of them are over.' : `${many(count, 'of them is', 'of them are')} not over yet.`,
    none: 'Nothing was opened here in that time.',
    few: 'So few that they say little yet.',
  },

  summary: {
    nothing: 'There is nothing yet that could be compared.',
    better: (count: number) => `${many(count, 'thing is', 'things are')} better than before by more than chance.`,
    worse: (count: number) => `${many(count, 'is', 'are')} worse.`,
    changed: (count: number) => `${many(count, 'is', 'are')} otherwise, which by itself is neither good nor bad.`,
    unclear: (count: number) => `${count} may differ by chance alone.`,
    unsaid: (count: number) => `${many(count, 'is', 'are')} not told by both.`,
    young: (underWay: number, cases: number) =>
      `Take it with care: ${amount(underWay)} of ${many(cases, 'issue')} here ${underWay === 1 ? 'is' : 'are'} not over yet, and more may happen to ${underWay === 1 ? 'it' : 'them'}.`,
  },

  chapters: {
    person: {
      heading: 'From person to person',
      hint: 'Whose the case was, each time that it changed. Here that is the owner.',
    },
    group: {
      heading: 'From team to team',
      hint: 'The group that had it. Here that is the team of the owner.',
    },
    silence: {
      heading: 'Silence',
      hint: 'The longest time in a case in which nobody did anything, on the clock: nights and weekends count, too.',
    },
    back: {
      heading: 'Called solved, and was not',
      hint: 'It went on after it had been called solved or closed.',
    },
  },
  rows: {
    person_handoffs: 'Went from one person to another',
    person_mean: 'Changes of person for each case',
    person_ping_pong: 'Went to somebody and straight back',
    person_returns: 'Came back to somebody who had had it before',
    person_each: 'People for each case',
    group_handoffs: 'Went from one team to another',
    group_mean: 'Changes of team for each case',
    group_ping_pong: 'Went to a team and straight back',
    group_returns: 'Came back to a team that had had it before',
    group_each: 'Teams for each case',
    silent: (overDays: number) => `Lay silent for more than ${days(overDays)}`,
    median: 'The longest silence of half of the cases was at most',
    p90: 'The longest silence of nine in ten was at most',
    longest: 'The longest silence of all',
    reopened: 'Was reopened',
  },
  share: (count: number, of: number) => `${many(count, 'case')} of ${amount(of)}`,
  percent,
  interval: (low: number, high: number) => `${percent(low)} to ${percent(high)}`,
  mean: (mean: number, most: number) => `${amount(mean)}, at most ${amount(most)}`,
  length,
  unsaid: { before: 'The log does not say.', since: 'Nothing to tell yet.' },
  reads: {
    better: (low, high) => `Rarer: ${fewer(low, high)}. That is more than chance.`,
    worse: (low, high) => `More often: ${more(low, high)}. That is more than chance.`,
    less: (low, high) => `Rarer: ${fewer(low, high)}. That is more than chance.`,
    more: (low, high) => `More often: ${more(low, high)}. That is more than chance.`,
    unclear: () => 'What differs may be chance.',
  } satisfies Record<Way, (low: number, high: number) => string>,

  caution: {
    heading: 'What this does not say',
    kinds:
      'The two logs are of different times, and perhaps of different problems. A difference shows what has changed, not what has changed it.',
    young: (underWay: number, cases: number) =>
      `${amount(underWay)} of ${many(cases, 'issue')} here ${underWay === 1 ? 'is' : 'are'} not over yet: what is still to come is not counted, nor is a silence that lasts until today. Most cases of an old log have had all of it.`,
    handoffs:
      'A change of person is not the same on both sides. An old log only shows that a name was replaced; here the receiver has accepted, and the customer has met them. How often that succeeded stands under the measures.',
    averages:
      'An audit tells averages and medians without their spread. Whether those differ by more than chance can’t be said.',
    chance:
      'The thin line at each bar is where the true share lies with 95 % confidence. Of twenty comparisons one looks like more than chance by chance alone.',
    statuses:
      'If the old log says no statuses, or none was known to be final, its reopened cases are 0 because nobody could see them.',
  },
  method: {
    heading: 'How this desk is counted',
    says: [
      'An issue is a case from the moment it came here. Spam, duplicates, and what was over at another desk are left out.',
      'Each change of owner counts, also a claim at night, before anybody had answered.',
      'The team is that of the owner at the time; of somebody in several teams, the first by name.',
      'What a person or the customer did ends a silence. What Baton does by itself (a promise that falls due, an alarm that climbs) does not, unless the issue went to somebody or was closed by it. In an old log each line ends a silence, also one that a machine wrote.',
      'An issue counts as over as soon as its solution was proposed. A customer who says that it is not solved has reopened it.',
    ],
  },
}
