import type { z } from 'zod'
import { CompareAnswer } from '../../contract/answers.ts'
import { auditFigures } from '../../contract/audit.ts'
import * as asked from '../../contract/measures.ts'
import { compareWith, readOwnFigures } from '../../desk/measures/compare.ts'
import { fault } from '../problems.ts'
import { type Result, route } from '../route.ts'

const passing = (distinct: number, cases: number, pingPong: number): AuditExample['person'] => ({
  distinct,
  handoffs: { total: 3 * cases, mean: (3 * cases) / 4000, max: 21, cases },
  pingPong: { cases: pingPong, share: pingPong / 4000, count: pingPong + 90 },
  returns: { cases: pingPong + 260 },
  perCase: { mean: 1 + cases / 2000, max: 9, one: 4000 - cases },
})

type AuditExample = z.input<typeof auditFigures>

export const compareRoutes = [
  route({
    method: 'GET',
    path: '/measures/compare',
    who: 'supervisor',
    says: "Tells of this desk's own log what `baton audit --json` tells of another desk's, in the same form and by the same definitions: of the issues opened in a time, or in the last twelve months.",
    query: asked.askCompare,
    answer: auditFigures,
    do: async ({ desk, query }) => answered(await readOwnFigures(desk, query)),
  }),
  route({
    method: 'POST',
    path: '/measures/compare',
    who: 'supervisor',
    says: 'Lays an audit of another desk beside this one, with whether a difference is more than chance. The audit is not kept.',
    query: asked.askCompare,
    body: asked.compareAudit,
    example: {
      audit: {
        cases: 4000,
        events: 31_200,
        person: passing(84, 2610, 540),
        group: passing(19, 1720, 310),
        silence: { medianHours: 61.5, p90Days: 9.25, maxDays: 143, overDays: 7, overCases: 690 },
        reopened: { cases: 412 },
        rejected: { rows: 2, reasons: { 'its time can not be read': 2 } },
      },
    },
    answer: CompareAnswer,
    do: async ({ desk, query, body }) => answered(await compareWith(desk, body.audit, query)),
  }),
]

const answered = <T>(found: { answer: T } | { tooLong: string }): Result<T> =>
  'answer' in found
    ? found
    : { problem: fault('invalid_input', found.tooLong, 'Ask for a shorter time, with from and to.') }
