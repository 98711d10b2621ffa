import { DeskAnswer, MeAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { readMe } from '../../desk/me.ts'
import { readDesk, setUp } from '../../desk/setup.ts'
import { createAccount } from '../../people/sign-in/accounts.ts'
import { isFromHere } from '../peers.ts'
import { fault } from '../problems.ts'
import { route } from '../route.ts'

export const deskRoutes = [
  route({
    method: 'GET',
    path: '/desk',
    who: 'anyone',
    says: 'Tells what anybody may know before signing in: whose desk this is, and whether it needs its first admin.',
    answer: DeskAnswer,
    do: async ({ desk, request }) => ({ answer: await readDesk(desk, isFromHere(request)) }),
  }),
  route({
    method: 'POST',
    path: '/setup',
    who: 'anyone',
    says: 'Makes the first admin of an empty desk, and signs them in; only while nobody works here.',
    body: asked.setUp,
    example: {
      company: 'Litoral',
      inbox: 'support@litoral.example',
      zone: 'Europe/Madrid',
      name: 'Ada Pons',
      email: 'ada@litoral.example',
      password: 'correct horse battery',
    },
    answer: MeAnswer,
    status: 201,
    faults: ['set_up_already'],
    do: async ({ serving, desk, body, request }) => {
      const made = await setUp(desk, body)
      if ('fault' in made)
        return { problem: fault('set_up_already', made.fault, 'Sign in, or ask an admin to add you.') }
      await createAccount(desk, made.admin, body.password)
      const session = await serving.accounts.signInAs(made.admin, request.headers)
      const me = await readMe(desk, made.admin)
      if (!me || !session) throw new Error('The first admin could not be signed in.')
      return { answer: me, cookies: session.cookies }
    },
  }),
]
