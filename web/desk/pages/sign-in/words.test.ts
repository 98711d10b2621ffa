import { expect, test } from 'vitest'
import { destination, exampleMail, roleOf } from './words.ts'

test('everybody’s part is said in a sentence', () => {
  expect(roleOf({ role: 'agent', teams: ['Support'] })).toBe('Answers customers, in Support')
  expect(roleOf({ role: 'supervisor', teams: ['Support', 'Plans'] })).toContain('Leads Support and Plans')
  expect(roleOf({ role: 'colleague', teams: [] })).not.toContain('undefined')
})

test('after signing in one comes back to where one was, and nowhere outside', () => {
  expect(destination('?next=/desk/issues/1042')).toBe('/desk/issues/1042')
  expect(destination('?next=/help/assists/1042/1')).toBe('/help/assists/1042/1')
  for (const foreign of [
    'https://elsewhere.test',
    '//elsewhere.test',
    '/desk//x.test:y',
    '/desk/../api',
    'javascript:alert(1)',
  ])
    expect(destination(`?next=${encodeURIComponent(foreign)}`)).toMatch(/^\/desk/)
  expect(destination('?next=//elsewhere.test')).toBe('/desk')
})

test('the example can be pasted: two lines, each address where it belongs', () => {
  const lines = exampleMail('support@litoral.example').split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/\|$/)
  expect(lines[1]).toContain('--mail-rcpt support@litoral.example')
})
