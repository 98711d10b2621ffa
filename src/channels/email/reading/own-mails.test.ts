import { describe, expect, test } from 'vitest'
import { filesIn, legible, ownMails, readBodyOf, readOwn } from './testing.ts'

/** What each of our mails is: its kind (with a `!` when an acknowledgement may follow), its new words, its files. */
type Expected = { is: string; words: string; files?: string[] }

const original = '1042.0b9c4f6e-1111-4222-8333-444455556666.abcdefghijkl@desk.example'
const ourAddresses = ['support@desk.example']

const mails: Readonly<Record<string, Expected>> = {
  'asks-for-silence.eml': { is: 'asks_for_silence', words: 'The printer is offline.' },
  'auto-reply-marked.eml': { is: 'auto_reply', words: 'We have received your mail and will answer soon.' },
  'bounce-delayed.eml': {
    is: 'bounce',
    words: 'Delivery is delayed. We will retry for 47 more hours.',
    files: ['delivery-status.txt', 'Your phone line.eml'],
  },
  'bounce-exim.eml': { is: 'bounce', words: 'This message was created automatically by mail delivery software.' },
  'bounce-expired.eml': {
    is: 'bounce',
    words: 'Delivery has failed to these recipients: ana@example.org',
    files: ['delivery-status.txt', 'Your phone line.eml'],
  },
  'bounce-postfix.eml': {
    is: 'bounce',
    words: 'This is the mail system at host mx.desk.example.',
    files: ['delivery-status.txt', 'headers.txt'],
  },
  'bounce-qmail.eml': { is: 'bounce', words: 'Hi. This is the qmail-send program at mx.other.example.' },
  'cp850.eml': { is: 'person!', words: 'Grüße' },
  'cut-off.eml': { is: 'person!', words: 'The words are here.', files: ['a.pdf'] },
  'delivery-receipt.eml': { is: 'receipt', words: 'Your message has been delivered.', files: ['delivery-status.txt'] },
  'feedback-loop.eml': {
    is: 'feedback_loop',
    words: 'This is an email abuse report.',
    files: ['feedback-report.txt', 'Your phone line.eml'],
  },
  'flowed-and-files.eml': {
    is: 'person!',
    words: 'Der Donaudampfschiff ist da.',
    files: ['Rechnung für März.pdf', 'winmail.dat', 'ana.vcf', 'geheimfdp.txt', 'Über die Rechnung.eml'],
  },
  'forward-outlook.eml': { is: 'person!', words: 'Bitte prüfen.' },
  'forward.eml': { is: 'person!', words: 'Please look at this invoice, it is charged twice.' },
  'hostile-html.eml': { is: 'person!', words: 'My line is dead.' },
  'inline-image.eml': { is: 'person!', words: 'Look:', files: ['picture-1.png', 'light.png', 'unused.gif'] },
  'invitation.eml': { is: 'person!', words: 'Shall we meet on Friday?', files: ['invitation.ics'] },
  'koi8-r.eml': { is: 'person!', words: 'Телефон не работает.' },
  'latin1-called-utf8.eml': { is: 'person!', words: 'Grüße aus Köln' },
  'latin1-unlabelled.eml': { is: 'person!', words: 'Grüße aus Köln' },
  'mailing-list.eml': { is: 'list', words: 'Since yesterday my line is dead. Does support read this?' },
  'mangled-references.eml': { is: 'person!', words: 'Still nothing.' },
  'newsletter.eml': { is: 'bulk', words: 'Everything is cheaper' },
  'no-from.eml': { is: 'unreadable', words: 'It does not say whom it is from.' },
  'no-mail.eml': { is: 'unreadable', words: 'This is no mail: it has no header.' },
  'our-own.eml': { is: 'our_own', words: "A mail of ours that somebody's rule sent back." },
  'out-of-office-exchange.eml': { is: 'auto_reply', words: 'I am away until Monday.' },
  'out-of-office-old.eml': { is: 'auto_reply', words: 'Ich bin bis Montag nicht im Haus.' },
  'out-of-office-vacation.eml': { is: 'auto_reply', words: 'I am away until Monday.' },
  'read-receipt.eml': { is: 'receipt', words: 'Your message was read on Tuesday.', files: ['receipt.txt'] },
  'reply-apple-mail.eml': { is: 'person!', words: 'Yes, it holds.' },
  'reply-between-the-lines.eml': { is: 'person!', words: '> Dear Ana,' },
  'reply-gmail.eml': { is: 'person!', words: 'It works again since this morning, thank you!' },
  'reply-outlook-web.eml': { is: 'person!', words: 'Bereits erledigt, danke.' },
  'reply-outlook.eml': { is: 'person!', words: 'Guten Tag,' },
  'reply-phone.eml': { is: 'person!', words: 'Geht wieder' },
  'reply-samsung.eml': { is: 'person!', words: 'No. Please call me.' },
  'reply-thunderbird-below.eml': {
    is: 'person!',
    words: 'Since this morning it has been working without a single break.',
  },
  'reply-yahoo.eml': { is: 'person!', words: 'Still nothing.' },
  'shift-jis.eml': { is: 'person!', words: '電話が繋がりません。' },
  'text-picture-html.eml': { is: 'person!', words: 'Before the picture.', files: ['box.png'] },
  'utf8-called-latin1.eml': { is: 'person!', words: 'Grüße aus Köln' },
  'utf8-headers.eml': { is: 'person!', words: 'Bonjour' },
  'uuencode.eml': { is: 'person!', words: 'Here is the log.', files: ['line.log'] },
  'web-form.eml': { is: 'no_reply', words: 'Name: Tom Baker' },
  'wrong-boundary.eml': { is: 'person!', words: 'The words are here.', files: ['a.pdf'] },
}

