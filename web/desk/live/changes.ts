import type { Page } from '../../../src/contract/answers.ts'

type Key = readonly unknown[]
export type Change = { number: number; types: readonly string[] }
/** An answer that is shown somewhere: by its key, with what it said. */
export type Shown = { queryKey: Key; data: unknown }

/** Whatever may stand in other lists after a command of ours. */
export const staleAfter = ([first]: Key): boolean =>
  first === 'issues' || first === 'offers' || first === 'work' || first === 'me' || first === 'supervise'

/** The parts of one issue that are asked for by themselves. */
export const keysOf = (number: number): Key[] =>
  ['messages', 'events', 'receivers'].map(part => ['issue', number, part])

/** Events that change who has an issue, or whether it is open: with them it enters lists or leaves them. */
const comesAndGoes = /^(Issue\w+|OwnershipMoved|Resolution\w+)$/
const isWord =
  /^(Customer\w+|MachineWrote|NoteWritten|\w*Bounced|Promise\w+|Resolution\w+|ContactPlaced\w*|Issue(TookIn|GaveBack|Unmerged)|WordsErased)$/
const isHandoff = /^(Handoff\w+|OwnershipMoved|IssueClosed)$/
const isCause = /^Cause\w+$/
const isForSupervisors =
  /^(Promise\w+|Handoff(Expired|FellThrough|Offered|Met)|Look(edBack|edAfter)|CustomerObjected|Huddle\w+|Assist(FellSilent|Returned|Withdrawn)|CustomerContacted|Approval\w+|Concession\w+|CannotFix\w+|Cover\w+|Escalation\w+|RungCalled|LastResortCalled|NobodyToCall|OutcomeTold)$/

/** Whether what is shown may be wrong after a change: exactly that is asked for again. */
export function isTouched({ queryKey: [first, second, part], data }: Shown, { number, types }: Change): boolean {
  const any = (pattern: RegExp): boolean => types.some(type => pattern.test(type))
  switch (first) {
    // What waits for whom follows from everything that happens.
    case 'me':
    case 'work':
    case 'covers':
    case 'absences':
      return true
    case 'issue':
      if (second !== number) return false
      if (part === 'messages') return any(isWord)
      return part === 'receivers' ? any(isHandoff) : true
    case 'issues':
      return any(comesAndGoes) || lists(data, number)
    case 'offers':
      return any(isHandoff) || lists(data, number)
    case 'assists':
    case 'assist':
    case 'raised':
      return any(/^(Assist\w+|Escalation\w+|OutcomeTold|OwnershipMoved)$/)
    case 'members':
      return any(/^Cover(Began|Set|Ended)$/)
    case 'kudos':
      return any(/^Kudos\w+$/)
    case 'customer':
      return any(comesAndGoes) || records(data, number)
    case 'causes':
      return any(isCause)
    case 'cause':
      return any(isCause) || lists(issuesOf(data), number)
    case 'supervise':
      return any(isForSupervisors) || any(comesAndGoes)
    default:
      return false
  }
}

/** Whether an issue stands in a list that was answered: a page, pages, or offers. */
function lists(data: unknown, number: number): boolean {
  const rows = Array.isArray(data) ? data : isPages(data) ? data.pages.flatMap(page => page.items) : []
  return rows.some(row => numberOf(row) === number)
}

/** The issues of a cause that was answered. */
const issuesOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'issues' in data ? data.issues : []

/** Whether it is one of a customer's issues. */
const records = (data: unknown, number: number): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'open' in data &&
  'closed' in data &&
  (lists(data.open, number) || lists(data.closed, number))

const isPages = (data: unknown): data is { pages: Page<unknown>[] } =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)

function numberOf(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return undefined
  if ('number' in row) return row.number
  return 'issue' in row ? numberOf(row.issue) : undefined
}
