import { z } from 'zod'
import { NoticeAnswer, pageOf } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { readNotices, seeNotices } from '../../desk/notices.ts'
import { route } from '../route.ts'

export const noticeRoutes = [
  route({
    method: 'GET',
    path: '/notices',
    who: 'member',
    says: 'Tells what I was told about issues, newest first.',
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
    answer: z.null(),
    status: 204,
    do: async ({ desk, member, body }) => {
      await seeNotices(desk, member, body.upTo)
      return { nothing: true }
    },
  }),
]
