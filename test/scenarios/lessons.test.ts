import { describe, expect, test } from 'vitest'
import type { IssueAnswer, LessonAnswer, LessonRow, Page } from '../../src/contract/answers.ts'
import { anIssue, eachWithServer, madrid, utc, writes } from './desk-life.ts'
import { adopts, aKind, offThePhone, proposal, proposes, step, wordsOfLesson, workOnLessons } from './lesson-life.ts'

const there = eachWithServer()

describe('Rule 28: a lesson', () => {
  test('Scenario 59: adopted, it refuses the wrong way with the lesson as reason; a supervisor may excuse it', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const lesson = await proposes(server, 'Ben', { issue: number })
    expect(lesson).toMatchObject({ id: 1, state: 'proposed', issue: { number }, may: ['comment', 'support'] })
    const fact = { key: 'Serial number', value: 'R58N-3304' }
    const ben = server.member('Ben')
    await ben.post(`/issues/${number}/facts`, { ...fact, how: 'from the box' })

    const adopted = await adopts(server, lesson.id)
    expect(adopted).toMatchObject({ state: 'trial', trial: { until: utc('2026-12-24T10:00:00+01:00') } })
    const { type: _, ...rule } = offThePhone
    expect(await ben.get('/rules')).toEqual({ facts: [{ lesson: 1, ...rule, refused: [] }], checklist: [] })
    const refused = await ben.refused(`/issues/${number}/facts`, { ...fact, how: 'from the box' })
    expect(refused.code).toBe('fact_rule')
    expect(refused.detail).toContain('Lesson 1')
    expect(refused.detail).toContain('Off the phone itself, not off its box.')
    expect(refused.remedy).toContain('read off the phone')
    expect(refused.data).toMatchObject({ lesson: 1, allowed: ['read off the phone'] })
    expect((await ben.refused(`/issues/${number}/facts`, fact)).code).toBe('fact_rule')
    await ben.post(`/issues/${number}/facts`, { ...fact, how: 'Read off the phone.' })

    const excuse = { ...fact, how: 'from the box', excuse: 'The phone is lost; the box is all that there is.' }
    expect((await ben.refused(`/issues/${number}/facts`, excuse)).code).toBe('fact_rule')
    const excused = await server.member('Priya').post<IssueAnswer>(`/issues/${number}/facts`, excuse)
    expect(excused.facts).toMatchObject([{ how: 'from the box', excused: { lesson: 1, why: excuse.excuse } }])
    expect(await ben.get(`/lessons/${lesson.id}/excuses`)).toMatchObject([
      { issue: { number }, by: { name: 'Priya' }, why: excuse.excuse },
    ])
    const { items } = await ben.get<Page<{ type: string; by: { name: string } }>>(`/issues/${number}/events?limit=200`)
    expect(items.at(-1)).toMatchObject({ type: 'FactExcused', by: { name: 'Priya' } })
  })

  test('no issue is opened with a fact that a lesson refuses', async () => {
    const { server } = there
    await adopts(server, (await proposes(server, 'Ben')).id)
    const open = { customer: { name: 'Tom', email: 'tom@ruiz.example' }, subject: 'A', story: 'B', channel: 'phone' }
    const facts = [{ key: 'serial number', value: 'R58N', how: 'from the box' }]
    expect((await server.member('Ben').refused('/issues', { ...open, facts })).code).toBe('fact_rule')
    const right = [{ key: 'serial number', value: 'R58N', how: 'read off the phone' }]
    expect((await server.member('Ben').post<IssueAnswer>('/issues', { ...open, facts: right })).facts).toHaveLength(1)
  })

  test('a checklist step of the kind is done or excused before a resolution is proposed', async () => {
    const { server } = there
    const kind = await aKind(server, 'Exchange')
    const { number } = await anIssue(server, 'Ben')
    const ben = server.member('Ben')
    await ben.post(`/issues/${number}/kind`, { kind })
    // Proposed from the issue, it is about the issue's kind.
    const lesson = await proposes(server, 'Olu', { ...step, issue: number })
    expect(lesson.kind).toEqual({ id: kind, name: 'Exchange' })
    await adopts(server, lesson.id)
    await writes(server, 'Ben', number, madrid('Friday', '11:00'))

    const words = { wrong: 'The wrong one', done: 'Exchanged', holds: 'It rings' }
    const refused = await ben.refused(`/issues/${number}/resolution`, words)
    expect(refused.code).toBe('checklist_open')
    expect(refused.detail).toContain('Compare the numbers of phone and box')
    const marked = await ben.post<IssueAnswer>(`/issues/${number}/checklist/${lesson.id}`, { done: true })
    const rules = { facts: [], checklist: [{ lesson: lesson.id, kind: lesson.kind, says: step.change.step }] }
    expect(await server.member('Olu').get('/rules')).toEqual(rules)
    expect(marked.checklist).toMatchObject([{ lesson: lesson.id, state: 'done', by: { name: 'Ben' } }])
    await ben.post(`/issues/${number}/checklist/${lesson.id}`, { done: false })
    expect((await ben.refused(`/issues/${number}/resolution`, words)).code).toBe('checklist_open')
    const excused = await ben.post<IssueAnswer>(`/issues/${number}/checklist/${lesson.id}`, {
      excuse: 'There is no box.',
    })
    expect(excused.checklist).toMatchObject([{ state: 'excused', why: 'There is no box.' }])
    expect(await ben.get(`/lessons/${lesson.id}/excuses`)).toMatchObject([
      { issue: { number }, why: 'There is no box.' },
    ])
    expect((await ben.post<IssueAnswer>(`/issues/${number}/resolution`, words)).phase).toBe('proposed')
  })

  test('everyone comments and supports; supervisors hear of a proposal, and it waits for them', async () => {
    const { server } = there
    const { id } = await proposes(server, 'Ben')
    expect(await wordsOfLesson(server, 'Priya', id)).toEqual(['lesson_proposed'])
    expect(await workOnLessons(server, 'Priya')).toEqual([['lesson_proposed', id]])
    expect(await workOnLessons(server, 'Ada')).toEqual([['lesson_proposed', id]])
    expect(await workOnLessons(server, 'Carla')).toEqual([])
    const olu = server.member('Olu')
    await olu.post(`/lessons/${id}/comments`, { text: 'In the workshop we see the same with tablets.' })
    await olu.post(`/lessons/${id}/support`)
    const backed = await olu.post<LessonAnswer>(`/lessons/${id}/support`, { supports: true })
    expect(backed.supporters).toMatchObject([{ member: { name: 'Olu' } }])
    expect(backed.comments).toMatchObject([
      { text: 'In the workshop we see the same with tablets.', by: { name: 'Olu' } },
    ])
    expect(backed.may).toEqual(['comment', 'take_support_back'])
    expect((await olu.post<LessonAnswer>(`/lessons/${id}/support`, { supports: false })).supporters).toEqual([])

    expect((await server.member('Ben').refused(`/lessons/${id}/adopt`)).code).toBe('not_adopter')
    await adopts(server, id)
    expect(await wordsOfLesson(server, 'Ben', id)).toEqual(['lesson_commented', 'lesson_adopted'])
    expect(await workOnLessons(server, 'Priya')).toEqual([])
  })

  test('asked why until it is a cause; declined with a reason that the proposer hears', async () => {
    const { server } = there
    const once = await server.member('Ben').refused('/lessons', { ...proposal, whys: ['It was wrong.'] })
    expect(once.code).toBe('needs_cause')
    expect((await server.member('Ben').refused('/lessons', step)).code).toBe('needs_kind')
    expect((await server.member('Ben').send('POST', '/lessons', { ...proposal, issue: 999_999 })).status).toBe(404)
    const { id } = await proposes(server, 'Ben')
    const why = 'The boxes carry no number any more.'
    const declined = await server.member('Priya').post<LessonAnswer>(`/lessons/${id}/decline`, { why })
    expect(declined).toMatchObject({ state: 'declined', decision: { by: { name: 'Priya' }, why }, may: ['comment'] })
    expect(await wordsOfLesson(server, 'Ben', id)).toEqual(['lesson_declined'])
    expect((await server.member('Priya').refused(`/lessons/${id}/adopt`)).code).toBe('lesson_decided')
  })

  test('one rule for each fact', async () => {
    const { server } = there
    await adopts(server, (await proposes(server, 'Ben')).id)
    const second = await proposes(server, 'Olu', {
      change: { ...offThePhone, key: 'SERIAL NUMBER', allowed: [], refused: ['box'] },
    })
    const refused = await server.member('Priya').refused(`/lessons/${second.id}/adopt`)
    expect(refused).toMatchObject({ code: 'rule_exists', data: { lesson: 1 } })
    await server.member('Priya').post('/lessons/1/decide', { decision: 'drop', why: 'Too narrow' })
    await adopts(server, second.id)
    const { number } = await anIssue(server, 'Ben')
    const fact = { key: 'serial number', value: 'R58N', how: 'read off the phone by the customer' }
    await server.member('Ben').post(`/issues/${number}/facts`, fact)
    const refusedNow = await server.member('Ben').refused(`/issues/${number}/facts`, { ...fact, how: 'off its box' })
    expect(refusedNow.data).toMatchObject({ lesson: second.id })
  })

  test('macros and articles are there for use once adopted, and gone once dropped', async () => {
    const { server } = there
    const macro = { type: 'macro', name: 'Which phone is it?', body: 'Please read it off the phone itself.' }
    const article = { type: 'article', title: 'Your serial number', body: 'Dial *#06#.' }
    const [one, two] = [
      await proposes(server, 'Ben', { change: macro }),
      await proposes(server, 'Olu', { change: article }),
    ]
    expect(await server.member('Carla').get('/macros')).toEqual([])
    await adopts(server, one.id)
    await adopts(server, two.id)
    expect(await server.member('Carla').get('/macros')).toEqual([
      { lesson: one.id, name: macro.name, body: macro.body },
    ])
    const articles = [{ lesson: two.id, title: article.title, body: article.body }]
    expect(await server.member('Olu').get('/articles')).toEqual(articles)
    await server.member('Priya').post(`/lessons/${one.id}/decide`, { decision: 'drop', why: 'Nobody used it' })
    expect(await server.member('Carla').get('/macros')).toEqual([])
  })

  test('lists of lessons: newest first, by state, change, kind and issue', async () => {
    const { server } = there
    const kind = await aKind(server, 'Exchange')
    const { number } = await anIssue(server, 'Ben')
    await proposes(server, 'Ben', { issue: number })
    await proposes(server, 'Olu', { ...step, kind })
    await adopts(server, 2)
    const list = async (query: string) => {
      const { items, next } = await server.member('Sam').get<Page<LessonRow>>(`/lessons${query}`)
      return [...items.map(({ id }) => id), next && `next ${next}`]
    }
    expect(await list('')).toEqual([2, 1, null])
    expect(await list('?state=proposed')).toEqual([1, null])
    expect(await list('?change=checklist')).toEqual([2, null])
    expect(await list(`?kind=${kind}`)).toEqual([2, null])
    expect(await list(`?issue=${number}`)).toEqual([1, null])
    const [first, next] = await list('?limit=1')
    expect(first).toBe(2)
    expect((await list(`?limit=1&cursor=${String(next).slice(5)}`))[0]).toBe(1)
  })

  test('a proposal sent twice is made once', async () => {
    const { server } = there
    const ben = server.member('Ben')
    const [one, other] = await Promise.all([
      ben.post('/lessons', proposal, 'same'),
      ben.post('/lessons', proposal, 'same'),
    ])
    expect(one).toEqual(other)
    expect((await ben.get<Page<LessonRow>>('/lessons')).items).toHaveLength(1)
  })
})
