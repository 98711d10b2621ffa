import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { CustomerId } from '../core/context.ts'
import type { OpenIssue } from '../core/issue/opening.ts'
import { refuse } from '../core/refusals.ts'
import { holdStanding } from '../store/customers.ts'
import type { Connection } from '../store/database.ts'
import { readOpenIssues } from '../store/open-issues.ts'
import { memberOf } from './act.ts'
import { logContact } from './conversation.ts'
import { noSuchCustomer } from './customer-record.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { say, writePromise } from './draft.ts'
import { readIssue } from './issues.ts'
import { type Arrival, open } from './opening.ts'
import { together } from './together.ts'

type Call = z.output<typeof asked.logCustomerContact>

/**
 * Rule 3: a call that says not which issue it is about lands on the one last in contact, marked "which one?" when there are
 * several. When none is open, it opens one, owned by who took the call (Rule 2).
 */
export function logCustomerContact(
  desk: Desk,
  caller: Caller,
  id: CustomerId,
  call: Call,
): Promise<Outcome<IssueAnswer>> {
  return together(desk, caller, async ({ connection, caller: part }) => {
    // Of two who log a call of the same customer at once, the second sees what the first has opened.
    const standing = await holdStanding(connection, desk.workspace, id)
    if (!standing) return noSuchCustomer
    if (standing.erasedAt) return { refusal: refuse('customer_erased', {}) }
    const issues = await readOpenIssues(connection, desk.workspace, standing.id)
    const [landing, ...among] = issues
    if (landing === undefined) return openByCall(desk, part, standing.id, call, connection)
    if (call.direction === 'out' && among.length > 0) return { refusal: refuse('which_issue', { issues }) }
    const logged = await logContact(desk, part, landing, { ...call, keeps: 'all' }, { connection, among })
    return 'answer' in logged ? readIssue(desk, memberOf(part.by), landing, connection) : logged
  })
}

function openByCall(
  desk: Desk,
  caller: Caller,
  id: CustomerId,
  call: Call,
  connection: Connection,
): Promise<Outcome<IssueAnswer>> {
  const { direction, outcome, summary, promise } = call
  const author = memberOf(caller.by)
  const entry = { direction, channel: 'phone', authorKind: 'member', author } as const
  const arrival: Arrival = {
    whom: { id, name: '', email: null, phone: null, organization: null },
    subject: subjectOf(summary),
    story: summary,
    make: ({ draft }) => ({
      by: caller.by,
      command: {
        channel: 'phone',
        owner: author,
        way: 'contact',
        message: say(draft, { ...entry, body: summary, call: { direction, outcome } }),
        call: howItWent(call),
        facts: [],
        promise: writePromise(draft, promise),
      },
    }),
  }
  return open(desk, caller, arrival, connection)
}

/** What a call that opens an issue is to the rules: a talk, a word left for us, or a try of ours. */
function howItWent({ direction, outcome }: Call): NonNullable<OpenIssue['call']> {
  if (outcome === 'reached') return 'reached'
  return direction === 'in' ? 'heard' : 'not_reached'
}

/** What it is called until somebody finds a better name: the begin of what was said. */
function subjectOf(summary: string): string {
  const line = summary.trim().split('\n', 1)[0] ?? ''
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line
}
