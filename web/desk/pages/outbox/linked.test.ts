import { expect, test } from 'vitest'
import { linked } from './linked.ts'

test('addresses are found, without what ends the sentence', () => {
  expect(linked('See https://desk.example/c/abc.def, then answer.')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://desk.example/c/abc.def', href: 'https://desk.example/c/abc.def' },
    { text: ', then answer.', href: null },
  ])
})

test('only web addresses can be followed', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'http://', 'ftp://host/file'])
    expect(linked(text)).toEqual([{ text, href: null }])
})

test('nothing of the text is lost', () => {
  const text = 'a https://b.test/c) d\nhttp://e.test\n'
  expect(
    linked(text)
      .map(stretch => stretch.text)
      .join(''),
  ).toBe(text)
})
