import type { History, Ms, Offer, OfferEnd } from './history.ts'
import type { Box, Wish } from './labels.ts'
import { type Lane, laneOf, ownerAt, round } from './lanes.ts'
import { widthOf } from './ticks.ts'
import { words } from './words.ts'

/** A dashed line that leaves the lane: an offer is not a meeting. `hue` 0: nobody's yet. */
export type Walk = { d: string; hue: number; over: boolean }
export type OfferMark = { x: number; y: number; how: OfferEnd | 'open' }

/** What a lane has around it: how far under it an offer that came to nothing runs, and where the picture ends. */
export type Room = { under: number; edge: number }

/**
 * Offers: one that led to a meeting walks over to the receiver's lane and along it until they meet; one under way reaches
 * for the lane; one that came to nothing leaves the giver's lane, and ends below it with how it ended.
 */
export function offerWays(
  { offers, stays }: History,
  lanes: readonly Lane[],
  x: (at: Ms) => number,
  now: Ms,
  { under, edge }: Room,
): { walks: Walk[]; marks: OfferMark[]; wishes: Wish[]; taken: Box[] } {
  const walks: Walk[] = []
  const marks: OfferMark[] = []
  const wishes: Wish[] = []
  const taken: Box[] = []
  for (const offer of offers) {
    const giver = laneOf(lanes, ownerAt(stays, offer.at).member.id)
    const receiver = lanes.find(lane => lane.id === offer.to.id)
    const [from, to] = [x(offer.at), x(offer.end?.at ?? now)]
    const over = offer.end !== null && offer.end.how !== 'met'
    if (!over && receiver && receiver !== giver) {
      taken.push({ x: from - 2, y: Math.min(giver.y, receiver.y), w: 16, h: Math.abs(receiver.y - giver.y) })
      walks.push({
        d: across(from, giver.y, Math.min(edge, Math.max(to, from + 26)), receiver.y),
        hue: receiver.hue,
        over,
      })
      if (offer.end === null) {
        const reached = Math.min(edge, Math.max(to, from + 26))
        marks.push({ x: round(reached), y: receiver.y, how: 'open' })
        wishes.push(underWay(offer, reached, receiver.y))
      }
      continue
    }
    const y = giver.y + under
    const ends = Math.max(to, from + 20)
    walks.push({
      d: `M${round(from)} ${giver.y + 4}c3 ${under - 6} 6 ${under - 4} 14 ${under - 4}H${round(ends)}`,
      hue: offer.to.hue ?? 0,
      over,
    })
    taken.push({ x: from, y: giver.y + 6, w: ends - from, h: under - 2 })
    const how = offer.end?.how ?? 'open'
    marks.push({ x: round(ends), y, how })
    const text = offer.end ? words.offerEnd(offer.to.name, offer.end.how) : words.offered(offer.to.name)
    const left = from - 6
    wishes.push({
      text,
      ...(offer.end ? { short: words.offerEndShort(offer.to.name, offer.end.how) } : {}),
      tone: 'quiet',
      places: [
        { x: ends + 9, y: y + 4, anchor: 'start' },
        { x: left, y: y + 4, anchor: 'end' },
        { x: ends + 4, y: y + 16, anchor: 'end' },
        { x: from, y: y + 16, anchor: 'start' },
      ],
    })
  }
  return { walks, marks, wishes, taken }
}

function across(from: number, y1: number, to: number, y2: number): string {
  const bend = round(Math.min(to, from + 26))
  const begin = y1 + 5 * Math.sign(y2 - y1)
  const near = y2 - 4 * Math.sign(y2 - y1)
  return `M${round(from)} ${begin}C${round(from + 2)} ${near} ${round((from + bend) / 2)} ${y2} ${bend} ${y2}H${round(to)}`
}

function underWay(offer: Offer, x: number, y: number): Wish {
  const { name } = offer.to
  const text = offer.introducedAt
    ? words.introduced(name)
    : offer.acceptedAt
      ? words.accepted(name)
      : words.offered(name)
  const fits = widthOf(text)
  return {
    text,
    tone: 'quiet',
    places: [
      { x: x + 10, y: y + 4, anchor: 'start' },
      { x: x - 20, y: y + 18, anchor: 'end' },
      { x: x - fits / 2, y: y + 18, anchor: 'middle' },
      { x: x - 30, y: y - 8, anchor: 'end' },
    ],
  }
}
