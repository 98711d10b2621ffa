import { describe, expect, test } from 'vitest'
import { decideOpening } from '../decide.ts'
import { claim, takeOver, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  bounced,
  closed,
  confirmed,
  diagnosed,
  introduced,
  moved,
  offered,
  proposed,
  replied,
} from '../testing/history.ts'
import { ada, ana, at, ben, carla, contextAt, dana, gone, olu, otto, priya } from '../testing/people.ts'
import type { OpenIssue } from './opening.ts'

const opening = (changes: Partial<OpenIssue> = {}): OpenIssue => ({
  type: 'OpenIssue',
  customer: 'ana',
  channel: 'email',
  owner: ben.id,
  way: 'intake',
  subject: 'w:subject',
  story: 'w:story',
  message: 'w:first',
  facts: [],
  promise: null,
  ...changes,
})

describe('Rules 1, 2 and 12: an issue is owned and promised from the moment it exists', () => {
  const open = (changes: Partial<OpenIssue>, by = ana, now = at('Tue 02:00')) =>
    decideOpening(opening(changes), contextAt(now, by))

  test('Scenario 1: mail at night is owned at once, and an answer is promised for 13:00', () => {
    expect(open({})).toMatchObject({
      events: [
        { at: at('Tue 02:00'), by: ana, event: { type: 'IssueOpened', owner: 'ben', way: 'intake' } },
        { event: { type: 'CustomerWrote', contact: 1, customer: 'ana' } },
        { event: { type: 'PromiseMade', promise: 1, kind: 'answer', due: at('Tue 13:00') } },
      ],
      issue: { version: 3, ownership: [{ member: 'ben', since: at('Tue 02:00'), way: 'intake' }] },
    })
  })

  test('Scenario 2: on Friday at 16:00 the answer is due on Monday at 12:00', () => {
    expect(open({}, ana, at('Fri 16:00'))).toMatchObject({ issue: { promises: [{ due: at('Mon 12:00', 1) }] } })
  })

  test('Rule 12: who talks with the customer may promise in their own words; facts told are established', () => {
    const promise = { what: 'w:promise', due: at('Tue 12:00') }
    const facts = [{ key: 'callback', fact: 'w:number', how: null, way: null, excuse: null }]
    const by = { kind: 'member', id: ben.id } as const
    expect(open({ way: 'contact', channel: 'phone', promise, facts }, by, at('Tue 10:00'))).toMatchObject({
      events: [
        { event: { type: 'IssueOpened', way: 'contact' } },
        { event: { type: 'CustomerContacted', contact: 1, reached: true } },
        { event: { type: 'PromiseMade', kind: 'word', due: at('Tue 12:00') } },
        { event: { type: 'FactEstablished', key: 'callback' } },
      ],
    })
  })

  test('Rule 12: a first promise in the past is refused', () => {
    const promise = { what: 'w:promise', due: at('Tue 02:00') }
    expect(open({ promise })).toMatchObject({ refusal: { code: 'due_in_past' } })
  })

  test('Rule 1: a colleague without a seat, or somebody who left, owns nothing', () => {
    expect(open({ owner: olu.id })).toMatchObject({ refusal: { code: 'no_seat', data: { member: 'olu' } } })
    expect(open({ owner: gone.id })).toMatchObject({ refusal: { code: 'no_such_member' } })
  })
})

describe('Rule 2: claiming is free until the first reply', () => {
  test('Scenario 3: Carla claims it before any reply, without a handoff', () => {
    given(arrived())
      .when(claim, carla, at('Tue 09:10'))
      .yields({ type: 'OwnershipMoved', from: 'ben', to: 'carla', way: 'claim', reason: null })
      .told({ member: 'ben', word: 'claimed' })
  })

  test("Scenario 3: after Ben's reply it is his", () => {
    given(arrived(), replied()).when(claim, carla, at('Tue 10:10')).refuses('claim_after_contact', { owner: 'ben' })
  })

  test('Scenario 4: of two who claim, the second hears who owns it', () => {
    given(arrived(), moved(ben, carla, 'claim', at('Tue 09:10')))
      .when(claim, dana, at('Tue 09:10'))
      .refuses('already_claimed', { owner: 'carla' })
  })

  test('a reply that came back was none', () => {
    given(arrived(), replied(), bounced(2, at('Tue 10:01')))
      .when(claim, carla, at('Tue 10:10'))
      .yields({ type: 'OwnershipMoved', to: 'carla', way: 'claim' })
  })

  test('what somebody took as a contact, or took over, is not free', () => {
    given(arrived({ way: 'contact' }))
      .when(claim, carla, at('Tue 09:10'))
      .refuses('already_claimed')
    given(arrived(), moved(ben, priya, 'takeover', at('Tue 09:10')))
      .when(claim, carla, at('Tue 09:20'))
      .refuses('already_claimed', { owner: 'priya' })
  })

  test('an open offer ends with the claim', () => {
    given(arrived(), diagnosed(), offered({ to: { kind: 'member', member: dana.id } }))
      .when(claim, carla, at('Tue 10:10'))
      .yields({ type: 'HandoffWithdrawn', because: 'claim' }, { type: 'OwnershipMoved', to: 'carla', way: 'claim' })
      .told({ member: 'dana', word: 'withdrawn' }, { member: 'ben', word: 'claimed' })
  })

  test('the owner, a colleague, a customer and somebody who left claim nothing, nor is a closed one claimed', () => {
    const night = given(arrived())
    night.when(claim, ben, at('Tue 09:10')).refuses('already_owner', { owner: 'ben' })
    night.when(claim, olu, at('Tue 09:10')).refuses('no_seat', { member: 'olu' })
    night.when(claim, gone, at('Tue 09:10')).refuses('no_seat')
    night.when(claim, ana, at('Tue 09:10')).refuses('no_seat', { member: null })
    given(arrived(), proposed(), confirmed(), closed()).when(claim, carla, at('Tue 16:10')).refuses('closed')
  })
})

