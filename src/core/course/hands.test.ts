import { describe, expect, test } from 'vitest'
import { given } from '../testing/given.ts'
import { arrived, handedOver, moved } from '../testing/history.ts'
import { at, ben, carla, dana, priya, ravi } from '../testing/people.ts'
import { holdersOf, passedOn } from './hands.ts'

const turn = (member: string, ...teams: string[]) => ({ member, teams })

describe('DESIGN section 8: how often an issue changed hands, and whether it came back', () => {
  test.each([
    ['nobody else had it', [turn('ben', 'support')], 0, false],
    ['passed on once', [turn('ben', 'support'), turn('carla', 'plans')], 1, false],
    ['from hand to hand within a team', [turn('carla', 'plans'), turn('dana', 'plans')], 1, false],
    ['back to the person', [turn('ben', 'a'), turn('carla', 'b'), turn('ben', 'c')], 2, true],
    [
      'back to the team, to somebody else',
      [turn('carla', 'plans'), turn('ben', 'support'), turn('dana', 'plans')],
      2,
      true,
    ],
    ['back to one of several teams', [turn('ben', 'a', 'b'), turn('carla', 'c'), turn('dana', 'd', 'b')], 2, true],
    ['people without a team', [turn('ben'), turn('ada'), turn('carla')], 2, false],
    ['the same person twice in a row is no change', [turn('ben', 'a'), turn('ben', 'a')], 0, false],
    ['a team that has it on and on is no circle', [turn('a', 'x'), turn('b', 'x'), turn('c', 'x')], 2, false],
  ])('%s', (_, turns, hands, circular) => {
    expect(passedOn(turns)).toEqual({ hands, circular })
  })

  test('who lost it to a claim had not met the customer, and is no holder', () => {
    const { issue } = given(arrived(), moved(ben, carla, 'claim', at('Tue 09:10')))
    expect(holdersOf(issue).map(({ member }) => member)).toEqual(['carla'])
    expect(passedOn(holdersOf(issue))).toEqual({ hands: 0, circular: false })
  })

  test('a handoff and a takeover are changes of hands; a takeover back makes a circle', () => {
    const there = [arrived(), handedOver(), moved(carla, ravi, 'takeover', at('Wed 10:00'), priya)]
    expect(passedOn(holdersOf(given(...there).issue))).toEqual({ hands: 2, circular: false })
    const toTheTeam = given(...there, moved(ravi, dana, 'takeover', at('Wed 11:00'), priya)).issue
    expect(passedOn(holdersOf(toTheTeam))).toEqual({ hands: 3, circular: true })
  })
})
