import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AssistAnswer } from '../../src/contract/answers.ts'
import { assistAddressFor } from '../../src/desk/signed.ts'
import { type ArrivedMail, type SmtpSink, startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { answerByGmail, answerByOutlook, bounceOf, field, outOfOffice } from './letters.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { eventsOf, inDays, issueOf, mailTo, messagesOf, outboxOf, somebodyWrites, toldOf } from './talks.ts'

let sink: SmtpSink
let desk: RunningDesk
const priya = 'priya@litoral.example'

beforeAll(async () => {
  sink = await startSmtpSink()
  desk = await startDesk({ BATON_SMTP: sink.url })
})
afterAll(async () => {
  await desk.stop()
  await sink.stop()
})

/** Ben asks Priya to help; the mail by which she is asked. */
async function asked(): Promise<{ number: number; mail: ArrivedMail }> {
  const { number } = await somebodyWrites(desk)
  const ask = { of: { member: desk.id('Priya') }, ask: 'May we replace the board?', due: inDays(2) }
  await desk.member('Ben').post(`/issues/${number}/assists`, ask)
  return { number, mail: await mailTo(sink, priya, 'automatic') }
}

const assistOf = async (number: number): Promise<AssistAnswer | undefined> => (await issueOf(desk, number)).assists[0]

const addressIn = (mail: Pick<ArrivedMail, 'raw'>, name: string): string =>
  field(mail, name)?.match(/<?([^\s<>]+@[^\s<>]+)>?$/)?.[1] ?? ''

test('Rule 16: the mail that asks says for whom, and has a link and an address of its own; nobody else sees the link', async () => {
  const { number, mail } = await asked()
  expect(mail.to).toEqual([priya])
  expect(mail.mail.subject).toBe('For Ana Ruiz: Charged twice')
  expect(field(mail, 'from')).toContain('Ben, Litoral')
  expect(field(mail, 'auto-submitted')).toBe('auto-generated')
  expect([field(mail, 'in-reply-to'), field(mail, 'references')]).toEqual([null, null])
  expect(addressIn(mail, 'reply-to')).toBe(assistAddressFor(desk.secrets.addresses, desk.inbox, { number, assist: 1 }))
  const link = /\/a\/\S+/.exec(mail.mail.text ?? '')?.[0] ?? 'no link'
  const opened = await fetch(desk.url + link, { redirect: 'manual' })
  expect(opened.headers.get('location')).toBe('/a')
  expect(opened.headers.get('set-cookie')).toMatch(
    /^baton_assist=\S+; Path=\/api\/v1\/assist; Max-Age=7200; HttpOnly; SameSite=Lax/,
  )
  expect(JSON.stringify(await outboxOf(desk, number))).not.toContain('/a/')
})

test.each([
  ['Gmail: by the token of the address', answerByGmail],
  ['Outlook: by In-Reply-To', answerByOutlook],
])('Rule 16: an answer to it is a word on how it goes, flagged as by mail; %s', async (_, answer) => {
  const { number, mail } = await asked()
  const raw = await answer(mail, { text: 'Yes, up to 50 euros.', from: `Priya <${priya}>` })
  expect(await desk.gets(raw, { from: priya, to: addressIn({ raw }, 'to') })).toMatchObject({ state: 'reply' })
  expect(await assistOf(number)).toMatchObject({
    state: 'asked',
    touches: [{ by: { name: 'Priya' }, from: 'email', note: 'Yes, up to 50 euros.' }],
  })
  expect(await toldOf(desk, 'Ben', number)).toContain('assist_touched')
})

test('an out-of-office answer to it says nothing for whom it was asked of, and is on record', async () => {
  const { number, mail } = await asked()
  const taken = await desk.gets(await outOfOffice(mail, priya), { from: priya, to: addressIn(mail, 'reply-to') })
  expect(taken).toMatchObject({ state: 'machine', issue: number })
  expect((await assistOf(number))?.touches).toEqual([])
  expect((await messagesOf(desk, number)).at(-1)?.author.kind).toBe('machine')
})

test('Rule 16: when it comes back, who asked is told at once that it may not be known', async () => {
  const { number, mail } = await asked()
  expect(await desk.gets(bounceOf(mail), { from: '' })).toMatchObject({ state: 'machine', issue: number })
  expect(await eventsOf(desk, number)).toContain('AssistMailBounced')
  expect(await toldOf(desk, 'Ben', number)).toContain('assist_mail_bounced')
  expect(await assistOf(number)).toMatchObject({ state: 'asked' })
  const back = (await outboxOf(desk, number)).filter(({ state }) => state === 'bounced')
  expect(back).toMatchObject([{ to: priya }])
})
