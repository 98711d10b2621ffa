import { describe, expect, test } from 'vitest'
import type { Command } from '../commands.ts'
import { given } from '../testing/given.ts'
import { arrived, replied } from '../testing/history.ts'
import { ana, at, ben, carla, everybody, gone, membersOf, olu, tom } from '../testing/people.ts'

const noon = at('Tue 12:00')
const thank = (whom = ben, moment = 'w:call', words: string | null = null): Command => ({
  type: 'GiveKudos',
  for: whom.id,
  moment,
  words,
})
const takeBack = (kudos = 1): Command => ({ type: 'TakeBackKudos', kudos })

describe('Rule 30: kudos', () => {
  test('Scenario 62: the customer thanks for a moment; the person, their team and its supervisor hear of it', () => {
    const eve = { ...ben, id: 'eve' }
    const changes = { members: membersOf(...everybody.values(), eve) }
    given(arrived(), replied())
      .when(thank(), ana, noon, changes)
      .yields({ type: 'KudosGiven', kudos: 1, for: 'ben', moment: 'w:call', words: null })
      .check(({ kudos }) =>
        expect(kudos).toEqual([{ id: 1, for: 'ben', moment: 'w:call', words: null, by: ana, at: noon }]),
      )
      .told(
        { member: 'ben', word: 'thanked' },
        { member: 'priya', word: 'team_thanked' },
        { member: 'eve', word: 'team_thanked' },
      )
    given(arrived(), replied()).when(thank(), tom, noon).refuses('not_this_customer')
  })

  test('members and colleagues thank, in words if they like, but not themselves', () => {
    given(arrived(), replied())
      .when(thank(ben, 'w:call', 'w:thanks'), olu, noon)
      .yields({ type: 'KudosGiven', words: 'w:thanks' })
    given(arrived(), replied()).when(thank(), ben, noon).refuses('own_kudos')
    given(arrived(), replied()).when(thank(), gone, noon).refuses('not_a_member')
    given(arrived(), replied())
      .when(thank({ ...ben, id: 'nobody' }), olu, noon)
      .refuses('no_such_member', { member: 'nobody' })
  })

  test('who has left is thanked all the same', () => {
    given(arrived(), replied()).when(thank(gone), ana, noon).yields({ type: 'KudosGiven', for: 'gone' }).told(
      {
        member: 'ben',
        word: 'team_thanked',
      },
      { member: 'priya', word: 'team_thanked' },
    )
  })

  test('once for one moment and person, by each', () => {
    const thanked = given(arrived(), replied()).when(thank(), ana, noon).happens()
    thanked.when(thank(), ana, noon).refuses('already_thanked', { member: 'ben' })
    thanked.when(thank(), olu, noon).yields({ type: 'KudosGiven', kudos: 2 })
    thanked.when(thank(carla), ana, noon).yields({ type: 'KudosGiven', kudos: 2 })
    thanked.when(thank(ben, 'w:other'), ana, noon).yields({ type: 'KudosGiven', kudos: 2 })
  })

  test("one's own can be taken back within a day, and given anew", () => {
    const thanked = given(arrived(), replied()).when(thank(), olu, noon).happens()
    thanked
      .when(thank(carla), olu, noon)
      .happens()
      .when(takeBack(), olu, noon)
      .happens()
      .check(({ kudos }) => expect(kudos).toMatchObject([{ id: 2, for: 'carla' }]))
    thanked.when(takeBack(), ben, noon).refuses('not_your_kudos')
    thanked.when(takeBack(), tom, noon).refuses('not_this_customer')
    thanked.when(takeBack(), gone, noon).refuses('not_a_member')
    thanked.when(takeBack(2), olu, noon).refuses('no_such_kudos', { kudos: 2 })
    thanked.when(takeBack(), olu, at('Wed 12:00')).refuses('kudos_stand', { until: at('Wed 12:00') })
    thanked
      .when(takeBack(), olu, at('Wed 11:59'))
      .yields({ type: 'KudosTakenBack', kudos: 1 })
      .check(({ kudos }) => expect(kudos).toEqual([]))
      .when(thank(), olu, at('Wed 12:00'))
      .yields({ type: 'KudosGiven', kudos: 2 })
  })
})
