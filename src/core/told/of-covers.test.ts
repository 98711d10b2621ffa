import { describe, test } from 'vitest'
import { askCannotFix, declineCover, takeOver } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, coverAccepted, coverAsked, covered, happened } from '../testing/history.ts'
import { at, ben, carla, dana, priya, theDesk } from '../testing/people.ts'

describe('Rule 15: who hears of a cover', () => {
  const away = arrived({ due: at('Fri 13:00') })

  test('who covers the owner hears what the owner hears, and nothing that others hear', () => {
    given(away, covered())
      .when(askCannotFix, ben, at('Thu 10:00'))
      .happens()
      .told({ member: 'priya', word: 'cannot_fix_asked' })
  })

  test('of several who were asked, the one whom it is about', () => {
    const no = happened({ type: 'CoverDeclined', cover: 'cover', suggestion: null }, carla, at('Wed 10:30'))
    const second = [
      coverAsked({ cover: 'second', member: dana, when: at('Wed 10:40') }),
      coverAccepted({ cover: 'second', member: dana }),
    ]
    given(away, coverAsked(), no, ...second)
      .when({ type: 'Tick' }, theDesk, at('Thu 00:00'))
      .yields({ type: 'CoverBegan', cover: 'second' })
      .told({ member: 'dana', word: 'cover_began' })
  })

  test('the supervisors too, when somebody declines from the moment on in which the absence begins', () => {
    given(away, coverAsked())
      .when(declineCover(), carla, at('Thu 00:00'))
      .yields({ type: 'CoverMissed', by: theDesk }, { type: 'CoverDeclined' })
      .told({ member: 'ben', word: 'cover_declined' }, { member: 'priya', word: 'cover_declined' })
  })

  test('that it is over because it changed hands is told to who covered alone: the owner hears of that itself', () => {
    given(away, covered())
      .when(takeOver, priya, at('Thu 10:00'))
      .happens()
      .told(
        { member: 'ben', word: 'taken_over' },
        { member: 'carla', word: 'taken_over' },
        { member: 'carla', word: 'cover_ended' },
      )
  })
})
