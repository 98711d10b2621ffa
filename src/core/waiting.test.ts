import { expect, test } from 'vitest'
import type { Member } from './context.ts'
import { by, call, returnAssist, withdrawAssist, write } from './testing/asks.ts'
import { given } from './testing/given.ts'
import {
  arrived,
  askedCannotFix,
  assistAccepted,
  assistAsked,
  assistReturned,
  bounced,
  coverAccepted,
  coverAsked,
  coverBegan,
  covered,
  erased,
  handedOver,
  happened,
  matched,
  promised,
  replied,
} from './testing/history.ts'
import { at, ben, carla, dana, everybody, membersOf, olu, priya, theDesk, toMember, toTeam } from './testing/people.ts'
import { waiting, waitingFor } from './waiting.ts'

test('Told: an undelivered word waits for the owner until another one reaches the customer', () => {
  const back = given(arrived(), replied(), bounced(2, at('Tue 10:30')))
  expect(waiting(back.issue)).toEqual([
    { kind: 'undelivered', of: 2, for: { kind: 'member', id: 'ben' }, since: at('Tue 10:00'), due: null },
  ])
  back
    .when(write(by(at('Fri 12:00'))), ben, at('Tue 11:00'))
    .happens()
    .check(issue => expect(waiting(issue)).toEqual([]))
})

test('Rule 16: an assist waits for whom it is asked of, then for who accepted; what came of it for the owner', () => {
  const asked = { kind: 'assist', of: 1, since: at('Tue 10:30'), due: at('Thu 12:00') }
  const ofTeam = [arrived(), replied(), assistAsked({ of: toTeam('repair') })].flat()
  expect(waiting(given(ofTeam).issue)).toEqual([{ ...asked, for: { kind: 'team', id: 'repair' } }])
  given(ofTeam, assistAccepted())
    .when(returnAssist(), olu, at('Wed 15:00'))
    .happens()
    .check(issue =>
      expect(waiting(issue)).toEqual([
        {
          kind: 'assist_over',
          of: 1,
          for: { kind: 'member', id: 'ben' },
          since: at('Wed 15:00'),
          due: at('Fri 11:00'),
        },
      ]),
    )
  expect(waiting(given(ofTeam, assistAccepted()).issue)).toEqual([{ ...asked, for: { kind: 'member', id: 'olu' } }])
  given(ofTeam, assistReturned())
    .when(write(by(at('Fri 12:00'))), ben, at('Wed 16:00'))
    .happens()
    .check(issue => expect(waiting(issue)).toEqual([]))
  const ofDana = { ...asked, for: { kind: 'member', id: 'dana' } }
  expect(waiting(given(arrived(), replied(), assistAsked({ of: toMember(dana) })).issue)).toEqual([ofDana])
  const sooner = given(ofTeam, assistReturned(), promised(3, at('Thu 11:00'), at('Wed 15:10')))
  expect(waiting(sooner.issue)).toMatchObject([{ kind: 'assist_over', due: at('Thu 11:00') }])
  given(ofTeam)
    .when(withdrawAssist(), ben, at('Wed 10:00'))
    .happens()
    .check(issue => expect(waiting(issue)).toEqual([]))
})

test('Rule 15: an answer waits for whom was asked to cover, until the absence begins', () => {
  const asked = given(arrived(), replied({ due: at('Thu 11:00') }), coverAsked())
  expect(waiting(asked.issue)).toEqual([
    {
      kind: 'cover_asked',
      of: 1,
      for: { kind: 'member', id: 'carla' },
      since: at('Wed 10:00'),
      due: at('Thu 00:00'),
    },
  ])
})

test('Rule 15: a customer to whom the desk can’t write of the cover is to be told by a person', () => {
  const unknown = given(arrived(), replied({ due: at('Thu 11:00') }), coverAsked(), coverAccepted({ mailed: false }))
  const tell = { kind: 'tell_of_cover', of: 1, since: at('Wed 11:00'), due: null }
  expect(waiting(unknown.issue)).toEqual([{ ...tell, for: { kind: 'member', id: 'ben' } }])
  unknown
    .when(call('out', 'reached', { keeps: [] }), ben, at('Wed 12:00'))
    .happens()
    .check(issue => expect(waiting(issue)).toEqual([]))
  const begun = given(
    arrived(),
    replied({ due: at('Thu 11:00') }),
    coverAsked(),
    coverAccepted({ mailed: false }),
    coverBegan(),
  )
  expect(waiting(begun.issue)).toEqual([
    { ...tell, for: { kind: 'member', id: 'ben' } },
    { ...tell, for: { kind: 'member', id: 'carla' } },
  ])
})