test('every mail in test/mails is expected here', () => {
  expect(filesIn(ownMails)).toEqual(Object.keys(mails).sort())
})

for (const [file, expected] of Object.entries(mails)) {
  test(`reads ${file}`, async () => {
    const mail = await readOwn(file, { ourAddresses })
    if ('unreadable' in mail) {
      expect({ is: 'unreadable', words: mail.unreadable }).toEqual(expected)
      return
    }
    const { sender, mayAnswerAutomatically } = mail
    const kind = sender.kind === 'machine' ? sender.machine : (sender.through ?? 'person')
    expect({
      is: `${kind}${mayAnswerAutomatically ? '!' : ''}`,
      words: mail.words.split('\n')[0],
      files: mail.files.map(({ name }) => name),
    }).toEqual({ files: [], ...expected })
  })
}

const read = async (file: string) => legible(await readOwn(file, { ourAddresses }))

describe('what belongs to the new words', () => {
  test.each(['reply-gmail.eml', 'reply-outlook-web.eml', 'reply-yahoo.eml', 'reply-samsung.eml', 'reply-phone.eml'])(
    '%s: one line, with the earlier mail one click away',
    async file => {
      const { words, quoted } = await read(file)
      expect(words).not.toContain('\n')
      expect(quoted).toMatch(/card|hold|Anschluss\?/)
    },
  )

  test('the history that Outlook marks is found in German HTML', async () => {
    const { words, quoted, text } = await read('reply-outlook.eml')
    expect(words).toBe('Guten Tag,\n\nder Anschluss läuft wieder.')
    expect(quoted).toContain('Wir haben die Karte getauscht.')
    expect(text).toContain('Gesendet: Dienstag, 24. November 2026 09:30')
  })

  test('answers between the lines keep the questions that they answer', async () => {
    const { words, quoted } = await read('reply-between-the-lines.eml')
    expect(words).toContain('> Have you restarted the box?\n\nYes, twice.\n\n> Is the light red or green?\n\nRed.')
    expect(quoted).toContain('> Kind regards')
  })

  test('what was forwarded stays', async () => {
    expect((await read('forward.eml')).words).toMatch(/Amount due: 49\.00[\s\S]*> When does the invoice come\?$/)
    expect((await read('forward-outlook.eml')).words).toContain('Offen: 49,00')
  })

  test('a form with "From" and "To" in it is no earlier mail', async () => {
    const { words, replyTo } = await read('web-form.eml')
    expect(words).toContain('Does my plan work in Paris?')
    expect(replyTo).toEqual({ name: 'Tom Baker', address: 'tom@example.net' })
  })

  test('a text and an HTML part after each other are both words', async () => {
    const { words, html } = await read('text-picture-html.eml')
    expect(words).toBe('Before the picture.\n\nAfter the picture & last.')
    expect(html).toContain('Before the picture.')
  })
})

