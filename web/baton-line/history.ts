import type { EventAnswer, IssueAnswer, MemberRef, MessageAnswer, TeamRef } from '../../src/contract/answers.ts'
import { type Alarm, type Errand, errandOf, type Huddled, readAlarms, readHuddles } from './beside.ts'

/** A moment in milliseconds since 1970: what every scale works with. */
export type Ms = number

/** Somebody had the issue from then until then (null: has it still). `broken`: stretches in which it was closed. */
export type Stay = { member: MemberRef; from: Ms; to: Ms | null; way: IssueAnswer['owners'][number]['way'] }

export type Contact = {
  at: Ms
  by: 'customer' | 'us'
  name: string
  channel: MessageAnswer['channel']
  call: MessageAnswer['call']
  /** Whether a word came through: an unanswered call or a mail that came back did not. */
  came: boolean
  /** The begin of what was said. */
  said: string
}

export type OfferEnd = 'met' | 'declined' | 'expired' | 'withdrawn' | 'fell_through'
/** An offer of a handoff, from asking until it is over (`end` null: still under way). */
export type Offer = {
  id: number
  giver: string
  to: { id: string; name: string; hue: number | null }
  at: Ms
  acceptedAt: Ms | null
  introducedAt: Ms | null
  end: { how: OfferEnd; at: Ms } | null
  limit: Ms | null
}

export type PromiseState = IssueAnswer['promises'][number]['state']
export type LinePromise = {
  id: number
  kind: IssueAnswer['promises'][number]['kind']
  what: string
  madeAt: Ms
  due: Ms
  state: PromiseState
  settledAt: Ms | null
  /** When the issue was first closed after it was made. */
  closedAt: Ms | null
}

export type Milestone = { at: Ms; what: 'proposed' | 'confirmed' | 'denied' | 'closed' | 'reopened'; by: string | null }
/** A stretch without a word between customer and company. */
export type Silence = { from: Ms; to: Ms; lasts: boolean }

/** What has happened to an issue, as the picture tells it. */
export type History = {
  customer: string
  /** Where the line begins: of what another desk had before, when it came here. */
  openedAt: Ms
  closedAt: Ms | null
  stays: Stay[]
  contacts: Contact[]
  promises: LinePromise[]
  offers: Offer[]
  alarms: Alarm[]
  errands: Errand[]
  huddles: Huddled[]
  milestones: Milestone[]
  /** When it was closed and came back. */
  closures: { from: Ms; to: Ms | null }[]
}

/** People and teams whose names the events only carry as ids. */
export type Known = { members?: readonly MemberRef[]; teams?: readonly TeamRef[] }

const ms = (at: string): Ms => Date.parse(at)

/** Reads the history of an issue out of its three answers. Messages and events may still be on their way (empty). */
export function readHistory(
  issue: IssueAnswer,
  messages: readonly MessageAnswer[],
  events: readonly EventAnswer[],
  known: Known = {},
): History {
  const log = [...events].sort((a, b) => a.version - b.version)
  const milestones = readMilestones(issue, log)
  const { imported } = issue
  const closures = closuresOf(milestones, imported?.closedAt ? ms(imported.at) : null)
  return {
    customer: issue.customer.name,
    openedAt: ms(imported?.at ?? issue.openedAt),
    closedAt: issue.closedAt ? ms(issue.closedAt) : null,
    stays: issue.owners.map(({ member, since, way }, n) => {
      const next = issue.owners[n + 1]
      return { member, from: ms(since), to: next ? ms(next.since) : null, way }
    }),
    contacts: messages.flatMap(contactOf).sort((a, b) => a.at - b.at),
    promises: issue.promises.map(({ id, kind, what, madeAt, due, state, settledAt }) => ({
      id,
      kind,
      what,
      madeAt: ms(madeAt),
      due: ms(due),
      state,
      settledAt: settledAt ? ms(settledAt) : null,
      closedAt: closures.find(({ from }) => from >= ms(madeAt))?.from ?? null,
    })),
    offers: readOffers(issue, log, naming(issue, log, known)),
    alarms: readAlarms(issue, log, naming(issue, log, known)),
    errands: issue.assists.map(errandOf),
    huddles: readHuddles(log, naming(issue, log, known)),
    milestones,
    closures,
  }
}

/** Notes and mail of machines are no contact (Rule 13); neither is the desk's own acknowledgement. */
function contactOf(message: MessageAnswer): Contact[] {
  const { at, direction, channel, author, call, delivery, body } = message
  if (direction === 'note' || author.kind === 'machine' || author.kind === 'desk') return []
  const undelivered = delivery === 'bounced' || delivery === 'refused'
  const came = !undelivered && (call === null || call.outcome === 'reached')
  const said = body.trim().split('\n', 1)[0] ?? ''
  return [{ at: ms(at), by: direction === 'in' ? 'customer' : 'us', name: author.name, channel, call, came, said }]
}

export type Naming = (id: string) => { name: string; hue: number | null }

function naming(issue: IssueAnswer, events: readonly EventAnswer[], { members = [], teams = [] }: Known): Naming {
  const names = new Map<string, { name: string; hue: number | null }>()
  for (const { by } of events) if (by.kind === 'member') names.set(by.id, { name: by.name, hue: null })
  for (const { id, name } of teams) names.set(id, { name, hue: null })
  const people = [...members, ...issue.owners.map(({ member }) => member)]
  const { handoff } = issue
  if (handoff) {
    people.push(handoff.giver, ...(handoff.receiver ? [handoff.receiver] : []))
    if ('member' in handoff.to) people.push(handoff.to.member)
    else names.set(handoff.to.team.id, { name: handoff.to.team.name, hue: null })
  }
  for (const { id, name, hue } of people) names.set(id, { name, hue })
  return id => names.get(id) ?? { name: 'somebody', hue: null }
}