describe('Rule 4: a supervisor takes over', () => {
  test('with a reason, and owes the customer an introduction', () => {
    given(arrived(), replied())
      .when(takeOver, priya, at('Tue 15:00'))
      .yields(
        { type: 'OwnershipMoved', from: 'ben', to: 'priya', way: 'takeover', reason: 'w:reason' },
        { type: 'PromiseMade', promise: 3, kind: 'introduction', due: at('Wed 11:00') },
      )
      .told({ member: 'ben', word: 'taken_over' })
  })

  test('Scenario 29: an open offer is withdrawn, and whom it was made to is told', () => {
    given(arrived(), diagnosed(), offered())
      .when(takeOver, priya, at('Tue 10:10'))
      .yields(
        { type: 'HandoffWithdrawn', handoff: 1, because: 'takeover' },
        { type: 'OwnershipMoved', to: 'priya' },
        { type: 'PromiseMade', kind: 'introduction', due: at('Tue 14:10') },
      )
      .told({ member: 'carla', word: 'withdrawn' }, { member: 'ben', word: 'taken_over' })
  })

  test('an introduced receiver is told too, and greets no more', () => {
    const taken = given(arrived(), diagnosed(), offered(), accepted(), introduced())
      .when(takeOver, priya, at('Tue 11:00'))
      .happens()
    taken.told({ member: 'carla', word: 'withdrawn' }, { member: 'ben', word: 'taken_over' })
    taken.when(write(), carla, at('Tue 11:01')).refuses('not_owner', { owner: 'priya' })
  })

  test('an admin may; an agent, a supervisor of others, a colleague and a customer may not', () => {
    const issue = given(arrived())
    issue.when(takeOver, ada, at('Tue 09:10')).happens()
    issue.when(takeOver, carla, at('Tue 09:10')).refuses('not_supervisor', { owner: 'ben' })
    issue.when(takeOver, otto, at('Tue 09:10')).refuses('not_supervisor')
    issue.when(takeOver, olu, at('Tue 09:10')).refuses('not_supervisor')
    issue.when(takeOver, ana, at('Tue 09:10')).refuses('not_supervisor')
  })

  test('not from oneself, and not what is closed', () => {
    given(arrived(), moved(ben, priya, 'takeover', at('Tue 09:10')))
      .when(takeOver, priya, at('Tue 09:20'))
      .refuses('already_owner', { owner: 'priya' })
    given(arrived(), moved(ben, ada, 'takeover', at('Tue 09:10')))
      .when(takeOver, ada, at('Tue 09:20'))
      .refuses('already_owner')
    given(arrived(), proposed(), confirmed(), closed()).when(takeOver, priya, at('Tue 16:10')).refuses('closed')
  })

  test('a confirmed issue stays confirmed; the introduction is owed before it is closed', () => {
    given(arrived(), proposed(), confirmed())
      .when(takeOver, priya, at('Tue 15:10'))
      .yields({ type: 'OwnershipMoved' }, { type: 'PromiseMade', kind: 'introduction' })
      .check(issue => expect(issue.lifecycle.phase).toBe('confirmed'))
      .when({ type: 'CloseIssue', reachable: true }, priya, at('Tue 15:20'))
      .refuses('answer_owed', { promises: [3] })
  })

  test('somebody who is no owner any more writes no more', () => {
    given(arrived(), moved(ben, priya, 'takeover', at('Tue 09:10')))
      .when(write(), ben, at('Tue 09:20'))
      .refuses('not_owner', { owner: 'priya' })
  })
})
