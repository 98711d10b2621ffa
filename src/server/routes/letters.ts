import { LetterAnswer, pageOf } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { readLetters } from '../../desk/letter/letters.ts'
import { route } from '../route.ts'

export const letterRoutes = [
  route({
    method: 'GET',
    path: '/letters',
    who: 'seat',
    says: "Tells the letters about a week, newest first: what went well, what was dropped, what was learned, and one suggestion; the workspace's, and those of teams whose figures the reader sees (Rule 32).",
    query: asked.listLetters,
    answer: pageOf(LetterAnswer),
    do: async ({ desk, member, query }) => ({ answer: await readLetters(desk, member, query) }),
  }),
]
