import { each, type Invariant, isAsOwner, isOf, memberBy, openHandoff, owner } from '../moment.ts'

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
]
