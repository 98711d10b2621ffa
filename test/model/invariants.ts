import { isDeepStrictEqual } from 'node:util'
import { nextDeadline } from '../../src/core/deadlines.ts'
import type { EventType, Recorded } from '../../src/core/events.ts'
import { replay } from '../../src/core/evolve.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import { told } from '../../src/core/told/told.ts'
import { huddleInvariants } from './huddle-invariants.ts'
import { liveInvariants } from './live-invariants.ts'
import { mergingInvariants } from './merging-invariants.ts'
import {
  contactsIn,
  each,
  everBroken,
  hasOpenAlarm,
  type Invariant,
  isAsOwner,
  isOf,
  log,
  mayActBeside,
  mayHaveWritten,
  memberBy,
  type Of,
  openAssists,
  openHandoff,
  openHuddle,
  owner,
  running,
  supervises,
} from './moment.ts'

const isOpen = (issue: Issue): boolean => ['open', 'proposed'].includes(issue.lifecycle.phase)
/** What only whom an assist was asked of does; a return also by the desk, when it is due. */
const answers = ['AssistAccepted', 'AssistDeclined', 'AssistTouched', 'AssistReturned'] as const
type AssistAnswered = (typeof answers)[number]
const isNot =
  (type: EventType) =>
  ({ event }: Recorded): boolean =>
    event.type !== type

const stepEvents = ['ChecklistStepDone', 'ChecklistStepExcused', 'ChecklistStepOpened']
const ends = ['HandoffDeclined', 'HandoffExpired', 'HandoffWithdrawn', 'HandoffMet', 'HandoffFellThrough']

