import { expect, test } from 'vitest'
import { emptyDraft, openingOf } from './draft.ts'

const told = { ...emptyDraft, subject: 'No line', story: 'It has been dead since Monday.' }

test('somebody new is named by what was filled in', () => {
  expect(openingOf({ ...told, name: ' Ana Ruiz ', phone: '+34 600 118 204' }, null)?.customer).toEqual({
    name: 'Ana Ruiz',
    phone: '+34 600 118 204',
  })
})

test('somebody known goes by their id, whatever was typed before', () => {
  const customer = { id: 'ana', name: 'Ana Ruiz', organization: null, emails: [], phones: [], open: [] }
  expect(openingOf({ ...told, name: 'An', customer }, null)?.customer).toEqual({ id: 'ana' })
})

test('empty rows of facts are left out, and a time makes a promise', () => {
  const opening = openingOf(
    {
      ...told,
      name: 'Ana',
      facts: [
        { key: 'Account', value: '88-204' },
        { key: '', value: '' },
      ],
      what: 'a date',
    },
    '2026-11-17T12:00:00Z',
  )
  expect(opening?.facts).toEqual([{ key: 'Account', value: '88-204', how: null }])
  expect(opening?.promise).toEqual({ what: 'a date', due: '2026-11-17T12:00:00Z' })
})

test('nothing is sent without a customer, a subject and a story', () => {
  expect(openingOf(told, null)).toBeNull()
  expect(openingOf({ ...told, name: 'Ana', story: ' ' }, null)).toBeNull()
})
