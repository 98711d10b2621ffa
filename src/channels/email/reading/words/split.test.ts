import { describe, expect, test } from 'vitest'
import { readBodyOf } from '../testing.ts'

const utf8 = { 'Content-Type': 'text/plain; charset=utf-8', 'In-Reply-To': '<1@desk.example>' }
const html = { 'Content-Type': 'text/html; charset=utf-8', 'In-Reply-To': '<1@desk.example>' }

const attributions = [
  'On Tue, Nov 24, 2026 at 9:30 AM Ben <ben@desk.example> wrote:',
  'On Tue, Nov 24, 2026 at 9:30 AM Ben from Baton Phones in Madrid <\nsupport+1042.abcdefghijkl@desk.example>\nwrote:',
  'Am Di., 24. Nov. 2026 um 09:30 Uhr schrieb Ben <ben@desk.example>:',
  'Le mar. 24 nov. 2026 à 09:30, Ben <ben@desk.example> a écrit :',
  'El mar, 24 nov 2026 a las 9:30, Ben (<ben@desk.example>) escribió:',
  'Il giorno mar 24 nov 2026 alle ore 09:30 Ben <ben@desk.example> ha scritto:',
  'Em ter., 24 de nov. de 2026 às 09:30, Ben <ben@desk.example> escreveu:',
  'Op di 24 nov 2026 om 09:30 schreef Ben <ben@desk.example>:',
  'Den tis 24 nov. 2026 kl 09:30 skrev Ben <ben@desk.example>:',
  'W dniu wt., 24 lis 2026 o 09:30 Ben <ben@desk.example> napisał(a):',
  'вт, 24 нояб. 2026 г. в 09:30, Ben <ben@desk.example>:',
  '24 Kas 2026 Sal 09:30 tarihinde Ben <ben@desk.example> şunu yazdı:',
  '2026年11月24日(火) 9:30 Ben <ben@desk.example>:',
  '2026年11月24日 上午9:30，Ben <ben@desk.example> 写道：',
  '2026년 11월 24일 (화) 오전 9:30, Ben <ben@desk.example>님이 작성:',
  'Ben <ben@desk.example> schrieb am Di., 24. Nov. 2026, 09:30:',
  '---- On Tue, 24 Nov 2026 09:30:00 +0100 Ben <ben@desk.example> wrote ----',
]

describe('who wrote the quote', () => {
  test.each(attributions)('%s', async attribution => {
    const { words, quoted } = await readBodyOf(`It works.\n\n${attribution}\n\n> Does it?\n`, utf8)
    expect(words).toBe('It works.')
    expect(quoted).toBe(`${attribution}\n\n> Does it?`)
  })

  test('is not every line that ends with a colon', async () => {
    const own =
      'On your router there is a button.\nThe error of 24.11.2026 says:\n\n  no carrier\n\nand then:\nnothing.'
    expect((await readBodyOf(own, utf8)).words).toBe(own)
  })
})

const blocks = [
  'From: Ben <ben@desk.example>\nSent: Tuesday, November 24, 2026 9:30 AM\nTo: Ana\nSubject: Line',
  '*From:* Ben <ben@desk.example>\n*Sent:* Tuesday\n*To:* Ana\n*Subject:* Line',
  'Von: Ben <ben@desk.example>\nGesendet: Dienstag, 24. November 2026 09:30\nAn: Ana\nBetreff: Line',
  'De : Ben <ben@desk.example>\nEnvoyé : mardi 24 novembre 2026 09:30\nÀ : Ana\nObjet : Line',
  'De: Ben <ben@desk.example>\nEnviado el: martes, 24 de noviembre de 2026 9:30\nPara: Ana\nAsunto: Line',
  'Da: Ben <ben@desk.example>\nInviato: martedì 24 novembre 2026 09:30\nA: Ana\nOggetto: Line',
  'Van: Ben <ben@desk.example>\nVerzonden: dinsdag 24 november 2026 09:30\nAan: Ana\nOnderwerp: Line',
  'Fra: Ben <ben@desk.example>\nSendt: 24. november 2026 09:30\nTil: Ana\nEmne: Line',
  'Od: Ben <ben@desk.example>\nWysłano: wtorek, 24 listopada 2026 09:30\nDo: Ana\nTemat: Line',
  'От: Ben <ben@desk.example>\nОтправлено: 24 ноября 2026 г. 9:30\nКому: Ana\nТема: Line',
  'Kimden: Ben <ben@desk.example>\nGönderildi: 24 Kasım 2026 Salı 09:30\nKime: Ana\nKonu: Line',
  '发件人: Ben <ben@desk.example>\n发送时间: 2026年11月24日 9:30\n收件人: Ana\n主题: Line',
  '差出人: Ben <ben@desk.example>\n送信日時: 2026年11月24日 9:30\n宛先: Ana\n件名: Line',
  'Kohti: x\nNopea: y\nSaatio: 24.11.2026 09:30\nMuu: ana@example.org'.replace('Kohti: x', 'Lahete: ben@desk.example'),
]

