import { plural } from '../../../ui/time-words.ts'

/** What measures count, one and several; issues, where nothing else is said. */
const counted: Readonly<Record<string, readonly [one: string, other: string]>> = {
  promises_kept: ['promise', 'promises'],
  promises_moved: ['promise', 'promises'],
  broken_made_good: ['broken promise', 'broken promises'],
  promised_span: ['promise', 'promises'],
  handoffs_met: ['accepted handoff', 'accepted handoffs'],
  greeting_time: ['handoff', 'handoffs'],
  offers_unanswered: ['offer', 'offers'],
  assists_moved: ['assist', 'assists'],
  assists_declined: ['assist', 'assists'],
  alarm_answered: ['alarm', 'alarms'],
  within_limit: ['concession', 'concessions'],
  rated_well: ['answer', 'answers'],
  rating_answered: ['customer who was asked', 'customers who were asked'],
  lessons_adopted: ['lesson', 'lessons'],
  lessons_kept: ['lesson', 'lessons'],
}

const chapters: Readonly<Record<string, string>> = {
  champion: 'Treated as they should be',
  promises: 'Promises',
  handoffs: 'Handoffs',
  recurrence: 'Solved, and stayed solved',
  escalations: 'Escalations',
  forward: 'Forward motion',
  silence: 'Silence',
  retelling: 'Told once',
  rating: 'What customers say',
  concessions: 'Concessions',
  learning: 'Lessons and their effect',
}

const groupings = { week: 'by week', kind: 'by kind', channel: 'by channel', team: 'by team' } as const

