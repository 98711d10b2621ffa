import type { IssueAnswer, MessageAnswer, PromiseAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { both, dayOf, isSameDay, lasting, moment } from '../../../ui/times.ts'
import { words } from './words.ts'

/** A sentence of which the begin is strong. */
export type Sentence = { strong: string; rest: string }

/** Who has it, since when, and how it came to them: "You have had this since Tue, from Ben Okafor". */
export function ownerSentence(issue: IssueAnswer, me: string, now: string): Sentence {
  const { owner, owners, phase, outcome, closedAt, imported } = issue
  const mine = owner.id === me
  const strong = mine ? words.you : owner.name
  const last = owners.at(-1)
  const before = owners.at(-2)?.member
  if (outcome === 'elsewhere' && imported) {
    const hadIt = last?.way === 'contact' && closedAt !== null
    return { strong, rest: hadIt ? words.hadItThere(imported.source, moment(closedAt, now)) : words.answersForIt(mine) }
  }
  if (phase === 'closed') return { strong, rest: words.hadIt(closedAt ? moment(closedAt, now) : '') }
  const since = last ? (isSameDay(last.since, now) ? moment(last.since, now) : dayOf(last.since, now)) : ''
  const from = before ? (before.id === me ? words.youThere : before.name) : null
  return { strong, rest: words.hasIt(mine, since, from, last?.way ?? 'contact') }
}

export type Word = {
  look: 'owed' | 'soon' | 'plain' | 'kept'
  says: string
  when: string
  /** How many other promises run beside it. */
  others: number
}

const soonMs = 3 * 3_600_000

/** What the customer waits for: "Ana hears from you", "today 15:00, in 2 h". Null when nothing is promised. */
export function promiseSentence(issue: IssueAnswer, me: string, now: string): Word | null {
  const running = runningOf(issue)
  const [next] = running
  if (!next) return null
  const customer = firstName(issue.customer.name)
  const whom = issue.owner.id === me ? words.youThere : firstName(issue.owner.name)
  const others = running.length - 1
  const when = both(next.due, now)
  if (next.state === 'broken') return { look: 'owed', says: words.waitsFor(customer, whom), when, others }
  const soon = Date.parse(next.due) - Date.parse(now) < soonMs
  return { look: soon ? 'soon' : 'plain', says: words.hearsFrom(customer, whom), when, others }
}

/** What still runs or is owed, the most urgent first. */
export const runningOf = ({ promises }: Pick<IssueAnswer, 'promises'>): PromiseAnswer[] =>
  promises
    .filter(({ state }) => state === 'open' || state === 'broken')
    .sort((a, b) => (a.state === b.state ? Date.parse(a.due) - Date.parse(b.due) : a.state === 'broken' ? -1 : 1))

/** What a promise says of itself: in words of its own, or what the desk means by it. */
export const whatOf = ({ kind, what }: PromiseAnswer): string => (kind === 'word' ? what : words.kinds[kind])

/** What a message did to a promise: "Promise kept, 3 h early". */
export function fateSentence(
  { id, became, due }: MessageAnswer['promises'][number],
  saidAt: string,
  now: string,
  promises: readonly PromiseAnswer[],
): string {
  const distance = Math.abs(Date.parse(due) - Date.parse(saidAt))
  const promise = promises.find(other => other.id === id)
  const what = promise?.kind === 'word' && !isByDefault(promise.what) ? promise.what : null
  switch (became) {
    case 'kept':
      return words.kept(distance < 60_000 ? null : lasting(distance))
    case 'made_good':
      return words.madeGood(distance < 60_000 ? null : lasting(distance))
    case 'made':
      return words.made(what, moment(due, now))
    case 'moved':
      return words.movedTo(moment(due, now))
  }
}

/** What the desk calls a promise whose giver said only by when. */
const isByDefault = (what: string): boolean => what === 'You hear from us'
