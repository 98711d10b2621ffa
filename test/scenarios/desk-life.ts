import { afterEach, beforeEach } from 'vitest'
import type {
  EventAnswer,
  IssueAnswer,
  MessageAnswer,
  NoticeAnswer,
  Page,
  PromiseAnswer,
  WorkAnswer,
} from '../../src/contract/answers.ts'
import { type Name, startTestServer, type TestServer } from '../server.ts'

/** A server of each test's own, where time stands at Tuesday 10:00 unless asked otherwise. */
export function eachWithServer(at: string = madrid('Tuesday', '10:00')): { server: TestServer } {
  const there = {} as { server: TestServer }
  beforeEach(async () => {
    there.server = await startTestServer({ at })
  })
  afterEach(() => there.server.stop())
  return there
}

/** A time on the wall of Madrid in the week of the scenarios: Tuesday is 24 November 2026. */
export function madrid(day: string, time: string): string {
  const dates: Record<string, string> = {
    'Monday before': '2026-11-23',
    Tuesday: '2026-11-24',
    Wednesday: '2026-11-25',
    Thursday: '2026-11-26',
    Friday: '2026-11-27',
    Saturday: '2026-11-28',
    Sunday: '2026-11-29',
    Monday: '2026-11-30',
    'Tuesday after': '2026-12-01',
  }
  return `${dates[day] ?? day}T${time}:00.000+01:00`
}

/** The same time as the API says it. */
export const utc = (text: string): string => new Date(text).toISOString()

export const brief = {
  problem: 'Can somebody stay with it until it stops?',
  tried: 'Five credits',
  why: 'Plans can detach the bundle',
  asked: 'Take the second line out of the bundle',
  told: 'That a credit is not a cure',
  callback: '+34 600 118 204',
}

let customers = 0

/** Ana writes through another channel and the member answers: an issue of theirs, with the promise "answer". */
export async function anIssue(server: TestServer, owner: Name, more: object = {}): Promise<IssueAnswer> {
  customers += 1
  return server.member(owner).post<IssueAnswer>('/issues', {
    customer: { name: 'Ana Ruiz', email: `ana${customers}@ruiz.example` },
    subject: 'Charged twice for the second line',
    story: 'It has happened again, as every month since June.',
    channel: 'email',
    ...more,
  })
}

/** An issue with a diagnosis, ready to be offered. */
export async function anUnderstoodIssue(server: TestServer, owner: Name, more: object = {}): Promise<IssueAnswer> {
  const { number } = await anIssue(server, owner, more)
  return server.member(owner).post(`/issues/${number}/diagnoses`, { text: 'The old bundle re-creates the fee.' })
}

export const read = (server: TestServer, number: number, as: Name = 'Priya'): Promise<IssueAnswer> =>
  server.member(as).get(`/issues/${number}`)

export const messagesOf = async (server: TestServer, number: number): Promise<MessageAnswer[]> =>
  (await server.member('Priya').get<Page<MessageAnswer>>(`/issues/${number}/messages?limit=200`)).items

/** The log of an issue, oldest first. */
export const eventsOf = async (server: TestServer, number: number): Promise<EventAnswer[]> =>
  (await server.member('Priya').get<Page<EventAnswer>>(`/issues/${number}/events?limit=200`)).items

/** What a member was told of an issue, oldest first. */
export async function toldOf(server: TestServer, name: Name, number: number): Promise<string[]> {
  const { items } = await server.member(name).get<Page<NoticeAnswer>>('/notices?limit=200')
  return items
    .filter(({ issue }) => issue?.number === number)
    .map(({ word }) => word)
    .reverse()
}

/** What waits for a member on issues: each kind with the issue's number, in the order of their list. */
export const workOnIssues = async (server: TestServer, name: Name): Promise<[string, number][]> =>
  (await server.member(name).get<WorkAnswer[]>('/work')).flatMap(work =>
    'issue' in work ? [[work.kind, work.issue.number] as [string, number]] : [],
  )

/** What waits for a member on one issue. */
export const workOf = async (server: TestServer, name: Name, number: number): Promise<string[]> =>
  (await workOnIssues(server, name)).flatMap(([kind, on]) => (on === number ? [kind] : []))

/** Writes to the customer with a promise. */
export const writes = (
  server: TestServer,
  name: Name,
  number: number,
  due: string | null,
  more: object = {},
): Promise<IssueAnswer> =>
  server.member(name).post(`/issues/${number}/messages`, {
    body: 'Hello Ana, I am on it.',
    to: 'customer',
    ...(due && { promise: { what: 'A word on where it stands', due } }),
    ...more,
  })

export const stateOf = (issue: IssueAnswer, id: number): PromiseAnswer['state'] | undefined =>
  issue.promises.find(promise => promise.id === id)?.state

/** The promises that run or are owed, by their due times. */
export const running = ({ promises }: IssueAnswer): string[] =>
  promises.filter(({ state }) => state === 'open' || state === 'broken').map(({ due }) => due)

export const offers = (server: TestServer, giver: Name, number: number, to: Name | { team: string }) =>
  server.member(giver).post<IssueAnswer>(`/issues/${number}/handoffs`, { to: receiver(server, to), brief })

export const receiver = (server: TestServer, to: Name | { team: string }): object =>
  typeof to === 'string' ? { member: server.id(to) } : { team: server.team(to.team) }

export const readBack = (due: string) => ({
  readBack: 'The bundle re-creates the fee each month; you cannot detach it, I can.',
  nextStep: 'Detach the second line',
  due,
})

/** The whole way from an offer to a greeting. */
export async function handsOver(
  server: TestServer,
  giver: Name,
  to: Name,
  number: number,
  due: string,
): Promise<IssueAnswer> {
  const { handoff } = await offers(server, giver, number, to)
  const path = `/issues/${number}/handoffs/${handoff?.id}`
  await server.member(to).post(`${path}/accept`, readBack(due))
  await server.member(giver).post(`${path}/introduce`, { message: `Ana, meet ${to}.` })
  return server.member(to).post(`${path}/greet`, { message: `Hello Ana, I am ${to}.` })
}

/** Ana's page of an issue: a signed link opens it, and gives the cookie that her client carries from then on. */
export async function anasPage(server: TestServer, number: number) {
  const { items } = await server.member('Priya').get<Page<{ issue: number | null; body: string }>>('/outbox?limit=200')
  const mail = items.find(({ issue, body }) => issue === number && body.includes('/c/'))
  const link = /\/c\/\S+/.exec(mail?.body ?? '')?.[0]
  if (!link) throw new Error(`No mail of #${number} has a link.`)
  const opened = await server.stranger.raw('GET', link)
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  return { link, client: server.stranger.with({ cookie, 'sec-fetch-site': 'same-origin' }) }
}