/** What the pages of the measures say. */
export const words = {
  title: 'How customers were treated',
  lead: 'Of the issues that customers brought in a time, with everything that has happened to them since. No person is ranked here, and nothing counts how much or how fast anybody works.',
  crumb: 'Measures',
  tabs: {
    label: 'Whose',
    everybody: 'The desk’s',
    mine: 'Mine',
    letters: 'Letters about the week',
    compare: 'Before and after',
  },
  mineOnly: 'my own issues',
  mineTitle: 'How customers fared with me',
  mineLead:
    'Of the issues that you have owned. Only you see this: no colleague, no supervisor and no admin can ask for it, and no export but your own holds it. It is there to help you, and for nothing else.',
  contents: 'On this page',
  chapters,

  filters: 'Which issues',
  time: 'Time',
  times: { weeks: 'The last 12 weeks', quarter: 'This quarter', year: 'A year', hand: 'From … to …' },
  from: 'From',
  to: 'To',
  team: 'Team',
  allTeams: 'All teams',
  teamsHint:
    'You find your own teams here, and those that you supervise. A team of one person is left out: its figures would be theirs.',
  noTeams:
    'There is no team here whose figures you may see: yours or one that you supervise, of at least two people. Of one person they would be theirs alone.',
  kind: 'Kind of issue',
  allKinds: 'All kinds',
  channel: 'Came by',
  allChannels: 'Any way',
  channels: { email: 'mail', phone: 'phone', chat: 'chat', portal: 'the portal', api: 'the API' },
  cameBy: {
    email: 'by mail',
    phone: 'by phone',
    chat: 'by chat',
    portal: 'by the portal',
    api: 'by the API',
  },
  span: (from: string, to: string) =>
    from && to
      ? `From ${from} to ${to}`
      : from
        ? `Since ${from}`
        : to
          ? `The last 12 weeks until ${to}`
          : 'The last 12 weeks',
  against: 'Compared with',
  comparisons: { nothing: 'Nothing', before: 'As long before', hand: 'Another time' },
  againstFrom: 'The other time, from',
  againstTo: 'to',
  by: 'Pictures',
  groupings,
  csv: 'All of it as CSV',
  csvHint: 'Every figure of what is chosen, with its counts and intervals',
  print: 'Print',
  all: 'Show all issues',

  issues: (count: number, from: string, until: string) =>
    `${plural(count, 'issue', 'issues')} that customers brought from ${from} to ${until}.`,
  undecided: (count: number, of: number) =>
    count === of
      ? 'All of them are under way and going well so far: they count here once it is known.'
      : `${count} of them ${count === 1 ? 'is' : 'are'} under way and going well so far: not known yet, and counted here once it is.`,
  intervals:
    'Where a figure stands with “between … and …”, the true value lies in between, 95 times of 100. Fewer than 30 say little.',
  compared: (from: string, until: string, issues: number) =>
    issues === 0
      ? `From ${from} to ${until} no customer brought an issue: there is nothing to compare with.`
      : `Compared with ${plural(issues, 'issue', 'issues')} from ${from} to ${until}.`,
  empty: 'No customer brought an issue in this time.',
  emptyMore: 'Choose a longer time, or more teams, kinds and channels.',
  emptyDesk: 'Once customers bring issues, this page tells how they were treated.',
  emptyMine: 'You have owned no issue that was brought in this time.',

  headline: (count: number, of: number) => `${count} of ${of} customers were treated as they should be.`,
  headlineOne: (count: number) =>
    count === 1
      ? 'The one customer was treated as they should be.'
      : 'The one customer was not treated as they should be.',
  unknown: 'It is not known yet how these customers were treated.',
  probability: (percent: string, low: string, high: string) =>
    `That is a chance of ${percent} to meet a champion; the true one lies between ${low} and ${high}.`,
  soFar: (unknown: number, best: string, all: string) =>
    `What goes wrong is known at once, what goes well only at the end. Should ${unknown === 1 ? 'the one that is' : `all ${unknown} that are`} not known yet go well, it is ${best} (${all}).`,
  tooEarly: 'With so many not known yet this time looks worse than it may turn out: compare it again once they are.',
  failings: 'What went wrong',
  failingsHint: (of: number) =>
    `Of the ${of} that are known, how many customers met each of these. One can meet several; one is enough.`,
  nothingFailed: 'Nothing went wrong with any of them.',
  whom: 'For whom',
  whoms: { kind: 'by kind', channel: 'by channel', team: 'by team' },
  whomHint: 'In the order of names. Each number leads to its issues.',
  well: 'as they should be',
  wellOf: (count: number, of: number) => (of === 0 ? 'none known yet' : `${count} of ${of}`),
  counted: (name: string, count: number) => {
    const [one, other] = counted[name] ?? ['issue', 'issues']
    return plural(count, one, other)
  },
  share: (count: number, counted: string) => `${count} of ${counted}`,
  ofAll: (of: number) => `of ${of}`,
  mean: (count: number, counted: string) => `${count} in ${counted}`,
  median: (counted: string) => `half of ${counted} are above it`,
  sampled: (count: number) => `, drawn ${count} at random`,
  behindWell: (count: number) => (count === 1 ? 'See the one' : `See the ${count}`),
  behindOthers: (count: number) => `See the other ${count}`,
  never: 'never',
  behind: 'See the issues behind it',
  behindRest: (count: number) => `and behind the other ${count}`,
  behindRestOnly: (count: number) => `See the issues behind the other ${count}`,
  between: (low: string, high: string) => `between ${low} and ${high}`,
  nothingYet: 'Nothing to count yet.',
  small: (of: number) => `Of ${of}: says little.`,
  percent: (value: string) => `${value} %`,
  openTime: 'of opening hours',
  openDays: (days: number) => `of opening hours, about ${plural(days, 'day', 'days')}`,

  points: (value: string) => `${value} points`,
  differs: {
    better: (by: string, then: string) => `Better by ${by} (then ${then}).`,
    worse: (by: string, then: string) => `Worse by ${by} (then ${then}).`,
    more: (by: string, then: string) => `More by ${by} (then ${then}).`,
    less: (by: string, then: string) => `Less by ${by} (then ${then}).`,
    unclear: (then: string) => `Then ${then}: too close to tell apart.`,
  },
  moreThanChance: (low: string, high: string) => `More than chance: the true difference is between ${low} and ${high}.`,
  maybeChance: (low: string, high: string) =>
    `The true difference is anything between ${low} and ${high}, so chance alone could make it.`,
  noComparison: 'Then there were none to compare with.',
  more: (length: string) => `${length} more`,
  less: (length: string) => `${length} less`,

  gaming: 'How it could be gamed, and what guards it',
  game: 'It could be gamed:',
  guard: 'What guards it:',
  beside: 'Read it with',
  reasons: 'The others',

  weekOf: (day: string) => `week of ${day}`,
  picture: {
    title: (says: string, grouping: string) => `${says}, ${grouping}`,
    week: 'Week',
    value: 'Figure',
    low: 'from',
    high: 'to',
    of: 'Count',
    ofAll: 'Of how many',
    undecided: 'Not known yet',
    names: { week: 'Week of', kind: 'Kind', channel: 'Came by', team: 'Team' },
    table: 'As a table',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    take: 'Download',
    takeAs: (as: string, title: string) => `Download “${title}” as ${as}`,
    taken: (name: string) => `${name} is downloaded.`,
    notTaken: 'The picture could not be made. Take the CSV, or print the page.',
    reading: (name: string, figure: string) => `${name}: ${figure}`,
    keyWeek: 'a week',
    keySmall: 'fewer than 30: says little',
    keyUndecided: 'some of its issues are not known yet',
    keyBand: 'where the true value lies',
    nothing: 'No week has figures yet.',
    nothingOf: 'There is nothing to tell apart yet.',
    one: (name: string, figure: string) => `Only the ${name} has a figure: ${figure}.`,
    allSmall: (count: number, first: string, last: string) =>
      `${count} weeks with figures, from the ${first} to the ${last}, each of fewer than 30: none says much by itself.`,
    oneSays: (count: number, name: string, figure: string) =>
      `Of ${count} weeks with figures only the ${name} is of 30 or more: ${figure}.`,
    span: (count: number, lowest: string, highest: string) =>
      `In the ${count} weeks of 30 or more it was between ${lowest} and ${highest}.`,
    inWeek: (figure: string, name: string) => `${figure} in the ${name}`,
    groups: (list: string) => `${list}.`,
    overlap: 'They are too close to tell apart.',
    keyInWords: (small: boolean, undecided: boolean) =>
      [
        'Band and lines: where the true value lies, 95 times of 100.',
        small ? 'Hollow: fewer than 30.' : '',
        undecided ? 'Hatched: some issues are not known yet.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    source: (whose: readonly string[], from: string, until: string) => `${whose.join(', ')}: ${from} – ${until}`,
    ofHow: (unit: 'share' | 'minutes' | 'number') => (unit === 'share' ? 'counts' : 'of'),
    most: (count: number) => `max ${count}`,
    issues: 'Issues',
    showIssues: (name: string) => `Issues: ${name}`,
  },

  lessons: 'What each lesson has done',
  lessonsHint: 'Of issues of its kind, in its trial and as long before it.',
  noLessons: 'No lesson has been adopted yet.',
  lessonStates: {
    trial: 'in trial',
    trial_over: 'its trial is over: look at it, and decide',
    kept: 'kept',
    dropped: 'dropped',
  },
  lessonQuiet: 'Nothing that chance could not have made.',
  lessonEarly: 'No issue of its kind to compare yet.',
  lessonFigure: (says: string, before: string, after: string) => `${says}: ${before} before, ${after} since.`,
  toLessons: 'All lessons',

  sides: {
    label: 'Which of them',
    part: 'those that it counts',
    rest: 'the others',
  },
  behindEmpty: 'There is no such issue in this time.',
  behindLead: 'The issues behind the figure, the newest first.',
}
