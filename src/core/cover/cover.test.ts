import { describe, expect, test } from 'vitest'
import type { Member } from '../context.ts'
import type { Issue } from '../issue/issue.ts'
import {
  accept,
  acceptCover,
  acknowledge,
  askAssist,
  askCover,
  by,
  call,
  claim,
  close,
  confirm,
  declineCover,
  endCovers,
  give,
  hear,
  introduce,
  move,
  offer,
  propose,
  setCover,
  takeOver,
  tick,
  write,
} from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  broken,
  closed,
  confirmed,
  coverAccepted,
  coverAsked,
  coverBegan,
  covered,
  diagnosed,
  happened,
  kept,
  moved,
  offered,
  promised,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import {
  ana,
  at,
  ben,
  carla,
  dana,
  everybody,
  gone,
  membersOf,
  olu,
  otto,
  priya,
  ravi,
  theDesk,
  toMember,
  toTeam,
} from '../testing/people.ts'
import { coverInForce } from './cover.ts'

/** Ben's, with a promise for Thursday 11:00; he is to be away on Thursday. */
const bens = () => [arrived(), replied({ due: at('Thu 11:00') })]
const onThursday = () => [...bens(), covered()]
const away = (who: Member, from = at('Thu 00:00'), until = at('Fri 00:00')): Member => ({
  ...who,
  absences: [{ from, until }],
})

const stateOf = (issue: Issue): string | undefined => issue.covers.at(-1)?.state

