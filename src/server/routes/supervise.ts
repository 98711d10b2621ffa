import { SuperviseAnswer } from '../../contract/answers.ts'
import { readSupervise } from '../../desk/supervise.ts'
import { route } from '../route.ts'

export const superviseRoutes = [
  route({
    method: 'GET',
    path: '/supervise',
    who: 'supervisor',
    says: 'Tells what needs a supervisor: broken promises, expired offers, silent assists, alarms, look-backs without movement (Rules 7, 8, 10, 14 and 16).',
    answer: SuperviseAnswer,
    do: async ({ desk, member }) => ({ answer: await readSupervise(desk, member) }),
  }),
]
