import { expect, test } from 'vitest'
import { tooLargeReply } from './too-large.ts'

const limit = 25 * 1024 * 1024

test('the reply names each file with its size, the limit, and what to do', () => {
  const body = tooLargeReply([{ name: 'router.mov', size: 80_000_000 }], limit)
  expect(body).toContain('Your message has arrived')
  expect(body).toContain('One file was too large')
  expect(body).toContain('router.mov (76.3 MB)')
  expect(body).toContain('up to 25 MB each')
  expect(body).toContain('answer this mail')
})

test('a file just above the limit is not said to be of the size that fits', () => {
  expect(tooLargeReply([{ name: 'a', size: limit + 1 }], limit)).toContain('25.1 MB')
})

test('names stay on their line', () => {
  const files = [
    { name: 'a\r\nb', size: limit + 1 },
    { name: '', size: limit + 1 },
  ]
  expect(tooLargeReply(files, limit).match(/^ {2}.+$/gm)).toEqual([
    '  a b (25.1 MB)',
    '  a file without a name (25.1 MB)',
  ])
})
