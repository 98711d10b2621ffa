import { expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { written } from './letters.ts'
import { post } from './post.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { inDays, messagesOf } from './talks.ts'

/** Two desks whose mail servers deliver to each other: what one sends, the other gets. */
async function twoDesks(): Promise<{ litoral: RunningDesk; norte: RunningDesk; stop(): Promise<void> }> {
  const desks: RunningDesk[] = []
  const line = await startSmtpSink({
    onData: (stream, { envelope }, answer) => {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo[0]?.address ?? ''
        const reader = desks.find(({ inbox }) => to.replace(/\+[^@]*/, '') === inbox)
        const delivered = reader ? post(reader.mailPort, { from, to, raw: Buffer.concat(parts) }) : Promise.resolve()
        delivered.then(() => answer(null), answer)
      })
    },
  })
  const litoral = await startDesk({ BATON_SMTP: line.url, BATON_INBOX: 'support@litoral.example' })
  const norte = await startDesk({ BATON_SMTP: line.url, BATON_INBOX: 'help@norte.example' })
  desks.push(litoral, norte)
  return {
    litoral,
    norte,
    stop: async () => {
      await litoral.stop()
      await norte.stop()
      await line.stop()
    },
  }
}

const becameOf = async (desk: RunningDesk): Promise<string[]> => {
  const { rows } = await desk.database.query<{ state: string }>('select state from inbound_mail order by received_at')
  return rows.map(({ state }) => state)
}

/** Everything that was sent has arrived, everything that arrived has been read, and nothing is left to do. */
const quiet = (...desks: RunningDesk[]): Promise<unknown> =>
  Promise.all(
    desks.map(desk =>
      desk.until('nothing is under way', async () => {
        const { rows } = await desk.database.query('select 1 from graphile_worker._private_jobs')
        return rows.length === 0
      }),
    ),
  )

test('two desks that write to each other stop at once: an acknowledgement is never acknowledged', async () => {
  const { litoral, norte, stop } = await twoDesks()
  try {
    // Ben has an issue whose customer is another desk, and writes to it.
    const { number } = await litoral.member('Ben').post<IssueAnswer>('/issues', {
      customer: { name: 'Norte', email: norte.inbox },
      subject: 'Your line to us is down',
      story: 'We see no signal since nine.',
      channel: 'email',
    })
    await litoral.member('Ben').post(`/issues/${number}/messages`, {
      body: 'Is your line back?',
      to: 'customer',
      promise: { what: 'A look at the line', due: inDays(1) },
    })
    // To Norte it is a customer's mail: an issue, acknowledged. The acknowledgement comes back, and ends there.
    await litoral.until('the acknowledgement came back', async () => (await becameOf(litoral)).includes('machine'))
    await quiet(litoral, norte)
    expect(await becameOf(norte)).toEqual(['issue'])
    expect(await becameOf(litoral)).toEqual(['machine'])
    expect((await messagesOf(litoral, number)).at(-1)?.author).toMatchObject({ kind: 'machine' })
    expect((await litoral.member('Ben').get<IssueAnswer>(`/issues/${number}`)).promises.at(-1)?.kind).toBe('word')
  } finally {
    await stop()
  }
})

test('a mail forged from one desk to the other ends after one acknowledgement', async () => {
  const { litoral, norte, stop } = await twoDesks()
  try {
    const forged = await written({ from: norte.inbox, to: litoral.inbox, subject: 'Loop', text: 'Hello?' })
    expect(await litoral.gets(forged, { from: norte.inbox })).toMatchObject({ state: 'issue' })
    await norte.until('the acknowledgement arrived', async () => (await becameOf(norte)).length > 0)
    await quiet(litoral, norte)
    expect(await becameOf(litoral)).toEqual(['issue'])
    expect(await becameOf(norte)).toEqual(['machine'])
  } finally {
    await stop()
  }
})

test('a mail of the desk that is sent back to it by a forwarding rule is its own, and nothing more', async () => {
  const desk = await startDesk()
  try {
    const own = await written({ from: desk.inbox, to: desk.inbox, subject: 'Re: Charged twice', text: 'Hello Ana.' })
    expect(await desk.gets(own, { from: desk.inbox })).toMatchObject({ state: 'machine', issue: null })
    const { rows } = await desk.database.query('select 1 from outbound_mail')
    expect(rows).toEqual([])
  } finally {
    await desk.stop()
  }
})