describe('the lines above an earlier mail', () => {
  test.each(blocks)('%s', async block => {
    const body = `It works.\n\n________________________________\n${block}\n\nDoes it?\nBen\n`
    const { words, quoted } = await readBodyOf(body, utf8)
    expect(words).toBe('It works.')
    expect(quoted).toContain('Does it?\nBen')
  })

  test.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    '------------------ 原始邮件 ------------------',
  ])('%s', async line => {
    expect((await readBodyOf(`It works.\n\n${line}\nDoes it?`, utf8)).words).toBe('It works.')
  })

  test('stay in a mail that answers none: they may be what it is about', async () => {
    const body = 'I booked:\n\nFrom: Madrid\nTo: Paris\nDate: 5 May\nSubject: Holiday\n\nWhere is my ticket?'
    expect((await readBodyOf(body, { Subject: 'My ticket' })).words).toBe(body)
  })
})

describe('what stays', () => {
  test('a pasted ">" in a first mail', async () => {
    const body = 'The box says:\n> ERROR 42\nWhat is that?'
    expect((await readBodyOf(body, { Subject: 'Error' })).words).toBe(body)
  })

  test('a paragraph that was only moved to the right in HTML', async () => {
    const body = '<p>It says</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">ERROR 42</blockquote>'
    expect((await readBodyOf(body, html)).words).toContain('ERROR 42')
  })

  test('all of a mail that is nothing but a signature', async () => {
    expect((await readBodyOf('-- \nAna Ruiz\n', { Subject: 'Hello' })).words).toBe('--\nAna Ruiz')
  })

  test('long text after two dashes', async () => {
    const body = `Three things:\n--\n${'One more line.\n'.repeat(12)}`
    expect((await readBodyOf(body, utf8)).words).toBe(body.trim())
  })

  test('nothing, where a reply has only history: its words are empty, not the old ones', async () => {
    const { words, quoted } = await readBodyOf('On 24.11.26 09:30, Ben <b@desk.example> wrote:\n> Does it?', utf8)
    expect(words).toBe('')
    expect(quoted).toContain('> Does it?')
  })
})

describe('HTML of mail programs', () => {
  test.each([
    [
      'Gmail for phones',
      '<div dir="auto">It works.</div><div class="gmail_quote"><div dir="ltr" class="gmail_attr">24 Kas 2026 Sal, 09:30 tarihinde Ben &lt;<a href="mailto:b@desk.example">b@desk.example</a>&gt; dedi ki:<br></div><blockquote class="gmail_quote">Does it?</blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>It works.</p><div class="moz-cite-prefix">Ben sagte am 24.11.26 um 09:30:<br></div><blockquote type="cite" cite="mid:1"><p>Does it?</p></blockquote>',
    ],
    [
      'Outlook for Mac',
      '<div>It works.</div><span id="OLK_SRC_BODY_SECTION"><div>Jemand: Ben</div><div>Does it?</div></span>',
    ],
    [
      'Outlook for phones',
      '<div>It works.</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><hr><div id="divRplyFwdMsg"><b>X:</b> Ben</div>Does it?',
    ],
    [
      'Proton',
      '<div>It works.</div><div class="protonmail_quote">On Tuesday, November 24th, 2026 at 09:30, Ben &lt;b@desk.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">Does it?</blockquote></div>',
    ],
    ['Zimbra', '<div>It works.<br><hr id="zwchr"><b>X: </b>Ben<br>Does it?</div>'],
    [
      'Spark',
      '<div name="messageBodySection">It works.</div><div name="messageReplySection">24. Nov, Ben:<blockquote type="cite">Does it?</blockquote></div>',
    ],
  ])('%s', async (_, body) => {
    const { words, quoted } = await readBodyOf(`<html><body>${body}</body></html>`, html)
    expect(words).toBe('It works.')
    expect(quoted).toContain('Does it?')
  })

  test('an Outlook forward stays whole', async () => {
    const body = '<div>See below</div><div id="divRplyFwdMsg"><b>From:</b> Ben</div><p>The bill</p>'
    expect((await readBodyOf(body, { ...html, Subject: 'FW: The bill' })).words).toContain('The bill')
  })

  test('answers inside of a quote stay new', async () => {
    const quote = (text: string) => `<blockquote type="cite"><div>${text}</div></blockquote>`
    const { words } = await readBodyOf(`${quote('Restarted?')}<p>Yes.</p>${quote('Red?')}<p>Green.</p>`, html)
    expect(words).toBe('> Restarted?\n\nYes.\n\n> Red?\n\nGreen.')
  })
})

test.each([
  'Sent from my iPhone',
  'Sent from my Verizon Wireless BlackBerry',
  'Get Outlook for Android<https://aka.ms/ghei36>',
  'Von meinem iPhone gesendet',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  'Inviato da iPhone',
  'Verstuurd vanaf mijn iPhone',
  'Отправлено с iPhone',
  'iPhoneから送信',
  '发自我的iPhone',
])('"%s" is not what somebody wanted to say', async line => {
  expect((await readBodyOf(`It works.\n\n${line}\n`, utf8)).words).toBe('It works.')
})
