import type {
  ActorRef,
  EventAnswer,
  IssueAnswer,
  MemberRef,
  MessageAnswer,
  PromiseAnswer,
} from '../../src/contract/answers.ts'
import { type Instant, instant } from '../../src/core/time/instant.ts'

/** Small stories for the tests of the picture: issues with their conversation and log, told call by call. */
export type Example = { issue: IssueAnswer; messages: MessageAnswer[]; events: EventAnswer[] }

export const ben: MemberRef = { id: 'ben', name: 'Ben Okafor', hue: 1 }
export const carla: MemberRef = { id: 'carla', name: 'Carla Nunes', hue: 2 }
export const dana: MemberRef = { id: 'dana', name: 'Dana Kim', hue: 5 }
export const priya: MemberRef = { id: 'priya', name: 'Priya Raman', hue: 4 }
export const ravi: MemberRef = { id: 'ravi', name: 'Ravi Singh', hue: 7 }
export const olu: MemberRef = { id: 'olu', name: 'Olu Adebayo', hue: 6 }
export const maya: MemberRef = { id: 'maya', name: 'Maya Lindqvist', hue: 3 }

const ana = { kind: 'customer' as const, id: 'ana', name: 'Ana Ruiz' }
const desk = { kind: 'desk' as const }
const actor = (member: MemberRef): ActorRef => ({ kind: 'member', id: member.id, name: member.name })

/** "3 Nov 09:12" of 2026, in UTC; a year may stand at the end. */
export function at(text: string): Instant {
  const [date = '', month = '', clock = '', year = '2026'] = text.split(' ')
  return instant(new Date(`${date} ${month} ${year} ${clock} UTC`).toISOString())
}

/** Begins a story with the customer's first word, owned by `owner` at once. */
export function begin(owner: MemberRef, when: string, subject = 'Charged twice for the second line'): Story {
  return new Story(owner, when, subject)
}

/** A story with a life: each call appends what would have happened, as the API would answer it. */
class Story {
  readonly example: Example
  private version = 0

  constructor(owner: MemberRef, when: string, subject: string) {
    const issue: IssueAnswer = {
      number: 1042,
      version: 1,
      subject,
      story: 'It has happened again.',
      phase: 'open',
      outcome: null,
      channel: 'email',
      openedAt: at(when),
      imported: null,
      closedAt: null,
      owner,
      owners: [{ member: owner, since: at(when), way: 'intake' }],
      customer: { id: ana.id, name: ana.name, organization: 'Ruiz Ceramics', email: 'ana@example.test', phone: null },
      promises: [],
      unplaced: [],
      isThis: [],
      erasedAt: null,
      rating: null,
      handoff: null,
      covers: [],
      lookBacks: [],
      stalls: [],
      huddle: null,
      assists: [],
      escalation: null,
      concessions: [],
      diagnoses: [],
      facts: [],
      kind: null,
      checklist: [],
      kudos: [],
      resolution: null,
      cause: null,
      cannotFix: null,
      spam: null,
      matches: [],
      links: [],
      mergedInto: null,
      merged: [],
      recurrences: 0,
      waits: [],
      grants: [],
      may: [],
    }
    this.example = { issue, messages: [], events: [] }
    this.log('IssueOpened', when, desk, {})
    this.hears(when)
  }

  /** The customer writes. */
  hears(when: string, body = 'It has happened again.'): this {
    return this.message(when, { direction: 'in', author: ana, body })
  }

  /** The company writes, or calls. */
  says(by: MemberRef, when: string, more: Partial<MessageAnswer> = {}): this {
    return this.message(when, { direction: 'out', author: actor(by), ...more })
  }

  promises(
    by: MemberRef,
    when: string,
    due: string,
    state: PromiseAnswer['state'],
    settled: string | null = null,
  ): this {
    this.example.issue.promises.push({
      id: this.example.issue.promises.length + 1,
      kind: 'word',
      what: '',
      due: at(due),
      madeAt: at(when),
      madeBy: actor(by),
      moves: 0,
      state,
      settledAt: settled ? at(settled) : null,
    })
    return this
  }

