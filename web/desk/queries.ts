import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  AbsenceAnswer,
  ArticleAnswer,
  AskedAgainAnswer,
  AssistRow,
  AssistView,
  AwayAnswer,
  CauseAnswer,
  CauseRow,
  CoveringAnswer,
  CustomerAnswer,
  CustomerRecord,
  EffectAnswer,
  EventAnswer,
  ExcuseAnswer,
  ForeignEventAnswer,
  FoundIssueAnswer,
  IssueAnswer,
  IssueRow,
  KindAnswer,
  KudosRow,
  LessonAnswer,
  LessonRow,
  MacroAnswer,
  MeAnswer,
  MemberAnswer,
  MessageAnswer,
  NoticeAnswer,
  OfferAnswer,
  Page,
  RaisedByMeAnswer,
  ReceiverAnswer,
  RulesAnswer,
  ScheduleAnswer,
  TeamRef,
  WatchDatesAnswer,
  WhenAnswer,
  WorkAnswer,
  WorkspaceAnswer,
} from '../../src/contract/answers.ts'
import { serverNow } from '../ui/now.tsx'
import { get, newKey, ProblemError, post } from './api.ts'
import { keysOf, staleAfter } from './live/changes.ts'

/** What the server said is shown at once, and asked for again when the live stream says that it has changed. */
export const queries = new QueryClient({
  defaultOptions: {
    // The server may be on this machine: whether there is an internet says nothing about it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 60_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.isDecided),
    },
  },
})

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<MeAnswer>('/me', signal),
  // A clock that is moved by hand stands still between, so it is read anew.
  refetchInterval: ({ state }) => (state.data?.workspace.testClock ? 15_000 : 120_000),
})
export const members = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => get<MemberAnswer[]>('/members', signal),
})
export const teams = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => get<TeamRef[]>('/teams', signal),
  staleTime: 600_000,
})

export const kinds = queryOptions({
  queryKey: ['kinds'],
  queryFn: ({ signal }) => get<KindAnswer[]>('/kinds', signal),
  staleTime: 600_000,
})
export const lessons = infiniteQueryOptions({
  queryKey: ['lessons', 'all'],
  queryFn: ({ pageParam, signal }) =>
    get<Page<LessonRow>>(`/lessons?limit=100${pageParam ? `&cursor=${pageParam}` : ''}`, signal),
  initialPageParam: '',
  getNextPageParam: page => page.next,
})
export const lesson = (id: number) =>
  queryOptions({ queryKey: ['lesson', id], queryFn: ({ signal }) => get<LessonAnswer>(`/lessons/${id}`, signal) })
/** What a lesson has changed so far; only of one that was adopted (Rule 29). */
export const effect = (id: number) =>
  queryOptions({
    queryKey: ['lesson', id, 'effect'],
    queryFn: ({ signal }) => get<EffectAnswer>(`/lessons/${id}/effect`, signal),
  })
export const excuses = (id: number) =>
  queryOptions({
    queryKey: ['lesson', id, 'excuses'],
    queryFn: ({ signal }) => get<ExcuseAnswer[]>(`/lessons/${id}/excuses`, signal),
  })
/** Texts that adopted lessons brought, for use in answers (Rule 28). */
export const macros = queryOptions({
  queryKey: ['lessons', 'macros'],
  queryFn: ({ signal }) => get<MacroAnswer[]>('/macros', signal),
})
export const articles = queryOptions({
  queryKey: ['lessons', 'articles'],
  queryFn: ({ signal }) => get<ArticleAnswer[]>('/articles', signal),
})
/** Thanks, the newest first, as everybody sees them (Rule 30). */
export const kudos = infiniteQueryOptions({
  queryKey: ['kudos', 'all'],
  queryFn: ({ pageParam, signal }) =>
    get<Page<KudosRow>>(`/kudos?limit=50${pageParam ? `&cursor=${pageParam}` : ''}`, signal),
  initialPageParam: '',
  getNextPageParam: page => page.next,
})
/** What the lessons in force ask for: how facts are established, and the steps of each kind of issue. */
export const rules = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => get<RulesAnswer>('/rules', signal),
})
/** What the workspace decides for itself; for admins. */
export const workspace = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => get<WorkspaceAnswer>('/workspace', signal),
})
export const schedules = queryOptions({
  queryKey: ['schedules'],
  queryFn: ({ signal }) => get<ScheduleAnswer[]>('/schedules', signal),
})
export const causes = queryOptions({
  queryKey: ['causes'],
  queryFn: ({ signal }) => get<CauseRow[]>('/causes', signal),
})
export const cause = (id: number) =>
  queryOptions({ queryKey: ['cause', id], queryFn: ({ signal }) => get<CauseAnswer>(`/causes/${id}`, signal) })
