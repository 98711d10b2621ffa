import { z } from 'zod'
import { MeAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { readMe } from '../../desk/me.ts'
import { isFromHere } from '../peers.ts'
import { fault } from '../problems.ts'
import { route } from '../route.ts'

export const signInRoutes = [
  route({
    method: 'POST',
    path: '/sign-in',
    who: 'anyone',
    says: 'Signs a member in with address and password; the session is a cookie.',
    body: asked.signIn,
    example: { email: 'ben@litoral.example', password: 'correct horse battery' },
    answer: z.null(),
    status: 204,
    faults: ['wrong_password', 'rate_limited'],
    do: async ({ serving, body, request }) => {
      const from = { address: request.ip, headers: request.headers }
      const signedIn = await serving.accounts.signIn(body.email, body.password, from)
      if ('cookies' in signedIn) return { nothing: true, cookies: signedIn.cookies }
      if ('wrong' in signedIn) {
        const detail = 'No account has this address and this password.'
        return { problem: fault('wrong_password', detail, 'Check both, or ask an admin for a new password.') }
      }
      const minutes = Math.ceil(signedIn.waitSeconds / 60)
      const detail = 'There were too many tries to sign in from here, or as this person.'
      const remedy = `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`
      return { problem: fault('rate_limited', detail, remedy), retryAfterSeconds: signedIn.waitSeconds }
    },
  }),
  route({
    method: 'POST',
    path: '/sign-out',
    who: 'member',
    says: 'Ends the session.',
    answer: z.null(),
    status: 204,
    do: async ({ serving, request }) => ({ nothing: true, ...(await serving.accounts.signOut(request.headers)) }),
  }),
  route({
    method: 'POST',
    path: '/demo/sign-in',
    who: 'anyone',
    says: 'Signs in as one of the people of the demo desk with one click; only on a demo desk, only from this machine.',
    body: asked.demoSignIn,
    example: { member: '018f6f3e-8c4b-7d52-9a31-5b0f3c2d1e77' },
    answer: MeAnswer,
    faults: ['not_found'],
    do: async ({ serving, desk, body, request }) => {
      if (!desk.demo || !isFromHere(request)) return { missing: 'This is no demo desk, or you are not at its machine.' }
      const me = await readMe(desk, body.member)
      const session = me && (await serving.accounts.signInAs(body.member, request.headers))
      if (!me || !session) return { missing: 'Nobody with this id works here.' }
      return { answer: me, cookies: session.cookies }
    },
  }),
]
