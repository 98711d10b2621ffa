import { describe, expect, test } from 'vitest'
import { decideOpening } from '../decide.ts'
import { replay } from '../evolve.ts'
import { hear, note, takeOver, tick } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { answered, arrived, diagnosed, happened, offered, raised } from '../testing/history.ts'
import { ada, ana, at, ben, carla, contextAt, everybody, gone, membersOf, priya, theDesk } from '../testing/people.ts'
import { told } from './told.ts'

/** Who is told of what stands in the tests of the rules; here is what holds for all. */
describe('who is told', () => {
  test('Rule 2: whom it was given to at night, but not who took the call', () => {
    const open = (way: 'contact' | 'intake', by = ana) => {
      const context = contextAt(at('Tue 10:00'), by)
      const decision = decideOpening(
        {
          type: 'OpenIssue',
          customer: 'ana',
          channel: 'email',
          owner: ben.id,
          way,
          subject: 'w',
          story: 'w',
          message: 'w',
          facts: [],
          promise: null,
        },
        context,
      )
      if ('refusal' in decision) throw new Error(decision.refusal.code)
      return decision.events.flatMap((event, index) => {
        const before = replay(decision.events.slice(0, Math.max(index, 1)))
        return told(event, before, replay(decision.events.slice(0, index + 1)), context)
      })
    }
    expect(open('intake')).toContainEqual({ member: 'ben', word: 'new_issue' })
    expect(open('contact', { kind: 'member', id: ben.id })).toEqual([])
  })

  test('nobody of what they did themselves', () => {
    given(arrived()).when(hear(), ana, at('Tue 10:00')).happens().told({ member: 'ben', word: 'customer_wrote' })
    given(arrived()).when(note, ben, at('Tue 10:00')).happens().told()
    given(arrived()).when(takeOver, priya, at('Tue 10:00')).happens().told({ member: 'ben', word: 'taken_over' })
  })

  test('nobody who left', () => {
    given(arrived({ owner: gone }))
      .when(takeOver, ada, at('Tue 10:00'))
      .happens()
      .told()
  })

  test('everybody once, also who is owner and supervisor', () => {
    given(arrived({ owner: priya }))
      .when(tick, theDesk, at('Tue 13:00'), { members: membersOf(priya, ada) })
      .happens()
      .told({ member: 'priya', word: 'promise_broken' }, { member: 'ada', word: 'promise_broken' })
  })

  test('Rule 26: the champion of an alarm, of what the customer says and of what is broken meanwhile', () => {
    const answeredByCarla = given(arrived(), raised(at('Tue 10:00')), answered(at('Tue 10:05'), carla))
    answeredByCarla
      .when(hear(), ana, at('Tue 11:00'))
      .happens()
      .told({ member: 'ben', word: 'customer_wrote' }, { member: 'carla', word: 'customer_wrote' })
    answeredByCarla
      .when(tick, theDesk, at('Tue 13:00'))
      .happens()
      .told(
        { member: 'ben', word: 'promise_broken' },
        { member: 'priya', word: 'promise_broken' },
        { member: 'carla', word: 'promise_broken' },
      )
  })

  test('where there is no supervisor, the admins', () => {
    given(arrived())
      .when(tick, theDesk, at('Tue 13:00'), { members: membersOf(ben, carla, ada) })
      .happens()
      .told({ member: 'ben', word: 'promise_broken' }, { member: 'ada', word: 'promise_broken' })
  })

  test('a fact, a diagnosis and a promise given are told to nobody', () => {
    const context = contextAt(at('Tue 10:00'), carla, { members: everybody })
    const before = replay([...arrived(), diagnosed(), offered()])
    const events = [
      happened({ type: 'FactEstablished', key: 'k', fact: 'w', how: null }, carla, at('Tue 10:00')),
      happened(
        { type: 'PromiseMade', promise: 2, kind: 'word', what: 'w', due: at('Fri 10:00') },
        carla,
        at('Tue 10:00'),
      ),
    ]
    expect(events.flatMap(event => told(event, before, before, context))).toEqual([])
  })
})
