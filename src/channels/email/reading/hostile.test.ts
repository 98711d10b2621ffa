import { describe, expect, test } from 'vitest'
import { type ReadMail, readMail } from './read.ts'

const header = 'From: a@example.org\r\nSubject: Re: x\r\nIn-Reply-To: <1@desk.example>\r\n'
const plain = `${header}Content-Type: text/plain\r\n\r\n`
const html = `${header}Content-Type: text/html\r\n\r\n`
const mixed = `${header}Content-Type: multipart/mixed; boundary=b\r\n\r\n`
const many = (text: string, times: number): string => text.repeat(times)

/** Bodies that made one parser or another hang. */
const slow: readonly [string, string | Buffer][] = [
  ['quote marks', plain + many('>', 1_000_000)],
  ['attributions', plain + many('On 1 Jan 2020 at 10:00 x <a@b> wrote:\r\n', 40_000)],
  ['colons', plain + many('a:\r\n', 300_000)],
  ['labels', plain + many('From: a\r\nTo: b\r\n', 80_000)],
  ['lines of spaces', plain + many(`${many(' ', 200)}\r\n`, 8000)],
  ['one word', `${plain}${many('a', 1_500_000)}:`],
  ['almost a forward', plain + many(`---- forwarded message ${many('-', 200)}x\r\n`, 6000)],
  ['uuencode without an end', `${plain}begin 644 a\r\n${many(`M${many('a', 60)}\r\n`, 30_000)}`],
  ['open elements', html + many('<b>', 500_000)],
  ['stray closing tags', html + many('<b>', 1900) + many('</i>', 400_000)],
  ['angle brackets', html + many('<', 1_500_000)],
  ['comments', html + many('<!--', 400_000)],
  ['one style', `${html}<p style="${many('(', 1_500_000)}">x`],
  ['styles', html + many('<p style="color:red;margin:0 0 0 0">x</p>', 30_000)],
  ['pictures that never end', html + many('<img src="data:image/png;base64,', 40_000)],
  ['boundaries that are none', mixed + many('--bb\r\n', 1_000_000)],
  ['encoded words', `From: a@example.org\r\nSubject: ${many('=?x?q?', 100_000)}\r\n\r\nx`],
  ['parentheses', `From: ${many('(', 900_000)}\r\nSubject: x\r\n\r\nx`],
  ['recipients', `${header}To: ${many('"a" <a@b.example>, ', 50_000)}\r\n\r\nx`],
  ['references', `${header}References: ${many('<a@b> ', 150_000)}\r\n\r\nx`],
  [
    'delivery reports',
    `From: mailer-daemon@x.example\r\nSubject: failure notice\r\n\r\n${many('a@', 300_000)}${many('500 ', 200_000)}`,
  ],
  ['zeros', Buffer.concat([Buffer.from(plain), Buffer.alloc(2_000_000)])],
]

describe('a hostile mail costs little time', { timeout: 10_000 }, () => {
  // Work that grows with the square of the size would take minutes on these.
  test.each(slow)('%s', async (_, raw) => {
    expect(await readMail(Buffer.from(raw))).toBeTypeOf('object')
  })
})

const refusal = (mail: ReadMail): string => ('unreadable' in mail ? mail.unreadable : 'was read')

describe('more than any mail has is kept for a person', () => {
  test('too many parts', async () => {
    expect(refusal(await readMail(Buffer.from(mixed + many('--b\r\n\r\nx\r\n', 2000))))).toBe(
      'This mail has more than 1000 parts.',
    )
  })

  test('parts nested too deep', async () => {
    const nested = Array.from(
      { length: 100 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    )
    expect(refusal(await readMail(Buffer.from(header + nested.join(''))))).toContain('nested more than 30 deep')
  })

  test('a header without end', async () => {
    expect(refusal(await readMail(Buffer.from(`${header}X: ${many('a', 2_000_000)}\r\n\r\nx`)))).toContain(
      'larger than 1 MB',
    )
  })

  test.each([
    ['nothing', ''],
    ['white space', '\r\n \r\n'],
  ])('%s', async (_, raw) => {
    expect(refusal(await readMail(Buffer.from(raw)))).toBe('This mail is empty.')
  })
})

describe('what is too long to show is not lost', () => {
  test('a text of megabytes is also a file', async () => {
    const mail = await readMail(Buffer.from(plain + many('0123456789 abcdef\r\n', 150_000)))
    expect(mail).toMatchObject({ files: [{ name: 'text.txt' }] })
    expect('text' in mail && mail.text.length).toBe(2 * 1024 * 1024)
  })

  test('HTML that is too deep is not shown, but its words are read', async () => {
    const mail = await readMail(Buffer.from(`${html}${many('<b>', 5000)}Help me${many('</b>', 5000)}`))
    expect(mail).toMatchObject({ html: null })
    expect('words' in mail && mail.words.trim()).toBe('Help me')
  })
})

test('every beginning of a mail can be read', async () => {
  const whole = Buffer.from(
    `${mixed}--b\r\nContent-Type: multipart/alternative; boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      'Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Gr&uuml;&szlig;e' +
      '</p>\r\n--c--\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n',
  )
  for (let length = 0; length <= whole.length; length++) {
    expect(await readMail(whole.subarray(0, length))).toBeTypeOf('object')
  }
})