  offers(to: MemberRef, when: string): this {
    const { issue } = this.example
    const brief = { problem: '', diagnosis: '', tried: '', why: '', asked: '', told: '', callback: null }
    const notYet = { receiver: null, readBack: null, live: null, how: null, introducedAt: null, metAt: null }
    const over = { ...notYet, objectedAt: null, decline: null, limit: null }
    const id = (issue.handoff?.id ?? 0) + 1
    issue.handoff = {
      id,
      state: 'offered',
      giver: issue.owner,
      to: { member: to },
      brief,
      offeredAt: at(when),
      ...over,
    }
    return this.log('HandoffOffered', when, actor(issue.owner), { handoff: id, to: { kind: 'member', member: to.id } })
  }

  accepts(by: MemberRef, when: string): this {
    return this.handoff('accepted', 'HandoffAccepted', when, by, { receiver: by })
  }

  introduces(when: string): this {
    const { owner } = this.example.issue
    return this.says(owner, when).handoff('introduced', 'HandoffIntroduced', when, owner, { introducedAt: at(when) })
  }

  greets(by: MemberRef, when: string): this {
    this.says(by, when).handoff('met', 'HandoffMet', when, by, { metAt: at(when) })
    return this.moves(by, when, 'handoff')
  }

  ends(how: 'declined' | 'expired' | 'withdrawn' | 'fell_through', when: string, by: MemberRef | null = null): this {
    const types = {
      declined: 'HandoffDeclined',
      expired: 'HandoffExpired',
      withdrawn: 'HandoffWithdrawn',
      fell_through: 'HandoffFellThrough',
    }
    return this.handoff(how, types[how], when, by, {})
  }

  moves(to: MemberRef, when: string, way: 'handoff' | 'takeover' | 'claim'): this {
    const { issue } = this.example
    issue.owners.push({ member: to, since: at(when), way })
    issue.owner = to
    return this.log('OwnershipMoved', when, actor(to), { to: to.id, way })
  }

  alarm(when: string, answered: [MemberRef, string] | null = null): this {
    const champion = answered?.[0] ?? null
    this.example.issue.escalation = {
      id: 1,
      state: champion ? 'answered' : 'raised',
      cause: 'broken_too_long',
      at: at(when),
      raises: [{ by: desk, at: at(when), facts: null, told: false }],
      calling: null,
      called: [],
      champion,
      place: null,
      answeredAt: answered && at(answered[1]),
      told: null,
      missing: { customer: champion !== null, members: [] },
      outcome: null,
      stoodDownAt: null,
    }
    this.log('EscalationRaised', when, desk, { cause: 'broken_too_long' })
    return answered ? this.log('EscalationAcknowledged', answered[1], actor(answered[0]), {}) : this
  }

  /** The alarm calls somebody. */
  calls(when: string, ...people: MemberRef[]): this {
    return this.log('RungCalled', when, desk, { rung: 1, called: people.map(({ id }) => id), until: at(when) })
  }

  asks(of: MemberRef, when: string, back: [string, 'moved' | 'silent'] | null = null): this {
    const { assists, owner } = this.example.issue
    assists.push({
      id: assists.length + 1,
      state: back ? (back[1] === 'moved' ? 'returned' : 'silent') : 'accepted',
      of: { member: of },
      assistant: of,
      ask: 'Please look at it.',
      askedBy: owner,
      askedAt: at(when),
      due: at(back?.[0] ?? when),
      acceptedAt: at(when),
      introducedAt: null,
      touches: [],
      end: back && { at: at(back[0]), byItself: back[1] === 'silent', moved: back[1] === 'moved', words: null },
      toTell: false,
      may: [],
    })
    return this
  }

  huddles(people: readonly MemberRef[], when: string, settled: string | null = null): this {
    const [giver, receiver, third] = people.map(({ id }) => id)
    this.log('HuddleCalled', when, actor(this.example.issue.owner), { giver, receiver, third: third ?? null })
    return settled ? this.log('HuddleSettled', settled, desk, { owner: giver }) : this
  }