describe('Rule 15: a cover is asked, and accepts', () => {
  test('Rule 15: the owner asks somebody, who is told; nobody acts for the owner yet', () => {
    given(...bens())
      .when(askCover(), ben, at('Wed 10:00'))
      .yields({ type: 'CoverAsked', cover: 'cover', absent: 'ben', member: 'carla', until: at('Fri 00:00') })
      .told({ member: 'carla', word: 'cover_asked' })
      .check(issue => expect(coverInForce(issue)).toBeNull())
  })

  test('Rule 15: who was asked accepts, the owner is told, and ownership stays', () => {
    given(...bens(), coverAsked())
      .when(acceptCover(), carla, at('Wed 11:00'))
      .yields({ type: 'CoverAccepted', cover: 'cover', mailed: true })
      .told({ member: 'ben', word: 'cover_accepted' })
      .check(issue => expect(issue.ownership.at(-1)?.member).toBe('ben'))
  })

  test('Rule 15: the cover begins with the absence, and ends with it; both are told', () => {
    given(...bens(), coverAsked(), coverAccepted())
      .when(tick, theDesk, at('Thu 00:00'))
      .yields({ type: 'CoverBegan', at: at('Thu 00:00') })
      .told({ member: 'carla', word: 'cover_began' })
    given(arrived(), replied({ due: at('Fri 11:00') }), covered())
      .when(tick, theDesk, at('Fri 00:00'))
      .yields({ type: 'CoverEnded', because: 'time', at: at('Fri 00:00') })
      .told({ member: 'carla', word: 'cover_ended' }, { member: 'ben', word: 'cover_ended' })
      .check(issue => expect(coverInForce(issue)).toBeNull())
  })

  test('Rule 15: accepted after its begin, it is in force at once', () => {
    given(...bens(), coverAsked())
      .when(acceptCover(), carla, at('Thu 09:00'))
      .yields(
        { type: 'CoverMissed', at: at('Thu 00:00'), by: theDesk },
        { type: 'CoverAccepted' },
        { type: 'CoverBegan', at: at('Thu 09:00') },
      )
  })

  test('Rule 15: an absence that begins without an answer is told to owner and supervisor, once', () => {
    given(...bens(), coverAsked())
      .when(tick, theDesk, at('Thu 00:00'))
      .yields({ type: 'CoverMissed', cover: 'cover' })
      .told({ member: 'ben', word: 'cover_missed' }, { member: 'priya', word: 'cover_missed' })
      .when(tick, theDesk, at('Thu 01:00'))
      .yields()
  })

  test('Rule 15: so is one for which the only person asked declined', () => {
    const declined = happened({ type: 'CoverDeclined', cover: 'cover', suggestion: null }, carla, at('Wed 11:00'))
    given(...bens(), coverAsked(), declined)
      .when(tick, theDesk, at('Thu 00:00'))
      .yields({ type: 'CoverMissed', cover: 'cover' })
    given(...bens(), coverAsked(), declined, coverAsked({ cover: 'second', member: dana, when: at('Wed 12:00') }))
      .when(tick, theDesk, at('Thu 00:00'))
      .yields({ type: 'CoverMissed', cover: 'second' })
  })

  test('Rule 15: when nothing falls due in it any more, nobody is told that nobody covers it', () => {
    const declined = happened({ type: 'CoverDeclined', cover: 'cover', suggestion: null }, carla, at('Wed 11:00'))
    given(...bens(), coverAsked(), declined, kept(2, 3, at('Wed 12:00')), promised(3, at('Fri 15:00'), at('Wed 12:00')))
      .when(tick, theDesk, at('Thu 00:00'))
      .yields({ type: 'CoverMissed' })
      .told()
  })

  test('Rule 15: declining costs nothing, with a word on who else or without one', () => {
    given(...bens(), coverAsked())
      .when(declineCover('cover', 'w:dana'), carla, at('Wed 11:00'))
      .yields({ type: 'CoverDeclined', suggestion: 'w:dana' })
      .told({ member: 'ben', word: 'cover_declined' })
  })

  test('Rule 15: who covers already may give it back; then the supervisor is told too', () => {
    given(...onThursday())
      .when(declineCover(), carla, at('Thu 09:00'))
      .yields({ type: 'CoverDeclined' })
      .told({ member: 'ben', word: 'cover_declined' }, { member: 'priya', word: 'cover_declined' })
      .check(issue => expect(coverInForce(issue)).toBeNull())
  })

  test('Rule 15: what nobody has answered is over when the absence is, and a no is never over a second time', () => {
    const missed = happened({ type: 'CoverMissed', cover: 'cover' }, theDesk, at('Thu 00:00'))
    given(arrived({ due: at('Fri 13:00') }), coverAsked(), missed)
      .when(tick, theDesk, at('Fri 00:00'))
      .yields({ type: 'CoverEnded', cover: 'cover', because: 'time' })
      .told({ member: 'carla', word: 'cover_ended' }, { member: 'ben', word: 'cover_ended' })
      .when(tick, theDesk, at('Fri 00:01'))
      .yields()
    const no = happened({ type: 'CoverDeclined', cover: 'cover', suggestion: null }, carla, at('Thu 00:00'))
    given(arrived({ due: at('Fri 13:00') }), coverAsked(), missed, no)
      .when(tick, theDesk, at('Fri 00:00'))
      .yields()
  })

  test('Rule 15: asking another ends what was asked before; the one who accepts takes the place of who did', () => {
    given(...bens(), coverAsked())
      .when(askCover({ cover: 'second', member: dana }), ben, at('Wed 12:00'))
      .yields({ type: 'CoverEnded', cover: 'cover', because: 'another' }, { type: 'CoverAsked', member: 'dana' })
      .told({ member: 'carla', word: 'cover_ended' }, { member: 'dana', word: 'cover_asked' })
    given(
      ...bens(),
      coverAsked(),
      coverAccepted(),
      coverAsked({ cover: 'second', member: dana, when: at('Wed 12:00') }),
    )
      .when(acceptCover('second'), dana, at('Wed 13:00'))
      .yields({ type: 'CoverEnded', cover: 'cover', because: 'another' }, { type: 'CoverAccepted', cover: 'second' })
  })

  test('Rule 15: who covers only the rest takes over from then on', () => {
    const rest = { cover: 'rest', member: dana, from: at('Thu 12:00') }
    const friday = [arrived(), replied({ due: at('Thu 15:00') }), covered()]
    given(...friday, coverAsked({ ...rest, when: at('Thu 09:00') }))
      .when(acceptCover('rest'), dana, at('Thu 09:30'))
      .yields({ type: 'CoverAccepted', cover: 'rest' })
      .check(issue => expect(coverInForce(issue)?.member).toBe('carla'))
      .when(tick, theDesk, at('Thu 12:00'))
      .yields({ type: 'CoverEnded', cover: 'cover', because: 'another' }, { type: 'CoverBegan', cover: 'rest' })
  })

  test('Rule 15: two absences may each have a cover; one person at a time acts for the owner', () => {
    const second = { cover: 'second', absence: 'other', member: dana, from: at('Thu 12:00'), until: at('Sat 00:00') }
    given(
      ...bens(),
      promised(3, at('Fri 15:00'), at('Tue 10:00')),
      covered(),
      coverAsked({ ...second, when: at('Thu 09:00') }),
      coverAccepted({ cover: 'second', member: dana, when: at('Thu 09:30') }),
    )
      .when(tick, theDesk, at('Thu 11:00'))
      .happens()
      .when(tick, theDesk, at('Thu 12:00'))
      .yields({ type: 'CoverEnded', cover: 'cover', because: 'another' }, { type: 'CoverBegan', cover: 'second' })
      .check(issue => expect(coverInForce(issue)?.member).toBe('dana'))
  })

  test('Rule 15: who has agreed and can’t after all asks another; from the very begin on it is in force', () => {
    given(...bens(), coverAsked(), coverAccepted())
      .when(askCover({ cover: 'b', member: dana }), carla, at('Wed 12:00'))
      .happens()
    given(...bens(), coverAsked())
      .when(acceptCover(), carla, at('Thu 00:00'))
      .yields(
        { type: 'CoverMissed', by: theDesk },
        { type: 'CoverAccepted' },
        { type: 'CoverBegan', at: at('Thu 00:00') },
      )
  })

  test('Rule 15: only the owner, who covers already, or a supervisor asks; only who was asked answers, once', () => {
    given(...bens())
      .when(askCover(), dana, at('Wed 10:00'))
      .refuses('not_owner', { owner: 'ben' })
    given(...bens())
      .when(askCover(), otto, at('Wed 10:00'))
      .refuses('not_owner')
    given(...bens())
      .when(askCover(), priya, at('Wed 10:00'))
      .happens()
    given(...onThursday())
      .when(askCover({ cover: 'b', member: dana }), carla, at('Thu 09:00'))
      .happens()
    given(...bens(), coverAsked())
      .when(acceptCover(), dana, at('Wed 11:00'))
      .refuses('not_asked_to_cover', { member: 'carla' })
    given(...bens(), coverAsked())
      .when(declineCover(), ben, at('Wed 11:00'))
      .refuses('not_asked_to_cover')
    given(...bens())
      .when(acceptCover(), carla, at('Wed 11:00'))
      .refuses('no_such_cover')
    given(...onThursday())
      .when(acceptCover(), carla, at('Thu 09:00'))
      .refuses('cover_over', { state: 'in_force' })
    given(...onThursday())
      .when(declineCover(), carla, at('Fri 09:00'))
      .refuses('cover_over', { state: 'over' })
  })

  test('Rule 15: a cover is another active person with a seat, who is there when something falls due', () => {
    const ask = (member: Member, members = everybody) =>
      given(...bens()).when(askCover({ member }), ben, at('Wed 10:00'), { members })
    ask(olu).refuses('no_seat', { member: 'olu' })
    ask(gone).refuses('no_such_member')
    ask(ben).refuses('already_owner')
    const with_ = (person: Member) => membersOf(ben, person, priya)
    ask(carla, with_(away(carla))).refuses('away', { member: 'carla', until: at('Fri 00:00') })
    ask(carla, with_(away(carla, at('Thu 12:00')))).happens()
    // She is back at the very moment at which it would be broken.
    ask(carla, with_(away(carla, at('Thu 09:00'), at('Thu 11:00')))).refuses('away')
    ask(carla, with_(away(carla, at('Thu 11:00'), at('Thu 12:00')))).happens()
    given(...bens(), coverAsked())
      .when(askCover({ cover: 'b' }), ben, at('Wed 12:00'))
      .refuses('already_covered', { member: 'carla' })
  })

  test('Rule 15: a cover is for what falls due in the absence, or is owed already', () => {
    given(arrived(), replied({ due: at('Fri 11:00') }))
      .when(askCover(), ben, at('Wed 10:00'))
      .refuses('nothing_to_cover')
    given(arrived(), replied({ due: at('Thu 00:00') }))
      .when(askCover(), ben, at('Wed 10:00'))
      .refuses('nothing_to_cover')
    given(arrived(), replied({ due: at('Fri 00:00') }))
      .when(askCover(), ben, at('Wed 10:00'))
      .happens()
    const owed = [arrived(), broken(1, at('Tue 13:00'), at('Wed 13:00'))]
    given(...owed)
      .when(askCover(), ben, at('Wed 10:00'))
      .happens()
    const members = membersOf(ben, away(carla, at('Wed 00:00'), at('Thu 09:00')), priya)
    given(...owed)
      .when(askCover(), ben, at('Wed 10:00'), { members })
      .refuses('away')
    given(...bens())
      .when(askCover({ until: at('Wed 09:00') }), ben, at('Wed 10:00'))
      .refuses('due_in_past')
    given(arrived(), proposed(), confirmed(), closed()).when(askCover(), ben, at('Wed 10:00')).refuses('closed')
  })

  test('Rule 15: what was asked is over when nothing falls due any more; what was agreed to stands', () => {
    given(...bens(), coverAsked())
      .when(write(by(at('Fri 15:00'))), ben, at('Wed 12:00'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'PromiseKept', promise: 2 },
        { type: 'PromiseMade' },
        { type: 'CoverEnded', because: 'not_needed', by: ben },
      )
    given(...bens(), coverAsked(), coverAccepted())
      .when(write(by(at('Fri 15:00'))), ben, at('Wed 12:00'))
      .happens()
      .check(issue => expect(stateOf(issue)).toBe('accepted'))
  })
})

