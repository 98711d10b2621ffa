import { z } from 'zod'
import { CustomerAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { findCustomers } from '../../desk/customers.ts'
import { route } from '../route.ts'

export const customerRoutes = [
  route({
    method: 'GET',
    path: '/customers',
    who: 'seat',
    says: 'Finds customers by name, address or number, each with their open issues and whose those are (Rule 3).',
    query: asked.findCustomers,
    answer: z.array(CustomerAnswer),
    do: async ({ desk, query }) => ({ answer: await findCustomers(desk, query.q) }),
  }),
]
