import { expect, test } from 'vitest'
import type { OutboundAnswer } from '../../../../src/contract/answers.ts'
import { instant } from '../../../../src/core/time/instant.ts'
import { addressOf, failed, wayOf, writerOf } from './sentences.ts'

const mail = (more: Partial<OutboundAnswer>): OutboundAnswer => ({
  id: 'one',
  issue: 1042,
  kind: 'message',
  from: 'Ben Okafor <support@example.test>',
  to: 'ana@example.test',
  subject: 'Hello',
  body: 'Hello Ana.',
  state: 'local',
  createdAt: instant('2026-11-17T11:00:00Z'),
  sentAt: null,
  tries: 0,
  why: null,
  ...more,
})

test('an address is parted into name and address', () => {
  expect(addressOf('Ben Okafor <support@example.test>')).toEqual({
    name: 'Ben Okafor',
    address: 'support@example.test',
  })
  expect(addressOf('"Okafor, Ben" <support@example.test>')).toEqual({
    name: 'Okafor, Ben',
    address: 'support@example.test',
  })
  expect(addressOf('ana@example.test')).toEqual({ name: null, address: 'ana@example.test' })
})

test('a desk without a mail server says that nothing was sent', () => {
  expect(wayOf(mail({}))).toContain('no mail server')
})

test('what did not arrive says why, and counts as failed', () => {
  expect(wayOf(mail({ state: 'bounced', why: 'No such mailbox.' }))).toBe('Came back. No such mailbox.')
  expect(failed(mail({ state: 'bounced' }))).toBe(true)
  expect(failed(mail({ state: 'queued', tries: 3 }))).toBe(false)
  expect(wayOf(mail({ state: 'queued', tries: 3, why: 'Connection refused.' }))).toContain('tried 3 times')
})

test('a person is named, and the desk says why it wrote', () => {
  expect(writerOf(mail({}))).toBe('By Ben Okafor')
  expect(writerOf(mail({ kind: 'acknowledgement' }))).toContain('the desk itself')
})
