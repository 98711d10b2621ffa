import { z } from 'zod'
import { NoticeAnswer, pageOf, WorkAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { chooseToldByMail, chooseWeeklyLetter, readNotices, seeNotices } from '../../desk/notices.ts'
import { readWork } from '../../desk/work.ts'
import { route } from '../route.ts'

export const noticeRoutes = [
  route({
    method: 'GET',
    path: '/work',
    who: 'member',
    says: 'Tells what waits for me, my own and as one of a team or as a supervisor: on issues in the one order, then on lessons (Rule 25).',
    answer: z.array(WorkAnswer),
    do: async ({ desk, member }) => ({ answer: await readWork(desk, member) }),
  }),
  route({
    method: 'GET',
    path: '/notices',
    who: 'member',
    says: 'Tells what I was told about issues and lessons: what I have not seen in the one order, then the rest, newest first (Rule 25).',
    query: asked.page,
    answer: pageOf(NoticeAnswer),
    do: async ({ desk, member, query }) => ({ answer: await readNotices(desk, member, query) }),
  }),
  route({
    method: 'POST',
    path: '/notices/seen',
    who: 'member',
    says: 'Marks what I was told as seen, up to and with one notice.',
    body: asked.seeNotices,
    example: { upTo: 312 },
    answer: z.null(),
    status: 204,
    do: async ({ desk, member, body }) => {
      await seeNotices(desk, member, body.upTo)
      return { nothing: true }
    },
  }),
  route({
    method: 'POST',
    path: '/me/told-by-mail',
    who: 'member',
    says: "Chooses which of what I am told goes by mail, too: everything, what can't wait, or nothing.",
    body: asked.chooseToldByMail,
    example: { told: 'everything' },
    answer: z.null(),
    status: 204,
    do: async ({ desk, caller, body }) => {
      await chooseToldByMail(desk, caller, body)
      return { nothing: true }
    },
  }),
  route({
    method: 'POST',
    path: '/me/weekly-letter',
    who: 'seat',
    says: 'Chooses whether the letter about the week comes to me by mail, too; not while I am told nothing by mail.',
    body: asked.chooseWeeklyLetter,
    example: { wanted: false },
    answer: z.null(),
    status: 204,
    do: async ({ desk, caller, body }) => {
      await chooseWeeklyLetter(desk, caller, body)
      return { nothing: true }
    },
  }),
]
