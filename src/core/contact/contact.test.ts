import { describe, expect, test } from 'vitest'
import { decideOpening } from '../decide.ts'
import type { OpenIssue } from '../issue/opening.ts'
import { by, call, hear, note, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  answered,
  arrived,
  closed,
  confirmed,
  diagnosed,
  introduced,
  offered,
  promised,
  proposed,
  raised,
  replied,
} from '../testing/history.ts'
import { ana, at, ben, carla, contextAt, dana, gone, olu, priya, theDesk, tom } from '../testing/people.ts'
import type { Lookalike } from './customer.ts'

describe('Rule 3: who writes to the customer', () => {
  const issue = given(arrived(), replied())

  test('the owner; nobody else, and the refusal says whose it is', () => {
    issue.when(write(by(at('Fri 12:00'))), ben, at('Tue 11:00')).happens()
    issue.when(write(), dana, at('Tue 11:00')).refuses('not_owner', { owner: 'ben' })
    issue.when(write(), priya, at('Tue 11:00')).refuses('not_owner', { owner: 'ben' })
    issue.when(write(), ana, at('Tue 11:00')).refuses('not_owner')
  })

  test('the champion, who keeps promises with it', () => {
    given(arrived(), replied(), raised(at('Tue 10:30')), answered(at('Tue 10:40'), priya))
      .when(write(by(at('Fri 12:00'))), priya, at('Tue 11:00'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 2 }, { type: 'PromiseMade', promise: 3 })
  })

  test('nobody on a closed issue', () => {
    const over = given(arrived(), proposed(), confirmed(), closed())
    over.when(write(by(at('Fri 12:00'))), ben, at('Tue 16:10')).refuses('closed')
    over.when(call('out'), ben, at('Tue 16:10')).refuses('closed')
  })

  test('Scenario 6: whoever answers the phone logs it; the owner is told, and no promise is kept', () => {
    issue
      .when(call('in'), dana, at('Tue 11:00'))
      .yields({ type: 'CustomerCalled' }, { type: 'PromiseMade', kind: 'answer', due: at('Tue 15:00') })
      .told({ member: 'ben', word: 'customer_called' })
    issue.when(call('in'), olu, at('Tue 11:00')).yields({ type: 'CustomerCalled' }, { type: 'PromiseMade' })
  })

  test('whoever answers promises nothing in the owner’s place, and calls nobody', () => {
    issue.when(call('in', 'reached', { promise: by(at('Fri 12:00')) }), dana, at('Tue 11:00')).refuses('not_owner')
    issue.when(call('out'), dana, at('Tue 11:00')).refuses('not_owner', { owner: 'ben' })
  })

  test('a customer or somebody who left logs no call', () => {
    issue.when(call('in'), ana, at('Tue 11:00')).refuses('not_a_member')
    issue.when(call('in'), gone, at('Tue 11:00')).refuses('not_a_member')
  })
})

describe('Rules 8 and 3: the introduced receiver’s first word is the greeting', () => {
  const accepting = [arrived(), diagnosed(), offered(), accepted()]
  const meeting = given(...accepting, introduced())

  test('Scenario 26: Carla writes before the introduction: not yet', () => {
    given(...accepting)
      .when(write(), carla, at('Tue 10:20'))
      .refuses('not_introduced', { giver: 'ben' })
    given(...accepting)
      .when(call('out'), carla, at('Tue 10:20'))
      .refuses('not_introduced')
  })

  test('Scenario 26: Carla writes after it: hers in that moment, with the next promise in her words', () => {
    meeting
      .when(write(by(at('Wed 10:00')), []), carla, at('Tue 11:09'))
      .yields(
        { type: 'CustomerContacted', contact: 3, message: 'w:message' },
        { type: 'HandoffMet', handoff: 1, contact: 3 },
        { type: 'OwnershipMoved', from: 'ben', to: 'carla', way: 'handoff' },
        { type: 'PromiseMade', due: at('Wed 10:00') },
      )
      .told({ member: 'ben', word: 'met' })
  })

  test('it keeps what it answers, but not the step that the introduction has just promised', () => {
    meeting
      .when(write(), carla, at('Tue 11:09'))
      .yields(
        { type: 'CustomerContacted' },
        { type: 'HandoffMet' },
        { type: 'OwnershipMoved' },
        { type: 'PromiseKept', promise: 1 },
      )
  })

  test('a talk on the phone greets as well, whoever called', () => {
    for (const direction of ['in', 'out'] as const)
      meeting
        .when(call(direction), carla, at('Tue 11:09'))
        .yields(
          { type: 'CustomerContacted', channel: 'phone' },
          { type: 'HandoffMet' },
          { type: 'OwnershipMoved', to: 'carla' },
          { type: 'PromiseKept', promise: 1 },
        )
  })

  test('a call that reached nobody greets nobody', () => {
    meeting
      .when(call('out', 'not_reached'), carla, at('Tue 11:09'))
      .yields({ type: 'CustomerContacted', reached: false })
    meeting.when(call('out', 'voicemail'), carla, at('Tue 11:09')).yields({ type: 'CustomerContacted', reached: false })
  })

  test('Scenario 26: Ana answers between introduction and greeting: Ben and Carla are told', () => {
    meeting
      .when(hear(), ana, at('Tue 10:40'))
      .yields({ type: 'CustomerWrote' })
      .told({ member: 'ben', word: 'customer_wrote' }, { member: 'carla', word: 'customer_wrote' })
    meeting
      .when(call('in'), dana, at('Tue 10:40'))
      .happens()
      .told({ member: 'ben', word: 'customer_called' }, { member: 'carla', word: 'customer_called' })
  })

  test('Rule 8: what was promised between acceptance and greeting is Carla’s with the greeting', () => {
    const late = [arrived({ due: at('Wed 16:00') }), diagnosed(), offered(), accepted({ due: at('Thu 12:00') })]
    given(...late, introduced({ due: at('Thu 12:00') }))
      .when(hear(), ana, at('Tue 10:40'))
      .yields({ type: 'CustomerWrote' }, { type: 'PromiseMade', promise: 3, kind: 'answer', due: at('Tue 14:40') })
      .when(write(null, []), carla, at('Tue 11:09'))
      .happens()
      .check(issue => {
        expect(issue.ownership.at(-1)?.member).toBe('carla')
        expect(issue.promises.map(({ fate }) => fate.state)).toEqual(['open', 'open', 'open'])
      })
  })
})

