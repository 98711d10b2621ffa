import { describe, test } from 'vitest'
import { defaultPolicy } from '../policy.ts'
import { greet, offer } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  accepted,
  arrived,
  contacted,
  declined,
  diagnosed,
  handedOver,
  happened,
  introduced,
  met,
  moved,
  offered,
  promised,
} from '../testing/history.ts'
import { ada, at, ben, carla, dana, everybody, membersOf, priya, ravi, toMember, toTeam } from '../testing/people.ts'
import type { Receiver } from './handoff.ts'

describe('Rule 11: circles stop', () => {
  const handed = [arrived(), handedOver()]
  const later = at('Tue 11:30')

  test('Scenario 30: Ben to Carla done: not back to Ben, as a person or as his team', () => {
    const issue = given(...handed)
    issue.when(offer(toMember(ben)), carla, later).refuses('circle', { member: 'ben', because: 'owned' })
    issue
      .when(offer(toTeam('support')), carla, later, {
        members: new Map([...everybody, ['eve', { ...ben, id: 'eve' }]]),
      })
      .refuses('circle', { because: 'owned' })
    issue.when(offer(toMember(dana)), carla, later).happens()
  })

  test('Scenario 30: not to whom declined, as a person or as a team', () => {
    const issue = given(arrived(), diagnosed(), offered({ to: toMember(dana) }), declined({ by: dana }))
    issue.when(offer(toMember(dana)), ben, at('Tue 10:20')).refuses('circle', { member: 'dana', because: 'declined' })
    issue.when(offer(toTeam('plans')), ben, at('Tue 10:20')).refuses('circle', { because: 'declined' })
    issue.when(offer(toMember(carla)), ben, at('Tue 10:20')).happens()
    issue.when(offer(toTeam('activations')), ben, at('Tue 10:20')).happens()
  })

  test('Scenario 31: declined "not mine, Activations"; Ravi declines "not mine, Plans": back to Plans is a circle', () => {
    given(
      arrived(),
      diagnosed(),
      offered({ to: toTeam('plans') }),
      declined({ by: carla }),
      offered({ handoff: 2, to: toTeam('activations'), when: at('Tue 10:20'), expiresAt: at('Tue 11:20') }),
      declined({ handoff: 2, by: ravi, when: at('Tue 10:30') }),
    )
      .when(offer(toTeam('plans')), ben, at('Tue 10:40'))
      .refuses('circle', { member: 'carla', because: 'declined' })
  })

  test('Scenario 30: at any length, for persons and teams: Support, Plans, Activations, and back to Support', () => {
    const often = { policy: { ...defaultPolicy, handoffsWithoutHuddle: 9 } }
    const gina = { ...carla, id: 'gina', teams: ['activations'] }
    const eve = { ...ben, id: 'eve' }
    const round = [
      ...handed,
      moved(carla, dana, 'handoff', at('Tue 11:20')),
      moved(dana, ravi, 'handoff', at('Tue 11:22')),
      moved(ravi, gina, 'handoff', at('Tue 11:24')),
    ]
    const members = membersOf(ben, eve, carla, dana, ravi, gina, priya)
    const issue = given(...round)
    const back = (to: Receiver) => issue.when(offer(to), gina, later, { ...often, members })
    back(toMember(ben)).refuses('circle', { member: 'ben', because: 'owned' })
    back(toMember(carla)).refuses('circle', { member: 'carla' })
    back(toTeam('support')).refuses('circle', { member: 'ben', team: 'support', because: 'owned' })
    back(toTeam('plans')).refuses('circle', { member: 'carla', team: 'plans' })
    back(toTeam('activations')).refuses('circle', { member: 'ravi', team: 'activations' })
    back(toMember(eve)).happens()
  })

  test('Scenario 30: a team remembers what it had, also when who had it for the team has left it', () => {
    const often = { policy: { ...defaultPolicy, handoffsWithoutHuddle: 9 } }
    const eve = { ...ben, id: 'eve' }
    const members = new Map([...everybody, ['eve', eve], ['ben', { ...ben, teams: ['activations'] }]])
    given(...handed)
      .when(offer(toTeam('support')), carla, later, { ...often, members })
      .refuses('circle', { member: 'ben', team: 'support' })
    const no = [arrived(), diagnosed(), offered({ to: toTeam('plans') }), declined({ by: dana })]
    given(...no)
      .when(offer(toTeam('plans')), ben, at('Tue 10:20'), {
        members: new Map([...everybody, ['dana', { ...dana, teams: ['activations'] }]]),
      })
      .refuses('circle', { member: 'dana', team: 'plans', because: 'declined' })
  })

  test('Rule 11: who accepted it for a team had it for that team', () => {
    const both = { ...carla, teams: ['activations'] }
    const forPlans = [arrived(), diagnosed(), offered({ to: toTeam('plans') }), accepted()]
    given(...forPlans, introduced())
      .when(greet(), carla, at('Tue 11:09'), { members: new Map([...everybody, ['carla', both]]) })
      .yields(
        { type: 'CustomerContacted' },
        { type: 'HandoffMet' },
        { type: 'OwnershipMoved', teams: ['activations', 'plans'] },
      )
  })

  test('who was given it by the intake and lost it to a claim has never had it', () => {
    given(arrived(), moved(ben, carla, 'claim', at('Tue 09:20')), diagnosed(at('Tue 09:30'), carla))
      .when(offer(toMember(ben)), carla, at('Tue 10:10'))
      .happens()
  })

  test('what somebody had before does not keep them from asking their own team', () => {
    const eve = { ...ben, id: 'eve' }
    given(...handed, moved(carla, ben, 'huddle', at('Tue 11:20'), priya))
      .when(offer(toTeam('support')), ben, later, { members: membersOf(ben, eve, carla, priya) })
      .happens()
  })

  test('an offer to a person who declined says nothing of their team, once they have left it', () => {
    const members = membersOf({ ...dana, teams: [] }, ben, carla, priya)
    given(arrived(), diagnosed(), offered({ to: toMember(dana) }), declined({ by: dana }))
      .when(offer(toTeam('plans')), ben, at('Tue 10:20'), { members })
      .happens()
  })

  test('withdrawn is no circle', () => {
    given(
      arrived(),
      diagnosed(),
      offered(),
      happened({ type: 'HandoffWithdrawn', handoff: 1, because: 'giver' }, ben, at('Tue 10:05')),
    )
      .when(offer(toMember(carla)), ben, at('Tue 10:10'))
      .happens()
  })

  test('not back to whom a supervisor took it from', () => {
    given(arrived(), diagnosed(), moved(ben, priya, 'takeover', at('Tue 09:40')))
      .when(offer(toMember(ben)), priya, at('Tue 10:10'))
      .refuses('circle', { member: 'ben' })
  })

  test('Scenario 33: the third handoff of an issue, however sensible, is settled in a huddle', () => {
    const twice = [
      ...handed,
      [
        offered({ handoff: 2, to: toMember(ravi), by: carla, when: at('Tue 11:20'), expiresAt: at('Tue 12:20') }),
        accepted({
          handoff: 2,
          by: ravi,
          when: at('Tue 11:21'),
          fallsThroughAt: at('Tue 15:21'),
          due: at('Thu 12:00'),
        }),
        ...introduced({ handoff: 2, contact: 4, promise: 3, when: at('Tue 11:22'), due: at('Thu 12:00'), by: carla }),
        ...met({
          handoff: 2,
          contact: 5,
          when: at('Tue 11:23'),
          giver: carla,
          receiver: ravi,
          lookBackAt: at('Thu 12:00'),
        }),
      ],
    ]
    given(...twice)
      .when(offer(toMember(ada)), ravi, at('Tue 11:30'))
      .refuses('circle', { handoffs: 2 })
  })

  test('an open promise is no matter for circles', () => {
    given(arrived(), diagnosed(), promised(2, at('Fri 10:00'), at('Tue 09:40')), contacted(2, at('Tue 09:41')))
      .when(offer(toMember(carla)), ben, at('Tue 10:10'))
      .happens()
  })
})
