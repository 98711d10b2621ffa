import { expect, test } from 'vitest'
import type { IssueAnswer, PortalAnswer, SuperviseAnswer } from '../../src/contract/answers.ts'
import {
  anasPage,
  anUnderstoodIssue,
  brief,
  eachWithServer,
  handsOver,
  madrid,
  messagesOf,
  read,
  receiver,
  toldOf,
  utc,
  workOf,
} from '../scenarios/desk-life.ts'

const there = eachWithServer(madrid('Tuesday', '09:30'))

test('Story 2: customer service offers to activations, activations wants to offer back, and Ana never dials again', async () => {
  const { server } = there
  const [ravi, ada] = [server.member('Ravi'), server.member('Ada')]

  // Ana has a new line that stays silent. She calls; Ben of Support takes it, and finds that the line was never switched on.
  const { number } = await anUnderstoodIssue(server, 'Ben', {
    channel: 'phone',
    subject: 'The new line stays silent',
    story: 'You sold it to me on Friday. Since then I hear nothing, not even a tone.',
    facts: [{ key: 'callback', value: '+34 600 118 204', how: 'from Ana herself' }],
    promise: { what: 'When the line works', due: madrid('Wednesday', '13:00') },
  })
  const dialled = async () => (await messagesOf(server, number)).filter(({ direction }) => direction === 'in').length
  const heard = async () => (await messagesOf(server, number)).filter(({ direction }) => direction === 'out').length
  expect(await dialled()).toBe(1)

  // He does not send her to Activations: he hands her over. Ravi reads it back, Ben introduces them, Ravi greets.
  const met = await handsOver(server, 'Ben', 'Ravi', number, madrid('Tuesday', '12:00'))
  expect(met.owner.name).toBe('Ravi')

  // Ravi looks, and thinks that it is Support's: their order lacks the activation code. He wants to hand it back.
  await server.moveClock('09:50')
  const back = { to: receiver(server, { team: 'Support' }), brief }
  const refused = await ravi.refused(`/issues/${number}/handoffs`, back)
  expect(refused).toMatchObject({
    code: 'circle',
    detail: 'Ben, for Support, has already owned this issue: it would go in a circle.',
    remedy: 'Call a huddle: settle with a supervisor who owns it, and why.',
  })

  // Nothing has moved, and Ana has noticed nothing. A supervisor sees the circle that was about to form.
  expect((await read(server, number)).owner.name).toBe('Ravi')
  const seen = await server.member('Priya').get<SuperviseAnswer>('/supervise')
  expect(seen.circles).toMatchObject([
    { issue: { number }, giver: { name: 'Ravi' }, to: { team: { name: 'Support' } } },
  ])

  // Ravi calls the huddle: himself, Ben who had it, and Ada, since nobody supervises Activations. It is work for all three.
  const called = await ravi.post<IssueAnswer>(`/issues/${number}/huddles/call`, { with: back.to })
  expect(called.huddle).toMatchObject({ giver: { name: 'Ravi' }, receiver: { name: 'Ben' }, third: { name: 'Ada' } })
  for (const name of ['Ravi', 'Ben', 'Ada'] as const) expect(await workOf(server, name, number)).toEqual(['huddle'])

  // Seven minutes on they know: Ben reads the code out to Ravi, and only Ravi can switch the line on. So it is Ravi's.
  await server.moveClock('09:57')
  const before = await heard()
  const settled = await ada.post<IssueAnswer>(`/issues/${number}/huddles`, {
    owner: server.id('Ravi'),
    why: 'Ben has given the code. Only Activations can switch the line on, and sees when it is.',
  })
  expect(settled.owner.name).toBe('Ravi')
  expect(settled.owners.map(({ member }) => member.name)).toEqual(['Ben', 'Ravi'])
  expect(settled.huddle?.decided).toMatchObject({ by: { name: 'Ada' }, at: utc(madrid('Tuesday', '09:57')) })
  expect(await toldOf(server, 'Ben', number)).toContain('huddle_settled')
  for (const name of ['Ravi', 'Ben', 'Ada'] as const) expect(await workOf(server, name, number)).toEqual([])

  // Ana is told once, and by Ravi: what was missing, and by when it works.
  await server.moveClock('10:10')
  await ravi.post(`/issues/${number}/messages`, {
    body: 'Hello Ana, your order lacked a code; I have it now. Your line works by noon, and I write to you when it does.',
    to: 'customer',
    promise: { what: 'That your line works', due: madrid('Tuesday', '12:00') },
  })
  expect((await heard()) - before).toBe(1)

  // At 11:40 it works, and he asks her whether it does. One click: yes.
  await server.moveClock('11:40')
  await ravi.post(`/issues/${number}/resolution`, {
    wrong: 'The line was never switched on: your order lacked a code.',
    done: 'I have switched it on.',
    holds: 'I called it, and it rang.',
  })
  const { client: ana } = await anasPage(server, number)
  const page = await ana.get<PortalAnswer>('/portal/issue')
  expect(page).toMatchObject({ owner: { name: 'Ravi' }, introducedBy: { name: 'Ben' } })
  await ana.post('/portal/confirm')
  const closed = await ravi.post<IssueAnswer>(`/issues/${number}/close`)

  // She has dialled once. Two people have had her issue, and no promise to her was broken.
  expect(closed).toMatchObject({ phase: 'closed', outcome: 'confirmed', escalation: null })
  expect(await dialled()).toBe(1)
  expect(closed.promises.every(({ state }) => state !== 'broken' && state !== 'made_good')).toBe(true)
  expect(await toldOf(server, 'Ben', number)).toContain('look_back_moved')
})

test('Story 2: and had the huddle decided for Support, Ben would introduce himself again, once', async () => {
  const { server } = there
  const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Wednesday', '13:00') } })
  await handsOver(server, 'Ben', 'Ravi', number, madrid('Tuesday', '12:00'))
  await server.member('Ravi').post(`/issues/${number}/huddles/call`, { with: receiver(server, 'Ben') })
  const settled = await server.member('Ada').post<IssueAnswer>(`/issues/${number}/huddles`, {
    owner: server.id('Ben'),
    why: 'The order is wrong, and orders are Support’s.',
  })
  expect(settled.owners.map(({ member, way }) => [member.name, way])).toEqual([
    ['Ben', 'contact'],
    ['Ravi', 'handoff'],
    ['Ben', 'huddle'],
  ])
  const owed = settled.promises.filter(({ state, kind }) => state === 'open' && kind === 'introduction')
  expect(owed).toHaveLength(1)

  // It stays with whom it was settled on: neither of them hands it on once more without another huddle, and that one is loud.
  const again = { to: receiver(server, 'Ravi'), brief }
  expect((await server.member('Ben').refused(`/issues/${number}/handoffs`, again)).code).toBe('circle')
  const second = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/huddles/call`, {
    with: receiver(server, 'Ravi'),
  })
  expect(second.escalation).toMatchObject({ state: 'raised', cause: 'second_huddle' })
})
