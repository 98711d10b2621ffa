import {
  anasPage,
  anIssue,
  anUnderstoodIssue,
  madrid,
  offers,
  readBack,
  receiver,
  writes,
} from '../scenarios/desk-life.ts'
import { aKind } from '../scenarios/lesson-life.ts'
import { startTestServer, type TestServer } from '../server.ts'

/** The issues of the life, each by what happens to its customer. */
export type Life = { server: TestServer; kind: string; numbers: Record<Happening, number> }
export type Happening =
  | 'well'
  | 'dropped'
  | 'handed'
  | 'circle'
  | 'again'
  | 'back'
  | 'asked'
  | 'conceded'
  | 'silent'
  | 'moved'
  | 'spam'

const resolution = {
  wrong: 'An old bundle re-created the fee each month.',
  done: 'The bundle is gone.',
  holds: 'The November bill shows no second line.',
}

/**
 * Four days of a desk, from Tuesday 24 November 2026 at ten to Friday noon, in which eleven things happen to eleven customers.
 * What comes of each is counted by hand in `counted-by-hand.test.ts`.
 */
export async function oneLife(): Promise<Life> {
  const server = await startTestServer({ at: madrid('Tuesday', '10:00') })
  const [ben, carla, priya] = [server.member('Ben'), server.member('Carla'), server.member('Priya')]
  // Two work in Support: figures of one would be a person's.
  await server.desk.database.query('insert into team_member (workspace_id, team_id, member_id) values (1, $1, $2)', [
    server.team('Support'),
    server.id('Ravi'),
  ])
  const kind = await aKind(server, 'Wrong bill')
  const opened = async (owner: 'Ben' | 'Carla', more: object = {}): Promise<number> =>
    (await anIssue(server, owner, more)).number
  const next = (owner: 'Ben' | 'Carla', number: number, more: object = {}) =>
    writes(server, owner, number, madrid('Monday', '12:00'), more)
  // By the link of the newest mail: a page that was opened hours ago is closed.
  const says = async (number: number, what: string, body?: object): Promise<unknown> =>
    (await anasPage(server, number)).client.post(`/portal/${what}`, body)

  // Tuesday at ten: all of them come in.
  const well = await opened('Ben')
  const dropped = await opened('Carla')
  const { number: handed } = await anUnderstoodIssue(server, 'Ben')
  const { number: circle } = await anUnderstoodIssue(server, 'Ben')
  const again = await opened('Ben', { channel: 'phone' })
  const back = await opened('Carla', { channel: 'phone' })
  const asked = await opened('Ben')
  const conceded = await opened('Carla')
  const silent = await opened('Ben')
  const moved = await opened('Carla')
  const spam = await opened('Ben')
  for (const number of [dropped, back]) await carla.post(`/issues/${number}/kind`, { kind })
  await ben.post(`/issues/${spam}/spam`, { why: 'An advertisement.' })

  // Solved at once, and rated.
  await ben.post(`/issues/${well}/resolution`, resolution)
  await says(well, 'confirm')
  await says(well, 'rating', { choice: 'well' })

  // Declined by Dana, then offered to Carla.
  const first = await offers(server, 'Ben', handed, 'Dana')
  await server.member('Dana').post(`/issues/${handed}/handoffs/${first.handoff?.id}/decline`, {
    reason: 'no_capacity',
    suggestion: null,
  })
  const { handoff } = await offers(server, 'Ben', handed, 'Carla')
  await offers(server, 'Ben', circle, { team: 'Plans' })
  await next('Ben', silent)
  await ben.post(`/issues/${again}/facts`, { key: 'account number', value: '7', how: 'told on the phone' })
  await next('Ben', again, { body: 'Could you give me your account number?' })
  await carla.post(`/issues/${back}/resolution`, resolution)
  await says(back, 'deny', { words: 'No, it is there still.' })
  await next('Ben', asked)
  for (const of of ['Olu', 'Sam'] as const) {
    await ben.post(`/issues/${asked}/assists`, {
      of: receiver(server, of),
      ask: 'Replace the board.',
      due: madrid('Thursday', '12:00'),
    })
  }
  await next('Carla', conceded)
  await carla.post(`/issues/${conceded}/concessions`, { kind: 'credit', amount: 40, reason: 'Charged twice.' })
  await carla.post(`/issues/${conceded}/concessions`, { kind: 'credit', amount: 60, reason: 'And again.' })

  await server.moveClock(madrid('Tuesday', '10:30'))
  const path = `/issues/${handed}/handoffs/${handoff?.id}`
  await carla.post(`${path}/accept`, readBack(madrid('Monday', '12:00')))
  await ben.post(`${path}/introduce`, { message: 'Ana, meet Carla.', keeps: 'all' })
  await carla.post(`${path}/greet`, { message: 'Hello Ana, I am Carla.' })
  await priya.post(`/issues/${conceded}/concessions/2/approve`, {})
  // Nobody of Plans has answered by eleven: it expires. Priya takes it, and Ada settles with her and Ben that it is his.
  await server.moveClock(madrid('Tuesday', '11:30'))
  await priya.post(`/issues/${circle}/takeover`, { reason: 'Ben is at lunch.' })
  await writes(server, 'Priya', circle, madrid('Monday', '12:00'), { body: 'Hello Ana, I am Priya.' })
  await priya.post(`/issues/${circle}/huddles/call`, { with: receiver(server, 'Ben') })
  await server.member('Ada').post(`/issues/${circle}/huddles`, { owner: server.id('Ben'), why: 'He knows the bundle.' })
  await server.moveClock(madrid('Tuesday', '13:00'))
  await next('Ben', circle)
  await carla.post(`/issues/${moved}/promises/1/move`, {
    due: madrid('Friday', '16:00'),
    message: 'It takes until Friday.',
  })
  await carla.post(`/issues/${back}/resolution`, resolution)
  await says(back, 'confirm')
  await carla.post(`/issues/${back}/close`)

  // At 14:00 the answer to the one that is dropped is broken; four open hours later the alarm is raised, on Wednesday at ten.
  await server.moveClock(madrid('Wednesday', '10:30'))
  await server.member('Olu').post(`/issues/${asked}/assists/1/accept`)
  await server.member('Olu').post(`/issues/${asked}/assists/1/return`, { moved: true, result: 'It is replaced.' })
  await server.member('Sam').post(`/issues/${asked}/assists/2/decline`, { reason: 'No boards here.' })
  await next('Carla', dropped, { body: 'I am sorry.' })

  // The one that was closed comes back.
  await server.moveClock(madrid('Thursday', '10:00'))
  await says(back, 'messages', { body: 'It is back.' })
  await next('Carla', back)
  for (const number of [handed, conceded]) await next('Carla', number)
  for (const number of [again, asked, circle]) await next('Ben', number)
  await server.moveClock(madrid('Friday', '12:00'))
  return { server, kind, numbers: { well, dropped, handed, circle, again, back, asked, conceded, silent, moved, spam } }
}
