import { z } from 'zod'
import { KudosRow, PortalAnswer, pageOf } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { numberInPath } from '../../contract/values.ts'
import { giveKudos, readKudos, takeBackKudos } from '../../desk/kudos.ts'
import { takeThanksBackByPortal, thankByPortal } from '../../desk/portal.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const kudosRoutes = [
  route({
    method: 'GET',
    path: '/kudos',
    who: 'member',
    says: 'Tells the thanks of customers and colleagues, newest first, to everybody; nobody is counted (Rules 30 and 32).',
    query: asked.listKudos,
    answer: pageOf(KudosRow),
    do: async ({ desk, query }) => ({ answer: await readKudos(desk, query) }),
  }),
  route({
    method: 'POST',
    path: '/kudos',
    who: 'member',
    says: 'Thanks somebody for a moment in an issue: a message, or a call by the number of its contact (Rule 30).',
    body: asked.giveKudos,
    example: {
      issue: 1042,
      contact: 3,
      for: '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e',
      words: 'You called just as you said, without a result. That is why she stayed.',
    },
    answer: KudosRow,
    status: 201,
    refusals: ['already_thanked', 'erased', 'no_such_member', 'own_kudos'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, body }) => giveKudos(desk, caller, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/kudos/:id/take-back',
    who: 'member',
    says: "Takes one's own thanks back, within a day (Rule 30).",
    params: ofIssue.extend({ id: numberInPath }),
    body: asked.takeBackKudos,
    answer: z.null(),
    status: 204,
    refusals: ['erased', 'kudos_stand', 'no_such_kudos', 'not_your_kudos'],
    faults: ['not_found'],
    once: true,
    do: async ({ desk, caller, params }) => {
      const done = await takeBackKudos(desk, caller, params.number, params.id)
      return 'answer' in done ? { nothing: true } : done
    },
  }),
  route({
    method: 'POST',
    path: '/portal/kudos',
    who: 'customer',
    says: 'The customer thanks with one click for a message of ours or a talk with us (Rule 30).',
    body: asked.portalKudos,
    example: { message: '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e' },
    answer: PortalAnswer,
    refusals: ['already_thanked', 'no_such_member', 'not_this_customer'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, body }) => thankByPortal(desk, customer, number, body, once),
  }),
  route({
    method: 'POST',
    path: '/portal/kudos/:id/take-back',
    who: 'customer',
    says: 'The customer takes their thanks back, within a day (Rule 30).',
    params: z.strictObject({ id: numberInPath }),
    body: asked.takeBackKudos,
    answer: PortalAnswer,
    refusals: ['kudos_stand', 'no_such_kudos', 'not_this_customer', 'not_your_kudos'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, customer, number, once, params }) => takeThanksBackByPortal(desk, customer, number, params.id, once),
  }),
]
