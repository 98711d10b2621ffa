import { describe, expect, test } from 'vitest'
import { readLines } from './lines.ts'

const textOf = (html: string): string => readLines(html).lines.join('\n')

describe('HTML as text', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['One<br>Two<br><br>Three', 'One\nTwo\n\nThree'],
    ['<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>', 'One\n\nTwo'],
    ['  One \n  <b>and</b>\n two ', 'One and two'],
    ['<ul><li>One<li>Two<ol><li>A</li><li>B</li></ol></ul>', '- One\n- Two\n\n  1. A\n  2. B'],
    ['<table><tr><td>Line</td><td>49.00</td></tr><tr><td>Sum</td></tr></table>', 'Line  49.00\nSum'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['<a href="https://example.net/help">the page</a>', 'the page <https://example.net/help>'],
    [
      '<a href="https://example.net/">example.net</a> <a href="mailto:a@b.example">a@b.example</a>',
      'example.net a@b.example',
    ],
    ['<img alt="Red light" src="cid:1"><img alt="image001.png" src="cid:2">', '[Red light]'],
    ['<style>p{}</style><script>x</script><title>T</title>Words&amp;&#xD800;', 'Words&\ufffd'],
    ['<head><title>T</title><body>Words', 'Words'],
    ['<blockquote type="cite">One<blockquote type="cite">Two</blockquote></blockquote>Three', '> One\n>> Two\nThree'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(textOf(html)).toBe(text)
  })

  test('says where a mail program marks history', () => {
    expect([...readLines('New<div id="divRplyFwdMsg">From: Ben</div>Old').marks]).toEqual([[1, 'history']])
  })
})
