import type { Recorded } from '../../../src/core/events.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { contactsIn, each, type Invariant, isAsOwner, isOf, memberBy, openHandoff, owner } from '../moment.ts'
import { openMinutes } from '../office-hours.ts'

const ends = ['HandoffDeclined', 'HandoffExpired', 'HandoffWithdrawn', 'HandoffMet', 'HandoffFellThrough']

/** From hand to hand (Rules 6 to 8, 10 and 11). */
export const handoffInvariants: readonly Invariant[] = [
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
      for (const { event } of moment.log) {
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
      return (
        introductions.at(-1)?.event.type === 'HandoffIntroduced' &&
        accepted?.event.handoff === recorded.event.handoff &&
        (recorded.event.live !== null || memberBy(accepted) === memberBy(recorded)) &&
        issue.handoff?.giver === owner(issue) &&
        issue.handoff.giver !== memberBy(accepted)
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
      const met = moment.log.filter(isOf('HandoffMet')).length
      const looked = moment.log.filter(isOf('LookedBack')).length
      const { lifecycle, lookBacks } = moment.after
      return lookBacks.length === met - looked && (lifecycle.phase !== 'closed' || lookBacks.length === 0)
    },
  },
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
    rule: 6,
    says: 'an offer tells the problem, the diagnosis, what was tried and told, why and what for; by phone whom to call back',
    holds: each('HandoffOffered', ({ event: { brief } }, issue) => {
      const { problem, diagnosis, tried, why, asked, told, callback } = brief
      const isWhole = [problem, diagnosis, tried, why, asked, told].every(words => words.length > 0)
      return isWhole && (issue.channel !== 'phone' || callback !== null)
    }),
  },
  {
    rule: 7,
    says: 'it is offered to somebody else with a seat who is there, or to a team with such a person',
    holds: each('HandoffOffered', ({ event: { to }, at }, issue, _, { context }) => {
      const able = [...context.members.values()].filter(
        ({ id, active, role }) => active && role !== 'colleague' && id !== owner(issue),
      )
      if (to.kind === 'team') return able.some(({ teams }) => teams.includes(to.team))
      const asked = able.find(({ id }) => id === to.member)
      return asked?.absences.every(({ from, until }) => at < from || until <= at) === true
    }),
  },
  {
    rule: 7,
    says: 'it is accepted by whom it was offered to, with a seat, in their own words and by a time ahead, or declined with who or what instead',
    holds: moment => {
      const isTheirs = (recorded: Recorded, issue: Issue): boolean => {
        const by = moment.context.members.get(memberBy(recorded) ?? '')
        const to = issue.handoff?.to
        const isAsked = to?.kind === 'member' ? to.member === by?.id : by?.teams.includes(to?.team ?? '')
        return (
          isAsked === true && by?.role !== 'colleague' && by?.id !== owner(issue) && issue.handoff?.state === 'offered'
        )
      }
      const accepted = each('HandoffAccepted', (recorded, issue) => {
        const { readBack, nextStep, due, moves } = recorded.event
        const isAhead = due > recorded.at && moves.every(move => move.due > recorded.at)
        return isTheirs(recorded, issue) && isAhead && readBack.length > 0 && nextStep.length > 0
      })
      const declined = each('HandoffDeclined', (recorded, issue) => {
        const { reason, suggestion } = recorded.event
        return isTheirs(recorded, issue) && (reason === 'no_capacity' || suggestion !== null)
      })
      return accepted(moment) && declined(moment)
    },
  },
  {
    rule: 7,
    says: 'an unanswered offer expires after an hour of the desk, and what was accepted falls through after four without a greeting',
    holds: moment => {
      const expired = each('HandoffExpired', ({ at, by }, issue, earlier) => {
        const offered = earlier.findLast(isOf('HandoffOffered'))?.at ?? at
        return by.kind === 'desk' && issue.handoff?.state === 'offered' && openMinutes(offered, at) === 60
      })
      const fell = each('HandoffFellThrough', ({ at, by }, issue, earlier) => {
        const accepted = earlier.findLast(isOf('HandoffAccepted'))?.at ?? at
        return by.kind === 'desk' && issue.handoff?.giver === owner(issue) && openMinutes(accepted, at) === 240
      })
      return expired(moment) && fell(moment)
    },
  },
  {
    rule: 8,
    says: 'the giver owns it until they have met, and from that moment on the receiver does',
    holds: ({ events, after }) => {
      const open = openHandoff(after)
      const met = events.some(isOf('HandoffMet')) && after.handoff
      return (
        (open === null || open.giver === owner(after)) && (!met || ('receiver' in met && met.receiver === owner(after)))
      )
    },
  },
  {
    rule: 8,
    says: 'an introduction is a word of the giver, or a talk of all, and promises the receiver’s next step',
    holds: each('HandoffIntroduced', (recorded, issue, earlier) => {
      const { contact, promise, live } = recorded.event
      const { at } = recorded
      const isTold = contactsIn(earlier).some(other => other.id === contact && other.at === at)
      const given = issue.promises[promise - 1]
      const accepted = issue.handoff && 'due' in issue.handoff ? issue.handoff.due : at
      const isPromised = given?.fate.state === 'open' && (accepted <= at || given.due === accepted)
      return isTold && isPromised && (live !== null || isAsOwner(issue, memberBy(recorded)))
    }),
  },
  {
    rule: 10,
    says: 'it has moved when somebody was in touch with the customer since they met, and otherwise it has not',
    holds: each('LookedBack', ({ event: { handoff, moved } }, _, earlier) => {
      const met = earlier.filter(isOf('HandoffMet')).find(({ event }) => event.handoff === handoff)
      const came = earlier.filter(isOf('ContactBounced')).map(({ event }) => event.contact)
      const since = contactsIn(earlier).filter(({ id, at }) => met && at > met.at && !came.includes(id))
      return met !== undefined && (moved !== null) === since.length > 0
    }),
  },
]
