import { z } from 'zod'
import { MeAnswer, MemberAnswer, TeamRef } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id } from '../../contract/values.ts'
import { readMe } from '../../desk/me.ts'
import { activateMember, deactivateMember } from '../../desk/offboarding.ts'
import { readMembers, readTeams } from '../../desk/people.ts'
import { setHours } from '../../desk/shifts.ts'
import { route } from '../route.ts'

export const peopleRoutes = [
  route({
    method: 'GET',
    path: '/me',
    who: 'member',
    says: 'Tells who I am, where I work, and how much waits for me.',
    answer: MeAnswer,
    do: async ({ desk, member }) => {
      const me = await readMe(desk, member)
      return me ? { answer: me } : { missing: 'You do not work here any more.' }
    },
  }),
  route({
    method: 'GET',
    path: '/members',
    who: 'member',
    says: 'Tells who works here, by name; nobody is ranked (Rule 32).',
    answer: z.array(MemberAnswer),
    do: async ({ desk, member }) => ({ answer: await readMembers(desk, member) }),
  }),
  route({
    method: 'POST',
    path: '/members/:id/hours',
    who: 'member',
    says: 'Says when somebody works and in which time zone, by themselves or by a supervisor (Rule 15).',
    params: z.strictObject({ id }),
    body: asked.setHours,
    example: {
      hours: { 1: [{ from: '08:00', to: '14:00' }], 2: [{ from: '08:00', to: '14:00' }] },
      zone: 'Europe/Madrid',
    },
    answer: MemberAnswer,
    refusals: ['bad_hours', 'not_supervisor'],
    faults: ['not_found'],
    do: ({ desk, caller, params, body }) => setHours(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/members/:id/deactivate',
    who: 'admin',
    says: 'Lets somebody leave the company, once they own, cover and champion nothing; they are outside from that moment on (Rule 4).',
    params: z.strictObject({ id }),
    body: asked.deactivate,
    example: {},
    answer: MemberAnswer,
    refusals: ['covers_others', 'last_admin', 'owns_issues', 'still_champion', 'still_on_path'],
    faults: ['not_found'],
    once: true,
    do: async ({ desk, serving, caller, params }) => {
      const outcome = await deactivateMember(desk, caller, params.id)
      if ('answer' in outcome) serving.live.dismiss(params.id)
      return outcome
    },
  }),
  route({
    method: 'POST',
    path: '/members/:id/activate',
    who: 'admin',
    says: 'Lets somebody back in who left: with their role and teams, but with no key or session of before.',
    params: z.strictObject({ id }),
    body: asked.activate,
    example: {},
    answer: MemberAnswer,
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => activateMember(desk, caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/teams',
    who: 'member',
    says: 'Tells the teams, by name.',
    answer: z.array(TeamRef),
    do: async ({ desk }) => ({ answer: await readTeams(desk) }),
  }),
]
