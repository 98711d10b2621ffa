import { z } from 'zod'
import { IssuesBehindAnswer, MeasureByAnswer, MeasuresAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/measures.ts'
import { exportMeasures, readIssuesBehind, readMeasure, readMeasures } from '../../desk/measures/read.ts'
import { route } from '../route.ts'

export const measureRoutes = [
  route({
    method: 'GET',
    path: '/measures',
    who: 'seat',
    says: 'Tells how customers were treated: every measure with its count and 95 % interval, of the workspace, a team, a kind of issue or a channel, and with `mine` of the issues that the reader has owned. Nobody sees those of another person (Rule 32).',
    query: asked.askMeasures,
    answer: MeasuresAnswer,
    faults: ['not_found'],
    do: ({ desk, member, query }) => readMeasures(desk, member, query),
  }),
  route({
    method: 'GET',
    path: '/measures/:name',
    who: 'seat',
    says: 'Tells one measure by week, team, kind or channel, in the order of weeks or names (Rule 32).',
    params: asked.measureInPath,
    query: asked.askMeasure,
    answer: MeasureByAnswer,
    faults: ['not_found'],
    do: ({ desk, member, params, query }) => readMeasure(desk, member, params.name, query),
  }),
  route({
    method: 'GET',
    path: '/measures/:name/issues',
    who: 'seat',
    says: 'Tells which issues are behind a figure: those that count as its part, the rest, all, or those with one of its reasons.',
    params: asked.measureInPath,
    query: asked.askIssuesBehind,
    answer: IssuesBehindAnswer,
    faults: ['not_found'],
    do: ({ desk, member, params, query }) => readIssuesBehind(desk, member, params.name, query),
  }),
  route({
    method: 'GET',
    path: '/measures.csv',
    who: 'seat',
    says: 'The same as CSV: a line for each measure, or for each week, team, kind or channel of it.',
    query: asked.exportMeasures,
    answer: z.string(),
    contentType: 'text/csv; charset=utf-8',
    faults: ['not_found'],
    do: async ({ desk, member, query }) => {
      const exported = await exportMeasures(desk, member, query)
      if (!('answer' in exported)) return exported
      return {
        content: exported.answer,
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="measures.csv"',
        },
      }
    },
  }),
]