/** Lessons that say how a fact may be established. */
export const factRules = queryOptions({
  queryKey: ['lessons', 'fact_rule'],
  queryFn: ({ signal }) => get<Page<LessonRow>>('/lessons?change=fact_rule&limit=200', signal),
})

export type Filter = { owner?: string; phase?: IssueRow['phase']; intake?: true; q?: string }

/** A list in the one order (Rule 25), a page at a time. What was found before stays until the next is there. */
export const list = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['issues', filter],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(
        Object.entries({ limit: 50, ...filter }).map(([key, value]) => [key, `${value}`]),
      )
      if (pageParam) asked.set('cursor', pageParam)
      return get<Page<IssueRow>>(`/issues?${asked}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })

export const offers = queryOptions({
  queryKey: ['offers'],
  queryFn: ({ signal }) => get<OfferAnswer[]>('/offers', signal),
})
export const work = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => get<WorkAnswer[]>('/work', signal),
})
/** Who has no seat hears of what concerns them, but not of every change of an issue: so it is read anew now and then. */
const nowAndThenMs = 60_000

/** What is asked of me or my team, and what I need for one of them (Rule 16). */
export const assists = queryOptions({
  queryKey: ['assists'],
  queryFn: ({ signal }) => get<AssistRow[]>('/assists', signal),
  refetchInterval: nowAndThenMs,
})
export const assist = (number: number, id: number) =>
  queryOptions({
    queryKey: ['assist', number, id],
    queryFn: ({ signal }) => get<AssistView>(`/assists/${number}/${id}`, signal),
    refetchInterval: nowAndThenMs,
  })
export const assistByLink = queryOptions({
  queryKey: ['assist', 'by link'],
  queryFn: ({ signal }) => get<AssistView>('/assist', signal),
  refetchInterval: nowAndThenMs,
  refetchOnWindowFocus: 'always',
})
/** The alarms that I raised or joined (Rule 26), and where one may be raised (Rule 23). */
export const raised = queryOptions({
  queryKey: ['raised'],
  queryFn: ({ signal }) => get<RaisedByMeAnswer[]>('/escalations', signal),
  refetchInterval: nowAndThenMs,
})
export const issueToRaiseFor = (q: string) =>
  queryOptions({
    queryKey: ['find issue', q],
    queryFn: ({ signal }) => get<FoundIssueAnswer[]>(`/escalations/find?q=${encodeURIComponent(q)}`, signal),
    enabled: isEnoughToFind(q),
    placeholderData: keepPreviousData,
  })
/** A number, or three letters of a name. */
export const isEnoughToFind = (q: string): boolean => /^#?\d+$/.test(q) || q.length > 2
/** What would need a cover if somebody were away in a time (Rule 15); nothing is asked before there is one. */
export const awayPromises = (member: string, span: { from: string; until?: string } | null) =>
  queryOptions({
    queryKey: ['away', member, span],
    queryFn: ({ signal }) => get<AwayAnswer>(`/members/${member}/away?${new URLSearchParams(span ?? {})}`, signal),
    enabled: span !== null,
    placeholderData: keepPreviousData,
  })
/** For how long one finds what happened while somebody was away. */
const lookedBackMs = 14 * 86_400_000
/** Under way, to come, and ended not long ago. */
export const absences = (member: string) =>
  queryOptions({
    queryKey: ['absences', member],
    queryFn: ({ signal }) => {
      const since = new Date(Date.parse(serverNow()) - lookedBackMs).toISOString()
      return get<AbsenceAnswer[]>(`/members/${member}/absences?since=${since}`, signal)
    },
  })
export const covering = queryOptions({
  queryKey: ['covers'],
  queryFn: ({ signal }) => get<CoveringAnswer[]>('/covers', signal),
})
export const notices = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam, signal }) =>
    get<Page<NoticeAnswer>>(`/notices?limit=50${pageParam ? `&cursor=${pageParam}` : ''}`, signal),
  initialPageParam: '',
  getNextPageParam: page => page.next,
})

export const issue = (number: number) =>
  queryOptions({ queryKey: ['issue', number], queryFn: ({ signal }) => get<IssueAnswer>(`/issues/${number}`, signal) })
export const messages = (number: number) =>
  queryOptions({
    queryKey: ['issue', number, 'messages'],
    queryFn: ({ signal }) => everyPage<MessageAnswer>(`/issues/${number}/messages`, signal),
    // How far a mail came is no event of the issue.
    refetchInterval: ({ state }) => (state.data?.some(({ delivery }) => delivery === 'queued') ? 3000 : false),
  })
export const events = (number: number) =>
  queryOptions({
    queryKey: ['issue', number, 'events'],
    queryFn: ({ signal }) => everyPage<EventAnswer>(`/issues/${number}/events`, signal),
  })
/** What happened to an issue at another desk, before it came here. */
export const foreign = (number: number) =>
  queryOptions({
    queryKey: ['issue', number, 'foreign'],
    queryFn: ({ signal }) => everyPage<ForeignEventAnswer>(`/issues/${number}/foreign`, signal),
  })
export const receivers = (number: number) =>
  queryOptions({
    queryKey: ['issue', number, 'receivers'],
    queryFn: ({ signal }) => get<ReceiverAnswer[]>(`/issues/${number}/receivers`, signal),
  })
export const customers = (q: string) =>
  queryOptions({
    queryKey: ['customers', q],
    queryFn: ({ signal }) => get<CustomerAnswer[]>(`/customers?q=${encodeURIComponent(q)}`, signal),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
export const customer = (id: string) =>
  queryOptions({ queryKey: ['customer', id], queryFn: ({ signal }) => get<CustomerRecord>(`/customers/${id}`, signal) })
/** What a text to the customer would ask again, although it is known (Rule 31). */
export const askedAgain = (number: number, body: string) =>
  queryOptions({
    queryKey: ['asked again', number, body],
    queryFn: () => post<AskedAgainAnswer[]>(`/issues/${number}/messages/check`, { body }, newKey()),
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
/** How the desk understands a time in words, in the reader's zone. */
export const when = (text: string, zone: string) =>
  queryOptions({
    queryKey: ['when', text, zone],
    queryFn: ({ signal }) =>
      get<WhenAnswer>(`/when?text=${encodeURIComponent(text)}&zone=${encodeURIComponent(zone)}`, signal),
    enabled: text !== '',
    // "In 2 hours" is later in a minute.
    staleTime: 20_000,
  })

/** How the desk understands the dates of a watch in words. */
export const watchDates = (text: string) =>
  queryOptions({
    queryKey: ['watch dates', text],
    queryFn: ({ signal }) => get<WatchDatesAnswer>(`/when/dates?text=${encodeURIComponent(text)}`, signal),
    enabled: text !== '',
  })

/** Takes an issue as a command left it; what hangs on it is asked for again. */
export function take(answer: IssueAnswer): void {
  queries.setQueryData(['issue', answer.number], answer)
  for (const queryKey of keysOf(answer.number)) void queries.invalidateQueries({ queryKey, exact: true })
  void queries.invalidateQueries({ predicate: ({ queryKey }) => staleAfter(queryKey) })
}

async function everyPage<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Page<T> = await get(`${path}?limit=200${next ? `&cursor=${next}` : ''}`, signal)
    items.push(...page.items)
    next = page.next
  }
  return items
}

/** Shows a message in a conversation before the server has said so; answers how to take it back. */
export function foreseeMessage(number: number, message: MessageAnswer): () => void {
  const { queryKey } = messages(number)
  void queries.cancelQueries({ queryKey })
  queries.setQueryData(queryKey, before => before && [...before, message])
  return () => queries.setQueryData(queryKey, before => before?.filter(({ id }) => id !== message.id))
}
