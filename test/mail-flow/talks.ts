import type { IssueAnswer, MessageAnswer, NoticeAnswer, OutboundAnswer, Page } from '../../src/contract/answers.ts'
import type { ArrivedMail, SmtpSink } from '../mail-servers/smtp-sink.ts'
import { written } from './letters.ts'
import type { Name, RunningDesk } from './running-desk.ts'

/** Somebody who has written to the desk. */
export type Talk = {
  number: number
  /** Who owns it. */
  owner: Name
  /** The customer, as their mails say it, and their bare address. */
  from: string
  address: string
  /** The Message-ID of their mail. */
  firstId: string
}

let customers = 0

/** A customer whom nobody knows yet writes: an issue. */
export async function somebodyWrites(desk: RunningDesk, letter: { text?: string; from?: string } = {}): Promise<Talk> {
  customers += 1
  const address = letter.from ?? `ana${customers}@ruiz.example`
  const from = `Ana Ruiz <${address}>`
  const firstId = `<first-${customers}@ruiz.example>`
  const taken = await desk.gets(
    await written({ from, subject: 'Charged twice', messageId: firstId, text: 'It has happened again.', ...letter }),
    { from: address },
  )
  if (taken.state !== 'issue' || taken.issue === null) throw new Error(`No issue: ${JSON.stringify(taken)}`)
  const { owner } = await issueOf(desk, taken.issue)
  return { number: taken.issue, owner: owner.name as Name, from, address, firstId }
}

/** The owner answers, and says when they will be heard again. */
export const ownerWrites = (
  desk: RunningDesk,
  { owner, number }: Pick<Talk, 'owner' | 'number'>,
  body = 'Hello Ana, I am on it.',
): Promise<IssueAnswer> =>
  desk.member(owner).post(`/issues/${number}/messages`, {
    body,
    to: 'customer',
    promise: { what: 'A word on where it stands', due: inDays(2) },
  })

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

/** A mail of the desk to a customer that has not been looked at yet; by its kind: only what people write has no mark. */
export const mailTo = (sink: SmtpSink, address: string, kind: 'automatic' | 'written'): Promise<ArrivedMail> =>
  sink.next(({ to, mail }) => {
    const isAutomatic = mail.headers.some(({ key }) => key === 'auto-submitted')
    return to.includes(address) && isAutomatic === (kind === 'automatic')
  })

export const issueOf = (desk: RunningDesk, number: number): Promise<IssueAnswer> =>
  desk.member('Priya').get(`/issues/${number}`)

export const messagesOf = async (desk: RunningDesk, number: number): Promise<MessageAnswer[]> =>
  (await desk.member('Priya').get<Page<MessageAnswer>>(`/issues/${number}/messages?limit=200`)).items

/** The mails of the desk about an issue, newest first. */
export const outboxOf = async (desk: RunningDesk, number: number): Promise<OutboundAnswer[]> =>
  (await desk.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')).items.filter(
    ({ issue }) => issue === number,
  )

/** What somebody was told of an issue, newest first. */
export const toldOf = async (desk: RunningDesk, name: Name, number: number): Promise<string[]> =>
  (await desk.member(name).get<Page<NoticeAnswer>>('/notices?limit=200')).items
    .filter(({ issue }) => issue?.number === number)
    .map(({ word }) => word)

/** The types of an issue's events, in order. */
export async function eventsOf(desk: RunningDesk, number: number): Promise<string[]> {
  const { rows } = await desk.database.query<{ type: string }>(
    'select type from event where workspace_id = 1 and number = $1 order by version',
    [number],
  )
  return rows.map(({ type }) => type)
}