test('Rule 15: a cover who can’t look after it has nothing to tell the customer', () => {
  const no = happened({ type: 'CoverDeclined', cover: 'cover', suggestion: null }, carla, at('Wed 11:00'))
  expect(waiting(given(arrived(), replied({ due: at('Thu 11:00') }), coverAsked(), no).issue)).toEqual([])
})

test('Rule 33: what was erased waits for nobody', () => {
  expect(waiting(given(arrived(), replied(), bounced(2, at('Tue 10:30')), erased()).issue)).toEqual([])
})

test('Rule 15: what waits for the owner, waits for who covers them too', () => {
  const back = given(arrived(), replied({ due: at('Thu 11:00') }), bounced(2, at('Tue 10:30')), covered())
  expect(waiting(back.issue).map(({ kind, for: whom }) => [kind, whom.id])).toEqual([
    ['undelivered', ben.id],
    ['undelivered', carla.id],
  ])
})

test('Rule 15: beside what waits for the cover anyway; what waits for the owner’s supervisors stays theirs', () => {
  const issue = given(
    arrived({ due: at('Fri 13:00') }),
    matched(),
    assistAsked({ of: toMember(carla), due: at('Fri 12:00') }),
    askedCannotFix(at('Wed 10:00'), at('Thu 12:00')),
    covered(),
  ).issue
  expect(waiting(issue).map(({ kind, for: whom }) => [kind, whom.kind, whom.id])).toEqual([
    ['assist', 'member', 'carla'],
    ['cannot_fix_asked', 'supervisors', 'ben'],
    ['match', 'member', 'ben'],
    ['match', 'member', 'carla'],
  ])
})

test('Rule 19: what waits for the supervisors of somebody waits for each of them, and never for themselves', () => {
  const waits = (owner: Member) => {
    const { issue } = given(arrived({ owner }), askedCannotFix())
    return [...everybody.values()].filter(who => waitingFor(issue, who, everybody).length > 0).map(({ id }) => id)
  }
  expect(waits(ben)).toEqual(['priya', 'ada'])
  expect(waits(priya)).toEqual(['otto', 'ada'])
  const { issue } = given(arrived({ owner: ben }), askedCannotFix())
  expect(waitingFor(issue, priya, membersOf(priya))).toEqual([])
})

test('Rule 10: the same work is there once for who supervises both; what is of another number or kind beside it', () => {
  const still = (handoff: number, giver: string, receiver: string) =>
    happened({ type: 'LookedBack', handoff, giver, receiver, moved: null }, theDesk, at('Wed 12:00'))
  const { issue } = given(
    arrived({ due: at('Fri 13:00') }),
    handedOver(),
    still(1, 'ben', 'carla'),
    still(2, 'carla', 'dana'),
    assistAsked({ of: toTeam('plans'), due: at('Fri 12:00') }),
  )
  const waits = (who: Member) => waitingFor(issue, who, everybody).map(({ kind, of }) => `${kind} ${of}`)
  expect(waits(priya)).toEqual(['look_back 1', 'look_back 2'])
  expect(waits(ben)).toEqual(['look_back 1'])
  expect(waits(carla)).toEqual(['look_back 2', 'assist 1'])
})

test('what waits for one member: their own, their team’s, and as a supervisor of the owner, each once', () => {
  const { issue } = given(arrived(), replied(), assistAsked({ of: toTeam('repair') }), bounced(2, at('Tue 11:00')))
  const waits = (id: string) => waitingFor(issue, everybody.get(id) as Member, everybody).map(({ kind }) => kind)
  expect(['ben', 'olu', 'priya'].map(waits)).toEqual([['undelivered'], ['assist'], []])
})
