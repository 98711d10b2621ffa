import { expect, test } from 'vitest'
import { changeOf, draftOf, emptyChange } from './draft.ts'

const rule = {
  type: 'fact_rule' as const,
  key: 'serial number',
  says: 'Off the phone.',
  allowed: ['read off it'],
  refused: [],
}

test('a change that there is becomes a draft, and the same change again', () => {
  expect(changeOf(draftOf(rule), null)).toEqual(rule)
  const article = { type: 'article' as const, title: 'Two lines', body: 'How to see them.' }
  expect(changeOf(draftOf(article), null)).toEqual(article)
})

test('ways are lines; a rule without any is not whole', () => {
  const draft = { ...draftOf(rule), allowed: ' read off it \n\n said by its owner' }
  expect(changeOf(draft, null)).toMatchObject({ allowed: ['read off it', 'said by its owner'] })
  expect(changeOf({ ...draft, allowed: ' \n' }, null)).toBeNull()
})

test('a request needs a department, words and a time; whoever answers for it may be named later', () => {
  const draft = {
    ...emptyChange,
    type: 'request' as const,
    department: 'repair',
    ask: 'Print the number on the phone.',
  }
  expect(changeOf(draft, null)).toBeNull()
  expect(changeOf(draft, '2026-12-01T09:00:00Z')).toMatchObject({ owner: null, due: '2026-12-01T09:00:00Z' })
})