describe('Rule 12: the customer’s word starts an answer', () => {
  const issue = given(arrived(), replied({ due: at('Thu 09:00') }))

  test('Scenario 12: unless another falls due sooner', () => {
    issue
      .when(hear(), ana, at('Wed 10:00'))
      .yields({ type: 'CustomerWrote', contact: 3 }, { type: 'PromiseMade', kind: 'answer', due: at('Wed 14:00') })
    issue.when(hear(), ana, at('Wed 16:00')).yields({ type: 'CustomerWrote' })
  })

  test('a promise that is broken already falls due no more: the answer is promised anew', () => {
    given(arrived())
      .when(hear(), ana, at('Tue 13:30'))
      .yields(
        { type: 'PromiseBroken', promise: 1, at: at('Tue 13:00'), by: theDesk },
        { type: 'CustomerWrote' },
        { type: 'PromiseMade', promise: 2, kind: 'answer', due: at('Wed 09:30') },
      )
  })

  test('a participant’s word counts too; a member’s does not come this way', () => {
    issue.when(hear(), tom, at('Wed 10:00')).yields({ type: 'CustomerWrote', customer: 'tom' }, { type: 'PromiseMade' })
    issue.when(hear(), ben, at('Wed 10:00')).refuses('not_this_customer')
  })

  test('Scenario 7: automatic mail starts nothing, and the owner may see it', () => {
    issue
      .when({ type: 'ReceiveMachineMail', message: 'w:out-of-office' }, theDesk, at('Wed 10:00'))
      .yields({ type: 'MachineWrote' })
      .told({ member: 'ben', word: 'machine_wrote' })
    given(arrived(), proposed(), confirmed(), closed())
      .when({ type: 'ReceiveMachineMail', message: 'w:out-of-office' }, theDesk, at('Wed 10:00'))
      .yields({ type: 'MachineWrote' })
  })

  test('a word after the confirmation is answered before it is closed', () => {
    const done = given(arrived(), proposed(), confirmed()).when(hear(), ana, at('Tue 15:30'))
    done
      .yields({ type: 'CustomerWrote' }, { type: 'PromiseMade', promise: 3, kind: 'answer' })
      .when(write(), ben, at('Tue 15:40'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 3 })
      .when({ type: 'CloseIssue', reachable: true }, ben, at('Tue 15:50'))
      .happens()
  })
})

