import { z } from 'zod'
import { MeAnswer, MemberAnswer, TeamRef } from '../../contract/answers.ts'
import { readMe } from '../../desk/me.ts'
import { readMembers, readTeams } from '../../desk/people.ts'
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
    do: async ({ desk }) => ({ answer: await readMembers(desk) }),
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
