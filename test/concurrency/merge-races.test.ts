import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { act } from '../../src/desk/act.ts'
import { sendMessage } from '../../src/desk/conversation.ts'
import { say } from '../../src/desk/draft.ts'
import { readIssue, readMessages } from '../../src/desk/issues.ts'
import { mergeIssues, unmergeIssues } from '../../src/desk/merging.ts'
import { openIssue } from '../../src/desk/open.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, promiseIn, type TestDesk } from '../desk.ts'
import { isWhole } from './whole.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
})
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

const answered = (outcome: object): IssueAnswer => {
  if (!('answer' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.answer as IssueAnswer
}

const read = async (number: number): Promise<IssueAnswer> => answered(await readIssue(there.desk, there.ben, number))

/** Ben's issue, and another one of the same customer that Carla has just opened. */
async function two(): Promise<[bens: number, carlas: number]> {
  const { desk, as, carla } = there
  const number = await openOne(there)
  const { customer } = await read(number)
  const second = await openIssue(desk, as(carla), {
    customer: { id: customer.id },
    subject: 'The same again',
    story: 'I told somebody already.',
    channel: 'email',
    facts: [],
    promise: null,
  })
  return [number, answered(second).number]
}

const writing = { body: 'b', to: 'customer' as const, keeps: 'all' as const, asks: [] }

/** The customer writes by mail on an issue, or where it goes on. */
async function hears(number: number): Promise<number> {
  const { desk } = there
  const { customer } = await read(number)
  const by = { kind: 'customer', id: customer.id } as const
  const outcome = await act(desk, { by, from: 'email', once: null }, number, ({ draft, issue }) => ({
    type: 'ReceiveMessage',
    channel: 'email',
    message: say(draft, { direction: 'in', channel: 'email', authorKind: 'customer', author: customer.id, body: 'in' }),
    reopensFor: issue.state.ownership[0].member,
  }))
  if ('refusal' in outcome && outcome.refusal.code === 'closed') return hears(outcome.refusal.data.into ?? 0)
  answered(outcome)
  return number
}

test('Rule 22: merged from both sides at once, while both are written on: one goes into the other, and no word is lost', async () => {
  const { desk, as, ben, carla, priya } = there
  for (let round = 0; round < 12; round += 1) {
    const [bens, carlas] = await two()
    const outcomes = await Promise.all([
      mergeIssues(desk, as(priya), bens, { into: carlas }),
      mergeIssues(desk, as(ben), carlas, { into: bens }),
      sendMessage(desk, as(ben), bens, { ...writing, promise: promiseIn(2) }),
      sendMessage(desk, as(carla), carlas, { ...writing, promise: promiseIn(3) }),
    ])
    const merges = outcomes.slice(0, 2)
    expect(merges.filter(outcome => 'answer' in outcome)).toHaveLength(1)
    expect(merges.find(outcome => 'refusal' in outcome)).toMatchObject({ refusal: { code: 'closed' } })
    const [one, other] = [await read(bens), await read(carlas)]
    expect([one, other].filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(1)
    const survivor = one.outcome === 'duplicate' ? other : one
    const messages = await readMessages(desk, survivor.number, { limit: 200 })
    const written = outcomes.slice(2).filter(outcome => 'answer' in outcome).length
    expect('answer' in messages && messages.answer.items).toHaveLength(2 + written)
    for (const number of [bens, carlas]) await isWhole(desk.database, number)
  }
})

test('Rule 22: what the customer writes while their issues are merged and taken apart is heard on an open one', async () => {
  const { desk, as, ben } = there
  for (let round = 0; round < 12; round += 1) {
    const [bens, carlas] = await two()
    const [landed] = await Promise.all([hears(carlas), mergeIssues(desk, as(ben), carlas, { into: bens })])
    await Promise.all([hears(carlas), unmergeIssues(desk, as(ben), carlas)])
    expect([bens, carlas]).toContain(landed)
    for (const number of [bens, carlas]) {
      expect((await read(number)).promises.some(({ state }) => state === 'open')).toBe(true)
      await isWhole(desk.database, number)
    }
  }
})
