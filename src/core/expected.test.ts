import { expect, test } from 'vitest'
import { replay } from './evolve.ts'
import { expected, inState } from './expected.ts'
import { accepted, arrived, assistAccepted, happened, offered } from './testing/history.ts'
import { at, ben, carla, theDesk } from './testing/people.ts'

test('Rule 33: an event without what it is about, or without who did it, is a bug and not passed over', () => {
  expect(() => replay([...arrived(), accepted()])).toThrow('is not there')
  expect(() => replay([...arrived(), assistAccepted()])).toThrow('is not there')
  const byNobody = happened({ type: 'DiagnosisRecorded', words: 'w' }, theDesk, at('Tue 10:00'))
  expect(() => replay([...arrived(), byNobody])).toThrow('is not there')
  expect(expected(0)).toBe(0)
})

test('Rule 33: neither is one that can’t happen in the state that the log has made', () => {
  const again = accepted({ when: at('Tue 10:20'), by: ben })
  expect(() => replay([...arrived(), offered(), accepted({ by: carla }), again])).toThrow('accepted should be offered')
  expect(inState({ state: 'open' as 'open' | 'over' | 'new' }, 'new', 'open')).toEqual({ state: 'open' })
  expect(() => inState({ state: 'over' as 'open' | 'over' | 'new' }, 'new', 'open')).toThrow('should be new or open')
})