function readOffers(issue: IssueAnswer, events: readonly EventAnswer[], nameOf: Naming): Offer[] {
  const offers = new Map<number, Offer>()
  for (const { type, at, by, data } of events) {
    const id = typeof data.handoff === 'number' ? data.handoff : null
    if (id === null) continue
    const offer = offers.get(id)
    if (type === 'HandoffOffered')
      offers.set(id, offerOf(id, ms(at), by.kind === 'member' ? by.name : '', data, nameOf))
    else if (offer)
      goOn(offer, type, ms(at), by.kind === 'member' ? nameOf(by.id) : null, by.kind === 'member' ? by.id : null)
  }
  const { handoff } = issue
  // The last one is in the issue's own answer, also when the log has not come yet.
  if (handoff && !offers.has(handoff.id)) offers.set(handoff.id, lastOffer(handoff))
  const last = handoff && offers.get(handoff.id)
  if (last && handoff.limit) last.limit = ms(handoff.limit)
  return [...offers.values()]
}

function offerOf(id: number, at: Ms, giver: string, data: Record<string, unknown>, nameOf: Naming): Offer {
  const to = typeof data.to === 'object' && data.to !== null ? (data.to as Record<string, unknown>) : {}
  const receiver = String(to.member ?? to.team ?? '')
  return {
    id,
    giver,
    to: { id: receiver, ...nameOf(receiver) },
    at,
    acceptedAt: null,
    introducedAt: null,
    end: null,
    limit: null,
  }
}

const ends: Record<string, OfferEnd> = {
  HandoffMet: 'met',
  HandoffDeclined: 'declined',
  HandoffExpired: 'expired',
  HandoffWithdrawn: 'withdrawn',
  HandoffFellThrough: 'fell_through',
}

function goOn(
  offer: Offer,
  type: string,
  at: Ms,
  by: { name: string; hue: number | null } | null,
  id: string | null,
): void {
  const how = ends[type]
  if (how) offer.end = { how, at }
  if (type === 'HandoffAccepted') {
    offer.acceptedAt = at
    // What was offered to a team has become one person's.
    if (by && id) offer.to = { id, ...by }
  }
  if (type === 'HandoffIntroduced') offer.introducedAt = at
  if (type === 'HandoffIntroductionUndone') offer.introducedAt = null
}

function lastOffer(handoff: NonNullable<IssueAnswer['handoff']>): Offer {
  const { id, giver, state, offeredAt, introducedAt, metAt } = handoff
  const target = handoff.receiver ?? ('member' in handoff.to ? handoff.to.member : { ...handoff.to.team, hue: null })
  const isOpen = state === 'offered' || state === 'accepted' || state === 'live' || state === 'introduced'
  const over = isOpen ? null : state
  const introduced = introducedAt ? ms(introducedAt) : null
  const at = ms(offeredAt)
  return {
    id,
    giver: giver.name,
    to: { id: target.id, name: target.name, hue: target.hue },
    at,
    acceptedAt: handoff.receiver ? (introduced ?? at) : null,
    introducedAt: introduced,
    // Without the log it is not known when it ended; where it began is the nearest that is true.
    end: over ? { how: over, at: metAt ? ms(metAt) : at } : null,
    limit: null,
  }
}

const turning: Record<string, Milestone['what']> = {
  ResolutionProposed: 'proposed',
  ResolutionConfirmed: 'confirmed',
  ResolutionDenied: 'denied',
  IssueClosed: 'closed',
  IssueReopened: 'reopened',
  RecurrenceFound: 'reopened',
}

function readMilestones(issue: IssueAnswer, events: readonly EventAnswer[]): Milestone[] {
  const milestones = events.flatMap(({ type, at, by }): Milestone[] => {
    const what = turning[type]
    return what ? [{ at: ms(at), what, by: by.kind === 'desk' ? null : by.name }] : []
  })
  if (milestones.length > 0) return milestones
  const { resolution, closedAt } = issue
  if (resolution) milestones.push({ at: ms(resolution.proposedAt), what: 'proposed', by: null })
  if (resolution?.confirmed) milestones.push({ at: ms(resolution.confirmed.at), what: 'confirmed', by: null })
  if (closedAt) milestones.push({ at: ms(closedAt), what: 'closed', by: null })
  return milestones
}

/** `from`: since when it is closed from its first moment on, as another desk's that was over there. */
function closuresOf(milestones: readonly Milestone[], from: Ms | null): { from: Ms; to: Ms | null }[] {
  const closures: { from: Ms; to: Ms | null }[] = from === null ? [] : [{ from, to: null }]
  for (const { what, at } of milestones) {
    const last = closures.at(-1)
    if (what === 'closed') closures.push({ from: at, to: null })
    if (what === 'reopened' && last) last.to = at
  }
  return closures
}

/**
 * Stretches between one word and the next that lasted `least` or longer, in order. The last one lasts until now while
 * the issue is open. Time in which the issue was closed is nobody's silence.
 */
export function silences(
  { contacts, closures, openedAt }: History,
  now: Ms,
  least: (from: Ms, to: Ms) => boolean,
): Silence[] {
  const words = contacts.filter(contact => contact.came).map(contact => contact.at)
  const moments = [openedAt, ...words, ...closures.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))]
  moments.sort((a, b) => a - b)
  const closed = (at: Ms): boolean => closures.some(({ from, to }) => from <= at && (to === null || at < to))
  const found: Silence[] = []
  for (const [n, from] of moments.entries()) {
    if (closed(from)) continue
    const next = moments[n + 1]
    const to = next ?? now
    if (to > from && least(from, to)) found.push({ from, to, lasts: next === undefined })
  }
  return found
}
