import { describe, expect, test } from 'vitest'
import type { Command } from '../commands.ts'
import type { Member } from '../context.ts'
import { may } from '../may.ts'
import { call, confirm, hear, note } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import type { Part } from '../testing/history.ts'
import {
  answered,
  arrived,
  closed,
  confirmed,
  erased,
  lookalikes,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import { ada, ana, at, ben, carla, contextAt, gone, olu, priya, theDesk } from '../testing/people.ts'
import { waiting } from '../waiting.ts'

const recognize = (customer = 'anna'): Command => ({ type: 'RecognizeCustomer', customer })
const dismiss = (customer = 'anna'): Command => ({ type: 'DismissLookalike', customer })
const merge: Command = { type: 'MergeCustomer', merge: 'm', from: 'ana', into: 'anna' }
const unmerge: Command = { type: 'UnmergeCustomer', merge: 'm', from: 'ana', into: 'anna' }
const erase: Command = { type: 'EraseWords' }

const now = at('Tue 10:00')

describe('Scenario 5: "is this Ana?"', () => {
  const stranger = given(arrived(), lookalikes())

  test('is work for the owner until somebody says', () => {
    expect(waiting(stranger.issue)).toEqual([
      { kind: 'is_this', of: 1, for: { kind: 'member', id: 'ben' }, since: at('Tue 09:00'), due: null },
    ])
    const answer = (issue: Parameters<typeof waiting>[0]) => expect(waiting(issue)).toEqual([])
    stranger.when(recognize(), ben, now).yields({ type: 'CustomerRecognized', customer: 'anna' }).check(answer)
    stranger.when(dismiss(), ben, now).yields({ type: 'LookalikeDismissed', customer: 'anna' }).check(answer)
  })

  test('is said by the owner, the champion or a supervisor; nobody else', () => {
    stranger.when(recognize(), priya, now).happens()
    given(arrived(), lookalikes(), raised(at('Tue 09:30')), answered(at('Tue 09:40'), carla))
      .when(recognize(), carla, now)
      .happens()
    for (const command of [recognize(), dismiss()]) {
      stranger.when(command, carla, now).refuses('not_owner', { owner: 'ben' })
      stranger.when(command, ana, now).refuses('not_owner')
    }
  })

  test('also somebody whom the desk did not propose; not the record itself', () => {
    stranger.when(recognize('anne'), ben, now).yields({ type: 'CustomerRecognized', customer: 'anne' })
    stranger.when(recognize('ana'), ben, now).refuses('same_customer')
  })

  test('a dismissed one is not asked again', () => {
    stranger.when(dismiss(), ben, now).happens().when(dismiss(), ben, now).refuses('not_proposed')
  })
})

describe('merging two records of one customer', () => {
  const issue = given(arrived(), lookalikes(), proposed())
  const merged = issue.when(merge, carla, at('Tue 11:00')).yields({ type: 'CustomerMerged', from: 'ana', into: 'anna' })

  test('Rule 18: who may confirm follows', () => {
    merged.when(confirm(), ana, at('Tue 12:00')).refuses('not_this_customer')
    merged
      .when(confirm(), { kind: 'customer', id: 'anna' }, at('Tue 12:00'))
      .yields({ type: 'ResolutionConfirmed' }, { type: 'PromiseReleased' })
  })

  test('answers who it was; undone, it is as before', () => {
    merged
      .check(after => expect([after.customer, after.isThis]).toEqual(['anna', []]))
      .when(unmerge, ben, at('Tue 12:00'))
      .yields({ type: 'CustomerUnmerged', merge: 'm', from: 'ana', into: 'anna' })
      .check(after => expect(after.customer).toBe('ana'))
  })

  test('is for members with a seat, on the record that it is about', () => {
    issue.when(merge, olu, at('Tue 11:00')).refuses('no_seat', { member: 'olu' })
    issue.when(merge, gone, at('Tue 11:00')).refuses('no_seat')
    issue.when(merge, theDesk, at('Tue 11:00')).refuses('no_seat')
    issue.when(unmerge, ben, at('Tue 11:00')).refuses('different_customers')
    merged.when(merge, ben, at('Tue 11:00')).refuses('different_customers')
  })
})

describe('Rule 33: words are erased by law, events never', () => {
  const over = given(
    arrived(),
    replied(),
    proposed({ contact: 3, promise: 3 }),
    confirmed({ releases: [2, 3] }),
    closed(),
  )

  test('by an admin, once, and never while somebody waits', () => {
    over.when(erase, priya, at('Wed 10:00')).refuses('not_admin')
    given(arrived()).when(erase, ada, at('Wed 10:00')).refuses('still_open')
    over
      .when(erase, ada, at('Wed 10:00'))
      .yields({ type: 'WordsErased' })
      .check(({ erasedAt }) => expect(erasedAt).toBe(at('Wed 10:00')))
      .when(erase, ada, at('Wed 10:00'))
      .refuses('erased')
  })

  test('nothing new is written there, and nothing reopens it', () => {
    const gone = given(arrived(), proposed(), confirmed(), closed(), erased())
    const later = at('Thu 10:00')
    gone.when(note, ben, later).refuses('erased')
    gone.when({ type: 'TellOwner', message: 'w' }, carla, later).refuses('erased')
    gone
      .when({ type: 'EstablishFact', key: 'k', fact: 'w', how: null, way: null, excuse: null }, ben, later)
      .refuses('erased')
    gone.when(call('in'), ben, later).refuses('erased')
    gone.when(hear(), ana, later).refuses('erased')
  })
})

test('which acts a screen shows of it', () => {
  const shown = (who: Member, ...parts: Part[]) => may(given(...parts).issue, who, contextAt(at('Wed 10:00'), who))
  for (const who of [ben, priya]) expect(shown(who, arrived(), lookalikes())).toContain('say_who')
  expect(shown(carla, arrived(), lookalikes())).not.toContain('say_who')
  const over = [arrived(), lookalikes(), proposed(), confirmed(), closed()]
  expect(shown(ben, ...over)).toContain('say_who')
  expect(shown(ben, ...over, erased())).toEqual([])
})
