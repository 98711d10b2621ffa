import { arcEnd } from './arcs.ts'
import type { History, Ms } from './history.ts'
import { clock, dateAndClock, lasting, sameDay } from './times.ts'
import { words } from './words.ts'

/** A moment that can be pointed at: what happened, and where in the picture it is. `lane`: whose lane it belongs to. */
export type Moment = {
  at: Ms
  text: string
  kind: 'contact' | 'promise' | 'offer' | 'errand' | 'huddle' | 'stay' | 'alarm' | 'milestone'
  id: number
}

/** Everything that happened, in its order, in sentences: for pointing, for the table, and for screen readers. */
export function momentsOf(history: History, zone: string, now: Ms): Moment[] {
  const { customer, contacts, promises, offers, errands, huddles, stays, alarms, milestones } = history
  const moments: Moment[] = [
    ...contacts.map((contact, id) => moment('contact', id, contact.at, words.tell.contact(contact, customer))),
    ...promises.map((promise, id) => {
      const at = Math.min(arcEnd(promise, history.closedAt ?? now), Math.max(now, promise.due))
      return moment('promise', id, at, promiseText(promise, zone, now))
    }),
    ...offers.flatMap((offer, id) => {
      const told = [moment('offer', id, offer.at, words.tell.offered(offer))]
      if (offer.acceptedAt) told.push(moment('offer', id, offer.acceptedAt, words.tell.accepted(offer)))
      if (offer.introducedAt) told.push(moment('offer', id, offer.introducedAt, words.tell.introduced(offer, customer)))
      if (offer.end) told.push(moment('offer', id, offer.end.at, words.tell.ended(offer, offer.end.how, customer)))
      return told
    }),
    ...errands.flatMap(({ at, to, back }, id) => [
      moment('errand', id, at, words.tell.asked(to, customer)),
      ...(back ? [moment('errand', id, back.at, words.tell.cameBack(to, back.how))] : []),
    ]),
    ...huddles.flatMap(({ at, names, settledAt, owner }, id) => [
      moment('huddle', id, at, words.tell.huddle(names)),
      ...(settledAt && owner ? [moment('huddle', id, settledAt, words.tell.settled(owner))] : []),
    ]),
    // A meeting has been told as the end of its offer.
    ...stays
      .map((stay, id) => ({ stay, id }))
      .filter(({ stay }) => stay.way !== 'handoff' || offers.length === 0)
      .map(({ stay, id }) => moment('stay', id, stay.from, words.tell.begin(stay.member.name, stay.way))),
    ...alarms.flatMap(({ from, answeredAt, champion, to, calls }, id) => [
      moment('alarm', id, from, words.tell.raised),
      ...calls.map(({ at, names }) => moment('alarm', id, at, words.tell.called(names))),
      ...(answeredAt ? [moment('alarm', id, answeredAt, words.tell.answered(champion))] : []),
      ...(to ? [moment('alarm', id, to, words.tell.stoodDown)] : []),
    ]),
    ...milestones.map(({ at, what, by }, id) => moment('milestone', id, at, words.tell.milestone(what, by))),
  ]
  return moments.sort((a, b) => a.at - b.at || weight(a) - weight(b))
}

/** Of what happened at once, who has it comes first and what was promised last. */
const order: readonly Moment['kind'][] = [
  'stay',
  'contact',
  'offer',
  'huddle',
  'errand',
  'milestone',
  'alarm',
  'promise',
]
const weight = ({ kind }: Moment): number => order.indexOf(kind)

const moment = (kind: Moment['kind'], id: number, at: Ms, text: string): Moment => ({ at, text, kind, id })

function promiseText(promise: History['promises'][number], zone: string, now: Ms): string {
  const { madeAt, due, settledAt, state } = promise
  const when = (at: Ms): string => (sameDay(at, due, zone) && at !== due ? clock(at, zone) : dateAndClock(at, zone))
  const early = settledAt !== null && settledAt < due ? `${lasting(due - settledAt)} early` : null
  const settled = settledAt === null ? null : state === 'kept' ? (early ?? when(settledAt)) : when(settledAt)
  const late =
    state === 'broken' ? lasting(now - due) : state === 'made_good' && settledAt ? lasting(settledAt - due) : null
  return words.tell.promise(promise, when(madeAt), dateAndClock(due, zone), settled, late)
}
