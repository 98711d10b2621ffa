import { describe, expect, test } from 'vitest'
import type { IssueAnswer, OfferAnswer } from '../../src/contract/answers.ts'
import {
  anasPage,
  anIssue,
  anUnderstoodIssue,
  brief,
  eachWithServer,
  handsOver,
  madrid,
  offers,
  read,
  readBack,
  receiver,
  running,
  stateOf,
  toldOf,
  utc,
  writes,
} from './desk-life.ts'
import { bounceOf } from './mails.ts'

const there = eachWithServer()

describe('Rules 6 to 11: hand to hand', () => {
  test('Scenario 22: an offer without understanding, a callback, a seat or a person who is there is refused', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { channel: 'phone' })
    const offer = (to: object, more = {}) =>
      server.member('Ben').refused(`/issues/${number}/handoffs`, { to, brief: { ...brief, ...more } })
    expect((await offer(receiver(server, 'Carla'))).code).toBe('needs_diagnosis')
    await server.member('Ben').post(`/issues/${number}/diagnoses`, { text: 'The bundle.' })
    expect((await offer(receiver(server, 'Carla'), { callback: null })).code).toBe('needs_callback')
    expect((await offer(receiver(server, 'Ben'))).code).toBe('already_owner')
    const colleague = await offer(receiver(server, 'Olu'))
    expect(colleague.code).toBe('no_seat')
    expect(colleague.remedy).toMatch(/assist/)
    const leave = { from: madrid('Tuesday', '10:00'), until: madrid('Monday', '09:00') }
    await server.member('Carla').post(`/members/${server.id('Carla')}/away`, leave)
    const away = await offer(receiver(server, 'Carla'))
    expect(away.code).toBe('away')
    expect(away.detail).toMatch(/Carla is away until Monday 30 November, 09:00/)
  })

  test('Scenario 23: nothing for an hour: expired, Ben owns, he and Priya are told, the promise is untouched', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '13:00') } })
    await offers(server, 'Ben', number, 'Carla')
    await server.moveClock('10:59')
    expect((await read(server, number)).handoff?.state).toBe('offered')
    await server.moveClock('11:00')
    const issue = await read(server, number)
    expect(issue.handoff?.state).toBe('expired')
    expect(issue.owner.name).toBe('Ben')
    expect(running(issue)).toEqual([utc(madrid('Tuesday', '13:00'))])
    expect(await toldOf(server, 'Ben', number)).toContain('expired')
    expect(await toldOf(server, 'Priya', number)).toContain('expired')
  })

  test('Scenario 23: an offer of Friday 16:30 expires on Monday 9:30', async () => {
    const { server } = there
    await server.moveClock(madrid('Friday', '16:30'))
    const { number } = await anUnderstoodIssue(server, 'Ben')
    const { handoff } = await offers(server, 'Ben', number, 'Carla')
    expect(handoff?.limit).toBe(utc(madrid('Monday', '09:30')))
  })

  test('Scenario 24: of a team one person accepts; the other is refused with who took it', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, { team: 'Plans' })
    const accept = readBack(madrid('Thursday', '11:00'))
    await server.member('Dana').post(`/issues/${number}/handoffs/1/accept`, accept)
    const refused = await server.member('Carla').refused(`/issues/${number}/handoffs/1/accept`, accept)
    expect(refused.code).toBe('already_accepted')
    expect(refused.detail).toMatch(/Dana/)
  })

  test('Scenario 25: no read-back, no acceptance; with one Ben still owns', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Carla')
    const { readBack: _, ...without } = readBack(madrid('Thursday', '11:00'))
    const bad = await server.member('Carla').send('POST', `/issues/${number}/handoffs/1/accept`, without)
    expect(bad.status).toBe(400)
    const accepted = await server
      .member('Carla')
      .post<IssueAnswer>(`/issues/${number}/handoffs/1/accept`, readBack(madrid('Thursday', '11:00')))
    expect(accepted.handoff?.state).toBe('accepted')
    expect(accepted.owner.name).toBe('Ben')
  })

  test('Scenario 26: introduced, then greeted: hers at 11:09; what Ana said between is owed by her', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Carla')
    const path = `/issues/${number}/handoffs/1`
    await server.member('Carla').post(`${path}/accept`, readBack(madrid('Thursday', '11:00')))
    const early = { body: 'Hello Ana.', to: 'customer', promise: { due: madrid('Friday', '11:00') } }
    expect((await server.member('Carla').refused(`/issues/${number}/messages`, early)).code).toBe('not_introduced')
    await server.moveClock('11:02')
    const introduced = await server
      .member('Ben')
      .post<IssueAnswer>(`${path}/introduce`, { message: 'Ana, meet Carla.' })
    expect(introduced.owner.name).toBe('Ben')
    const { client } = await anasPage(server, number)
    await client.post('/portal/messages', { body: 'Good to know.' })
    expect(await toldOf(server, 'Ben', number)).toContain('customer_wrote')
    expect(await toldOf(server, 'Carla', number)).toContain('customer_wrote')
    await server.moveClock('11:09')
    const met = await server.member('Carla').post<IssueAnswer>(`${path}/greet`, { message: 'Hello Ana.' })
    expect(met.owner.name).toBe('Carla')
    expect(met.owners.at(-1)).toMatchObject({ way: 'handoff', since: utc(madrid('Tuesday', '11:09')) })
    expect(running(met)).toContain(utc(madrid('Tuesday', '14:00')))
  })

  test('Scenario 27: an introduction that bounces has not happened; the greeting waits for a new one', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Carla')
    const path = `/issues/${number}/handoffs/1`
    await server.member('Carla').post(`${path}/accept`, readBack(madrid('Thursday', '11:00')))
    await server.member('Ben').post(`${path}/introduce`, { message: 'Ana, meet Carla.' })
    await bounceOf(server, number)
    expect((await read(server, number)).handoff?.state).toBe('accepted')
    expect(await toldOf(server, 'Ben', number)).toContain('introduction_undone')
    expect((await server.member('Carla').refused(`${path}/greet`, { message: 'Hello.' })).code).toBe('not_introduced')
    await server.member('Ben').post(`${path}/introduce`, { message: 'Ana, once more: meet Carla.' })
    const met = await server.member('Carla').post<IssueAnswer>(`${path}/greet`, { message: 'Hello.' })
    expect(met.owner.name).toBe('Carla')
  })

  test('Scenario 28: accepted and no greeting for 4 business hours: it falls through, Ben owns', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Friday', '13:00') } })
    await offers(server, 'Ben', number, 'Carla')
    await server.member('Carla').post(`/issues/${number}/handoffs/1/accept`, readBack(madrid('Thursday', '11:00')))
    await server.moveClock('14:00')
    const issue = await read(server, number)
    expect(issue.handoff?.state).toBe('fell_through')
    expect(issue.owner.name).toBe('Ben')
    for (const name of ['Ben', 'Carla', 'Priya'] as const)
      expect(await toldOf(server, name, number)).toContain('fell_through')
  })

  test('Scenario 29: Priya takes over: the offer is withdrawn, and she owes Ana an introduction within 4 hours', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Carla')
    const issue = await server
      .member('Priya')
      .post<IssueAnswer>(`/issues/${number}/takeover`, { reason: 'Ben is ill.' })
    expect(issue.owner.name).toBe('Priya')
    expect(issue.handoff?.state).toBe('withdrawn')
    expect(await toldOf(server, 'Carla', number)).toContain('withdrawn')
    const introduction = issue.promises.find(({ kind }) => kind === 'introduction')
    expect(introduction).toMatchObject({ state: 'open', due: utc(madrid('Tuesday', '14:00')) })
  })

  test('Scenario 30: an offer back, or to a team that has a person who declined, is a circle', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Dana')
    const no = { reason: 'no_capacity' }
    await server.member('Dana').post(`/issues/${number}/handoffs/1/decline`, no)
    const offer = { to: receiver(server, { team: 'Plans' }), brief }
    expect((await server.member('Ben').refused(`/issues/${number}/handoffs`, offer)).code).toBe('circle')
    await handsOver(server, 'Ben', 'Carla', number, madrid('Thursday', '11:00'))
    const back = { to: receiver(server, 'Ben'), brief }
    const refused = await server.member('Carla').refused(`/issues/${number}/handoffs`, back)
    expect(refused.code).toBe('circle')
    expect(refused.remedy).toMatch(/huddle/)
  })

  test('Rule 11: who was given it by the intake and lost it to a claim has not owned it: no circle', async () => {
    const { server } = there
    const { arrives } = await import('./mails.ts')
    const taken = await arrives(server, { from: 'tom@adeyemi.example', text: 'The box says another number.' })
    const number = taken.issue ?? 0
    const given = (await read(server, number)).owner.name as 'Dana' | 'Carla'
    const claimer = given === 'Carla' ? 'Dana' : 'Carla'
    await server.member(claimer).post(`/issues/${number}/claim`)
    await server.member(claimer).post(`/issues/${number}/diagnoses`, { text: 'Understood.' })
    expect((await offers(server, claimer, number, given)).handoff?.state).toBe('offered')
  })

  test('Scenario 31: declining says whose it is instead', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Carla')
    const path = `/issues/${number}/handoffs/1/decline`
    expect((await server.member('Carla').refused(path, { reason: 'not_mine' })).code).toBe('needs_suggestion')
    const declined = await server
      .member('Carla')
      .post<IssueAnswer>(path, { reason: 'not_mine', suggestion: 'Activations' })
    expect(declined.handoff).toMatchObject({ state: 'declined', decline: { suggestion: 'Activations' } })
    expect(declined.owner.name).toBe('Ben')
    expect(await toldOf(server, 'Ben', number)).toContain('declined')
  })

  test('Scenario 33: the third handoff of an issue needs a huddle first', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await handsOver(server, 'Ben', 'Carla', number, madrid('Thursday', '11:00'))
    await handsOver(server, 'Carla', 'Ravi', number, madrid('Thursday', '11:00'))
    const third = { to: receiver(server, 'Dana'), brief }
    expect((await server.member('Ravi').refused(`/issues/${number}/handoffs`, third)).code).toBe('circle')
  })

  test("Scenario 35: at the receiver's first due time the giver looks back", async () => {
    const { server } = there
    const moved = await anUnderstoodIssue(server, 'Ben')
    const still = await anUnderstoodIssue(server, 'Ben')
    const due = madrid('Thursday', '11:00')
    await handsOver(server, 'Ben', 'Carla', moved.number, due)
    await handsOver(server, 'Ben', 'Carla', still.number, due)
    await server.moveClock(madrid('Thursday', '10:30'))
    await writes(server, 'Carla', moved.number, madrid('Friday', '11:00'))
    await server.moveClock(madrid('Thursday', '11:00'))
    expect(await toldOf(server, 'Ben', moved.number)).toContain('look_back_moved')
    expect(await toldOf(server, 'Ben', still.number)).toContain('look_back_still')
    expect(await toldOf(server, 'Priya', still.number)).toContain('look_back_still')
    expect(stateOf(await read(server, still.number), (await read(server, still.number)).promises.length)).toBe('broken')
  })

  test('Scenario 36: withdrawn freely before the introduction, after it only with a message to Ana', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await offers(server, 'Ben', number, 'Carla')
    await server.member('Carla').post(`/issues/${number}/handoffs/1/accept`, readBack(madrid('Thursday', '11:00')))
    await server.member('Ben').post(`/issues/${number}/handoffs/1/withdraw`)
    expect(await toldOf(server, 'Carla', number)).toContain('withdrawn')
    await offers(server, 'Ben', number, 'Carla')
    const path = `/issues/${number}/handoffs/2`
    await server.member('Carla').post(`${path}/accept`, readBack(madrid('Thursday', '11:00')))
    await server.member('Ben').post(`${path}/introduce`, { message: 'Ana, meet Carla.' })
    expect((await server.member('Ben').refused(`${path}/withdraw`)).code).toBe('needs_message')
    const kept = await server.member('Ben').post<IssueAnswer>(`${path}/withdraw`, { message: 'I keep it after all.' })
    expect(kept.handoff?.state).toBe('withdrawn')
    expect(kept.owner.name).toBe('Ben')
  })

  test('Rule 7: what is offered to me, and what I accepted, waits on my list until we have met', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    const waiting = async () =>
      (await server.member('Carla').get<OfferAnswer[]>('/offers')).map(({ handoff }) => handoff.state)
    await offers(server, 'Ben', number, { team: 'Plans' })
    expect(await waiting()).toEqual(['offered'])
    await server.member('Carla').post(`/issues/${number}/handoffs/1/accept`, readBack(madrid('Thursday', '11:00')))
    expect(await waiting()).toEqual(['accepted'])
    await server.member('Ben').post(`/issues/${number}/handoffs/1/introduce`, { message: 'Ana, meet Carla.' })
    expect(await waiting()).toEqual(['introduced'])
    await server.member('Carla').post(`/issues/${number}/handoffs/1/greet`, { message: 'Hello.' })
    expect(await waiting()).toEqual([])
  })
})