  turns(what: 'Proposed' | 'Confirmed' | 'Denied', when: string): this {
    return this.log(`Resolution${what}`, when, what === 'Proposed' ? actor(this.example.issue.owner) : ana, {})
  }

  closes(when: string): this {
    Object.assign(this.example.issue, { phase: 'closed', outcome: 'confirmed', closedAt: at(when) })
    return this.log('IssueClosed', when, actor(this.example.issue.owner), { outcome: 'confirmed' })
  }

  reopens(when: string): this {
    Object.assign(this.example.issue, { phase: 'open', outcome: null, closedAt: null })
    return this.log('IssueReopened', when, ana, {}).hears(when)
  }

  private handoff(
    state: 'accepted' | 'introduced' | 'met' | 'declined' | 'expired' | 'withdrawn' | 'fell_through',
    type: string,
    when: string,
    by: MemberRef | null,
    more: object,
  ): this {
    const { handoff } = this.example.issue
    if (handoff) Object.assign(handoff, { state, ...more })
    return this.log(type, when, by ? actor(by) : desk, { handoff: handoff?.id })
  }

  private message(when: string, more: Partial<MessageAnswer>): this {
    const id = `${this.example.messages.length + 1}`
    const blank = {
      issue: this.example.issue.number,
      body: 'Hello Ana.',
      quoted: null,
      html: false,
      flagged: false,
      call: null,
      delivery: null,
      files: [],
      promises: [],
      asks: [],
      unplaced: false,
    }
    this.example.messages.push({
      id,
      at: at(when),
      direction: 'out',
      channel: 'email',
      author: desk,
      ...blank,
      ...more,
    })
    return this
  }

  private log(type: string, when: string, by: ActorRef, data: Record<string, unknown>): this {
    this.version += 1
    this.example.events.push({ version: this.version, type, at: at(when), by, from: 'desk', data })
    return this
  }
}

/** The issue of the sketch: Ben to Carla, hand to hand, with six silent days. */
export const handToHand = (): Example =>
  begin(ben, '3 Nov 09:12')
    .promises(ben, '3 Nov 09:12', '3 Nov 13:12', 'kept', '3 Nov 10:40')
    .says(ben, '3 Nov 10:40', { channel: 'phone', call: { direction: 'out', outcome: 'reached' } })
    .promises(ben, '3 Nov 10:40', '6 Nov 11:00', 'kept', '6 Nov 10:30')
    .says(ben, '6 Nov 10:30')
    .promises(ben, '6 Nov 10:30', '10 Nov 11:30', 'kept', '10 Nov 11:02')
    .offers(carla, '9 Nov 16:10')
    .accepts(carla, '9 Nov 16:40')
    .introduces('10 Nov 11:02')
    .promises(ben, '10 Nov 11:02', '17 Nov 15:00', 'open')
    .greets(carla, '10 Nov 11:09')
    .hears('10 Nov 12:20').example

/** Story 1: passed on, never answered; the promise broke, and the alarm was lit. */
export const seniorTechnician = (): Example =>
  begin(maya, '3 Nov 09:30', 'Line drops every evening')
    .promises(maya, '3 Nov 09:30', '3 Nov 13:30', 'kept', '3 Nov 10:05')
    .says(maya, '3 Nov 10:05')
    .promises(maya, '3 Nov 10:05', '4 Nov 11:00', 'made_good', '4 Nov 16:20')
    .offers(ravi, '3 Nov 14:00')
    .ends('expired', '3 Nov 15:00')
    .offers(dana, '3 Nov 15:20')
    .ends('declined', '3 Nov 15:45', dana)
    .hears('4 Nov 13:00')
    .promises(maya, '4 Nov 13:00', '4 Nov 17:00', 'kept', '4 Nov 16:20')
    .alarm('4 Nov 15:00', [priya, '4 Nov 15:09'])
    .says(maya, '4 Nov 16:20')
    .promises(maya, '4 Nov 16:20', '5 Nov 12:00', 'open').example

