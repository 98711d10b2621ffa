import { expect, test } from 'vitest'
import type { Member } from './context.ts'
import { by, call, returnAssist, withdrawAssist, write } from './testing/asks.ts'
import { given } from './testing/given.ts'
import {
  arrived,
  assistAccepted,
  assistAsked,
  assistReturned,
  bounced,
  coverAccepted,
  coverAsked,
  coverBegan,
  covered,
  replied,
} from './testing/history.ts'
import { at, ben, carla, everybody, olu, toTeam } from './testing/people.ts'
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

test('Rule 15: what waits for the owner, waits for who covers them too', () => {
  const back = given(arrived(), replied({ due: at('Thu 11:00') }), bounced(2, at('Tue 10:30')), covered())
  expect(waiting(back.issue).map(({ kind, for: whom }) => [kind, whom.id])).toEqual([
    ['undelivered', ben.id],
    ['undelivered', carla.id],
  ])
})

test('what waits for one member: their own, their team’s, and as a supervisor of the owner, each once', () => {
  const { issue } = given(arrived(), replied(), assistAsked({ of: toTeam('repair') }), bounced(2, at('Tue 11:00')))
  const waits = (id: string) => waitingFor(issue, everybody.get(id) as Member, everybody).map(({ kind }) => kind)
  expect(['ben', 'olu', 'priya'].map(waits)).toEqual([['undelivered'], ['assist'], []])
})
