import { StreamEvent } from '../../contract/answers.ts'
import { fault } from '../problems.ts'
import { route } from '../route.ts'

export const streamRoutes = [
  route({
    method: 'GET',
    path: '/stream',
    who: 'member',
    says: 'Tells live what happens, as server-sent events; with Last-Event-ID it goes on without a gap and without saying anything twice.',
    answer: StreamEvent,
    contentType: 'text/event-stream',
    faults: ['rate_limited'],
    do: async ({ serving: { live }, member, role, request, reply }) => {
      if (!live.hasRoomFor(member)) {
        const detail = 'Too many screens are open already.'
        return { problem: fault('rate_limited', detail, 'Close some, then try again.'), retryAfterSeconds: 30 }
      }
      reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value)
      // Proxies pass it on as it comes.
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
      const lastEventId = request.headers['last-event-id']
      live.add(reply.raw, member, role !== 'colleague', typeof lastEventId === 'string' ? lastEventId : undefined)
      return { taken: true }
    },
  }),
]
