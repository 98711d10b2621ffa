import { describe, expect, test } from 'vitest'
import type { Member } from '../context.ts'
import { may } from '../may.ts'
import { by, call, close, hear, place, takePlaced, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import type { Part } from '../testing/history.ts'
import {
  accepted,
  answered,
  arrived,
  broken,
  closed,
  confirmed,
  customerWrote,
  diagnosed,
  introduced,
  offered,
  proposed,
  raised,
  replied,
  unplaced,
} from '../testing/history.ts'
import { ana, at, ben, carla, contextAt, dana, olu, otto, priya, tom } from '../testing/people.ts'
import { waiting } from '../waiting.ts'

const among = [1002, 1003]

describe('Rule 3: a contact about one of several open issues is marked "which one?"', () => {
  const issue = given(arrived(), replied())

  test('mail without a token lands with the owner, starts a promise, and waits to be placed', () => {
    issue
      .when(hear(ben, among), ana, at('Tue 11:00'))
      .yields(
        { type: 'CustomerWrote', contact: 3 },
        { type: 'PromiseMade', promise: 3, kind: 'answer', due: at('Tue 15:00') },
        { type: 'ContactUnplaced', contact: 3, message: 'w:heard', channel: 'email', among, promise: 3 },
      )
      .told({ member: 'ben', word: 'customer_wrote' })
      .check(after =>
        expect(waiting(after)).toEqual([
          { kind: 'which_one', of: 3, for: { kind: 'member', id: 'ben' }, since: at('Tue 11:00'), due: null },
        ]),
      )
  })

  test('Scenario 6: Dana answers the call; Ben is told, and her talk keeps nothing', () => {
    issue
      .when(call('in', 'reached', { among }), dana, at('Tue 11:00'))
      .yields(
        { type: 'CustomerCalled', contact: 3 },
        { type: 'PromiseMade', promise: 3, due: at('Tue 15:00') },
        { type: 'ContactUnplaced', contact: 3, channel: 'phone', promise: 3 },
      )
      .told({ member: 'ben', word: 'customer_called' })
  })

  test('also the owner’s own talk keeps nothing before anybody knows what it was about', () => {
    issue
      .when(call('in', 'reached', { among }), ben, at('Tue 11:00'))
      .yields({ type: 'CustomerCalled' }, { type: 'PromiseMade' }, { type: 'ContactUnplaced' })
    issue
      .when(call('in', 'reached', { among, promise: by(at('Wed 10:00')) }), ben, at('Tue 11:00'))
      .yields(
        { type: 'CustomerCalled' },
        { type: 'PromiseMade', kind: 'word' },
        { type: 'ContactUnplaced', promise: null },
      )
  })

  test('a contact that says where it belongs is never marked', () => {
    issue.when(hear(), ana, at('Tue 11:00')).yields({ type: 'CustomerWrote' }, { type: 'PromiseMade' })
    issue.when(hear(ben, []), ana, at('Tue 11:00')).yields({ type: 'CustomerWrote' }, { type: 'PromiseMade' })
  })

  test('Rule 5: nobody closes over it', () => {
    given(arrived(), proposed(), confirmed(), unplaced(3, at('Tue 15:30'), { promise: 3, due: at('Wed 11:30') }))
      .when(close(), ben, at('Tue 16:00'))
      .refuses('which_one', { contacts: [3] })
  })
})

describe('Rule 3: placing it', () => {
  const marked = given(arrived(), replied(), unplaced(3, at('Tue 11:00'), { promise: 3, due: at('Tue 15:00') }))

  test('here: the mark goes, and the answer is owed as before', () => {
    marked
      .when(place('w:in3'), ben, at('Tue 11:10'))
      .yields({ type: 'ContactPlaced', contact: 3 })
      .told()
      .check(after => expect(waiting(after)).toEqual([]))
  })

  test('elsewhere: it goes, and the answer that it started is released, since another promise runs', () => {
    marked
      .when(place('w:in3', 1002), ben, at('Tue 11:10'))
      .yields(
        { type: 'ContactPlacedElsewhere', contact: 3, message: 'w:in3', into: 1002 },
        { type: 'PromiseReleased', promise: 3 },
      )
  })

  test('Rule 12: the answer stays when nothing else runs', () => {
    marked
      .when(write(null, [2]), ben, at('Tue 11:05'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 2 })
      .when(place('w:in3', 1002), ben, at('Tue 11:10'))
      .yields({ type: 'ContactPlacedElsewhere' })
      .check(({ promises }) => expect(promises[2]?.fate).toEqual({ state: 'open' }))
  })

  test('a broken answer is released with it, and stays on record as broken', () => {
    given(
      arrived(),
      replied(),
      unplaced(3, at('Tue 11:00'), { promise: 3, due: at('Tue 15:00') }),
      broken(3, at('Tue 15:00'), at('Wed 11:00')),
    )
      .when(place('w:in3', 1002), ben, at('Tue 15:10'))
      .yields({ type: 'ContactPlacedElsewhere' }, { type: 'PromiseReleased', promise: 3 })
      .check(({ promises }) => expect(promises[2]?.fate).toMatchObject({ brokenAt: at('Tue 15:00') }))
  })

  test('the answer stays when the customer has said more since: it is waited for by that, too', () => {
    given(
      arrived(),
      replied(),
      unplaced(3, at('Tue 11:00'), { promise: 3, due: at('Tue 15:00') }),
      customerWrote(4, at('Tue 11:30')),
    )
      .when(place('w:in3', 1002), ben, at('Tue 11:40'))
      .yields({ type: 'ContactPlacedElsewhere' })
  })

  test('what was answered already is not released', () => {
    marked
      .when(write(by(at('Fri 12:00'))), ben, at('Tue 11:05'))
      .happens()
      .when(place('w:in3', 1002), ben, at('Tue 11:10'))
      .yields({ type: 'ContactPlacedElsewhere' })
  })

  test('after a confirmation nothing needs to run, and nothing does', () => {
    given(arrived(), proposed(), confirmed(), unplaced(3, at('Tue 15:30'), { promise: 3, due: at('Wed 11:30') }))
      .when(place('w:in3', 1002), ben, at('Tue 15:40'))
      .yields({ type: 'ContactPlacedElsewhere' }, { type: 'PromiseReleased', promise: 3 })
      .when(close(), ben, at('Tue 16:00'))
      .yields({ type: 'IssueClosed', outcome: 'confirmed' })
  })

  test('by the owner, the champion, a supervisor, or who took the call; nobody else', () => {
    const taken = given(
      arrived(),
      replied(),
      unplaced(3, at('Tue 11:00'), { promise: 3, due: at('Tue 15:00'), by: dana }),
    )
    taken.when(place('w:in3', 1002), dana, at('Tue 11:10')).happens().told({ member: 'ben', word: 'placed_elsewhere' })
    taken.when(place('w:in3'), priya, at('Tue 11:10')).yields({ type: 'ContactPlaced' })
    taken.when(place('w:in3'), carla, at('Tue 11:10')).refuses('not_owner', { owner: 'ben' })
    taken.when(place('w:in3'), otto, at('Tue 11:10')).refuses('not_owner')
    taken.when(place('w:in3'), ana, at('Tue 11:10')).refuses('not_owner')
    marked.when(place('w:in3'), dana, at('Tue 11:10')).refuses('not_owner', { owner: 'ben' })
    given(
      arrived(),
      unplaced(2, at('Tue 10:00'), { promise: 2, due: at('Tue 15:00') }),
      raised(at('Tue 10:30')),
      answered(at('Tue 10:40'), priya),
    )
      .when(place('w:in2'), priya, at('Tue 11:00'))
      .yields({ type: 'ContactPlaced' })
  })

  test('who comes second hears that it has its place', () => {
    marked
      .when(place('w:in3', 1002), ben, at('Tue 11:10'))
      .happens()
      .when(place('w:in3'), priya, at('Tue 11:10'))
      .refuses('placed_already')
    marked.when(place('w:another'), ben, at('Tue 11:10')).refuses('placed_already')
  })
})

describe('Rule 3: where it is about, it arrives as the customer’s word', () => {
  const other = given(arrived({ owner: carla }), replied({ by: carla, due: at('Fri 11:00') }))

  test('the owner there is told, and owes an answer counted from when the customer spoke', () => {
    other
      .when(takePlaced(at('Tue 11:00')), ben, at('Tue 12:00'))
      .yields(
        { type: 'ContactPlacedHere', contact: 3, message: 'w:in3', from: 1001, spokeAt: at('Tue 11:00') },
        { type: 'PromiseMade', promise: 3, kind: 'answer', due: at('Tue 15:00') },
      )
      .told({ member: 'carla', word: 'placed_here' })
      .check(({ customerLastSpokeAt }) => expect(customerLastSpokeAt).toBe(at('Tue 12:00')))
  })

  test('from now, when that time has passed; nothing new, when another promise falls due sooner', () => {
    other
      .when(takePlaced(at('Tue 11:00')), ben, at('Tue 16:00'))
      .yields({ type: 'ContactPlacedHere' }, { type: 'PromiseMade', due: at('Wed 12:00') })
    given(arrived({ owner: carla }))
      .when(takePlaced(at('Tue 11:00')), ben, at('Tue 12:00'))
      .yields({ type: 'ContactPlacedHere' })
  })

  test('Scenario 26: whom the customer was introduced to hears it, too', () => {
    given(arrived(), diagnosed(), offered(), accepted(), introduced())
      .when(takePlaced(at('Tue 11:00')), dana, at('Tue 11:00'))
      .happens()
      .told({ member: 'ben', word: 'placed_here' }, { member: 'carla', word: 'placed_here' })
  })

  test('not on a closed issue, not on another customer’s, and only by a member', () => {
    given(arrived(), proposed(), confirmed(), closed())
      .when(takePlaced(at('Tue 11:00')), ben, at('Tue 17:00'))
      .refuses('closed')
    other.when(takePlaced(at('Tue 11:00'), 'tom'), ben, at('Tue 12:00')).refuses('different_customers')
    other.when(takePlaced(at('Tue 11:00')), tom, at('Tue 12:00')).refuses('not_a_member')
    other.when(takePlaced(at('Tue 11:00')), olu, at('Tue 12:00')).happens()
  })

  test('what the customer says there starts the count of silence anew (Rule 18)', () => {
    given(arrived(), proposed())
      .when(takePlaced(at('Tue 11:00')), dana, at('Tue 12:00'))
      .happens()
      .check(({ lifecycle }) =>
        expect(lifecycle).toMatchObject({ proposal: { silent: { since: at('Tue 12:00'), after: 3 } } }),
      )
  })
})

test('which acts a screen shows of it', () => {
  const shown = (who: Member, ...parts: Part[]) =>
    may(given(...parts).issue, who, contextAt(at('Tue 11:00'), who)).filter(act => ['place', 'tell'].includes(act))
  const marked = [arrived(), unplaced(2, at('Tue 10:00'), { promise: 2, due: at('Tue 14:00'), by: dana })]
  expect(shown(ben, ...marked)).toEqual(['place'])
  for (const other of [dana, priya]) expect(shown(other, ...marked)).toEqual(['place', 'tell'])
  expect(shown(carla, ...marked)).toEqual(['tell'])
  expect(shown(carla, arrived())).toEqual(['tell'])
  const alarm = [raised(at('Tue 10:30')), answered(at('Tue 10:40'), carla)]
  expect(shown(carla, ...marked, ...alarm)).toEqual(['place', 'tell'])
})