describe('Rule 15: the cover acts in the owner’s place in everything', () => {
  test('Scenario 37: Carla’s call on Thursday 10:30 keeps it; Ben owns', () => {
    given(...onThursday())
      .when(call('out', 'reached', { promise: by(at('Fri 15:00')) }), carla, at('Thu 10:30'))
      .yields(
        { type: 'CustomerContacted', reached: true, by: carla },
        { type: 'PromiseKept', promise: 2 },
        { type: 'PromiseMade' },
      )
      .check(issue => expect(issue.ownership.map(({ member }) => member)).toEqual(['ben']))
  })

  test('Rules 3 and 13: only from its begin, and only until its end', () => {
    given(...bens(), coverAsked(), coverAccepted())
      .when(write(by(at('Fri 15:00'))), carla, at('Wed 12:00'))
      .refuses('not_owner')
    given(...onThursday())
      .when(write(by(at('Fri 15:00'))), carla, at('Fri 09:00'))
      .refuses('not_owner')
    given(...onThursday())
      .when(write(by(at('Fri 15:00'))), dana, at('Thu 09:00'))
      .refuses('not_owner')
    given(...onThursday())
      .when(write(by(at('Fri 15:00'))), ben, at('Thu 09:00'))
      .happens()
  })

  test('Rules 6, 8, 12, 13 and 17: promises, offers, introductions and proposals', () => {
    given(...onThursday())
      .when(give(at('Fri 15:00')), carla, at('Thu 09:00'))
      .happens()
    given(...onThursday())
      .when(move(2, at('Fri 15:00')), carla, at('Thu 09:00'))
      .happens()
    given(...onThursday())
      .when(propose(), carla, at('Thu 09:00'))
      .happens()
    given(...onThursday(), diagnosed(at('Thu 08:00')))
      .when(offer(toMember(ravi)), carla, at('Thu 09:00'))
      .happens()
    const known = [
      ...onThursday(),
      diagnosed(at('Thu 08:00')),
      offered({ to: toMember(ravi), when: at('Thu 09:00'), expiresAt: at('Thu 10:00'), by: carla }),
      accepted({ when: at('Thu 09:10'), due: at('Fri 12:00'), fallsThroughAt: at('Thu 13:10'), by: ravi }),
    ]
    given(...known)
      .when(introduce([2]), carla, at('Thu 09:20'))
      .happens()
      .check(issue => expect(issue.handoff).toMatchObject({ state: 'introduced', giver: 'ben' }))
  })

  test('Rules 7 and 11: nobody offers it to themselves, nor takes as a team what they gave as the cover', () => {
    given(...onThursday(), diagnosed(at('Thu 08:00')))
      .when(offer(toMember(carla)), carla, at('Thu 09:00'))
      .refuses('to_yourself')
    const toPlans = offered({ to: toTeam('plans'), when: at('Thu 09:00'), expiresAt: at('Thu 10:00'), by: carla })
    given(...onThursday(), diagnosed(at('Thu 08:00')), toPlans)
      .when(accept(at('Fri 12:00')), carla, at('Thu 09:10'))
      .refuses('not_offered_to_you')
    const toCarla = offered({ when: at('Thu 09:00'), expiresAt: at('Thu 10:00') })
    given(...onThursday(), diagnosed(at('Thu 08:00')), toCarla)
      .when(accept(at('Fri 12:00')), carla, at('Thu 09:10'))
      .happens()
  })

  test('Rule 16: they ask others for assists, not themselves', () => {
    given(...onThursday())
      .when(askAssist(toMember(olu), at('Thu 12:00')), carla, at('Thu 09:00'))
      .happens()
    given(...onThursday())
      .when(askAssist(toMember(carla), at('Thu 12:00')), carla, at('Thu 09:00'))
      .refuses('to_yourself')
  })

  test('Rule 18: who heard the customer is on record as themselves, and who closes', () => {
    const asked = proposed({ contact: 2, promise: 2, when: at('Tue 10:00'), due: at('Fri 10:00') })
    given(arrived(), asked, covered())
      .when(confirm('w:yes'), carla, at('Thu 09:00'))
      .yields(
        { type: 'ResolutionConfirmed', confirmation: { by: 'owner', member: 'carla', heard: 'phone', words: 'w:yes' } },
        { type: 'PromiseReleased' },
      )
      .when(close(), carla, at('Thu 09:10'))
      .yields({ type: 'IssueClosed', by: carla }, { type: 'CoverEnded', because: 'closed' })
  })

  test('Rule 26: nor can they answer the alarm', () => {
    const supervised = [...bens(), coverAsked({ member: priya }), coverAccepted({ member: priya }), coverBegan()]
    given(...supervised, raised(at('Thu 09:00')))
      .when(acknowledge, priya, at('Thu 09:10'))
      .refuses('own_alarm')
  })

  test('Rule 15: what the owner hears, they hear too', () => {
    given(...onThursday())
      .when(hear(), ana, at('Thu 09:00'))
      .happens()
      .told({ member: 'ben', word: 'customer_wrote' }, { member: 'carla', word: 'customer_wrote' })
    given(...onThursday())
      .when(tick, theDesk, at('Thu 11:00'))
      .yields({ type: 'PromiseBroken', promise: 2 })
      .told(
        { member: 'ben', word: 'promise_broken' },
        { member: 'carla', word: 'promise_broken' },
        { member: 'priya', word: 'promise_broken' },
      )
  })

  test('Rule 15: when the customer is in touch and nobody is there for them, the supervisors are told', () => {
    given(...bens())
      .when(hear(), ana, at('Thu 09:00'), { members: membersOf(away(ben), carla, priya) })
      .happens()
      .told({ member: 'ben', word: 'customer_wrote' }, { member: 'priya', word: 'uncovered' })
    given(...onThursday())
      .when(call('in', 'voicemail'), dana, at('Thu 09:00'), { members: membersOf(away(ben), away(carla), dana, priya) })
      .happens()
      .told(
        { member: 'ben', word: 'customer_called' },
        { member: 'carla', word: 'customer_called' },
        { member: 'priya', word: 'uncovered' },
      )
    given(...onThursday())
      .when(hear(), ana, at('Thu 09:00'), { members: membersOf(away(ben), carla, priya) })
      .happens()
      .told({ member: 'ben', word: 'customer_wrote' }, { member: 'carla', word: 'customer_wrote' })
  })
})

