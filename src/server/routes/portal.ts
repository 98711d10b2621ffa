import { z } from 'zod'
import { PortalAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { line } from '../../contract/values.ts'
import { freshLink, openLink } from '../../desk/links.ts'
import {
  confirmByPortal,
  denyByPortal,
  raiseByPortal,
  rateByPortal,
  readPortal,
  writeByPortal,
} from '../../desk/portal.ts'
import { leaveByPortal, objectByPortal, presentByPortal } from '../../desk/portal-presence.ts'
import { networkOf, tryOnce } from '../../people/sign-in/attempts.ts'
import { customerCookie } from '../cookies.ts'
import { fault } from '../problems.ts'
import { route } from '../route.ts'

export const portalRoutes = [
  route({
    method: 'GET',
    path: '/c/:link',
    who: 'anyone',
    says: "Opens a customer's signed link: the browser may then see and answer that one issue for a while. It changes nothing.",
    params: z.strictObject({ link: line(500) }),
    answer: z.null(),
    status: 302,
    do: async ({ serving, desk, params }) => {
      const opened = await openLink(desk, params.link)
      if ('missing' in opened) return { redirect: '/c?unknown' }
      if ('expired' in opened) return { redirect: `/c?expired=${encodeURIComponent(params.link)}` }
      const secure = serving.url.protocol === 'https:'
      return { redirect: '/c', cookies: [customerCookie.write(opened.session, opened.maxAgeSeconds, secure)] }
    },
  }),
  route({
    method: 'GET',
    path: '/portal/issue',
    who: 'customer',
    says: 'Tells the customer who has their issue, what happens next, and by when.',
    answer: PortalAnswer,
    faults: ['not_found'],
    do: ({ desk, customer, number }) => readPortal(desk, customer, number),
  }),
  route({
    method: 'POST',
    path: '/portal/messages',
    who: 'customer',
    says: 'The customer writes: it lands with the owner, and a promise runs (Rules 3, 12 and 21).',
    body: asked.portalMessage,
    example: { body: 'It is on the bill again.' },
    answer: PortalAnswer,
    refusals: ['not_this_customer'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, body }) => writeByPortal(desk, customer, number, body, once),
  }),
  route({
    method: 'POST',
    path: '/portal/escalation',
    who: 'customer',
    says: 'The customer raises the alarm, or joins it: what it costs them, what was tried, what they need (Rule 23).',
    body: asked.portalEscalation,
    example: { impact: 'My shop has no line since Monday.', tried: null, needed: 'A line by tomorrow morning.' },
    answer: PortalAnswer,
    refusals: ['no_seat', 'no_such_member', 'not_this_customer', 'recurrence_over'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, body }) => raiseByPortal(desk, customer, number, body, once),
  }),
  route({
    method: 'POST',
    path: '/portal/confirm',
    who: 'customer',
    says: 'The customer confirms that it is solved (Rule 18).',
    body: asked.portalConfirm,
    answer: PortalAnswer,
    refusals: ['already_confirmed', 'not_this_customer', 'nothing_proposed'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once }) => confirmByPortal(desk, customer, number, once),
  }),
  route({
    method: 'POST',
    path: '/portal/deny',
    who: 'customer',
    says: 'The customer denies that it is solved: it returns to its owner, with a fresh promise (Rule 18).',
    body: asked.portalDeny,
    example: { words: 'It is on the bill again.' },
    answer: PortalAnswer,
    refusals: ['not_this_customer', 'nothing_proposed'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, body }) => denyByPortal(desk, customer, number, body, once),
  }),
  route({
    method: 'POST',
    path: '/portal/rating',
    who: 'customer',
    says: 'The customer says how they were looked after, once they have confirmed or it is closed; they may say it otherwise as long as it would open again (Rule 32).',
    body: asked.portalRating,
    example: { choice: 'partly', words: 'Friendly, but I had to ask twice.' },
    answer: PortalAnswer,
    refusals: ['closed', 'erased', 'not_over', 'not_this_customer', 'rating_over'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, body }) => rateByPortal(desk, customer, number, body, once),
  }),
  route({
    method: 'POST',
    path: '/portal/present',
    who: 'customer',
    says: "Says that the customer's page is open: in a live chat they are there, or back. Said anew every few seconds while `live` is there (Rule 9).",
    body: asked.portalPresence,
    answer: PortalAnswer,
    refusals: ['not_this_customer'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once }) => presentByPortal(desk, customer, number, once),
  }),
  route({
    method: 'POST',
    path: '/portal/leave',
    who: 'customer',
    says: "Says that the customer's page closes: in a live chat they are gone, and are called back (Rule 9).",
    body: asked.portalPresence,
    answer: PortalAnswer,
    refusals: ['not_this_customer'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once }) => leaveByPortal(desk, customer, number, once),
  }),
  route({
    method: 'POST',
    path: '/portal/object',
    who: 'customer',
    says: 'The customer has met nobody, whatever they were told of a talk on the phone: the owner owes them an introduction (Rule 9).',
    body: asked.portalObject,
    example: { words: 'I only ever talked with Ben.' },
    answer: PortalAnswer,
    refusals: ['already_objected', 'closed', 'not_this_customer', 'nothing_to_object'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, body }) => objectByPortal(desk, customer, number, body, once),
  }),
  route({
    method: 'POST',
    path: '/portal/link',
    who: 'anyone',
    says: 'Mails a fresh link to the customer of an old one, to the address that the desk knows; nobody learns whether it did.',
    body: asked.portalLink,
    example: { link: '1042.018f6f3e-8c4b-7d52-9a31-5b0f3c2d1e77.1795000000.abcdefghijklmnopqrstuvwx23' },
    answer: z.null(),
    status: 202,
    faults: ['rate_limited'],
    do: async ({ desk, body, request }) => {
      const limit = { subject: `fresh link ${networkOf(request.ip)}`, most: 20, minutes: 15 }
      const retryAfterSeconds = await tryOnce(desk.database, [limit])
      if (retryAfterSeconds !== null) {
        const detail = 'Fresh links were asked for too often from here.'
        return { problem: fault('rate_limited', detail, 'Wait a little, then try again.'), retryAfterSeconds }
      }
      await freshLink(desk, body.link)
      return { nothing: true }
    },
  }),
]
