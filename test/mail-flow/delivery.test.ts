import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startServer } from '../crash/server-process.ts'
import { type SmtpSink, startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { startTalker } from '../mail-servers/talk.ts'
import { field, written } from './letters.ts'
import { post } from './post.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { eventsOf, issueOf, mailTo, outboxOf, ownerWrites, somebodyWrites, toldOf } from './talks.ts'

/** What the mail server says to a recipient; null: it takes the mail. */
let refusal: { responseCode: number; message: string } | null = null
let sink: SmtpSink
let desk: RunningDesk

beforeEach(async () => {
  refusal = null
  sink = await startSmtpSink({
    onRcptTo: (_address, _session, answer) =>
      answer(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode })),
  })
  desk = await startDesk({ BATON_SMTP: sink.url })
})
afterEach(async () => {
  await desk.stop()
  await sink.stop()
})

type Job = { attempts: number; runAt: string; isLocked: boolean; lastError: string | null }

/** The jobs that still have to send a mail. */
async function sendJobs(): Promise<Job[]> {
  const { rows } = await desk.database.query<Job>(
    `select attempts, run_at as "runAt", locked_at is not null as "isLocked", last_error as "lastError"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send_mail'`,
  )
  return rows
}

/** Time passes: what waits for its next try has its turn now. */
const tryAgainNow = (): Promise<unknown> =>
  desk.database.query(
    `with due as (update graphile_worker._private_jobs set run_at = now() where locked_at is null)
    select pg_notify('jobs:insert', '{"count":5}')`,
  )

const oneFailed = (attempts: number): Promise<Job> =>
  desk.until('a try to send has failed', async () =>
    (await sendJobs()).find(job => job.attempts === attempts && !job.isLocked),
  )

describe('a mail server that does not take a mail', () => {
  test('for now: it is tried again, later each time, until it goes out, once', async () => {
    refusal = { responseCode: 451, message: '4.7.1 Greylisted, come back later' }
    const talk = await somebodyWrites(desk)
    const first = await oneFailed(1)
    expect(first.lastError).toContain('Greylisted')
    expect(Date.parse(first.runAt)).toBeGreaterThan(Date.now())
    const [waiting] = await outboxOf(desk, talk.number)
    expect(waiting).toMatchObject({ state: 'queued', tries: 1, why: expect.stringContaining('Greylisted') })
    await tryAgainNow()
    const second = await oneFailed(2)
    expect(Date.parse(second.runAt) - Date.now()).toBeGreaterThan(4_000)
    refusal = null
    await tryAgainNow()
    await mailTo(sink, talk.address, 'automatic')
    const [sent] = await desk.until('it is sent', async () => {
      const mails = await outboxOf(desk, talk.number)
      return mails[0]?.state === 'sent' && mails
    })
    expect(sent).toMatchObject({ tries: 3, why: null })
    await desk.until('its job is gone', async () => (await sendJobs()).length === 0)
    expect(sink.mails).toHaveLength(1)
    expect(await eventsOf(desk, talk.number)).not.toContain('AutomaticMailBounced')
  })

  test('that can not be reached at all: it goes out when the server is back', async () => {
    await sink.stop()
    const talk = await somebodyWrites(desk)
    expect((await oneFailed(1)).lastError).toMatch(/could not be reached/)
    await sink.start()
    await tryAgainNow()
    await mailTo(sink, talk.address, 'automatic')
    await desk.until('it is sent', async () => (await outboxOf(desk, talk.number))[0]?.state === 'sent')
  })

  test('Rule 13: for good: the word has not arrived, the promise runs again, and the owner hears of it', async () => {
    const talk = await somebodyWrites(desk)
    await mailTo(sink, talk.address, 'automatic')
    refusal = { responseCode: 550, message: '5.1.1 No such user here' }
    await ownerWrites(desk, talk)
    const [mail] = await desk.until('it is refused', async () => {
      const mails = await outboxOf(desk, talk.number)
      return mails[0]?.state === 'refused' && mails
    })
    expect(mail).toMatchObject({ kind: 'message', tries: 1, why: expect.stringContaining('No such user here') })
    expect(await eventsOf(desk, talk.number)).toEqual(expect.arrayContaining(['ContactBounced', 'PromiseUnkept']))
    expect((await issueOf(desk, talk.number)).promises[0]).toMatchObject({ kind: 'answer', state: 'open' })
    expect(await toldOf(desk, talk.owner, talk.number)).toContain('word_bounced')
    const { rows } = await desk.database.query('select failed_at from customer_address where address = $1', [
      talk.address,
    ])
    expect(rows[0]?.failed_at).not.toBeNull()
    await desk.until('nothing tries again', async () => (await sendJobs()).length === 0)
    expect(sink.mails).toHaveLength(1)
  })

  test('and never will: after the last try the word counts as not arrived', async () => {
    refusal = { responseCode: 450, message: '4.2.2 Mailbox full' }
    const talk = await somebodyWrites(desk)
    await oneFailed(1)
    await desk.database.query('update graphile_worker._private_jobs set attempts = max_attempts - 1')
    await tryAgainNow()
    await desk.until('it is given up', async () => (await outboxOf(desk, talk.number))[0]?.state === 'refused')
    expect(await eventsOf(desk, talk.number)).toContain('AutomaticMailBounced')
  })
})

