import { plural } from '../../../../ui/time-words.ts'

/** What stands beside a conversation when there is something to say. */
export const words = {
  you: 'you',
  youBegin: 'You',
  by: 'by',
  until: 'until',

  alarm: {
    title: (path: string) => path,
    raised: 'Nobody has answered it yet.',
    calling: (names: string) => `It calls ${names} until`,
    again: (calls: number) => (calls > 1 ? `This is the ${ordinal(calls)} call.` : ''),
    called: (names: string) => `Called before: ${names}.`,
    nobody: 'There is nobody who could be called just now. It tries again at',
    answered: (who: string) => `${who} answered it, and ${who === 'You' ? 'see' : 'sees'} it through.`,
    by: (who: string) => `Lit by ${who}`,
    causes: {
      asked_for: 'Lit by somebody',
      broken_too_long: 'Lit by itself: a promise stayed broken for too long',
      second_broken_promise: 'Lit by itself: a second promise was broken',
      second_huddle: 'Lit by itself: a second huddle was needed',
      second_recurrence: 'Lit by itself: it came back for the second time',
    },
    joined: (who: string) => `${who} asked for it, too`,
    impact: 'It costs',
    tried: 'Tried',
    needed: 'Needed',
    told: 'Told',
    missing: (names: string) => `Still to be told how it came out: ${names}.`,
    acknowledge: 'Answer it',
    acknowledged: 'You answered the alarm: you see it through. The owner keeps the issue.',
    outcome: 'Tell those who raised it',
    standDown: 'Stand it down',
    take: 'See it through instead',
  },

  huddle: {
    title: 'Huddle',
    settles: (names: string) => `${names} settle whose it is.`,
    records: (who: string) => `${who} ${who === 'You' ? 'record' : 'records'} what comes of it.`,
    oneOfTwo: 'One of the two records what comes of it.',
    late: 'Its time has passed. It still waits.',
    settled: (owner: string) => `${owner} ${owner === 'You' ? 'own' : 'owns'} it, as the huddle settled.`,
    settle: 'Record what it settled',
  },

  assists: {
    title: (name: string) => `Help, for ${name}`,
    before: (count: number) => `${plural(count, 'assist', 'assists')} before`,
    states: {
      asked: 'not answered yet',
      accepted: 'at it',
      introduced: 'at it, and may write to the customer',
      declined: 'can’t help',
      returned: 'done',
      silent: 'came back by itself, nothing had moved',
      withdrawn: 'withdrawn',
    },
    notMoved: 'came back: something is missing',
    took: (who: string) => `${who} took it`,
    moved: 'moved',
    introduce: 'Introduce',
    introduceWho: (who: string, name: string) => `Introduce ${who} to ${name}`,
    withdraw: 'Withdraw',
    withdrawWho: (who: string) => `Withdraw what is asked of ${who}`,
    withdrawn: 'Withdrawn.',
    tell: (name: string) => `Tell ${name}`,
    accept: 'I do it',
    accepted: 'It is yours to do. The owner keeps the issue.',
    answer: 'Answer',
  },

  concessions: {
    title: 'Conceded',
    kinds: { credit: 'credit', refund: 'refund', replacement: 'replacement', exception: 'exception' },
    granted: (who: string) => `granted by ${who}`,
    waiting: (names: string) => `asked of ${names}`,
    approved: (who: string) => `approved by ${who}`,
    refused: (who: string) => `not approved by ${who}`,
    withdrawn: 'withdrawn',
    learned: 'We learn:',
    approve: 'Approve it',
    approvedNow: 'Approved. Who asked is told.',
    refuse: 'Don’t',
    withdraw: 'Withdraw',
    withdrawnNow: 'Withdrawn: it is needed no more.',
    review: 'What do we learn?',
  },

  cannotFix: {
    title: 'Can’t be fixed?',
    instead: 'Instead:',
    asked: (who: string) => `${who} asked a supervisor`,
    late: 'nobody has answered in time',
    agreed: (who: string) => `${who} agreed`,
    refused: (who: string) => `${who} did not agree`,
    told: 'Told',
    agree: 'I agree',
    agreedNow: 'Agreed. The owner tells the customer honestly.',
    refuse: 'I don’t agree',
    tell: (name: string) => `Tell ${name} honestly`,
  },

  resolution: {
    title: 'Solved?',
    watch: 'Watched',
    checks: {
      open: 'to check',
      kept: 'holds',
      moved: 'moved',
      broken: 'owed',
      made_good: 'checked late',
      released: 'not needed',
    },
    ahead: 'once it is confirmed',
    others: (count: number) => `and ${plural(count, 'more check', 'more checks')}`,
  },

  rating: {
    title: 'Looked after?',
    well: (name: string) => `Yes, says ${name}.`,
    partly: (name: string) => `Partly, says ${name}.`,
    badly: (name: string) => `No, says ${name}.`,
  },

  cause: {
    title: 'Others have it, too',
    number: (id: number) => `Cause ${id}`,
    shared: (issues: number) => `(${plural(issues, 'issue', 'issues')})`,
    word: 'To be passed on:',
    solved: 'Solved:',
    passOn: (name: string) => `Pass it on to ${name}`,
    ask: (name: string) => `Ask ${name}`,
    unlink: 'It is another problem',
    unlinked: 'It is taken out of the cause.',
  },

  checklist: {
    title: 'With this kind of issue',
    excused: (why: string) => `not here: ${why}`,
    excuse: 'Not here',
    excuseWhat: (step: string) => `Not here: ${step}`,
    done: 'Done.',
    opened: 'Open again.',
    lesson: (id: number) => `lesson ${id}`,
  },

  cover: {
    title: 'While its owner is away',
    asked: (who: string) => `${who} ${who === 'You' ? 'are' : 'is'} asked`,
    accepted: (who: string) => `${who} will look after it`,
    in_force: (who: string) => `${who} ${who === 'You' ? 'look' : 'looks'} after it`,
    declined: (who: string) => `${who} can’t`,
    from: 'from',
    accept: 'I look after it',
    acceptedNow: 'You look after it in that time. The issue stays theirs.',
    decline: 'I can’t',
  },

  links: {
    title: 'Other issues',
    goesOn: 'It goes on as',
    merged: 'One with',
    kinds: { recurrence: 'The same again:', duplicate: 'The same twice:', related: 'Has to do with' },
    closed: 'closed',
    has: (owner: string) => `${owner} has it`,
    undo: 'Take the last one apart again',
    undone: 'They are two again, each with its owner and its promises.',
  },

  kind: {
    title: 'Kind',
    none: 'not said',
    change: 'Change',
    set: 'Its kind is kept.',
    label: 'What kind of issue is it?',
  },
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinal = (count: number): string => `${count}${endings[ordinals.select(count)]}`
