import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { withInlineImages, withRemoteImages } from './inline-images.ts'
import { sanitizeMail } from './sanitize.ts'
import { hostileHtml } from './testing.ts'

/** Everything in a piece of HTML that could do something. */
function acts(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (
        /^(?:script|style|iframe|frame|object|embed|form|input|button|svg|math|base|meta|link|template|noscript)$/.test(
          name,
        )
      ) {
        found.push(`<${name}>`)
      }
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^(?:on|srcdoc|srcset|background|formaction|xlink|action|poster|ping|id|name|class)/.test(attribute))
          found.push(attribute)
        if (attribute === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/.test(value)) found.push(`href=${value}`)
        if (attribute === 'src' && !value.startsWith('cid:')) found.push(`src=${value}`)
        if (attribute === 'style' && /url|expression|behaviou?r|@|\\|position|import|var\(|-moz-binding/i.test(value))
          found.push(value)
      }
    },
    oncomment: text => found.push(`<!--${text}-->`),
    onprocessinginstruction: (_, text) => found.push(`<${text}>`),
  })
  parser.end(html)
  return found
}

describe('hostile HTML', () => {
  test.each(hostileHtml)('%s', html => {
    const clean = sanitizeMail(html) ?? ''
    expect(acts(clean)).toEqual([])
    // What mutates when it is read once more could turn into something else.
    expect(sanitizeMail(clean)).toBe(clean)
  })
})

describe('what mail looks like', () => {
  test('keeps text, tables, lists, colours and type', () => {
    const html =
      '<table bgcolor="#eeeeee" width="600"><tr><td style="padding:4px 8px;color:#333;font:bold 12px Arial"><b>Bill</b><br>' +
      '<font color="red" face="Arial" size="2">49.00</font></td></tr></table><ul><li>One</li></ul>'
    expect(sanitizeMail(html)).toBe(
      '<table bgcolor="#eeeeee" width="600"><tr><td style="padding:4px 8px;color:#333"><b>Bill</b><br />' +
        '<font color="red" face="Arial" size="2">49.00</font></td></tr></table><ul><li>One</li></ul>',
    )
  })

  test('links open outside, and tell nobody where they were clicked', () => {
    expect(sanitizeMail('<a href="https://example.net/a?b=1&c=2" target="_top" rel="opener">x</a>')).toBe(
      '<a href="https://example.net/a?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    )
    expect(sanitizeMail('<a href="mailto:ana@example.org">x</a>')).toContain('href="mailto:ana@example.org"')
    expect(sanitizeMail('<a href="/relative">x</a>')).toBe('<a>x</a>')
  })

  test('a remote picture is not fetched, and can be asked for', () => {
    expect(
      sanitizeMail('<img src="https://example.net/a.png" srcset="https://example.net/b.png 2x" alt="A" width="10">'),
    ).toBe('<img alt="A" width="10" data-remote-src="https://example.net/a.png" />')
    expect(withRemoteImages('<img alt="A" data-remote-src="https://example.net/a.png?x=1&amp;y" />')).toBe(
      '<img alt="A" src="https://example.net/a.png?x=1&amp;y" />',
    )
    expect(sanitizeMail('<img src="//example.net/a.png">')).toBe('<img data-remote-src="https://example.net/a.png" />')
    expect(sanitizeMail('<img src="relative.png" data-remote-src="javascript:alert(1)">')).toBe('<img />')
  })

  test('a head that was left open hides no words', () => {
    expect(sanitizeMail('<html><head><title>T</title><p>Words')).toBe('<p>Words</p>')
  })

  test('says nothing rather than something unsafe to parse', () => {
    expect(sanitizeMail('<b>'.repeat(5000))).toBeNull()
    expect(sanitizeMail('x'.repeat(3_000_000))).toBeNull()
  })
})

describe('pictures that came with the mail', () => {
  const html = sanitizeMail('<p>src="cid:a"</p><img src="cid:a%40b" alt="A"><img src="CID:none">') ?? ''

  test('get the address that the screen gives them', () => {
    const shown = withInlineImages(html, id => (id === 'a@b' ? '/files/1?x="&y' : null))
    expect(shown).toBe('<p>src="cid:a"</p><img alt="A" src="/files/1?x=&quot;&amp;y" /><img />')
  })
})