/** Two hours from first word to a proposal. */
export const twoHours = (): Example =>
  begin(dana, '3 Nov 09:02', 'Invoice in French, please')
    .promises(dana, '3 Nov 09:02', '3 Nov 13:02', 'kept', '3 Nov 09:20')
    .says(dana, '3 Nov 09:20')
    .promises(dana, '3 Nov 09:20', '3 Nov 11:30', 'kept', '3 Nov 10:45')
    .hears('3 Nov 10:10')
    .says(dana, '3 Nov 10:45')
    .turns('Proposed', '3 Nov 10:45')
    .promises(dana, '3 Nov 10:45', '6 Nov 10:45', 'open').example

/** Story 3: a wrong charge that comes back each month, with what happened in each. */
export function sevenMonths(): Example {
  const story = begin(ben, '2 Jun 10:00')
  for (const month of ['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']) {
    if (month !== 'Jun') story.hears(`2 ${month} 10:00`)
    story
      .promises(
        ben,
        `2 ${month} 10:00`,
        `2 ${month} 14:00`,
        month === 'Sep' ? 'made_good' : 'kept',
        `2 ${month} ${month === 'Sep' ? '16:30' : '12:00'}`,
      )
      .says(ben, `2 ${month} ${month === 'Sep' ? '16:30' : '12:00'}`)
      .promises(ben, `2 ${month} 17:00`, `4 ${month} 12:00`, 'kept', `4 ${month} 10:00`)
      .says(ben, `4 ${month} 10:00`)
  }
  return story
    .offers(carla, '4 Nov 11:00')
    .accepts(carla, '4 Nov 11:20')
    .introduces('4 Nov 14:00')
    .greets(carla, '4 Nov 14:12')
    .promises(carla, '4 Nov 14:12', '1 Dec 12:00', 'open').example
}

/** Sent round through six pairs of hands, with a takeover, a claim and a recurrence. */
export const sixLanes = (): Example =>
  begin(ben, '2 Nov 08:00', 'Reconnect a line')
    .moves(carla, '2 Nov 09:00', 'claim')
    .promises(carla, '2 Nov 09:00', '2 Nov 13:00', 'kept', '2 Nov 11:00')
    .says(carla, '2 Nov 11:00')
    .promises(carla, '2 Nov 11:00', '3 Nov 12:00', 'moved', '3 Nov 10:00')
    .promises(carla, '3 Nov 10:00', '3 Nov 16:00', 'broken')
    .offers(dana, '3 Nov 10:10')
    .accepts(dana, '3 Nov 10:40')
    .introduces('3 Nov 11:00')
    .greets(dana, '3 Nov 11:30')
    .moves(priya, '4 Nov 10:00', 'takeover')
    .says(priya, '4 Nov 10:20', { delivery: 'bounced' })
    .offers(ravi, '4 Nov 11:00')
    .accepts(ravi, '4 Nov 11:05')
    .introduces('4 Nov 13:00')
    .greets(ravi, '4 Nov 13:10')
    .turns('Proposed', '4 Nov 15:00')
    .turns('Denied', '5 Nov 09:00')
    .offers(maya, '5 Nov 10:00').example

/** Help asked of two, of which one came back with nothing; a huddle; and an alarm that called two before it was answered. */
export const withHelp = (): Example =>
  begin(ben, '3 Nov 09:12')
    .promises(ben, '3 Nov 09:12', '3 Nov 13:12', 'kept', '3 Nov 10:40')
    .says(ben, '3 Nov 10:40')
    .asks(olu, '3 Nov 11:00', ['4 Nov 12:00', 'moved'])
    .asks(ravi, '4 Nov 09:00', ['5 Nov 12:00', 'silent'])
    .huddles([ben, carla, priya], '5 Nov 14:00', '5 Nov 15:30')
    .alarm('5 Nov 16:00', [priya, '5 Nov 16:40'])
    .calls('5 Nov 16:00', dana)
    .calls('5 Nov 16:15', priya)
    .promises(ben, '3 Nov 10:40', '6 Nov 11:00', 'open').example
