import type { Recorded } from '../../../src/core/events.ts'
import type { Party } from '../../../src/core/handoff/live.ts'
import { waiting } from '../../../src/core/waiting.ts'
import { contactsIn, each, type Invariant, isAsOwner, isOf, memberBy, owner } from '../moment.ts'

/** Rules 9 and 10: together, cut off, and looked back at. */
export const liveInvariants: readonly Invariant[] = [
  {
    rule: 9,
    says: 'they meet live only when each was seen: the three of a chat within a minute, two on the phone within ten',
    holds: each('TalkedTogether', ({ event: { channel }, at }, _, earlier) => {
      const begun = earlier.findLastIndex(
        ({ event: { type } }) => type === 'LiveIntroductionBegan' || type === 'LiveIntroductionResumed',
      )
      const seen = earlier.slice(begun).filter(isOf('SeenLive'))
      const wanted: Party[] = channel === 'chat' ? ['giver', 'receiver', 'customer'] : ['giver', 'receiver']
      const minutes = channel === 'chat' ? 1 : 10
      return wanted.every(party => {
        const last = seen.findLast(({ event }) => event.party === party)
        return last !== undefined && Date.parse(at) - Date.parse(last.at) <= minutes * 60_000
      })
    }),
  },
  {
    rule: 9,
    says: 'only the three of it are seen, each by themselves',
    holds: each('SeenLive', (recorded, issue) => {
      const { handoff, customer } = issue
      const { party } = recorded.event
      if (handoff?.state !== 'live') return false
      if (party !== 'customer')
        return party === 'giver' ? isAsOwner(issue, memberBy(recorded)) : memberBy(recorded) === handoff.receiver
      return recorded.by.kind === 'customer' && recorded.by.id === customer && handoff.live.channel === 'chat'
    }),
  },
  {
    rule: 9,
    says: 'cut off, ownership has not moved, and the owner owes a callback',
    holds: ({ after }) => {
      const { handoff, promises } = after
      if (handoff?.state !== 'live') return true
      if (owner(after) !== handoff.giver) return false
      if (handoff.live.state === 'gathering') return true
      return promises[handoff.live.promise - 1]?.kind === 'callback'
    },
  },
  {
    rule: 9,
    says: 'nothing live is left waiting past its time',
    holds: ({ after: { handoff, lifecycle }, context }) =>
      handoff?.state !== 'live' || lifecycle.phase === 'closed' || handoff.live.until > context.now,
  },
  {
    rule: 9,
    says: 'the customer objects only to a meeting on the phone, and gets an introduction promised for it',
    holds: ({ events }) =>
      events.every(({ event }, index) => {
        const next = events[index + 1]?.event
        if (event.type !== 'CustomerObjected') return true
        return next?.type === 'PromiseMade' && next.kind === 'introduction'
      }),
  },
  {
    rule: 10,
    says: 'where nothing has moved it waits for the giver, until somebody was in touch or says how they are looked after',
    holds: moment => {
      if (moment.after.lifecycle.phase === 'closed') return true
      const waits = waiting(moment.after).filter(({ kind }) => kind === 'look_back')
      const whole = moment.log
      return whole.every((recorded, index) => {
        if (!isOf('LookedBack')(recorded)) return true
        const { handoff, giver, moved } = recorded.event
        const isOwed = moved === null && !isSettled(whole, whole.slice(index + 1), handoff)
        return isOwed === waits.some(({ of, for: { kind, id } }) => of === handoff && kind === 'member' && id === giver)
      })
    },
  },
]

/** After a look-back: a contact that did not come back, a word on how they are looked after, or a new beginning. */
function isSettled(whole: readonly Recorded[], later: readonly Recorded[], handoff: number): boolean {
  const came = new Set(whole.filter(isOf('ContactBounced')).map(({ event }) => event.contact))
  return (
    later.some(
      ({ event }) => event.type === 'IssueReopened' || (event.type === 'LookedAfter' && event.handoff === handoff),
    ) || contactsIn(later).some(({ id }) => !came.has(id))
  )
}