describe('Rule 15: a cover that was set, and how covers end', () => {
  test('Scenario 38: a supervisor sets it, and it is in force at once; both are told', () => {
    given(...bens())
      .when(setCover({ from: at('Thu 08:50') }), priya, at('Thu 08:50'))
      .yields({ type: 'CoverSet', member: 'carla', absent: 'ben', mailed: true }, { type: 'CoverBegan' })
      .told(
        { member: 'carla', word: 'cover_set' },
        { member: 'ben', word: 'cover_accepted' },
        { member: 'carla', word: 'cover_began' },
      )
    given(...bens())
      .when(setCover(), ben, at('Thu 08:50'))
      .refuses('not_supervisor')
    given(...bens())
      .when(setCover(), otto, at('Thu 08:50'))
      .refuses('not_supervisor')
    given(...bens(), moved(ben, priya, 'takeover', at('Wed 12:00')))
      .when(setCover(), priya, at('Thu 08:50'))
      .refuses('not_supervisor')
    given(...bens())
      .when(setCover({ member: olu }), priya, at('Thu 08:50'))
      .refuses('no_seat')
    given(arrived(), proposed(), confirmed(), closed()).when(setCover(), priya, at('Thu 08:50')).refuses('closed')
  })

  test('Scenario 40: another takes the place of a cover who is ill, by the supervisor of either', () => {
    const ravis = [...bens(), coverAsked({ member: ravi }), coverAccepted({ member: ravi }), coverBegan()]
    given(...ravis)
      .when(setCover({ cover: 'second', member: dana }), otto, at('Thu 08:50'))
      .yields(
        { type: 'CoverEnded', cover: 'cover', because: 'another' },
        { type: 'CoverSet', cover: 'second', absent: 'ben' },
        { type: 'CoverBegan', cover: 'second' },
      )
      .check(issue => expect(coverInForce(issue)?.member).toBe('dana'))
  })

  test('Rule 15: the owner does not go, or is back: they look after it themselves again', () => {
    given(...bens(), coverAsked())
      .when(endCovers, ben, at('Wed 12:00'))
      .yields({ type: 'CoverEnded', because: 'back' })
      .told({ member: 'carla', word: 'cover_ended' })
    given(...onThursday())
      .when(endCovers, priya, at('Thu 12:00'))
      .happens()
    given(...onThursday())
      .when(endCovers, dana, at('Thu 09:00'))
      .refuses('not_owner')
  })

  test('Rule 4: ownership that moves, any way, ends it', () => {
    given(...onThursday())
      .when(takeOver, priya, at('Thu 09:00'))
      .yields({ type: 'OwnershipMoved' }, { type: 'PromiseMade' }, { type: 'CoverEnded', because: 'ownership' })
    given(arrived({ due: at('Thu 13:00') }), covered())
      .when(claim, dana, at('Thu 09:00'))
      .yields({ type: 'OwnershipMoved', way: 'claim' }, { type: 'CoverEnded', because: 'ownership' })
    given(...bens(), coverAsked(), moved(ben, priya, 'takeover', at('Wed 12:00')))
      .when(write(by(at('Fri 15:00'))), priya, at('Wed 13:00'))
      .happens()
      .check(issue => expect(stateOf(issue)).toBe('over'))
  })

  test('Rule 5: so does a closing', () => {
    given(
      arrived(),
      proposed({ due: at('Thu 10:00') }),
      coverAsked(),
      coverAccepted(),
      confirmed({ when: at('Wed 12:00') }),
    )
      .when(close(), ben, at('Wed 13:00'))
      .yields({ type: 'IssueClosed' }, { type: 'CoverEnded', because: 'closed' })
  })
})