describe('Rules 12 and 13: contact keeps, and the next word is promised', () => {
  test('Scenario 10: a reply that leaves nothing running is refused; with "Friday 11:00" it is not', () => {
    const issue = given(arrived())
    issue.when(write(), ben, at('Tue 10:00')).refuses('needs_promise')
    issue.when(call('out'), ben, at('Tue 10:00')).refuses('needs_promise')
    issue
      .when(write(by(at('Fri 11:00'))), ben, at('Tue 10:00'))
      .yields(
        { type: 'CustomerContacted', contact: 2, reached: true },
        { type: 'PromiseKept', promise: 1, contact: 2 },
        { type: 'PromiseMade', promise: 2, kind: 'word', what: 'w:new-promise', due: at('Fri 11:00') },
      )
    issue.when(write(by(at('Tue 10:00'))), ben, at('Tue 10:00')).refuses('due_in_past', { due: at('Tue 10:00') })
  })

  test('Scenario 13: the writer unticks one of two', () => {
    given(arrived(), promised(2, at('Fri 11:00'), at('Tue 09:30')))
      .when(write(null, [1]), ben, at('Tue 10:00'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 1 })
  })

  test('Scenario 13: one whose due time has passed is made good, not kept', () => {
    given(arrived(), promised(2, at('Fri 11:00'), at('Tue 09:30')))
      .when(write(by(at('Fri 12:00')), [1, 2]), ben, at('Tue 13:30'))
      .yields(
        { type: 'PromiseBroken', promise: 1, at: at('Tue 13:00'), by: theDesk },
        { type: 'CustomerContacted' },
        { type: 'PromiseMadeGood', promise: 1 },
        { type: 'PromiseKept', promise: 2 },
        { type: 'PromiseMade', promise: 3 },
      )
  })

  test('Scenario 14: a note is no contact', () => {
    given(arrived())
      .when(note, ben, at('Tue 12:59'))
      .yields({ type: 'NoteWritten' })
      .when({ type: 'Tick' }, theDesk, at('Tue 13:00'))
      .yields({ type: 'PromiseBroken', promise: 1 })
  })

  test('Scenario 15: a call that reached nobody keeps nothing; a written message after it does', () => {
    const called = given(arrived()).when(call('out', 'not_reached'), ben, at('Tue 10:30'))
    called
      .yields({ type: 'CustomerContacted', channel: 'phone', reached: false })
      .when(write(by(at('Fri 11:00'))), ben, at('Tue 10:40'))
      .yields(
        { type: 'CustomerContacted', contact: 3 },
        { type: 'PromiseKept', promise: 1, contact: 3 },
        { type: 'PromiseMade' },
      )
    called.happens().when({ type: 'Tick' }, theDesk, at('Tue 13:00')).yields({ type: 'PromiseBroken', promise: 1 })
    given(arrived())
      .when(call('out', 'voicemail'), ben, at('Tue 10:30'))
      .yields({ type: 'CustomerContacted', reached: false })
  })

  test('a call that reached nobody is no first reply: claiming stays free', () => {
    given(arrived())
      .when(call('out', 'not_reached'), ben, at('Tue 10:30'))
      .happens()
      .when({ type: 'Claim' }, carla, at('Tue 10:31'))
      .yields({ type: 'OwnershipMoved', to: 'carla' })
  })

  test('a talk on the phone keeps as a message does', () => {
    given(arrived())
      .when(call('in', 'reached', { promise: by(at('Fri 11:00')) }), ben, at('Tue 10:30'))
      .yields({ type: 'CustomerContacted', channel: 'phone' }, { type: 'PromiseKept' }, { type: 'PromiseMade' })
  })
})

describe('Rules 3 and 12: what the customer says on a machine is a word like any other', () => {
  const issue = given(arrived(), replied())

  test('whoever logs it: nothing is kept, and an answer is promised', () => {
    for (const who of [ben, dana])
      issue
        .when(call('in', 'voicemail'), who, at('Wed 10:00'))
        .yields({ type: 'CustomerCalled' }, { type: 'PromiseMade', kind: 'answer', due: at('Wed 14:00') })
  })

  test('the owner may say instead when they hear next; others may not', () => {
    const promise = { promise: by(at('Wed 12:00')) }
    issue
      .when(call('in', 'voicemail', promise), ben, at('Wed 10:00'))
      .yields({ type: 'CustomerCalled' }, { type: 'PromiseMade', kind: 'word', due: at('Wed 12:00') })
    issue.when(call('in', 'voicemail', promise), dana, at('Wed 10:00')).refuses('not_owner', { owner: 'ben' })
  })
})

describe('Rules 2 and 12: a call opens an issue as it went', () => {
  const open = (call: 'reached' | 'heard' | 'not_reached' | undefined, isThis: Lookalike[] = []) => {
    const words = { subject: 'w', story: 'w', message: 'w:call' }
    const command: OpenIssue = {
      type: 'OpenIssue',
      customer: 'ana',
      channel: 'phone',
      owner: 'ben',
      way: 'contact',
      ...words,
      facts: [],
      promise: null,
      isThis,
      ...(call && { call }),
    }
    const decision = decideOpening(command, contextAt(at('Tue 10:00'), ben))
    if ('refusal' in decision) throw new Error(decision.refusal.code)
    return decision.events.slice(1).map(({ event }) => event)
  }
  const answer = { type: 'PromiseMade', kind: 'answer', due: at('Tue 14:00') }

  test('talked, left a word on the machine, or not reached: an answer is owed in each case', () => {
    expect(open(undefined)).toMatchObject([{ type: 'CustomerContacted', reached: true }, answer])
    expect(open('reached')).toMatchObject([{ type: 'CustomerContacted', reached: true }, answer])
    expect(open('heard')).toMatchObject([{ type: 'CustomerCalled', contact: 1, message: 'w:call' }, answer])
    expect(open('not_reached')).toMatchObject([{ type: 'CustomerContacted', reached: false }, answer])
  })

  test('Scenario 5: whom a stranger may be is on record from the begin', () => {
    const lookalikes: Lookalike[] = [{ customer: 'anna', why: ['phone'] }]
    expect(open('heard', lookalikes).at(-1)).toEqual({ type: 'LookalikesFound', lookalikes })
  })
})
