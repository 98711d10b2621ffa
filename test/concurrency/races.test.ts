import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { acceptAssist, askAssist } from '../../src/desk/assists.ts'
import { sendMessage } from '../../src/desk/conversation.ts'
import type { Outcome } from '../../src/desk/desk.ts'
import { acknowledgeEscalation, raiseEscalation } from '../../src/desk/escalations.ts'
import {
  acceptHandoff,
  declineHandoff,
  greetHandoff,
  introduceHandoff,
  offerHandoff,
  reportDisconnect,
  sayPresent,
} from '../../src/desk/handoffs.ts'
import { callHuddle, settleHuddle } from '../../src/desk/huddles.ts'
import { deactivateMember } from '../../src/desk/offboarding.ts'
import { openIssue } from '../../src/desk/open.ts'
import { claim, takeOver } from '../../src/desk/ownership.ts'
import { addMember } from '../../src/desk/people.ts'
import { closeIssue, confirmResolution, proposeResolution } from '../../src/desk/resolution.ts'
import { recordDiagnosis } from '../../src/desk/story.ts'
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

/** A small generator of numbers, so that a run can be repeated from its seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const brief = {
  problem: 'p',
  diagnosis: null,
  tried: 't',
  why: 'w',
  asked: 'a',
  told: 't',
  callback: '+34 600 118 204',
}
const meeting = { message: 'Hello.', keeps: [], promise: null }

/** One of the things that people do at the same time. The handoff is the first or second, whichever is there. */
function actAtRandom(number: number, pick: (below: number) => number): Promise<Outcome<IssueAnswer>> {
  const { desk, as, ben, carla, dana, priya } = there
  const member = [ben, carla, dana, priya][pick(4)] ?? ben
  const other = [ben, carla, dana, priya][pick(4)] ?? carla
  const handoff = 1 + pick(3)
  const promise = promiseIn(1 + pick(5))
  const acts = [
    () => offerHandoff(desk, as(member), number, { to: { member: other }, brief }),
    () =>
      acceptHandoff(desk, as(member), number, handoff, { readBack: 'r', nextStep: 'n', due: promise.due, moves: [] }),
    () => declineHandoff(desk, as(member), number, handoff, { reason: 'no_capacity', suggestion: null }),
    () => introduceHandoff(desk, as(member), number, handoff, meeting),
    () => greetHandoff(desk, as(member), number, handoff, meeting),
    () => introduceHandoff(desk, as(member), number, handoff, { live: true, channel: 'phone', keeps: 'all' }),
    () => sayPresent(desk, as(member), number, handoff),
    () => reportDisconnect(desk, as(member), number, handoff),
    () => callHuddle(desk, as(member), number, { with: { member: other } }),
    () => settleHuddle(desk, as(priya), number, { owner: other, why: 'w', message: null, channel: 'email' }),
    () => sendMessage(desk, as(member), number, { body: 'b', to: 'customer', promise, keeps: 'all', asks: [] }),
    () => sendMessage(desk, as(member), number, { body: 'b', to: 'team', promise: null, keeps: 'all', asks: [] }),
    () =>
      proposeResolution(desk, as(member), number, {
        wrong: 'w',
        done: 'd',
        holds: 'h',
        watch: [],
        channel: 'email',
        message: null,
        keeps: 'all',
        promise,
      }),
    () => confirmResolution(desk, as(member), number, { heard: { how: 'phone', words: 'yes' } }),
    () => closeIssue(desk, as(member), number),
    () => claim(desk, as(member), number),
    () => takeOver(desk, as(priya), number, { reason: 'r' }),
  ]
  return (acts[pick(acts.length)] ?? acts[0])?.() ?? Promise.reject(new Error('No act.'))
}

test('50 clients offer, accept, reply and close the same 10 issues: nothing is lost, and nobody owns with another', async () => {
  const numbers = await Promise.all(Array.from({ length: 10 }, () => openOne(there)))
  for (const number of numbers) await recordDiagnosis(there.desk, there.as(there.ben), number, { text: 'understood' })
  let acted = 0
  const refused = new Map<string, number>()
  const client = async (seed: number) => {
    const pick = numbersFrom(seed)
    for (let turn = 0; turn < 40; turn += 1) {
      const outcome = await actAtRandom(numbers[pick(10)] ?? 0, pick)
      if ('answer' in outcome) acted += 1
      else if ('refusal' in outcome) refused.set(outcome.refusal.code, 1 + (refused.get(outcome.refusal.code) ?? 0))
      else throw new Error(JSON.stringify(outcome))
    }
  }
  await Promise.all(Array.from({ length: 50 }, (_, index) => client(index + 1)))
  console.info(`${acted} acts, and refusals:`, Object.fromEntries(refused))
  expect(acted).toBeGreaterThan(100)
  for (const number of numbers) await isWhole(there.desk.database, number)
})

test('Rule 9: who say at the same moment that all three are on the line have met once', async () => {
  const { desk, as, ben, carla } = there
  const number = await openOne(there)
  await recordDiagnosis(desk, as(ben), number, { text: 'understood' })
  await offerHandoff(desk, as(ben), number, { to: { member: carla }, brief })
  const readBack = { readBack: 'r', nextStep: 'n', due: promiseIn(2).due, moves: [] }
  await acceptHandoff(desk, as(carla), number, 1, readBack)
  await introduceHandoff(desk, as(ben), number, 1, { live: true, channel: 'phone', keeps: 'all' })
  await Promise.all([ben, carla, ben, carla].map(member => sayPresent(desk, as(member), number, 1)))
  const { rows } = await desk.database.query<{ met: number; owner: string }>(
    `select count(*) filter (where e.type = 'HandoffMet')::integer as met, i.owner_id as owner
    from event e join issue i on i.number = e.number where e.number = $1 group by i.owner_id`,
    [number],
  )
  expect(rows).toEqual([{ met: 1, owner: carla }])
  await isWhole(there.desk.database, number)
})

