import { describe, expect, test } from 'vitest'
import { decideOpening } from '../decide.ts'
import { replay } from '../evolve.ts'
import { hear, note, offer, settleHuddle, takeOver, tick } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  answered,
  arrived,
  assistAccepted,
  assistAsked,
  called,
  covered,
  diagnosed,
  handedOver,
  happened,
  offered,
  raised,
} from '../testing/history.ts'
import {
  ada,
  ana,
  at,
  ben,
  carla,
  contextAt,
  dana,
  everybody,
  gone,
  membersOf,
  olu,
  priya,
  theDesk,
  toMember,
  toTeam,
} from '../testing/people.ts'
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

  test('Rule 8: the customer’s words, whom the customer knows already, and nobody before that', () => {
    given(
      arrived(),
      diagnosed(),
      offered(),
      accepted(),
      assistAsked({ of: toMember(dana) }),
      assistAccepted({ by: dana }),
    )
      .when(hear(), ana, at('Tue 11:10'))
      .happens()
      .told({ member: 'ben', word: 'customer_wrote' })
  })

  test('Rule 7: everybody of a team to whom it is offered, but the owner and who has no seat', () => {
    const seatless = { ...olu, teams: ['plans'] }
    const both = { ...ben, teams: ['support', 'plans'] }
    given(arrived(), diagnosed())
      .when(offer(toTeam('plans')), both, at('Tue 10:00'), { members: membersOf(both, carla, seatless, priya) })
      .happens()
      .told({ member: 'carla', word: 'offered' })
    // Carla covers Ben, and offers it in his place: it is not news to him that it is his.
    given(arrived({ due: at('Fri 13:00') }), diagnosed(), covered())
      .when(offer(toTeam('plans')), carla, at('Thu 10:00'), { members: membersOf(both, carla, dana, priya) })
      .happens()
      .told({ member: 'dana', word: 'offered' })
  })

  test('Rule 11: of a huddle that moved it, by the huddle alone', () => {
    given(arrived({ due: at('Wed 13:00') }), handedOver(), called())
      .when(settleHuddle(ben), priya, at('Tue 11:40'))
      .happens()
      .told({ member: 'carla', word: 'huddle_settled' }, { member: 'ben', word: 'huddle_settled' })
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
