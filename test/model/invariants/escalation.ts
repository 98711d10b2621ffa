import { placeOf } from '../../../src/core/escalation/order.ts'
import type { EventType } from '../../../src/core/events.ts'
import { each, hasOpenAlarm, type Invariant, isAsOwner, isOf, memberBy, owner, running, supervises } from '../moment.ts'

/** What a call of the ladder follows on. */
const begins: readonly EventType[] = [
  'RungCalled',
  'LastResortCalled',
  'NobodyToCall',
  'EscalationRaised',
  'IssueReopened',
  'IssueClearedOfSpam',
]

/** The alarm on behalf of the customer (Rules 23 to 26). */
export const escalationInvariants: readonly Invariant[] = [
  {
    rule: 26,
    says: 'never the owner nor their cover answers the alarm about their own issue, or takes it over',
    holds: moment =>
      each('EscalationAcknowledged', (recorded, issue) => !isAsOwner(issue, memberBy(recorded)))(moment) &&
      each('EscalationTaken', (recorded, issue) => !isAsOwner(issue, memberBy(recorded)))(moment),
  },
  {
    rule: 26,
    says: 'whoever answers was called by the ladder, or is a supervisor of the owner',
    holds: each('EscalationAcknowledged', (recorded, issue, earlier, { context }) => {
      const since = earlier.findLastIndex(isOf('EscalationRaised'))
      const called = earlier.slice(since).some(({ event }) => {
        const by = memberBy(recorded)
        return (event.type === 'RungCalled' || event.type === 'LastResortCalled') && by && event.called.includes(by)
      })
      return called || supervises(memberBy(recorded), owner(issue), context)
    }),
  },
  {
    rule: 26,
    says: 'it is stood down by its champion, when everybody who raised it was told the outcome, and the customer heard from us if they can',
    holds: each('EscalationStoodDown', (recorded, issue, earlier, { context, command }) => {
      const alarm = earlier.slice(earlier.findLastIndex(isOf('EscalationRaised')))
      const champion = alarm.findLast(
        ({ event: { type } }) => type === 'EscalationAcknowledged' || type === 'EscalationTaken',
      )
      const raises = alarm.filter(({ event: { type } }) => type === 'EscalationRaised' || type === 'EscalationJoined')
      const told = alarm.findLastIndex(isOf('OutcomeTold'))
      const unheard = raises.filter(
        raise =>
          raise.by.kind === 'member' &&
          raise.by.id !== memberBy(recorded) &&
          context.members.get(raise.by.id)?.active &&
          alarm.indexOf(raise) > told,
      )
      const answeredAt = alarm.find(isOf('EscalationAcknowledged'))?.at ?? ''
      const canHear = command.type === 'StandDownEscalation' && command.reachable
      const heard = !canHear || issue.companyContacts.some(({ bounced, at }) => !bounced && at >= answeredAt)
      return champion !== undefined && memberBy(champion) === memberBy(recorded) && unheard.length === 0 && heard
    }),
  },
  {
    rule: 23,
    says: 'one alarm is open at most: a second raise joins it',
    holds: moment =>
      each('EscalationRaised', (_, issue) => !hasOpenAlarm(issue))(moment) &&
      each('EscalationJoined', (_, issue) => hasOpenAlarm(issue))(moment),
  },
  {
    rule: 24,
    says: 'an alarm that nobody has answered always calls somebody other than the owner and their cover, until a time ahead',
    holds: ({ after: { escalation, lifecycle }, events, stages, context }) => {
      const calls = events.every(({ event }, index) => {
        if (event.type !== 'RungCalled' && event.type !== 'LastResortCalled') return true
        const issue = stages[index]
        return (
          event.called.length > 0 &&
          event.called.every(id => context.members.get(id)?.active && issue && !isAsOwner(issue, id))
        )
      })
      const isCalling = escalation?.state === 'raised' && lifecycle.phase !== 'closed'
      return calls && (!isCalling || escalation.ladder.until > context.now)
    },
  },
  {
    rule: 24,
    says: 'the first rung is called in the moment of the alarm, and the next only when the time of the one before is over, as long as the path gives it',
    holds: each('RungCalled', ({ at, event: { rung, until } }, _, earlier, { context: { path } }) => {
      const before = earlier.findLast(({ event: { type } }) => begins.includes(type))
      const minutes = path.rungs[rung - 1]?.minutes
      const hasTime = minutes === undefined || Date.parse(until) - Date.parse(at) === minutes * 60_000
      return hasTime && before !== undefined && ('until' in before.event ? before.event.until : before.at) === at
    }),
  },
  {
    rule: 25,
    says: 'one order everywhere: what has an alarm, what is broken, what is due soonest; closed ones last',
    lasts: ({ issue }) => {
      const { lifecycle, promises } = issue
      const place = placeOf(issue)
      if (lifecycle.phase === 'closed') return place.rank === 3 && place.at === lifecycle.at
      const isBroken = promises.some(({ fate }) => fate.state === 'broken')
      const [soonest] = running(issue)
        .map(({ due }) => due)
        .sort()
      const rank = hasOpenAlarm(issue) ? 0 : isBroken ? 1 : 2
      return place.rank === rank && place.at === (soonest ?? issue.openedAt)
    },
  },
]
