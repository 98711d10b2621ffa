import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { IssueRow, MeasureByAnswer, MeasuresAnswer, Page } from '../../../../src/contract/answers.ts'
import { get } from '../../api.ts'
import type { Grouping } from './search.ts'

/** Which issues, as the API takes it. */
export type Asked = Record<string, string>

/** Every measure, and beside another time. What was found before stays until the next is there. */
export const measures = (asked: Asked) =>
  queryOptions({
    queryKey: ['measures', asked],
    queryFn: ({ signal }) => get<MeasuresAnswer>(`/measures?${new URLSearchParams(asked)}`, signal),
    placeholderData: keepPreviousData,
  })

/** One measure by week, kind, channel or team. */
export const measureBy = (name: string, by: Grouping, asked: Asked) =>
  queryOptions({
    queryKey: ['measures', name, by, asked],
    queryFn: ({ signal }) =>
      get<MeasureByAnswer>(`/measures/${encodeURIComponent(name)}?${new URLSearchParams({ ...asked, by })}`, signal),
    placeholderData: keepPreviousData,
  })

/** The issues behind a figure, the newest first. */
export const issuesBehind = (name: string, side: string, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['issues', 'behind', name, side, asked],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...asked, side, ...(pageParam ? { cursor: pageParam } : {}) })
      return get<Page<IssueRow>>(`/measures/${encodeURIComponent(name)}/issues?${query}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
