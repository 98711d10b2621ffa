import type { ErrandEnd } from './beside.ts'
import type { Contact, LinePromise, Milestone, Offer, OfferEnd, Stay } from './history.ts'

/** What the baton line says, in one catalogue. Times come in already written. */
export const words = {
  now: (when: string) => `now, ${when}`,
  met: (when: string) => `met ${when}`,
  silence: (length: string) => `${length} without a word`,
  stillSilent: (length: string) => `${length} without a word, still`,
  cut: (length: string) => length,
  readAsTable: 'Read as a table',
  moments: 'Moments of this issue, in their order',
  when: 'When',
  what: 'What happened',
  until: (from: string, to: string) => `${from} to ${to}`,

  offerEnd: (to: string, end: OfferEnd): string => {
    switch (end) {
      case 'met':
        return `${to} has it`
      case 'declined':
        return `${to} declined`
      case 'expired':
        return `${to} did not answer`
      case 'withdrawn':
        return `offer to ${to} withdrawn`
      case 'fell_through':
        return `${to} accepted, never greeted`
    }
  },
  offerEndShort: (to: string, end: OfferEnd): string => {
    const first = to.split(' ', 1)[0] ?? to
    switch (end) {
      case 'met':
        return `${first} has it`
      case 'declined':
        return `${first} declined`
      case 'expired':
        return `${first}: no answer`
      case 'withdrawn':
        return 'withdrawn'
      case 'fell_through':
        return `${first}: no greeting`
    }
  },
  offered: (to: string) => `offered to ${to}`,
  accepted: (to: string) => `${to} accepted`,
  introduced: (to: string) => `${to} introduced`,
  errand: (to: string, how: ErrandEnd | null): string => {
    if (how === null) return `${to}, asked to help`
    if (how === 'moved') return `${to} helped`
    if (how === 'not_moved') return `${to}: something is missing`
    if (how === 'silent') return `${to}: nothing moved`
    return how === 'declined' ? `${to} can’t help` : `${to}: withdrawn`
  },
  ways: { takeover: 'taken over', claim: 'claimed', huddle: 'by a huddle' },
  alarm: 'alarm',
  answeredBy: (name: string) => `alarm, ${name} answered`,
  milestone: {
    proposed: 'solved?',
    confirmed: 'confirmed',
    denied: 'not solved',
    closed: 'closed',
    reopened: 'again',
  } satisfies Record<Milestone['what'], string>,

  tell: {
    contact: ({ by, name, channel, call, came, said }: Contact, customer: string): string => {
      const whom = by === 'us' ? customer : 'us'
      const quoted = said ? `: “${said.length > 90 ? `${said.slice(0, 88).trimEnd()}…` : said}”` : ''
      if (call) {
        const called = call.outcome === 'reached' ? 'called and reached' : 'called and did not reach'
        return `${name} ${called} ${whom}${call.outcome === 'voicemail' ? ', left a message' : ''}${quoted}`
      }
      if (!came) return `${name} wrote, and it came back${quoted}`
      return `${name} wrote to ${whom}${channel === 'email' ? ' by mail' : ''}${quoted}`
    },
    promise: (
      { kind, what, state }: LinePromise,
      made: string,
      due: string,
      settled: string | null,
      late: string | null,
    ): string => {
      const promised = `Promised ${made}, for ${due}: ${what || words.kinds[kind]}. `
      switch (state) {
        case 'open':
          return `${promised}Running.`
        case 'kept':
          return `${promised}Kept${settled ? `, ${settled}` : ''}.`
        case 'moved':
          return `${promised}Moved before it was due, and the customer was told.`
        case 'broken':
          return `${promised}Broken, still owed${late ? ` after ${late}` : ''}.`
        case 'made_good':
          return `${promised}Broken, made good${late ? ` ${late} late` : ''}.`
        case 'released':
          return `${promised}No longer needed.`
      }
    },
    offered: ({ giver, to }: Offer) => `${giver} offered it to ${to.name}`,
    accepted: ({ to, giver }: Offer) => `${to.name} accepted, with a read-back; still ${giver}'s`,
    introduced: ({ giver, to }: Offer, customer: string) => `${giver} introduced ${to.name} to ${customer}`,
    ended: ({ to, giver }: Offer, end: OfferEnd, customer: string): string => {
      switch (end) {
        case 'met':
          return `${to.name} greeted ${customer}: they have met, and it is theirs`
        case 'declined':
          return `${to.name} declined; it stays ${giver}'s`
        case 'expired':
          return `${to.name} did not answer in time; it stays ${giver}'s`
        case 'withdrawn':
          return `The offer to ${to.name} was withdrawn`
        case 'fell_through':
          return `${to.name} accepted and did not greet ${customer} in time; it stays ${giver}'s`
      }
    },
    begin: (name: string, way: Stay['way']): string => {
      switch (way) {
        case 'contact':
          return `${name} took the contact and has it`
        case 'intake':
          return `It arrived, and was ${name}'s at once`
        case 'claim':
          return `${name} claimed it before anybody had answered`
        case 'takeover':
          return `${name} took it over`
        case 'huddle':
          return `A huddle settled that it is ${name}'s`
        case 'handoff':
          return `${name} has it`
      }
    },
    asked: (to: string, customer: string) => `${to} was asked to help, for ${customer}`,
    cameBack: (to: string, how: ErrandEnd): string => {
      switch (how) {
        case 'moved':
          return `What ${to} was asked came back with a result`
        case 'not_moved':
          return `What ${to} was asked came back: something is missing`
        case 'silent':
          return `What ${to} was asked came back by itself: nothing had moved`
        case 'declined':
          return `${to} can’t help, and said why`
        case 'withdrawn':
          return `What ${to} was asked was withdrawn`
      }
    },
    huddle: (names: string[]) => `A huddle was called: ${names.join(', ')} settle whose it is`,
    settled: (owner: string) => `The huddle settled that it is ${owner}'s`,
    raised: 'The alarm was raised',
    called: (names: string[]) => `The alarm called ${names.join(', ')}`,
    answered: (name: string | null) => `${name ?? 'Somebody'} answered the alarm`,
    stoodDown: 'The alarm was stood down',
    milestone: (what: Milestone['what'], by: string | null): string => {
      const who = by ?? 'Somebody'
      switch (what) {
        case 'proposed':
          return `${who} proposed that it is solved`
        case 'confirmed':
          return `${who} confirmed that it is solved`
        case 'denied':
          return `${who} said that it is not solved`
        case 'closed':
          return `${who} closed it`
        case 'reopened':
          return 'It has happened again: open once more'
      }
    },
  },

  kinds: {
    word: 'word from us',
    answer: 'an answer',
    introduction: 'an introduction',
    follow_up: 'another look',
    watch: 'a check whether it holds',
    callback: 'a call back',
  } satisfies Record<LinePromise['kind'], string>,

  sentence: {
    had: (name: string, from: string, to: string) => `${name} had it from ${from} to ${to}`,
    hadOn: (name: string, day: string) => `${name} had it on ${day}`,
    has: (name: string, since: string) => `${name} has had it since ${since}`,
    hadLast: (name: string, from: string, to: string) => `${name} had it from ${from} until it was closed ${to}`,
    joined: (stays: string[]) =>
      stays.length < 2 ? stays.join('') : `${stays.slice(0, -1).join(', ')}, then ${stays.at(-1)}`,
    promises: (counts: { kept: number; moved: number; madeGood: number; broken: number; open: number }): string => {
      const said = [
        [counts.kept, 'kept'],
        [counts.moved, 'moved'],
        [counts.madeGood, 'broken and made good'],
        [counts.broken, 'broken and owed'],
        [counts.open, 'running'],
      ].flatMap(([count, fate]) => (count ? [`${count} ${fate}`] : []))
      const total = counts.kept + counts.moved + counts.madeGood + counts.broken + counts.open
      if (total === 1) return `One promise, ${said.join('').replace(/^1 /, '')}`
      return total === 0 ? '' : `${total} promises: ${said.join(', ')}`
    },
    cameBack: (times: number): string => {
      if (times === 0) return ''
      if (times === 1) return 'It was closed once, and came back'
      return `It was closed ${times === 2 ? 'twice' : `${times} times`}, and came back each time`
    },
    longest: (length: string) => `The longest silence was ${length}`,
    offer: (to: string, giver: string) => `It is offered to ${to}, and stays ${giver}'s until they have met`,
    alarm: (champion: string | null) =>
      champion ? `The alarm is lit, and ${champion} answered it` : 'The alarm is lit',
  },
}
