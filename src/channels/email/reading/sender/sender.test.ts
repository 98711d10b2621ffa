import { describe, expect, test } from 'vitest'
import { type ReadOptions, readMail } from '../read.ts'
import { asMail, legible } from '../testing.ts'

const ours = ['support@desk.example']

/** A mail with these fields besides the usual ones, judged in a word. */
async function judge(fields: string, options: ReadOptions = {}): Promise<string> {
  const from = /^from:/im.test(fields) ? '' : 'From: ana@example.org\n'
  const mail = legible(
    await readMail(asMail(`${from}To: support@desk.example\n${fields}\n\nWords\n`), { ourAddresses: ours, ...options }),
  )
  const { sender, mayAnswerAutomatically } = mail
  if (sender.kind === 'machine') {
    expect(mayAnswerAutomatically).toBe(false)
    return `machine: ${sender.machine}`
  }
  expect(mayAnswerAutomatically).toBe(sender.through === null)
  return sender.through ?? 'person'
}

const answersUs = 'In-Reply-To: <1042.x@desk.example>'

describe('Rule 13: what no person wrote', () => {
  test.each([
    ['Auto-Submitted: auto-replied', 'machine: auto_reply'],
    ['Auto-Submitted: auto-replied (vacation)', 'machine: auto_reply'],
    ['Auto-Submitted: AUTO-NOTIFIED', 'machine: auto_reply'],
    [`Auto-Submitted: auto-generated\n${answersUs}`, 'machine: auto_reply'],
    ['Auto-Submitted: auto-generated\nSubject: Out of office: Your line', 'machine: auto_reply'],
    ['Precedence: auto_reply', 'machine: auto_reply'],
    ['X-Autoreply: yes', 'machine: auto_reply'],
    ['X-Autorespond: 1', 'machine: auto_reply'],
    ['X-POST-MessageClass: 9; Autoresponder', 'machine: auto_reply'],
    ['From: Support <support@desk.example>', 'machine: our_own'],
    ['From: SUPPORT+1042.abcdefghijkl@DESK.example', 'machine: our_own'],
  ])('%s', async (fields, expected) => {
    expect(await judge(fields)).toBe(expected)
  })

  test.each([
    'Automatic reply: Your line',
    'Automatische Antwort: Ihr Anschluss',
    'Abwesenheitsnotiz',
    'Réponse automatique : Votre ligne',
    'Respuesta automática: Su línea',
    'Risposta automatica: Linea',
    'Resposta automática: Linha',
    'Automatisch antwoord: Lijn',
    'Autosvar: Linje',
    'Odpowiedź automatyczna: Linia',
    'Автоматический ответ: Линия',
    '自动回复: 线路',
    '自動返信: 回線',
  ])('"%s" with another sign', async subject => {
    const header = `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`
    expect(await judge(`${header}\n${answersUs}`)).toBe('machine: auto_reply')
    expect(await judge(`${header}\nPrecedence: bulk`)).toBe('machine: auto_reply')
    expect(await judge(header, { envelopeFrom: '' })).toBe('machine: auto_reply')
  })

  test('such a subject alone is a person writing about it', async () => {
    expect(await judge('Subject: Out of office does not work')).toBe('person')
    expect(await judge('Subject: Automatic reply is broken')).toBe('person')
  })

  test('a bounce that names nobody is still a bounce', async () => {
    const raw = asMail(
      'From: MAILER-DAEMON\nSubject: failure notice\nReturn-Path: <>\n\nHi. This is the qmail-send program at x.\n',
    )
    const mail = legible(await readMail(raw))
    expect([mail.from, mail.sender]).toMatchObject([null, { machine: 'bounce' }])
  })
})

describe('somebody’s words that get no automatic answer', () => {
  test.each([
    ['List-Id: <phones.lists.example>', 'list'],
    ['List-Unsubscribe: <mailto:leave@lists.example>', 'list'],
    ['Precedence: list', 'list'],
    ['Precedence: bulk', 'bulk'],
    ['Precedence: junk', 'bulk'],
    ['Auto-Submitted: auto-generated', 'generated'],
    ['Auto-Submitted: auto-generated\nIn-Reply-To: <5@jira.example>', 'generated'],
    ['X-Auto-Response-Suppress: All', 'asks_for_silence'],
    ['X-Auto-Response-Suppress: DR, OOF', 'asks_for_silence'],
    ['From: no-reply@shop.example', 'no_reply'],
    ['From: noreply@shop.example', 'no_reply'],
    ['From: donotreply@shop.example', 'no_reply'],
    ['From: shop.no-reply+123@shop.example', 'no_reply'],
    ['From: nicht-antworten@shop.example', 'no_reply'],
    ['From: ne-pas-repondre@shop.example', 'no_reply'],
    ['From: postmaster@example.org\nSubject: About our contract', 'mail_server'],
  ])('%s', async (fields, expected) => {
    expect(await judge(fields)).toBe(expected)
  })

  test('an empty return path, from the envelope or as a server wrote it down', async () => {
    expect(await judge('Subject: x', { envelopeFrom: '' })).toBe('null_path')
    expect(await judge('Return-Path: <>\nSubject: x')).toBe('null_path')
    expect(await judge('Return-Path: <ana@example.org>\nSubject: x', { envelopeFrom: 'ana@example.org' })).toBe(
      'person',
    )
  })
})

describe('people', () => {
  test.each([
    'Subject: Help',
    'Auto-Submitted: no',
    'X-Auto-Response-Suppress: DR, RN, NRN',
    'Precedence: normal',
    'From: noah@example.org',
    'From: norbert.replyson@example.org',
    'From: support@desk.example.org',
    `Subject: Re: Out of office\n${answersUs}`,
  ])('%s', async fields => {
    expect(await judge(fields)).toBe('person')
  })
})

test('every judgement comes with its reason in words', async () => {
  const mail = legible(await readMail(asMail('From: a@example.org\nAuto-Submitted: auto-replied\n\nx')))
  expect(mail.sender.reason).toContain('RFC 3834')
})
