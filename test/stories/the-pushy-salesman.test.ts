import { expect, test } from 'vitest'
import type {
  FoundIssueAnswer,
  IssueAnswer,
  MeAnswer,
  OutboundAnswer,
  Page,
  RaisedAnswer,
  RaisedByMeAnswer,
  WorkAnswer,
} from '../../src/contract/answers.ts'
import { anIssue, eachWithServer, madrid, read, toldOf, utc, writes } from '../scenarios/desk-life.ts'
import type { Name } from '../server.ts'

const there = eachWithServer(madrid('Tuesday', '09:30'))

const mailsTo = async (name: Name): Promise<OutboundAnswer[]> => {
  const { items } = await there.server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(({ to }) => to === there.server.email(name)).reverse()
}

test('Story 5: the salesman lights the Lighthouse for Ana instead of pushing a colleague, and hears what came of it', async () => {
  const { server } = there
  const [sam, priya] = [server.member('Sam'), server.member('Priya')]

  // The company calls its path Lighthouse. Carla is called first, then Priya.
  await server.member('Ada').post('/workspace', {
    path: {
      rungs: [
        { who: { member: server.id('Carla') }, minutes: 15 },
        { who: { member: server.id('Priya') }, minutes: 15 },
      ],
    },
  })

  // Ana's shop has no line. Ben owns her issue, and has promised her a word by tomorrow noon.
  const { number } = await anIssue(server, 'Ben', {
    customer: { name: 'Ana Ruiz', email: 'ana@shop.example', phone: '+34 600 118 204', organization: 'Ruiz Shoes' },
    subject: 'No line in the shop',
    story: 'Since yesterday no card can be paid with.',
  })
  await writes(server, 'Ben', number, madrid('Wednesday', '12:00'))

  // Sam of Sales visits her, and hears how bad it is. He knows nobody in service to push. He finds her issue: its number,
  // and whose it is. More of it is not his to see.
  const { workspace } = await sam.get<MeAnswer>('/me')
  expect(workspace.path.name).toBe('Lighthouse')
  const [found] = await sam.get<FoundIssueAnswer[]>('/escalations/find?q=Ana%20Ruiz')
  expect(found).toMatchObject({ number, owner: { name: 'Ben' } })

  // He is asked for three things, and pressure is none of them.
  const lit = await sam.post<RaisedAnswer>(`/issues/${number}/escalations`, {
    impact: 'She loses about 900 euros a day, and sends customers away.',
    tried: 'She has restarted the router as she was told. Nothing changed.',
    needed: 'A mobile line for her card reader until the cable is mended.',
  })
  expect(lit.escalation).toMatchObject({ state: 'raised', calling: [{ name: 'Carla' }] })

  // Carla's phone tells her at once what Ana needs, what it costs her, and where to call her. It names no co-worker.
  const [call] = await mailsTo('Carla')
  expect(call?.subject).toBe('Lighthouse for Ana Ruiz: A mobile line for her card reader until the cable is mended.')
  expect(call?.body).toContain('She loses about 900 euros a day')
  expect(call?.body).toContain('Call them at +34600118204')
  expect(call?.body).not.toContain('Sam')

  // And whoever in service opens the issue sees what he said: what it costs her, what was tried, what is needed. No more.
  const [said] = (await read(server, number)).escalation?.raises ?? []
  expect(said?.facts).toEqual({
    impact: 'She loses about 900 euros a day, and sends customers away.',
    tried: 'She has restarted the router as she was told. Nothing changed.',
    needed: 'A mobile line for her card reader until the cable is mended.',
  })

  // Carla is on the train and does not see it. A quarter of an hour later Priya is called, who answers.
  await server.moveClock('09:45')
  expect((await priya.get<WorkAnswer[]>('/work')).map(({ kind }) => kind)).toEqual(['alarm'])
  const answered = await priya.post<IssueAnswer>(`/issues/${number}/escalations/1/acknowledge`)
  expect(answered).toMatchObject({
    owner: { name: 'Ben' },
    escalation: { state: 'answered', champion: { name: 'Priya' } },
  })
  expect(await toldOf(server, 'Carla', number)).toContain('acknowledged')

  // Sam hears that somebody has it, and who. So does whoever lights it again: Olu of Repair joins, and adds what he knows.
  expect(await toldOf(server, 'Sam', number)).toEqual(['acknowledged'])
  expect((await mailsTo('Sam')).at(-1)?.body).toContain('Priya answered the Lighthouse for Ana Ruiz')
  const joined = await server.member('Olu').post<RaisedAnswer>(`/issues/${number}/escalations`, {
    impact: 'The whole street is without a line.',
    tried: 'We have measured it: the cable is cut at number 12.',
    needed: 'A word to her that it takes until Thursday.',
  })
  expect(joined.escalation).toMatchObject({ joined: true, champion: { name: 'Priya' } })
  expect(await toldOf(server, 'Priya', number)).toContain('joined')

  // It stands first in Ben's list, and it is still his: the customer keeps her one person.
  const { items } = await server
    .member('Ben')
    .get<Page<{ number: number; rank: number }>>('/issues?owner=me&phase=open')
  expect(items[0]).toMatchObject({ number, rank: 0 })

  // Priya arranges the mobile line and tells Ana, with what comes next. She can not call it done before all have heard.
  await server.moveClock('10:30')
  await writes(server, 'Priya', number, madrid('Thursday', '16:00'), {
    body: 'Hello Ana, a mobile line for your card reader comes today by 12. The cable is mended on Thursday.',
  })
  const early = await priya.refused(`/issues/${number}/escalations/1/stand-down`, { outcome: 'Ana can sell again.' })
  expect(early.detail).toContain('Sam and Olu have not been told')
  await priya.post(`/issues/${number}/escalations/1/outcome`, {
    outcome: 'Ana has a mobile line for her card reader since this morning. The cable is mended on Thursday.',
  })
  await priya.post(`/issues/${number}/escalations/1/stand-down`, { outcome: 'Ana can sell again.' })

  // Sam and Olu hear what came of it: by mail, and where they look after what they have raised.
  for (const name of ['Sam', 'Olu'] as const) {
    expect((await mailsTo(name)).some(({ body }) => body.includes('a mobile line for her card reader'))).toBe(true)
    const [mine] = await server.member(name).get<RaisedByMeAnswer[]>('/escalations')
    expect(mine?.escalation).toMatchObject({ state: 'stood_down', outcome: expect.stringContaining('mobile line') })
  }

  // Nothing was dropped on the way: Ben owns it, Ana knows when she hears from us next, and no promise was broken.
  const after = await read(server, number)
  expect(after.owner.name).toBe('Ben')
  expect(after.promises.some(({ state, due }) => state === 'open' && due === utc(madrid('Thursday', '16:00')))).toBe(
    true,
  )
  expect(after.promises.every(({ state }) => state !== 'broken')).toBe(true)
})
