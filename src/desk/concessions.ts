import type { z } from 'zod'
import type { ConcessionRow, IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { asPeopleWrite, money } from '../core/escalation/money.ts'
import { readConcessionRows } from '../store/concessions-read.ts'
import { act } from './act.ts'
import { csv } from './csv.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'

/** Rule 27: granted at once within the limit; above it an approval is asked for. */
export const grantConcession = (
  desk: Desk,
  caller: Caller,
  number: number,
  { kind, amount, currency, reason }: z.output<typeof asked.grantConcession>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ configuration, draft }) => ({
    type: 'GrantConcession',
    kind,
    worth: money(amount, currency ?? configuration.policy.currency),
    reason: write(draft, reason),
  }))

/** Rule 27: approved by somebody else who could have granted it. */
export const approveConcession = (
  desk: Desk,
  caller: Caller,
  number: number,
  concession: number,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'ApproveConcession', concession }))

/** Rule 27: refused, with the reason. */
export const refuseConcession = (
  desk: Desk,
  caller: Caller,
  number: number,
  concession: number,
  { why }: z.output<typeof asked.refuseConcession>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'RefuseConcession', concession, why: write(draft, why) }))

/** Rule 27: the approval is needed no more. */
export const withdrawConcession = (
  desk: Desk,
  caller: Caller,
  number: number,
  concession: number,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'WithdrawConcession', concession }))

/** Rule 27: what we learn from it. */
export const reviewConcession = (
  desk: Desk,
  caller: Caller,
  number: number,
  concession: number,
  { learned }: z.output<typeof asked.reviewConcession>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'ReviewConcession', concession, learned: write(draft, learned) }))

type Span = z.output<typeof asked.listConcessions>

/** Rule 27: everything granted or asked for in a span, oldest first: what the accounting department needs. */
export async function readConcessions(desk: Desk, { from, until }: Span): Promise<ConcessionRow[]> {
  const rows = await readConcessionRows(desk.database, desk.workspace, from, until)
  return rows.map(({ amount, currency, ...row }) => ({ ...row, worth: asPeopleWrite({ amount, currency }) }))
}

const columns = ['issue', 'concession', 'customer', 'organization', 'kind', 'amount', 'currency', 'state'] as const
const more = ['reason', 'granted_by', 'at', 'decided_by', 'decided_at'] as const

/** The same as CSV (RFC 4180), a line for each. */
export async function exportConcessions(desk: Desk, span: Span): Promise<string> {
  const rows = await readConcessions(desk, span)
  const lines = rows.map(row => [
    row.issue,
    row.id,
    row.customer,
    row.organization,
    row.kind,
    row.worth.amount,
    row.worth.currency,
    row.state,
    row.reason,
    row.grantedBy,
    row.at,
    row.decidedBy,
    row.decidedAt,
  ])
  return csv([[...columns, ...more], ...lines])
}
