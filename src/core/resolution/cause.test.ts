import { describe, expect, test } from 'vitest'
import type { Command } from '../commands.ts'
import { refuse } from '../refusals.ts'
import { by, propose, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, happened, proposed, replied } from '../testing/history.ts'
import { ana, at, ben, carla, everybody, olu, priya } from '../testing/people.ts'
import { waiting } from '../waiting.ts'
import { mayOnCause, refuseAsLead } from './cause.ts'

const link = (cause = 7): Command => ({ type: 'LinkCause', cause })
const unlink = (cause = 7): Command => ({ type: 'UnlinkCause', cause })
const word = (cause = 7): Command => ({ type: 'GiveCauseWord', cause, message: 'w:word' })
const solve = (cause = 7): Command => ({
  type: 'SolveCause',
  cause,
  wrong: 'w:wrong',
  done: 'w:done',
  holds: 'w:holds',
})
const reopen = (cause = 7): Command => ({ type: 'ReopenCause', cause })

const linked = (when = at('Tue 10:00')) => happened({ type: 'CauseLinked', cause: 7 }, carla, when)
const heard = happened({ type: 'CauseWordGiven', cause: 7, message: 'w:word' }, carla, at('Tue 11:00'))
const solved = happened(
  { type: 'CauseSolved', cause: 7, wrong: 'w:wrong', done: 'w:done', holds: 'w:holds' },
  carla,
  at('Tue 12:00'),
)
const issue = () => [...arrived(), ...replied({ when: at('Tue 09:30') })]
const over = () => [...arrived(), ...proposed(), ...confirmed(), closed()]
const waits = (...parts: Parameters<typeof given>) =>
  waiting(given(...parts).issue).map(({ kind, for: { id } }) => `${kind} ${id}`)

describe('Rule 22: the same problem of several customers is a shared cause', () => {
  test('anybody with a seat links it; owner and promises stay, and the owner is told', () => {
    given(issue())
      .when(link(), carla, at('Tue 10:00'))
      .yields({ type: 'CauseLinked', cause: 7 })
      .told({ member: 'ben', word: 'cause_linked' })
      .check(after => {
        expect(after.ownership).toHaveLength(1)
        expect(after.promises.map(({ fate }) => fate.state)).toEqual(['kept', 'open'])
      })
    given(issue()).when(link(), olu, at('Tue 10:00')).refuses('no_seat')
    given(issue()).when(link(), ana, at('Tue 10:00')).refuses('no_seat')
    given(over()).when(link(), carla, at('Tue 17:00')).refuses('closed')
  })

  test('one cause at a time; it can turn out to be another problem', () => {
    given(issue(), linked()).when(link(8), carla, at('Tue 11:00')).refuses('cause_linked', { cause: 7 })
    given(issue(), linked()).when(unlink(), ben, at('Tue 11:00')).yields({ type: 'CauseUnlinked', cause: 7 })
    given(issue(), linked()).when(unlink(8), ben, at('Tue 11:00')).refuses('not_of_this_cause', { cause: 8 })
    given(issue(), linked()).when(unlink(), olu, at('Tue 11:00')).refuses('no_seat')
    given(issue()).when(unlink(), ben, at('Tue 11:00')).refuses('not_of_this_cause')
    expect(
      given(issue(), linked(), happened({ type: 'CauseUnlinked', cause: 7 }, ben, at('Tue 11:00'))).issue.cause,
    ).toBe(null)
  })

  test('one message to all waits for each owner, until there was contact with their customer', () => {
    given(issue(), linked())
      .when(word(), carla, at('Tue 11:00'))
      .yields({ type: 'CauseWordGiven', cause: 7, message: 'w:word' })
      .told({ member: 'ben', word: 'cause_word' })
    expect(waits(issue(), linked())).toEqual([])
    expect(waits(issue(), linked(), heard)).toEqual(['cause_word ben'])
    given(issue(), linked(), heard)
      .when(write(by(at('Thu 11:00'))), ben, at('Tue 11:30'))
      .happens()
      .check(after => expect(waiting(after)).toEqual([]))
    given(issue()).when(word(), carla, at('Tue 11:00')).refuses('not_of_this_cause')
    given(issue(), linked()).when(word(8), carla, at('Tue 11:00')).refuses('not_of_this_cause')
  })

  test('solved: each owner resolves theirs', () => {
    given(issue(), linked(), heard)
      .when(solve(), carla, at('Tue 12:00'))
      .yields({ type: 'CauseSolved', cause: 7, wrong: 'w:wrong', done: 'w:done', holds: 'w:holds' })
      .told({ member: 'ben', word: 'cause_solved' })
    expect(waits(issue(), linked(), heard, solved)).toEqual(['cause_solved ben'])
    given(issue(), linked(), solved)
      .when(propose(), ben, at('Tue 12:30'))
      .happens()
      .check(after => expect(waiting(after)).toEqual([]))
    given(issue()).when(solve(), carla, at('Tue 12:00')).refuses('not_of_this_cause')
  })

  test('not solved after all: it waits for nobody to resolve', () => {
    given(issue(), linked(), solved).when(reopen(), priya, at('Wed 10:00')).yields({ type: 'CauseReopened', cause: 7 })
    given(issue(), linked()).when(reopen(), priya, at('Wed 10:00')).yields()
    given(issue()).when(reopen(), priya, at('Wed 10:00')).refuses('not_of_this_cause')
    const back = happened({ type: 'CauseReopened', cause: 7 }, priya, at('Wed 10:00'))
    expect(waits(issue(), linked(), solved, back)).toEqual([])
  })

  test('who leads it and their supervisor speak for it', () => {
    const cause = { id: 7, lead: carla.id, state: 'open' as const }
    const asked = (id: string) => refuseAsLead(cause, id, { members: everybody })
    expect([asked('carla'), asked('priya'), asked('ada')]).toEqual([undefined, undefined, undefined])
    expect(asked('ben')).toEqual(refuse('not_lead', { lead: 'carla' }))
    expect(asked('otto')).toEqual(refuse('not_lead', { lead: 'carla' }))
    expect(asked('nobody')).toEqual(refuse('not_lead', { lead: 'carla' }))
  })

  test('a closed issue of the cause is left alone', () => {
    const before = [...arrived(), linked(at('Tue 09:30')), ...proposed(), ...confirmed(), closed()]
    given(before).when(word(), carla, at('Tue 17:00')).yields()
    given(before).when(solve(), carla, at('Tue 17:00')).yields()
  })
})

describe('Rule 22: what somebody may do on a cause', () => {
  const open = { id: 7, lead: carla.id, state: 'open' } as const
  const may = (id: string, cause: Parameters<typeof mayOnCause>[0] = open, ownsOne = false) =>
    mayOnCause(cause, id, ownsOne, { members: everybody })

  test('its lead speaks for it, and asks for help where they own an issue of it', () => {
    expect(may(carla.id)).toEqual(['give_word', 'solve'])
    expect(may(carla.id, open, true)).toEqual(['ask_assist', 'give_word', 'solve'])
    expect(may(carla.id, { ...open, state: 'solved' })).toEqual(['reopen'])
  })

  test('their supervisor speaks for it, too; everybody else may take the lead', () => {
    expect(may(priya.id)).toEqual(['lead', 'give_word', 'solve'])
    expect(may(ben.id, open, true)).toEqual(['lead'])
  })
})