/** What holds after every decision, whatever happened before: the rulebook's promises to the customer. */
export const invariants: readonly Invariant[] = [
  {
    rule: 1,
    says: 'an issue that is not closed has exactly one owner: an active member with a seat',
    holds: ({ after, context }) => {
      const member = context.members.get(owner(after))
      return after.lifecycle.phase === 'closed' || (member?.active === true && member.role !== 'colleague')
    },
  },
  {
    rule: 2,
    says: 'it is claimed only from the intake, and before anybody of the company was in touch',
    holds: each('OwnershipMoved', ({ event }, issue) => {
      if (event.way !== 'claim') return true
      return issue.ownership.at(-1)?.way === 'intake' && issue.companyContacts.every(({ bounced }) => bounced)
    }),
  },
  {
    rule: 3,
    says: 'only the owner, their cover, the champion, the introduced receiver and introduced assistants are in touch with the customer',
    holds: each('CustomerContacted', (recorded, issue) => mayHaveWritten(issue, memberBy(recorded))),
  },
  {
    rule: 3,
    says: 'a contact that is not placed yet has kept nothing, and stays until somebody says where it belongs',
    holds: ({ before, after, events }) => {
      const placed = new Set(
        events.flatMap(({ event }) =>
          event.type === 'ContactPlaced' || event.type === 'ContactPlacedElsewhere' ? [event.contact] : [],
        ),
      )
      const keeps = after.promises.flatMap(({ fate }) => ('contact' in fate ? [fate.contact] : []))
      return (
        before.unplaced.every(
          ({ contact }) =>
            after.erasedAt || placed.has(contact) || after.unplaced.some(other => other.contact === contact),
        ) && after.unplaced.every(({ contact }) => !keeps.includes(contact))
      )
    },
  },
  {
    rule: 3,
    says: 'it is placed by whom rule 3 lets write, a supervisor, or who took the call',
    holds: moment => {
      const may = (recorded: Recorded, contact: number, issue: Issue): boolean => {
        const member = memberBy(recorded)
        const taken = issue.unplaced.find(other => other.contact === contact)?.takenBy
        return mayActBeside(issue, member, moment.context) || member === taken
      }
      const here = each('ContactPlaced', (recorded, issue) => may(recorded, recorded.event.contact, issue))
      const there = each('ContactPlacedElsewhere', (recorded, issue) => may(recorded, recorded.event.contact, issue))
      return here(moment) && there(moment)
    },
  },
  {
    rule: 3,
    says: 'who it is, is said by whom rule 3 lets write, or a supervisor',
    holds: moment => {
      const may = (recorded: Recorded, issue: Issue): boolean => mayActBeside(issue, memberBy(recorded), moment.context)
      return each('CustomerRecognized', may)(moment) && each('LookalikeDismissed', may)(moment)
    },
  },
  {
    rule: 4,
    says: 'ownership moves by claim, met handoff, huddle, takeover by a supervisor, or opening again; from the owner, to somebody else',
    holds: each('OwnershipMoved', (recorded, issue, earlier, { context }) => {
      const { from, to, way } = recorded.event
      if (from !== owner(issue) || to === from) return false
      const last = earlier.findLast(({ event: { type } }) => type !== 'HuddleCalledOff')?.event
      if (way === 'claim') return memberBy(recorded) === to
      if (way === 'handoff') return last?.type === 'HandoffMet' && (last.live !== null || memberBy(recorded) === to)
      if (way === 'huddle') return earlier.findLast(isOf('HuddleSettled'))?.event.owner === to && !openHuddle(issue)
      if (way === 'takeover')
        return (
          last?.type === 'IssueReopened' ||
          last?.type === 'IssueClearedOfSpam' ||
          last?.type === 'IssueUnmerged' ||
          (memberBy(recorded) === to && supervises(to, from, context))
        )
      return false
    }),
  },
  {
    rule: 4,
    says: 'whoever gets it by takeover or huddle owes an introduction, unless they have just written',
    holds: ({ events }) =>
      events.every(({ event }, index) => {
        const next = events.slice(index + 1).find(isNot('AssistWithdrawn'))?.event
        if (event.type !== 'OwnershipMoved' || (event.way !== 'takeover' && event.way !== 'huddle')) return true
        if (event.way === 'huddle' && next?.type === 'CustomerContacted') return true
        return next?.type === 'PromiseMade' && next.kind === 'introduction'
      }),
  },
  {
    rule: 5,
    says: 'only the owner, their cover or a supervisor closes, with no handoff, assist or alarm open, nothing unplaced and nothing running',
    holds: each('IssueClosed', (recorded, issue, _, { context }) => {
      const member = memberBy(recorded)
      const mayClose = isAsOwner(issue, member) || supervises(member, owner(issue), context)
      const quiet = !openHandoff(issue) && openAssists(issue).length === 0 && !hasOpenAlarm(issue)
      return mayClose && quiet && issue.unplaced.length === 0 && running(issue).length === 0
    }),
  },
  {
    rule: 6,
    says: 'nothing is offered without a recorded diagnosis',
    holds: each(
      'HandoffOffered',
      (recorded, issue) => issue.diagnoses.length > 0 && isAsOwner(issue, memberBy(recorded)),
    ),
  },
  {
    rule: 7,
    says: 'at most one handoff is open, and it is the one in the state',
    holds: moment => {
      const open = new Set<number>()
      for (const { event } of log(moment)) {
        if (event.type === 'HandoffOffered') open.add(event.handoff)
        if ('handoff' in event && ends.includes(event.type)) open.delete(event.handoff)
      }
      const [first, ...more] = open
      return more.length === 0 && first === openHandoff(moment.after)?.id
    },
  },
  {
    rule: 8,
    says: 'they meet only after an introduction that stands, by the receiver or live, while the giver owns it',
    holds: each('HandoffMet', (recorded, issue, earlier) => {
      const introductions = earlier.filter(
        ({ event }) => event.type === 'HandoffIntroduced' || event.type === 'HandoffIntroductionUndone',
      )
      const accepted = earlier.findLast(isOf('HandoffAccepted'))
      const given = earlier.findLast(isOf('HandoffOffered'))
      return (
        introductions.at(-1)?.event.type === 'HandoffIntroduced' &&
        accepted?.event.handoff === recorded.event.handoff &&
        (recorded.event.live !== null || memberBy(accepted) === memberBy(recorded)) &&
        given !== undefined &&
        issue.handoff?.giver === owner(issue) &&
        memberBy(given) !== memberBy(accepted)
      )
    }),
  },
  {
    rule: 8,
    says: 'an introduction that came back has not happened',
    holds: ({ after: { handoff, companyContacts } }) => {
      const came = companyContacts.filter(({ bounced }) => bounced).map(({ id }) => id)
      return handoff?.state !== 'introduced' || !came.includes(handoff.introduction)
    },
  },
  {
    rule: 10,
    says: 'after each meeting the giver looks back, once',
    holds: moment => {
      const met = log(moment).filter(isOf('HandoffMet')).length
      const looked = log(moment).filter(isOf('LookedBack')).length
      const { lifecycle, lookBacks } = moment.after
      return lookBacks.length === met - looked && (lifecycle.phase !== 'closed' || lookBacks.length === 0)
    },
  },
  ...liveInvariants,
  ...huddleInvariants,
  ...mergingInvariants,
  {
    rule: 11,
    says: 'it is never offered to whom owned it (unless it was claimed from them unmet) or declined it, nor after two handoffs',
    holds: each('HandoffOffered', ({ event: { to } }, issue, earlier, { context }) => {
      const claimedFrom = earlier.filter(isOf('OwnershipMoved')).filter(({ event }) => event.way === 'claim')
      const unmet = claimedFrom.map(({ event }) => event.from)
      const owned = issue.ownership.map(({ member }) => member).filter(member => member !== owner(issue))
      const had = owned.filter(member => !unmet.includes(member) || owned.filter(other => other === member).length > 1)
      const declined = earlier.filter(isOf('HandoffDeclined')).map(memberBy)
      const asked = [...had, ...declined].some(
        id =>
          id !== null && (to.kind === 'member' ? to.member === id : context.members.get(id)?.teams.includes(to.team)),
      )
      return !asked && earlier.filter(isOf('HandoffMet')).length < 2
    }),
  },
  {
    rule: 12,
    says: 'an issue that is open or proposed has a running promise',
    holds: ({ after }) => !isOpen(after) || running(after).length > 0,
  },
  {
    rule: 13,
    says: 'a promise is kept only by contact in the same moment, after it was made and before its due time',
    holds: each('PromiseKept', ({ event, at }, issue, earlier) => {
      const promise = issue.promises[event.promise - 1]
      const contact = contactsIn(earlier).find(other => other.id === event.contact)
      return promise?.fate.state === 'open' && contact?.at === at && promise.madeAt <= at && at < promise.due
    }),
  },
  {
    rule: 13,
    says: 'it is moved only before it is due, and with a word to the customer',
    holds: each('PromiseMoved', ({ event, at }, issue, earlier) => {
      const promise = issue.promises[event.promise - 1]
      const contact = contactsIn(earlier).at(-1)
      return promise?.fate.state === 'open' && at < promise.due && contact?.id === event.contact && contact.at === at
    }),
  },
  {
    rule: 13,
    says: 'a word that comes back has kept and made good nothing, unless all is over',
    holds: ({ events, after }) => {
      const came = events.find(isOf('ContactBounced'))?.event.contact
      const rests = after.promises.some(
        ({ fate }) => (fate.state === 'kept' || fate.state === 'made_good') && fate.contact === came,
      )
      return came === undefined || after.lifecycle.phase === 'closed' || !rests
    },
  },
  {
    rule: 13,
    says: 'promises never vanish, and what was promised never changes',
    holds: ({ before, after }) =>
      after.promises.every(({ id }, index) => id === index + 1) &&
      before.promises.every((promise, index) => {
        const { fate: _, ...was } = promise
        const { fate: __, ...is } = after.promises[index] ?? promise
        return index < after.promises.length && isDeepStrictEqual(was, is)
      }),
  },
  {
    rule: 14,
    says: 'broken stays on record for good',
    holds: moment => {
      const broken = log(moment).filter(isOf('PromiseBroken'))
      return broken.every(({ event }) => {
        const promise = moment.after.promises[event.promise - 1]
        return promise !== undefined && everBroken(promise)
      })
    },
  },
  {
    rule: 14,
    says: 'no promise is open past its due time',
    holds: ({ after, context }) =>
      after.lifecycle.phase === 'closed' ||
      after.promises.every(({ fate, due }) => fate.state !== 'open' || due > context.now),
  },
  {
    rule: 14,
    says: 'a second broken promise raises the alarm',
    holds: ({ events, after }) => {
      const broke = events.some(isOf('PromiseBroken'))
      return !broke || after.promises.filter(everBroken).length < 2 || after.escalation !== null
    },
  },
  {
    rule: 16,
    says: 'an assist is asked by the owner or their cover, and answered only by whom it was asked of, never by the owner',
    holds: moment => {
      const { members } = moment.context
      const asked = each('AssistAsked', (recorded, issue) => isAsOwner(issue, memberBy(recorded)))
      const ofThem = ({ event: { assist }, by }: Of<AssistAnswered>, issue: Issue): boolean => {
        if (by.kind !== 'member') return by.kind === 'desk'
        const of = issue.assists[assist - 1]?.of
        const isOf = of?.kind === 'member' ? of.member === by.id : members.get(by.id)?.teams.includes(of?.team ?? '')
        return isOf === true && by.id !== owner(issue)
      }
      return asked(moment) && answers.every(type => each(type, ofThem)(moment))
    },
  },
  {
    rule: 16,
    says: 'no assist is open past its due time, of a closed issue, or of its owner; they stay with the issue in their order',
    holds: ({ before, after, context }) =>
      openAssists(after).every(assist => {
        const theirs = 'assistant' in assist ? assist.assistant : assist.of.kind === 'member' && assist.of.member
        return assist.due > context.now && after.lifecycle.phase !== 'closed' && theirs !== owner(after)
      }) &&
      before.assists.every(({ id, ask, due }, index) => {
        const is = after.assists[index]
        return is?.id === id && is.ask === ask && is.due === due
      }),
  },
  {
    rule: 16,
    says: 'it is silent only when no touch moved it, as of its due time',
    holds: each('AssistFellSilent', ({ event, at, by }, issue, earlier) => {
      const touched = earlier.filter(isOf('AssistTouched')).filter(touch => touch.event.assist === event.assist)
      const assist = issue.assists[event.assist - 1]
      return by.kind === 'desk' && assist?.due === at && touched.every(touch => !touch.event.moved)
    }),
  },
  {
    rule: 15,
    says: 'one person at a time acts in the owner’s place: somebody else, who agreed to it or was named, in the time of the absence',
    holds: ({ after, context }) => {
      const inForce = after.covers.filter(({ state }) => state === 'in_force')
      return (
        inForce.length <= 1 &&
        inForce.every(({ member, absent, from, until }) => {
          const now = context.now
          return absent === owner(after) && member !== absent && from <= now && now < until
        })
      )
    },
  },
  {
    rule: 15,
    says: 'it begins only after a yes of who was asked, or a supervisor’s word',
    holds: each('CoverBegan', ({ event }, issue, earlier) => {
      const yes = earlier.find(
        other =>
          (other.event.type === 'CoverAccepted' || other.event.type === 'CoverSet') &&
          other.event.cover === event.cover,
      )
      const begun = issue.covers.find(({ id }) => id === event.cover)
      if (!yes || !begun) return false
      return yes.event.type === 'CoverSet' ? memberBy(yes) !== begun.absent : memberBy(yes) === begun.member
    }),
  },
  {
    rule: 15,
    says: 'covering never moves ownership',
    holds: ({ command, before, after }) => !command.type.includes('Cover') || owner(before) === owner(after),
  },
  {
    rule: 15,
    says: 'nobody covers an owner of before, or an issue that is closed',
    holds: ({ after }) =>
      after.covers.every(
        ({ state, absent }) => state === 'over' || (after.lifecycle.phase !== 'closed' && absent === owner(after)),
      ),
  },
  {
    rule: 18,
    says: 'a confirmation leaves nothing running but checks, and a denial starts an answer',
    holds: ({ events, after }) => {
      const [confirmed, denied] = [events.some(isOf('ResolutionConfirmed')), events.some(isOf('ResolutionDenied'))]
      if (confirmed) return running(after).every(({ kind }) => kind === 'watch')
      return !denied || after.promises.some(({ kind, fate }) => kind === 'answer' && fate.state === 'open')
    },
  },
  {
    rule: 18,
    says: 'only the customer, or the owner or their cover with their words, confirms',
    holds: each('ResolutionConfirmed', (recorded, issue) =>
      recorded.by.kind === 'customer'
        ? recorded.by.id === issue.customer
        : isAsOwner(issue, memberBy(recorded)) && recorded.event.confirmation.by === 'owner',
    ),
  },
  {
    rule: 18,
    says: 'without confirmation it is closed only days after two more contacts',
    holds: each('IssueClosed', ({ event, at }, _, earlier) => {
      if (event.outcome === 'confirmed' || event.outcome === 'cannot_fix') return true
      const since = earlier.findLastIndex(({ event: { type } }) =>
        ['ResolutionProposed', 'CustomerWrote', 'CustomerCalled'].includes(type),
      )
      const contacts = contactsIn(earlier.slice(since + 1))
      const waited = Date.parse(at) - Date.parse(earlier[since]?.at ?? at)
      // Three times three days, less the hours by which days of the calendar may fall short.
      return contacts.length >= 2 && waited > 8 * 86_400_000 - 3_600_000
    }),
  },
  {
    rule: 19,
    says: 'what can’t be fixed is agreed by a supervisor who neither owns nor covers it, then told, and only then closed',
    holds: moment => {
      const agreed = each('CannotFixAgreed', (recorded, issue, _, { context }) => {
        const by = memberBy(recorded)
        return !isAsOwner(issue, by) && supervises(by, owner(issue), context) && issue.cannotFix?.state === 'asked'
      })
      const told = each('CannotFixTold', (recorded, issue, earlier) => {
        const asked = earlier.findLastIndex(isOf('CannotFixAsked'))
        return isAsOwner(issue, memberBy(recorded)) && earlier.slice(asked).some(isOf('CannotFixAgreed'))
      })
      const closed = each('IssueClosed', ({ event }, _, earlier) => {
        if (event.outcome !== 'cannot_fix') return true
        const since = earlier.findLastIndex(isOf('CannotFixTold'))
        const over = ['CannotFixAsked', 'ResolutionProposed', 'ResolutionDenied', 'IssueReopened', 'IssueMarkedSpam']
        return since >= 0 && !earlier.slice(since).some(({ event: { type } }) => over.includes(type))
      })
      return agreed(moment) && told(moment) && closed(moment)
    },
  },
  {
    rule: 20,
    says: 'a check is kept from the day before its date on, and nothing is closed as solved before the last one',
    holds: moment => {
      const kept = each('PromiseKept', ({ event, at }, issue) => {
        const promise = issue.promises[event.promise - 1]
        return promise?.kind !== 'watch' || Date.parse(promise.due) - Date.parse(at) <= 86_400_000
      })
      const closed = each('IssueClosed', ({ event }, issue, earlier) => {
        if (event.outcome !== 'confirmed') return true
        const confirmed = earlier.findLast(isOf('ResolutionConfirmed'))
        const checks = issue.promises.filter(({ kind, madeAt }) => kind === 'watch' && madeAt === confirmed?.at)
        return checks.every(({ fate }) => fate.state !== 'open' && fate.state !== 'broken' && fate.state !== 'released')
      })
      return kept(moment) && closed(moment)
    },
  },
  {
    rule: 22,
    says: 'spam leaves nothing running, and is marked and cleared by the owner, their cover or a supervisor',
    holds: moment => {
      const judged = (by: string | null, issue: Issue): boolean =>
        isAsOwner(issue, by) || supervises(by, owner(issue), moment.context)
      const marked = each('IssueMarkedSpam', (recorded, issue) => {
        return judged(memberBy(recorded), issue) && running(issue).length === 0
      })
      return (
        marked(moment) && each('IssueClearedOfSpam', (recorded, issue) => judged(memberBy(recorded), issue))(moment)
      )
    },
  },
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
    says: 'it is stood down by its champion, when everybody who raised it was told the outcome, and the customer heard from us',
    holds: each('EscalationStoodDown', (recorded, issue, earlier, { context }) => {
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
      const heard = issue.companyContacts.some(({ bounced, at }) => !bounced && at >= answeredAt)
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
    rule: 22,
    says: 'a shared cause moves neither the owner nor a promise',
    holds: ({ command, events, before, after }) => {
      if (!['LinkCause', 'UnlinkCause', 'GiveCauseWord', 'SolveCause', 'ReopenCause'].includes(command.type))
        return true
      const settled = events.some(({ from }) => from === 'clock')
      return owner(after) === owner(before) && (settled || isDeepStrictEqual(after.promises, before.promises))
    },
  },
  {
    rule: 27,
    says: 'what is granted without an approval stays within the limit of who grants it, for the issue as a whole',
    holds: each('ConcessionGranted', (recorded, issue, _, { context }) => {
      const role = context.members.get(memberBy(recorded) ?? '')?.role
      const limit = role === 'admin' ? Number.POSITIVE_INFINITY : role === 'supervisor' ? 50_000 : 5_000
      return conceded(issue) + recorded.event.worth.amount <= limit
    }),
  },
  {
    rule: 27,
    says: 'an approval is given by a supervisor other than who asked, within their limit; one waits at most',
    holds: moment => {
      const { context, after } = moment
      const given = each('ConcessionApproved', (recorded, issue) => {
        const asked = issue.concessions.find(({ id }) => id === recorded.event.concession)
        const limit =
          context.members.get(memberBy(recorded) ?? '')?.role === 'admin' ? Number.POSITIVE_INFINITY : 50_000
        const isOther = asked !== undefined && asked.by !== memberBy(recorded)
        const within = conceded(issue) + (asked?.worth.amount ?? 0) <= limit
        return isOther && within && supervises(memberBy(recorded), owner(issue), context)
      })
      return given(moment) && after.concessions.filter(({ state }) => state === 'waiting').length <= 1
    },
  },
  {
    rule: 28,
    says: 'nothing is proposed while a step of its kind is neither done nor excused',
    holds: each('ResolutionProposed', (_, issue, earlier, { context }) =>
      context.rules.checklist.every(({ lesson, kind }) => {
        const last = earlier.findLast(
          ({ event }) => stepEvents.includes(event.type) && 'lesson' in event && event.lesson === lesson,
        )
        return kind !== issue.kind || (last !== undefined && last.event.type !== 'ChecklistStepOpened')
      }),
    ),
  },
  {
    rule: 28,
    says: 'a fact stands otherwise than a lesson says only when a supervisor excused it',
    holds: ({ command, events }) => {
      const isWrong = command.type === 'EstablishFact' && command.key === 'serial' && command.way !== 'scanned'
      const excuse = events.find(isOf('FactExcused'))
      return isWrong ? excuse !== undefined && ['priya', 'ada'].includes(memberBy(excuse) ?? '') : excuse === undefined
    },
  },
  {
    rule: 30,
    says: 'thanks come from others, once for a moment, and go only by who gave them within a day',
    holds: moment => {
      const given = each('KudosGiven', (recorded, issue) => {
        const { for: whom, moment: when } = recorded.event
        const again = issue.kudos.some(
          kudos => kudos.for === whom && kudos.moment === when && isDeepStrictEqual(kudos.by, recorded.by),
        )
        return memberBy(recorded) !== whom && !again
      })
      const takenBack = each('KudosTakenBack', ({ event, by, at }, _, earlier) => {
        const thanks = earlier.filter(isOf('KudosGiven')).find(other => other.event.kudos === event.kudos)
        const isSoon = thanks !== undefined && Date.parse(at) - Date.parse(thanks.at) < 86_400_000
        return isSoon && isDeepStrictEqual(thanks.by, by)
      })
      return given(moment) && takenBack(moment)
    },
  },
  {
    rule: 33,
    says: 'after its words were erased nothing happens to an issue but what machines send',
    holds: ({ before, events }) => {
      const left = ['ContactBounced', 'AutomaticMailBounced', 'MachineWrote']
      return before.erasedAt === null || events.every(({ event }) => left.includes(event.type))
    },
  },
  {
    rule: 33,
    says: 'words are erased by an admin, once nobody waits for us',
    holds: each(
      'WordsErased',
      (recorded, issue, _, { context }) =>
        issue.lifecycle.phase === 'closed' && context.members.get(memberBy(recorded) ?? '')?.role === 'admin',
    ),
  },
  {
    rule: 33,
    says: 'every event has who and when, and time never goes back',
    holds: moment =>
      log(moment).every(({ at, by, from }, index, all) => {
        const earlier = all[index - 1]?.at ?? at
        const someone = by.kind === 'desk' || by.id.length > 0
        return someone && from.length > 0 && earlier <= at && at <= moment.context.now
      }),
  },
  {
    rule: 33,
    says: 'what falls due is the desk’s, as of its due time; everything else is by who acts, now',
    holds: ({ events, context }) =>
      events.every(({ at, by, from }) => {
        if (from === 'clock') return by.kind === 'desk'
        return at === context.now && isDeepStrictEqual(by, context.by)
      }),
  },
  {
    rule: 33,
    says: 'the log gives the stored state, number by number, also through its storage as JSON',
    holds: moment => {
      const { after } = moment
      const whole = log(moment)
      return (
        after.version === whole.length &&
        isDeepStrictEqual(replay(whole), after) &&
        isDeepStrictEqual(JSON.parse(JSON.stringify(after)), after)
      )
    },
  },
  {
    rule: 33,
    says: 'nothing that fell due is left after a decision',
    holds: ({ after, context }) => {
      const next = nextDeadline(after)
      return next === null || next > context.now
    },
  },
  {
    rule: 14,
    says: 'only active members are told, and nobody of what they did themselves',
    holds: ({ events, stages, context }) =>
      events.every((recorded, index) => {
        const [issue, next] = [stages[index], stages[index + 1]]
        if (!issue || !next) return false
        return told(recorded, issue, next, context).every(
          ({ member }) => context.members.get(member)?.active && member !== memberBy(recorded),
        )
      }),
  },
]

/** What was conceded on an issue so far, in cents. */
const conceded = ({ concessions }: Issue): number =>
  concessions.reduce(
    (sum, { state, worth }) => (state === 'granted' || state === 'approved' ? sum + worth.amount : sum),
    0,
  )
