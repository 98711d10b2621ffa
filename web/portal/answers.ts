import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { away, onDay, type Said, say } from './times.ts'
import { words } from './words.ts'

export type Step = { what: string; at: string; when: string; away: string; state: 'done' | 'ahead' | 'late' }

/** What the page says before any scrolling: when they hear, and how sure that is. */
export type Headline =
  | { kind: 'hears'; lead: string; when: string; there: string | null; away: string }
  | { kind: 'late'; text: string; more: string }
  | { kind: 'solved?'; text: string; more: string | null }
  | { kind: 'solved'; text: string; more: string }
  | { kind: 'over'; text: string; more: string }

/** The last of the three questions: when do I hear? */
export function headlineOf(answer: PortalAnswer, reader: string): Headline {
  const { next, now, zone, phase, outcome } = answer
  const name = firstName(answer.owner.name)
  if (phase === 'closed' && outcome === 'cannot_fix')
    return { kind: 'over', text: words.cannotFix.over, more: words.comesBack(name) }
  if (phase === 'closed') {
    const more = `${outcome === 'unconfirmed' || outcome === 'unreachable' ? `${words.notConfirmed} ` : ''}${words.comesBack(name)}`
    return { kind: 'over', text: answer.confirmed ? words.thanks : words.closedNoDay, more }
  }
  if (next?.state === 'broken') {
    const due = say(next.due, now, reader, zone)
    return { kind: 'late', text: words.promised(onDay(next.due, now, reader), clockOf(due)), more: words.owes(name) }
  }
  if (phase === 'proposed') {
    const day = next ? onDay(next.due, now, reader) : null
    return { kind: 'solved?', text: words.isItSolved(name), more: day ? words.asksAgain(name, day) : null }
  }
  if (answer.cannotFix && !answer.confirmed)
    return { kind: 'over', text: words.cannotFix.headline, more: words.cannotFix.more(name) }
  if (phase === 'confirmed' && !next) return { kind: 'solved', text: words.thanks, more: words.comesBack(name) }
  const by = firstName(whoIsThere(answer, next?.due).name)
  if (!next) return { kind: 'hears', lead: words.hears(by), when: '', there: null, away: '' }
  const due = say(next.due, now, reader, zone)
  const there = due.there ? words.there(due.there) : null
  return {
    kind: 'hears',
    lead: next.kind === 'watch' ? words.checks(by) : words.hears(by),
    when: words.by(onDay(next.due, now, reader), due.clock),
    there,
    away: away(next.due, now),
  }
}

/** Rule 15: whose word it will be: the owner's, or of who looks after it while they are away. */
function whoIsThere({ owner, cover }: PortalAnswer, due: string | undefined): { name: string } {
  return cover && (due === undefined || due < cover.until) ? cover : owner
}

const clockOf = ({ clock, there }: Said): string => (there ? `${clock} (${there})` : clock)

/** The second question: what has been done, and what comes next. The next step is always among them. */
export function stepsOf(answer: PortalAnswer, reader: string): Step[] {
  const { path, next, now, zone, phase } = answer
  const name = firstName(whoIsThere(answer, next?.due).name)
  const steps: Omit<Step, 'when' | 'away'>[] = path.map(({ kind, what, at, state }) => ({
    what: what || words.kinds[kind === 'watch' ? 'watch' : 'word'](name),
    at,
    state,
  }))
  const known = next && steps.some(step => step.state === 'ahead' && step.at === next.due)
  if (next && !known && phase !== 'closed')
    steps.push({ what: next.what || words.kinds[next.kind](name), at: next.due, state: 'ahead' })
  return steps
    .map(step => {
      const when = say(step.at, now, reader, zone)
      const late = step.state === 'ahead' && step.at <= now
      return {
        ...step,
        state: late ? ('late' as const) : step.state,
        when: words.at(when.day, when.clock),
        away: away(step.at, now),
      }
    })
    .sort((one, other) => Number(one.state !== 'done') - Number(other.state !== 'done') || (one.at < other.at ? -1 : 1))
}