test('a text that only says that there is HTML gives way to it', async () => {
  const body = [
    '--b\nContent-Type: text/plain\n\nYour mail program does not support HTML.',
    '--b\nContent-Type: text/html\n\n<p>My line is dead.</p>\n--b--',
  ]
  const { words } = await readBodyOf(body.join('\n'), { 'Content-Type': 'multipart/alternative; boundary=b' })
  expect(words).toBe('My line is dead.')
})

describe('bounces', () => {
  test.each([
    ['bounce-postfix.eml', true, '5.1.1', '550 5.1.1 <ana@example.org>: Recipient address rejected: User unknown'],
    ['bounce-exim.eml', true, '5.7.1', '550 5.7.1 mailbox is closed'],
    ['bounce-qmail.eml', true, '5.1.1', null],
    ['bounce-expired.eml', true, '4.4.7', null],
    ['bounce-delayed.eml', false, '4.4.1', '421 4.4.1 Connection timed out'],
  ])('%s says who, why, and which mail', async (file, permanent, status, diagnostic) => {
    const { bounce } = await read(file)
    expect(bounce).toEqual({ permanent, status, diagnostic, recipient: 'ana@example.org', originalMailId: original })
  })
})

describe('addresses and threads', () => {
  test('references survive what programs do to them', async () => {
    const { references, inReplyTo } = await read('mangled-references.eml')
    expect(references).toEqual([
      'first@desk.example',
      'second@desk.example',
      'third@desk.example',
      'fourth@desk.example',
    ])
    expect(inReplyTo).toEqual([original])
  })

  test('headers may be in UTF-8 (RFC 6532)', async () => {
    const { from, subject } = await read('utf8-headers.eml')
    expect(from).toEqual({ name: 'Zoë Müller', address: 'zoë@müller.example' })
    expect(subject).toBe('Ça ne marche pas')
  })

  test('says when, to whom and under which id', async () => {
    const { mailId, to, date } = await read('reply-gmail.eml')
    expect({ mailId, to, date }).toEqual({
      mailId: 'CAF1@mail.gmail.com',
      to: ['support+1042.abcdefghijkl@desk.example'],
      date: '2026-11-24T09:02:00.000Z',
    })
  })
})

describe('files', () => {
  test('only a picture that the HTML shows is inline', async () => {
    const { files, html } = await read('inline-image.eml')
    expect(files.map(({ name, inline, contentId }) => [name, inline, contentId])).toEqual([
      ['picture-1.png', true, 'picture-1.baton'],
      ['light.png', true, 'light@example.org'],
      ['unused.gif', false, 'unused@example.org'],
    ])
    expect(html).not.toContain('data:')
  })

  test('come byte for byte', async () => {
    const { files } = await read('flowed-and-files.eml')
    const texts = files.map(({ content }) => Buffer.from(content).toString('latin1'))
    expect(texts[0]).toBe('%PDF-1.4\n')
    expect(texts[2]).toBe('BEGIN:VCARD\r\nFN:Ana Ruiz\r\nEND:VCARD')
    expect(texts[4]).toContain('Inner words')
  })

  test('a file that stands in the text by uuencode is taken out of it', async () => {
    const { files, words } = await read('uuencode.eml')
    expect(Buffer.from(files[0]?.content ?? []).toString()).toBe('hello world')
    expect(words).toBe('Here is the log.\n\n\nThanks')
  })
})
