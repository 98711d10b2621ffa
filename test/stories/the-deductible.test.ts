import { expect, test } from 'vitest'
import type { IssueAnswer, KudosRow, Page, PortalAnswer } from '../../src/contract/answers.ts'
import {
  anasPage,
  anIssue,
  eachWithServer,
  madrid,
  read,
  running,
  stateOf,
  utc,
  writes,
} from '../scenarios/desk-life.ts'

const there = eachWithServer(madrid('Tuesday', '10:00'))

test('Story 6: the deductible, or how it is when it goes well', async () => {
  const { server } = there
  const ben = server.member('Ben')
  const friday = madrid('Friday', '11:00')
  const tuesday = madrid('Tuesday after', '11:00')

  // Ana calls: her deductible did not roll over. Ben listens, and writes down what she says in her own words.
  const { number } = await anIssue(server, 'Ben', {
    channel: 'phone',
    subject: 'The deductible was not rolled over',
    story: 'I paid it all in December, and in January they asked me for it again.',
    facts: [{ key: 'policy', value: 'HX-20419', how: 'read from her card' }],
  })

  // He looks into it, and tells her the exact next steps and when he calls again.
  const first = await writes(server, 'Ben', number, friday, {
    body: 'Hello Ana, the January file is with claims since this morning. I call you on Friday at 11, whatever they say.',
  })
  expect(stateOf(first, 1)).toBe('kept')
  expect(running(first)).toEqual([utc(friday)])

  // On Friday he has no result, and calls all the same. That keeps his word.
  await server.moveClock(madrid('Friday', '10:55'))
  const call = { channel: 'phone', direction: 'out', outcome: 'reached' }
  const second = await ben.post<IssueAnswer>(`/issues/${number}/contacts`, {
    ...call,
    summary: 'No result yet; claims need until Monday. I told her so, and that I call on Tuesday at 11.',
    promise: { what: 'A call with the result', due: tuesday },
  })
  expect(stateOf(second, 2)).toBe('kept')

  // On Tuesday it is through. He calls, and proposes that it is solved: what was wrong, what was done, how it shows.
  await server.moveClock(madrid('Tuesday after', '10:40'))
  const third = await ben.post<IssueAnswer>(`/issues/${number}/contacts`, {
    ...call,
    summary: 'It is through. She sees it in her account already.',
    promise: { what: 'A look at whether it stays', due: '2026-12-04T11:00:00+01:00' },
  })
  expect(stateOf(third, 3)).toBe('kept')
  await ben.post(`/issues/${number}/resolution`, {
    wrong: 'The file of January was loaded before December was closed.',
    done: 'Claims loaded it again, in order.',
    holds: 'Your account shows a deductible of 0 for this year.',
  })

  // Ana's page asks her, and she says yes with one click.
  const { client } = await anasPage(server, number)
  const page = await client.get<PortalAnswer>('/portal/issue')
  expect(page).toMatchObject({
    owner: { name: 'Ben' },
    resolution: { holds: expect.stringContaining('deductible of 0') },
  })
  await client.post('/portal/confirm')

  // And with one more click she thanks him for the call on Friday, when he had nothing to tell and called all the same.
  const callOnFriday = page.messages.find(({ body }) => body.startsWith('No result yet'))
  await client.post('/portal/kudos', { message: callOnFriday?.id })
  const [thanks] = (await server.member('Sam').get<Page<KudosRow>>('/kudos')).items
  expect(thanks).toMatchObject({ for: { name: 'Ben' }, by: { kind: 'customer', name: 'Ana Ruiz' }, issue: { number } })

  // Ben closes it. Every promise was kept, and nobody had to ask twice.
  const closed = await ben.post<IssueAnswer>(`/issues/${number}/close`)
  expect(closed).toMatchObject({ phase: 'closed', outcome: 'confirmed' })
  const { promises } = await read(server, number)
  expect(promises.filter(({ state }) => state === 'kept').length).toBeGreaterThanOrEqual(3)
  expect(promises.filter(({ state }) => state === 'broken' || state === 'moved')).toEqual([])
})
