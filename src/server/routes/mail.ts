import { z } from 'zod'
import { InboundAnswer, OutboundAnswer, pageOf } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id } from '../../contract/values.ts'
import { readFile, readHtml, readInbox, readOutbound, readOutbox, readRaw, retryMail } from '../../desk/mail.ts'
import { attachmentHeaders } from '../files.ts'
import { mailPage, mailPageHeaders } from '../mail-page.ts'
import { route } from '../route.ts'

const byId = z.strictObject({ id })

export const mailRoutes = [
  route({
    method: 'GET',
    path: '/outbox',
    who: 'seat',
    says: 'Tells the mail of the desk on its way out, newest first; without a mail server this is where it stays.',
    query: asked.page,
    answer: pageOf(OutboundAnswer),
    do: async ({ desk, member, query }) => ({ answer: await readOutbox(desk, member, query) }),
  }),
  route({
    method: 'GET',
    path: '/outbox/:id',
    who: 'seat',
    says: 'Tells one mail of the desk as its reader gets it.',
    params: byId,
    answer: OutboundAnswer,
    faults: ['not_found'],
    do: ({ desk, member, params }) => readOutbound(desk, member, params.id),
  }),
  route({
    method: 'GET',
    path: '/mail',
    who: 'seat',
    says: 'Tells raw mail as it came and what became of it, newest first; nothing is ever dropped.',
    query: asked.listMail,
    answer: pageOf(InboundAnswer),
    do: async ({ desk, query }) => ({ answer: await readInbox(desk, query) }),
  }),
  route({
    method: 'GET',
    path: '/mail/:id/raw',
    who: 'seat',
    says: 'Gives the source of a mail, byte for byte.',
    params: byId,
    answer: z.string(),
    contentType: 'text/plain',
    faults: ['not_found'],
    do: async ({ desk, params }) => {
      const raw = await readRaw(desk, params.id)
      if ('missing' in raw) return raw
      const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(raw.size) }
      return { content: raw.stream, headers }
    },
  }),
  route({
    method: 'POST',
    path: '/mail/:id/retry',
    who: 'seat',
    says: 'Has a kept mail read once more.',
    params: byId,
    answer: InboundAnswer,
    faults: ['not_found'],
    do: ({ desk, params }) => retryMail(desk, params.id),
  }),
  route({
    method: 'GET',
    path: '/files/:id',
    who: 'seat',
    says: 'Gives a file that came with a message; pictures may be shown, everything else is saved.',
    params: byId,
    answer: z.string(),
    contentType: 'application/octet-stream',
    faults: ['not_found'],
    do: async ({ desk, params }) => {
      const file = await readFile(desk, params.id)
      if ('missing' in file) return file
      return { content: file.stream, headers: attachmentHeaders(file) }
    },
  }),
  route({
    method: 'GET',
    path: '/messages/:id/html',
    who: 'seat',
    says: 'Gives a message that came as HTML, sanitized, for a sandbox; pictures from elsewhere only with ?images=1.',
    params: byId,
    query: asked.readHtml,
    answer: z.string(),
    contentType: 'text/html',
    faults: ['not_found'],
    do: async ({ desk, params, query }) => {
      const page = await readHtml(desk, params.id)
      if ('missing' in page) return page
      const fromElsewhere = query.images === '1'
      return { content: mailPage(page, fromElsewhere), headers: mailPageHeaders(fromElsewhere) }
    },
  }),
]
