import type { IssueAnswer } from '../../src/contract/answers.ts'
import { assistLinkFor } from '../../src/desk/assist-links.ts'
import { linkFor } from '../../src/desk/links.ts'
import { Client } from '../client.ts'
import type { Name, TestServer } from '../server.ts'

let customers = 0

/** Somebody calls and a member answers: an issue of theirs. */
export function openIssue(server: TestServer, name: Name = 'Ben'): Promise<IssueAnswer> {
  customers += 1
  return server.member(name).post<IssueAnswer>('/issues', {
    customer: { name: 'Ana Ruiz', email: `ana${customers}@ruiz.example` },
    subject: 'Charged twice',
    story: 'It has happened again.',
    channel: 'phone',
  })
}

/** The customer of an issue, at their browser, after they opened the link in a mail. */
export async function customerOf(server: TestServer, issue: IssueAnswer, at: string): Promise<Client> {
  const link = linkFor(server.desk, issue.customer.id, issue.number, at as never)
  const opened = await server.stranger.raw('GET', new URL(link).pathname)
  return browser(server, opened.headers.getSetCookie())
}

/** Olu, at her browser, after she opened the link in the mail that asked her for the first assist of an issue. */
export async function assistantOf(server: TestServer, { number }: IssueAnswer, due: string): Promise<Client> {
  const link = assistLinkFor(server.desk, { number, assist: 1, member: server.id('Olu') }, due as never)
  const opened = await server.stranger.raw('GET', new URL(link).pathname)
  return browser(server, opened.headers.getSetCookie())
}

/** Ben asks Olu to help with an issue of his. */
export const askOlu = (server: TestServer, { number }: IssueAnswer, due: string): Promise<IssueAnswer> =>
  server.member('Ben').post(`/issues/${number}/assists`, { of: { member: server.id('Olu') }, ask: 'Mend it.', due })

/** A browser with cookies, on a page of ours. */
export const browser = (server: TestServer, cookies: readonly string[]): Client =>
  new Client(() => server.url, { cookie: cookieHeader(cookies), origin: server.url, 'sec-fetch-site': 'same-origin' })

export const cookieHeader = (cookies: readonly string[]): string =>
  cookies.map(cookie => cookie.split(';', 1)[0]).join('; ')