test('the loser of a race for an offer is told who took it', async () => {
  const { desk, as, ben, carla, dana } = there
  const number = await openOne(there)
  await recordDiagnosis(desk, as(ben), number, { text: 'understood' })
  const { rows } = await desk.database.query<{ id: string }>("select team_id as id from team where name = 'Plans'")
  await offerHandoff(desk, as(ben), number, { to: { team: rows[0]?.id ?? '' }, brief })
  const readBack = { readBack: 'r', nextStep: 'n', due: promiseIn(2).due, moves: [] }
  const outcomes = await Promise.all([carla, dana].map(member => acceptHandoff(desk, as(member), number, 1, readBack)))
  const won = outcomes.findIndex(outcome => 'answer' in outcome)
  expect(outcomes[1 - won]).toEqual({
    refusal: { code: 'already_accepted', data: { by: [carla, dana][won] } },
  })
})

test('Rule 16: of two who accept an assist of their team at once, the other is told who has it', async () => {
  const { desk, as, ben, carla, dana } = there
  const number = await openOne(there)
  const { rows } = await desk.database.query<{ id: string }>("select team_id as id from team where name = 'Plans'")
  await askAssist(desk, as(ben), number, { of: { team: rows[0]?.id ?? '' }, ask: 'Help.', due: null })
  const outcomes = await Promise.all([carla, dana].map(member => acceptAssist(desk, as(member), { number, id: 1 })))
  const won = outcomes.findIndex(outcome => 'answer' in outcome)
  expect(outcomes[1 - won]).toEqual({ refusal: { code: 'assist_accepted', data: { by: [carla, dana][won] } } })
})

test('Rules 23 and 26: of many who raise an alarm at once one does and the others join; of two who answer one is its champion', async () => {
  const { desk, as, ben, carla, dana, priya } = there
  const number = await openOne(there)
  const facts = { impact: 'i', tried: 't', needed: 'n' }
  const raised = await Promise.all(
    [ben, carla, dana, priya, carla].map(member => raiseEscalation(desk, as(member), number, facts)),
  )
  const joined = raised.map(outcome => ('answer' in outcome ? outcome.answer.escalation.joined : 'lost'))
  expect(joined.toSorted()).toEqual([false, true, true, true, true])
  const admin = (await addMember(desk, { email: 'second@litoral.example', name: 'Second', role: 'admin' })) ?? ''
  const answered = await Promise.all([priya, admin].map(id => acknowledgeEscalation(desk, as(id), number, 1)))
  const champions = answered.flatMap(outcome => ('answer' in outcome ? [outcome.answer.escalation?.champion?.id] : []))
  expect(champions).toHaveLength(1)
  expect(answered.flatMap(outcome => ('refusal' in outcome ? [outcome.refusal] : []))).toEqual([
    { code: 'already_acknowledged', data: { champion: champions[0] } },
  ])
})

test('the same command under one key at the same moment acts once, and gives the same answer', async () => {
  const { desk, ben } = there
  const caller = { by: { kind: 'member', id: ben }, from: 'api', once: { key: 'k1', request: 'r' } } as const
  const asked = {
    customer: { name: 'Tom Adeyemi', email: 'tom@adeyemi.example' },
    subject: 'Another serial number',
    story: 'The box says another number.',
    channel: 'phone',
    facts: [],
    promise: null,
  } as const
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => openIssue(desk, caller, { ...asked, facts: [] })))
  const [first] = outcomes
  expect(first).toHaveProperty('answer')
  for (const outcome of outcomes) expect(outcome).toEqual(first)
  const { rows } = await desk.database.query('select count(*)::integer as count from story where subject = $1', [
    asked.subject,
  ])
  expect(rows).toEqual([{ count: 1 }])
  const other = await openIssue(
    desk,
    { ...caller, once: { key: 'k1', request: 'something else' } },
    { ...asked, facts: [] },
  )
  expect(other).toEqual({ keyReused: true })
})

test('two who open for the same new customer at the same moment find one customer', async () => {
  const { desk, as, ben, carla } = there
  const customer = { name: 'Mei Tanaka', email: 'mei@tanaka.example', organization: 'Tanaka & Co' }
  const asked = { customer, subject: 's', story: 's', channel: 'phone', facts: [], promise: null } as const
  const outcomes = await Promise.all(
    [ben, carla, ben, carla].map(member => openIssue(desk, as(member), { ...asked, facts: [] })),
  )
  const ids = new Set(outcomes.map(outcome => ('answer' in outcome ? outcome.answer.customer.id : 'none')))
  expect(ids.size).toBe(1)
})

test('Rule 4: who leaves in the moment of a claim has it and stays, or has left and gets nothing', async () => {
  const { desk, as } = there
  const add = async (name: string, role: 'agent' | 'admin') =>
    (await addMember(desk, { email: `${name}@litoral.example`, name, role })) ?? ''
  const ada = await add('ada', 'admin')
  for (let round = 0; round < 20; round += 1) {
    const number = await openOne(there)
    const eve = await add(`eve${round}`, 'admin')
    const [taken, left] = await Promise.all([
      takeOver(desk, as(eve), number, { reason: 'r' }),
      deactivateMember(desk, as(ada), eve),
    ])
    // Exactly one of the two happened: nobody who left owns anything.
    expect(['answer' in taken, 'answer' in left].filter(Boolean)).toHaveLength(1)
  }
})