test('a mail server that dies after the mail and before its 250 gets the same mail again, with the same Message-ID', async () => {
  const got: string[] = []
  const talker = await startTalker(async (talk, caller) => {
    talk.say('220 mx.example')
    await talk.hear(/^EHLO/)
    talk.say('250 mx.example')
    for (;;) {
      await talk.hear(/^MAIL/)
      talk.say('250 ok')
      await talk.hear(/^RCPT/)
      talk.say('250 ok')
      await talk.hear(/^DATA/)
      talk.say('354 go on')
      // Folded: its value stands on the next line.
      await talk.hear(/^Message-ID:/i)
      got.push(await talk.hear())
      await talk.hear(/^\.$/)
      if (caller === 1) return talk.cut()
      talk.say('250 taken')
    }
  })
  await desk.restart({ BATON_SMTP: `smtp://127.0.0.1:${talker.port}` })
  const talk = await somebodyWrites(desk)
  expect((await oneFailed(1)).lastError).toMatch(/hung up|could not be reached/)
  await tryAgainNow()
  await desk.until('it is sent', async () => (await outboxOf(desk, talk.number))[0]?.state === 'sent')
  expect(got).toHaveLength(2)
  expect(got[0]).toMatch(/^\s+<\d+\..*>$/)
  expect(got[1]).toBe(got[0])
  await desk.stop()
  await talker.stop()
  desk = await startDesk()
})

test('a mail server that hangs keeps neither mail from being read nor the desk from stopping', async () => {
  const talker = await startTalker(async talk => {
    talk.say('220 mx.example')
    await talk.gone
  })
  await desk.restart({ BATON_SMTP: `smtp://127.0.0.1:${talker.port}` })
  const numbers = new Set<number>()
  for (let nth = 0; nth < 7; nth += 1) numbers.add((await somebodyWrites(desk)).number)
  expect(numbers.size).toBe(7)
  await desk.restart({ BATON_SMTP: sink.url })
  expect(talker.callers()).toBeGreaterThan(0)
  await talker.stop()
})

test('what waits goes out when a mail server is set again', async () => {
  await sink.stop()
  const talk = await somebodyWrites(desk)
  await oneFailed(1)
  await desk.restart({})
  await tryAgainNow()
  // Read, and nothing else is tried meanwhile.
  await desk.gets(await written({ from: talk.from, text: 'Are you there?' }), { from: talk.address })
  const [job] = await sendJobs()
  expect(job).toMatchObject({ attempts: 1 })
  await sink.start()
  await desk.restart({ BATON_SMTP: sink.url })
  await tryAgainNow()
  await mailTo(sink, talk.address, 'automatic')
})

test('two servers on one database send each mail once', async () => {
  const environment = { DATABASE_URL: desk.databaseUrl, BATON_DATA: desk.data, BATON_SMTP: sink.url }
  const servers = await Promise.all([startServer(environment), startServer(environment)])
  try {
    const letters = await Promise.all(
      Array.from({ length: 30 }, (_, nth) =>
        written({ from: `tom${nth}@adeyemi.example`, messageId: `<${nth}@adeyemi.example>`, text: `Letter ${nth}` }),
      ),
    )
    const ports = [desk.mailPort, ...servers.map(({ mailPort }) => mailPort)]
    await Promise.all(
      letters.map((raw, nth) => post(ports[nth % 3] ?? 0, { from: `tom${nth}@adeyemi.example`, to: desk.inbox, raw })),
    )
    await desk.until('all are sent', async () => {
      const { rows } = await desk.database.query(`select 1 from outbound_mail where state = 'sent'`)
      return rows.length === 30
    })
    const ids = sink.mails.map(mail => field(mail, 'message-id'))
    expect(ids).toHaveLength(30)
    expect(new Set(ids).size).toBe(30)
    const { rows } = await desk.database.query('select count(*)::integer as count from issue')
    expect(rows).toEqual([{ count: 30 }])
  } finally {
    await Promise.all(servers.map(server => server.stop()))
  }
})
