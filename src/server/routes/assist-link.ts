import { z } from 'zod'
import { AssistView } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id, line } from '../../contract/values.ts'
import { openAssistLink } from '../../desk/assist-links.ts'
import { acceptAssist, declineAssist, returnAssist, touchAssist, writeAsAssistant } from '../../desk/assists.ts'
import { readAssist, readFileOfAssist } from '../../desk/assists-read.ts'
import { assistCookie } from '../cookies.ts'
import { attachmentHeaders } from '../files.ts'
import { route } from '../route.ts'

/** Rule 16: who is asked for an assist answers it from the mail's link, without a password; that one assist, and no other. */
export const assistLinkRoutes = [
  route({
    method: 'GET',
    path: '/a/:link',
    who: 'anyone',
    says: 'Opens the signed link of an assist: the browser may then see and answer that one for a while. It changes nothing.',
    params: z.strictObject({ link: line(500) }),
    answer: z.null(),
    status: 302,
    do: async ({ serving, desk, params }) => {
      const opened = await openAssistLink(desk, params.link)
      if ('missing' in opened) return { redirect: '/a?unknown' }
      if ('expired' in opened) return { redirect: '/a?expired' }
      const secure = serving.url.protocol === 'https:'
      return { redirect: '/a', cookies: [assistCookie.write(opened.session, opened.maxAgeSeconds, secure)] }
    },
  }),
  route({
    method: 'GET',
    path: '/assist',
    who: 'assistant',
    says: 'Tells all that I need for the assist of the link that I opened (Rule 16).',
    answer: AssistView,
    faults: ['not_found'],
    do: ({ desk, member, which }) => readAssist(desk, member, which),
  }),
  route({
    method: 'GET',
    path: '/assist/files/:file',
    who: 'assistant',
    says: 'Gives a file of the conversation with the customer, for the assist of the link that I opened.',
    params: z.strictObject({ file: id }),
    answer: z.string(),
    contentType: 'application/octet-stream',
    faults: ['not_found'],
    do: async ({ desk, member, which, params }) => {
      const file = await readFileOfAssist(desk, member, which, params.file)
      return 'missing' in file ? file : { content: file.stream, headers: attachmentHeaders(file) }
    },
  }),
  route({
    method: 'POST',
    path: '/assist/accept',
    who: 'assistant',
    says: 'Accepts the assist of the link that I opened (Rule 16).',
    body: asked.acceptAssist,
    answer: AssistView,
    refusals: ['assist_accepted', 'assist_over', 'not_asked_of_you'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, which }) => acceptAssist(desk, caller, which),
  }),
  route({
    method: 'POST',
    path: '/assist/decline',
    who: 'assistant',
    says: 'Declines the assist of the link that I opened, with a reason (Rule 16).',
    body: asked.declineAssist,
    example: { reason: 'The board comes from Logistics: ask them.' },
    answer: AssistView,
    refusals: ['assist_accepted', 'assist_over', 'not_asked_of_you'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, which, body }) => declineAssist(desk, caller, which, body),
  }),
  route({
    method: 'POST',
    path: '/assist/touch',
    who: 'assistant',
    says: 'Says how the assist of the link that I opened goes, and whether it has moved (Rule 16).',
    body: asked.touchAssist,
    example: { note: 'The board is ordered, and comes tomorrow.', moved: true },
    answer: AssistView,
    refusals: ['assist_over', 'closed', 'not_asked_of_you'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, which, body }) => touchAssist(desk, caller, which, body),
  }),
  route({
    method: 'POST',
    path: '/assist/return',
    who: 'assistant',
    says: 'Returns the assist of the link that I opened, with what came of it or (not moved) what it needs (Rule 16).',
    body: asked.returnAssist,
    example: { moved: false, result: 'I can’t yet: it needs the invoice of June.' },
    answer: AssistView,
    refusals: ['assist_accepted', 'assist_over', 'closed', 'not_asked_of_you'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, which, body }) => returnAssist(desk, caller, which, body),
  }),
  route({
    method: 'POST',
    path: '/assist/messages',
    who: 'assistant',
    says: 'Writes to the customer to whom the owner has introduced me (Rules 3 and 13).',
    body: asked.writeAsAssistant,
    example: {
      body: 'Hello Ana, the board is in. Can you try to charge it?',
      promise: { what: 'A call', due: '2026-11-27T11:00:00+01:00' },
      keeps: 'all',
    },
    answer: AssistView,
    refusals: ['closed', 'due_in_past', 'needs_promise', 'no_address', 'not_introduced', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, which, body }) => writeAsAssistant(desk, caller, which, body),
  }),
]
