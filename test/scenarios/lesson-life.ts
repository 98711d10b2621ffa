import type { KindAnswer, LessonAnswer, NoticeAnswer, Page, WorkAnswer } from '../../src/contract/answers.ts'
import type { Name, TestServer } from '../server.ts'

/** What happens to lessons, for the scenarios: each line one thing that a person does. */

export const offThePhone = {
  type: 'fact_rule',
  key: 'serial number',
  says: 'Off the phone itself, not off its box.',
  allowed: ['read off the phone'],
}
export const proposal = {
  what: 'The phone that we exchanged was another one than its box said.',
  whys: ['The serial number was read off the box.', 'Nothing says that it must be read off the phone.'],
  change: offThePhone,
}
export const step = { ...proposal, change: { type: 'checklist', step: 'Compare the numbers of phone and box' } }

export const proposes = (server: TestServer, name: Name, more: object = {}): Promise<LessonAnswer> =>
  server.member(name).post('/lessons', { ...proposal, ...more })

export const adopts = (server: TestServer, id: number, more: object = {}): Promise<LessonAnswer> =>
  server.member('Priya').post(`/lessons/${id}/adopt`, more)

/** A kind of issue, as an admin adds it. */
export async function aKind(server: TestServer, name: string): Promise<string> {
  const kinds = await server.member('Ada').post<KindAnswer[]>('/kinds', { name })
  return kinds.find(kind => kind.name === name)?.id ?? ''
}

/** What a member was told of a lesson, oldest first, and when. */
export async function toldOfLesson(
  server: TestServer,
  name: Name,
  id: number,
): Promise<Pick<NoticeAnswer, 'word' | 'at'>[]> {
  const { items } = await server.member(name).get<Page<NoticeAnswer>>('/notices?limit=200')
  return items
    .filter(({ lesson }) => lesson?.id === id)
    .map(({ word, at }) => ({ word, at }))
    .reverse()
}

export const wordsOfLesson = async (server: TestServer, name: Name, id: number): Promise<string[]> =>
  (await toldOfLesson(server, name, id)).map(({ word }) => word)

/** What waits for a member on lessons: each kind with the lesson's number. */
export const workOnLessons = async (server: TestServer, name: Name): Promise<[string, number][]> =>
  (await server.member(name).get<WorkAnswer[]>('/work')).flatMap(work =>
    'lesson' in work ? [[work.kind, work.lesson.id] as [string, number]] : [],
  )
