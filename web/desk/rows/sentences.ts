import type { IssueRow } from '../../../src/contract/answers.ts'
import { firstName } from '../../ui/face.tsx'
import { away, byWhen, isSameDay, readerZone } from '../../ui/times.ts'
import { words } from './words.ts'

export type Due = { look: 'owed' | 'soon' | 'plain'; when: string; beside: string }

const soonMs = 3 * 3_600_000

/** When the customer hears from us, as a row says it: the time, and how far away it is. */
export function dueOf({ promise, phase, outcome, customer }: IssueRow, now: string, zone = readerZone): Due {
  if (phase === 'closed') return { look: 'plain', when: words.closed, beside: outcome ? words.outcomes[outcome] : '' }
  if (!promise) return { look: 'plain', when: phase === 'confirmed' ? words.close : '', beside: '' }
  const { due, state } = promise
  if (state === 'broken')
    return {
      look: 'owed',
      when: words.owed(byWhen(due, now, zone)),
      beside: words.callThem(away(due, now), firstName(customer.name)),
    }
  const soon = Date.parse(due) - Date.parse(now) < soonMs && isSameDay(due, now, zone)
  return { look: soon ? 'soon' : 'plain', when: words.by(byWhen(due, now, zone)), beside: away(due, now) }
}

/** What is going on with it, in one line: the hand-off, the proposal, what was promised, or how the customer told it. */
export function standing(row: IssueRow, me: string): string {
  const { handoff, phase, promise, story, claimable, customer, owner } = row
  const whose = owner.id === me ? words.yours : words.theirs(firstName(owner.name))
  if (handoff?.state === 'offered') return words.offered(handoff.to, whose)
  if (handoff?.state === 'accepted' || handoff?.state === 'live') return words.accepted(handoff.to, whose)
  if (handoff?.state === 'introduced') return words.introduced(handoff.to)
  if (phase === 'proposed') return words.proposed(firstName(customer.name))
  if (phase === 'confirmed') return words.confirmed(firstName(customer.name))
  if (claimable || !promise?.what || promise.kind !== 'word') return story
  return promise.what
}
