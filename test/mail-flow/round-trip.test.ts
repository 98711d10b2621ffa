import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressFor } from '../../src/desk/signed.ts'
import { type SmtpSink, startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { answerByAppleMail, answerByGmail, answerByOutlook, bounceOf, field, outOfOffice, written } from './letters.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { eventsOf, issueOf, mailTo, messagesOf, outboxOf, ownerWrites, somebodyWrites, toldOf } from './talks.ts'

let sink: SmtpSink
let desk: RunningDesk

beforeAll(async () => {
  sink = await startSmtpSink()
  desk = await startDesk({ BATON_SMTP: sink.url })
})
afterAll(async () => {
  await desk.stop()
  await sink.stop()
})

const tokenAddress = (number: number): string => addressFor(desk.secrets.addresses, desk.inbox, number)

describe('what goes out', () => {
  test('Rule 12: who writes gets an acknowledgement that stays in their thread and calls forth no automatic answer', async () => {
    const { number, address, firstId } = await somebodyWrites(desk)
    const mail = await mailTo(sink, address, 'automatic')
    expect(mail.from).toBe(desk.inbox)
    expect(mail.to).toEqual([address])
    expect(mail.mail.subject).toBe('Re: Charged twice')
    expect(mail.mail.text).toMatch(/You will hear from a person by/)
    expect(mail.mail.text).toContain(`${desk.url}/c/`)
    expect(field(mail, 'in-reply-to')).toBe(firstId)
    expect(field(mail, 'references')).toBe(firstId)
    expect(field(mail, 'auto-submitted')).toBe('auto-replied')
    expect(field(mail, 'x-auto-response-suppress')).toBe('DR, RN, NRN, OOF, AutoReply')
    expect(field(mail, 'reply-to')).toContain(tokenAddress(number))
    expect(field(mail, 'message-id')).toMatch(
      new RegExp(`^<${number}\\.[\\da-f-]{36}\\.[a-z2-7]{12}@litoral\\.example>$`),
    )
  })

  test('what a person writes says who it is, carries the thread, and is not marked as automatic', async () => {
    const talk = await somebodyWrites(desk)
    const acknowledgement = await mailTo(sink, talk.address, 'automatic')
    await ownerWrites(desk, talk, 'Hello Ana,\n\nI look at it today.')
    const mail = await mailTo(sink, talk.address, 'written')
    expect(field(mail, 'from')).toContain(`${talk.owner}, Litoral`)
    expect(mail.mail.subject).toBe('Re: Charged twice')
    expect(mail.mail.text).toMatch(/^Hello Ana,\n\nI look at it today\.\n\nYou will hear from us by /)
    expect(field(mail, 'references')).toBe(`${talk.firstId} ${field(acknowledgement, 'message-id')}`)
    expect(field(mail, 'in-reply-to')).toBe(field(acknowledgement, 'message-id'))
    expect(field(mail, 'reply-to')).toContain(tokenAddress(talk.number))
    for (const name of ['auto-submitted', 'x-auto-response-suppress', 'precedence'])
      expect(field(mail, name)).toBeNull()
  })

  test('a mail that went out is shown as sent, with when and after how many tries', async () => {
    const talk = await somebodyWrites(desk)
    await ownerWrites(desk, talk)
    const [mail] = await desk.until('both mails are sent', async () => {
      const mails = await outboxOf(desk, talk.number)
      return mails.length === 2 && mails.every(({ state }) => state === 'sent') && mails
    })
    expect(mail).toMatchObject({ kind: 'message', tries: 1, why: null })
    expect(Date.parse(mail?.sentAt ?? '')).toBeGreaterThan(Date.parse(mail?.createdAt ?? '') - 1)
    expect((await messagesOf(desk, talk.number)).at(-1)?.delivery).toBe('sent')
  })

  test('who writes through a web form is whom the form names to answer, not its no-reply address', async () => {
    const taken = await desk.gets(
      await written({
        from: 'Website <no-reply@phones.example>',
        headers: { 'Reply-To': 'Tom Baker <tom@baker.example>', 'Auto-Submitted': 'auto-generated' },
        text: 'Does my plan work in Paris?',
      }),
      { from: 'www@phones.example' },
    )
    expect(taken.state).toBe('issue')
    const { customer, owner } = await issueOf(desk, taken.issue ?? 0)
    expect(customer).toMatchObject({ name: 'Tom Baker', email: 'tom@baker.example' })
    await ownerWrites(desk, { number: taken.issue ?? 0, owner: owner.name as 'Ben' })
    expect((await mailTo(sink, 'tom@baker.example', 'written')).mail.text).toContain('I am on it')
  })
})

describe('what comes back', () => {
  test.each([
    ['Gmail: by the token of the address', answerByGmail],
    ['Outlook: by In-Reply-To', answerByOutlook],
    ['Apple Mail: by References', answerByAppleMail],
  ])('Rule 3: an answer joins its issue, and starts a promise; %s', async (_, answer) => {
    const talk = await somebodyWrites(desk)
    await ownerWrites(desk, talk)
    const mail = await mailTo(sink, talk.address, 'written')
    const taken = await desk.gets(await answer(mail, { text: 'Thank you. And the fee?', from: talk.from }), {
      from: talk.address,
      to: field(mail, 'reply-to')?.match(/<(.*)>/)?.[1] ?? '',
    })
    expect(taken).toMatchObject({ state: 'reply', issue: talk.number })
    const said = (await messagesOf(desk, talk.number)).at(-1)
    expect(said).toMatchObject({ direction: 'in', body: 'Thank you. And the fee?', flagged: false })
    expect(said?.quoted).toContain('I am on it')
    expect(await toldOf(desk, talk.owner, talk.number)).toContain('customer_wrote')
    const open = (await issueOf(desk, talk.number)).promises.filter(({ state }) => state === 'open')
    expect(open.map(({ kind }) => kind).sort()).toEqual(['answer', 'word'])
  })

  test('an answer from another address of theirs joins by the token, and is flagged', async () => {
    const talk = await somebodyWrites(desk)
    await ownerWrites(desk, talk)
    const mail = await mailTo(sink, talk.address, 'written')
    const taken = await desk.gets(
      await answerByGmail(mail, { text: 'From my phone.', from: 'Ana <ana@phone.example>' }),
      {
        from: 'ana@phone.example',
        to: tokenAddress(talk.number),
      },
    )
    expect(taken).toMatchObject({ state: 'reply', issue: talk.number })
    expect((await messagesOf(desk, talk.number)).at(-1)).toMatchObject({ flagged: true, body: 'From my phone.' })
  })

  test('Scenario 7: an out-of-office answer is on record, and starts, keeps and answers nothing', async () => {
    const talk = await somebodyWrites(desk)
    await ownerWrites(desk, talk)
    const mail = await mailTo(sink, talk.address, 'written')
    const before = await issueOf(desk, talk.number)
    const taken = await desk.gets(await outOfOffice(mail, talk.from), { from: '', to: tokenAddress(talk.number) })
    expect(taken).toMatchObject({ state: 'machine', issue: talk.number })
    const after = await issueOf(desk, talk.number)
    expect(after.promises).toEqual(before.promises)
    expect(after.phase).toBe(before.phase)
    expect(await outboxOf(desk, talk.number)).toHaveLength(2)
    expect((await messagesOf(desk, talk.number)).at(-1)?.author).toMatchObject({ kind: 'machine' })
  })

  test('Rule 13: a word that bounces un-keeps its promise; the owner is told, and the address is known to fail', async () => {
    const talk = await somebodyWrites(desk)
    const kept = await ownerWrites(desk, talk)
    expect(kept.promises[0]).toMatchObject({ kind: 'answer', state: 'kept' })
    const mail = await mailTo(sink, talk.address, 'written')
    const taken = await desk.gets(bounceOf(mail), { from: '' })
    expect(taken).toMatchObject({ state: 'machine', issue: talk.number })
    expect((await issueOf(desk, talk.number)).promises[0]).toMatchObject({ state: 'open' })
    expect(await eventsOf(desk, talk.number)).toEqual(expect.arrayContaining(['ContactBounced', 'PromiseUnkept']))
    expect(await toldOf(desk, talk.owner, talk.number)).toContain('word_bounced')
    expect((await outboxOf(desk, talk.number))[0]).toMatchObject({ kind: 'message', state: 'bounced' })
    const { rows } = await desk.database.query('select failed_at from customer_address where address = $1', [
      talk.address,
    ])
    expect(rows[0]?.failed_at).not.toBeNull()
  })

  test('an acknowledgement that bounces un-keeps nothing, and its report is answered by nothing', async () => {
    const talk = await somebodyWrites(desk)
    const mail = await mailTo(sink, talk.address, 'automatic')
    expect(await desk.gets(bounceOf(mail), { from: '' })).toMatchObject({ state: 'machine', issue: talk.number })
    expect(await eventsOf(desk, talk.number)).toContain('AutomaticMailBounced')
    expect(await outboxOf(desk, talk.number)).toHaveLength(1)
  })

  test('a report of a mail that we never sent un-keeps nothing', async () => {
    const talk = await somebodyWrites(desk)
    await ownerWrites(desk, talk)
    const mail = await mailTo(sink, talk.address, 'written')
    const forged = bounceOf(mail)
      .toString('latin1')
      .replaceAll(field(mail, 'message-id') ?? '', '<other@litoral.example>')
    await desk.gets(Buffer.from(forged.replace(/^(References|In-Reply-To|Reply-To): .*$/gim, '$1: x'), 'latin1'), {
      from: '',
    })
    expect((await issueOf(desk, talk.number)).promises[0]?.state).toBe('kept')
  })
})
