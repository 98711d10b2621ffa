import { expect, onTestFinished, test } from 'vitest'
import type { IssueAnswer, MeAnswer } from '../../src/contract/answers.ts'
import { startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { field } from './letters.ts'
import { startDesk } from './running-desk.ts'
import { ownerWrites } from './talks.ts'

test('the letter about the week is written by the clock and goes out by SMTP, once, also over a restart', async () => {
  const sink = await startSmtpSink()
  onTestFinished(() => sink.stop())
  const desk = await startDesk({ BATON_SMTP: sink.url })
  onTestFinished(() => desk.stop())
  const { number } = await desk.member('Ben').post<IssueAnswer>('/issues', {
    customer: { name: 'Ana Ruiz', email: 'ana@ruiz.example' },
    subject: 'Charged <twice> & again',
    story: 'It has happened again.',
    channel: 'phone',
  })
  await ownerWrites(desk, { owner: 'Ben', number })
  await desk.member('Priya').post('/kudos', { issue: number, for: desk.id('Ben'), words: 'Said so <plainly>.' })
  const now = Temporal.Now.zonedDateTimeISO('Europe/Madrid')
  const monday = now.add({ days: 8 - now.dayOfWeek }).withPlainTime('08:00')
  const standAt = (at: Temporal.ZonedDateTime) =>
    desk.database.query('update workspace set time_stands_at = $1', [at.toInstant().toString()])
  const letterTo = async (name: 'Ben' | 'Priya') => {
    const { email } = (await desk.member(name).get<MeAnswer>('/me')).member
    return sink.next(({ to, mail }) => to.includes(email) && /the week until/.test(mail.subject ?? ''))
  }
  await standAt(monday)
  for (const name of ['Ben', 'Priya'] as const) {
    const letter = await letterTo(name)
    expect(field(letter, 'Auto-Submitted')).toBe('auto-generated')
    expect(letter.mail.subject).toMatch(/^Litoral: the week until Monday \d+ \w+$/)
    expect(letter.mail.text).toContain('1 promise to a customer was kept.')
    expect(letter.mail.text).toContain('Priya thanks Ben: “Said so <plainly>.”')
    expect(letter.mail.html).toContain('Said so &lt;plainly&gt;.')
    expect(letter.mail.html).toContain(`/desk/issues/${number}"`)
  }
  await desk.restart({ BATON_SMTP: sink.url })
  await standAt(monday.add({ days: 7 }))
  for (const name of ['Ben', 'Priya'] as const)
    expect((await letterTo(name)).mail.text).toContain('Ana Ruiz has heard nothing from us since')
  const { rows } = await desk.database.query(
    'select count(*)::integer as letters from outbound_mail where letter_id is not null',
  )
  expect(rows).toEqual([{ letters: 4 }])
})
