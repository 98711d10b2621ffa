import { describe, expect, test } from 'vitest'
import type { OutboundAnswer, Page } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anIssue, eachWithServer, madrid, messagesOf, read, toldOf, writes } from './desk-life.ts'
import { arrives, writtenOf } from './mails.ts'

const there = eachWithServer()

const lighthouse = 'lighthouse@litoral.example'

const open = (server: TestServer) =>
  server.member('Ada').post('/workspace', {
    path: { inbox: lighthouse, rungs: [{ who: { member: server.id('Carla') }, minutes: 15 }] },
  })

const mailsTo = async (server: TestServer, address: string): Promise<OutboundAnswer[]> => {
  const { items } = await server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(({ to }) => to === address)
}

const bySam = (server: TestServer, more: object) =>
  arrives(server, { from: `Sam <${server.email('Sam')}>`, to: lighthouse, ...more })

describe('Rule 23: the alarm is raised by mail, to an address of its own', () => {
  test('by a member, for the issue whose number the mail names; what they wrote is with it, and they are told how it stands', async () => {
    const { server } = there
    await open(server)
    const { number } = await anIssue(server, 'Ben')
    const taken = await bySam(server, { subject: `Ana Ruiz, #${number}`, text: 'She can not take cards since Monday.' })
    expect(taken).toMatchObject({ state: 'reply', issue: number })
    const { escalation } = await read(server, number)
    expect(escalation).toMatchObject({
      state: 'raised',
      cause: 'asked_for',
      raises: [
        {
          by: { kind: 'member', name: 'Sam' },
          facts: { impact: 'She can not take cards since Monday.', tried: null, needed: null },
        },
      ],
    })
    expect((await messagesOf(server, number)).at(-1)).toMatchObject({ direction: 'note', flagged: true })
    expect(await toldOf(server, 'Carla', number)).toEqual(['called'])
    const [answer] = await mailsTo(server, server.email('Sam'))
    expect(answer?.body).toContain('Carla is called, with time to answer until Tuesday 24 November, 10:15')
    const [call] = await mailsTo(server, server.email('Carla'))
    expect(call?.subject).toBe('Lighthouse for Ana Ruiz: She can not take cards since Monday.')
  })

  test('a number in the words, or an answer to a mail of the issue, names it as well', async () => {
    const { server } = there
    await open(server)
    const [first, second] = [await anIssue(server, 'Ben'), await anIssue(server, 'Ben')]
    await bySam(server, { subject: 'Lost', text: `It is about #${first.number}, not about #77.` })
    expect((await read(server, first.number)).escalation?.state).toBe('raised')
    await writes(server, 'Ben', second.number, madrid('Wednesday', '12:00'))
    const [ours] = await writtenOf(server, second.number)
    await bySam(server, { subject: 'Fwd', text: 'Look at this.', inReplyTo: `<${ours?.mailId}>` })
    expect((await read(server, second.number)).escalation?.state).toBe('raised')
  })

  test('a second mail joins, and says who has answered', async () => {
    const { server } = there
    await open(server)
    const { number } = await anIssue(server, 'Ben')
    await bySam(server, { subject: `#${number}`, text: 'Help.' })
    await server.member('Carla').post(`/issues/${number}/escalations/1/acknowledge`)
    await arrives(server, {
      from: server.email('Olu'),
      to: lighthouse,
      subject: `#${number}`,
      text: 'The spare part is here.',
    })
    expect((await read(server, number)).escalation?.raises).toHaveLength(2)
    expect((await mailsTo(server, server.email('Olu'))).at(-1)?.body).toContain('Carla has answered it already')
  })

  test('without a number, or from elsewhere, it is kept for a person, and the supervisors hear of it', async () => {
    const { server } = there
    await open(server)
    await anIssue(server, 'Ben')
    expect(await bySam(server, { subject: 'A customer is lost', text: 'Who helps?' })).toMatchObject({ state: 'kept' })
    const stranger = await arrives(server, { from: 'edda@holm.example', to: lighthouse, subject: 'Help', text: 'Me.' })
    expect(stranger).toMatchObject({ state: 'kept', issue: null })
    for (const name of ['Priya', 'Ada'] as const)
      expect((await mailsTo(server, server.email(name))).map(({ subject }) => subject)).toEqual([
        'Lighthouse: a mail needs a person',
        'Lighthouse: a mail needs a person',
      ])
    expect(await mailsTo(server, server.email('Ben'))).toEqual([])
  })

  test('what a customer writes to us goes on as their word, though a copy goes to the path', async () => {
    const { server } = there
    await open(server)
    const taken = await arrives(server, {
      from: 'edda@holm.example',
      to: `support@litoral.example, ${lighthouse}`,
      subject: 'No line',
      text: 'Please.',
    })
    expect(taken.state).toBe('issue')
  })

  test('an issue that was closed too long ago: kept, and told', async () => {
    const { server } = there
    await open(server)
    const { number } = await anIssue(server, 'Ben')
    await server.member('Ben').post(`/issues/${number}/spam`, { why: 'An advertisement' })
    await server.moveClock('2027-06-01T10:00:00+02:00')
    expect(await bySam(server, { subject: `#${number}`, text: 'Again.' })).toMatchObject({ state: 'kept' })
    expect((await mailsTo(server, server.email('Priya'))).at(0)?.body).toContain(`#${number}`)
  })
})
