import type { Context, Member } from './context.ts'
import type { Event, Recorded } from './events.ts'
import { evolve } from './evolve.ts'
import type { Issue } from './issue/issue.ts'
import type { Instant } from './time/instant.ts'

/**
 * One decision under way: the issue as it stands after what has been decided so far. Rules read `turn.issue`, refuse,
 * or `record` what happens; each recorded event is in `turn.issue` at once.
 */
export type Turn = {
  readonly context: Context
  issue: Issue
  readonly events: Recorded[]
}

export const beginTurn = (issue: Issue, context: Context): Turn => ({ context, issue, events: [] })

/** Rule 33: what falls due is settled by the desk itself, whoever makes it look. */
export const byClock = (context: Context): Context => ({ ...context, ...itself })

/** Records that something has happened, now or (for due times) at the moment it fell due (Rule 33). */
export function record(turn: Turn, event: Event, at: Instant = turn.context.now): void {
  const recorded: Recorded = { at, by: turn.context.by, from: turn.context.from, event }
  turn.events.push(recorded)
  turn.issue = evolve(turn.issue, recorded)
}

/** What the desk does by itself, also where somebody's command made it (Rule 33). */
export const itself = { by: { kind: 'desk' }, from: 'clock' } as const

/** Records what the desk itself does at a moment, as a part of whatever is decided. */
export function recordByDesk(turn: Turn, event: Event, at: Instant): void {
  const recorded: Recorded = { at, ...itself, event }
  turn.events.push(recorded)
  turn.issue = evolve(turn.issue, recorded)
}

/** The member who acts, when it is an active member. */
export function actingMember(turn: { readonly context: Context }): Member | undefined {
  const { by, members } = turn.context
  const member = by.kind === 'member' ? members.get(by.id) : undefined
  return member?.active ? member : undefined
}
