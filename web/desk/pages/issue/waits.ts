import type { IssueAnswer, Waits } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { worthOf } from '../../money.ts'
import { words as workWords } from '../work/words.ts'
import type { Act } from './act.tsx'
import { questionsOf } from './questions.ts'
import { words } from './waits-words.ts'

/** What waits for the reader: why, in whose words, by when, and what to do. */
export type Wait = { key: string; says: string; quote: string | null; due: string | null; acts: Act[] }

/** Everything that waits for the reader on an issue: what the handoff asks of them first. `path`: of the alarm. */
export const waitsOf = (issue: IssueAnswer, path: string): Wait[] => [
  ...ofHandoff(issue),
  ...issue.waits.flatMap(one => questionsOf(one, issue) ?? [waitOf(one, issue, path)]),
  ...ofCalls(issue),
]

/** Rule 3: which one it is about waits for the owner; who took the call knows best, and may say so, too. */
function ofCalls(issue: IssueAnswer): Wait[] {
  const { unplaced, waits, may } = issue
  if (!may.includes('place')) return []
  return unplaced
    .filter(({ contact }) => !waits.some(({ kind, of }) => kind === 'which_one' && of === contact))
    .flatMap(({ contact: of, at: since }) => questionsOf({ kind: 'which_one', of, since, due: null }, issue) ?? [])
}

function waitOf(one: Waits, issue: IssueAnswer, path: string): Wait {
  const says = workWords.says[one.kind](firstName(issue.customer.name))
  const key = `${one.kind} ${one.of}`
  return { key, says, quote: quoteOf(one, issue), due: one.due, acts: actsOf(one, issue, path) }
}

function ofHandoff({ handoff, customer, may }: IssueAnswer): Wait[] {
  if (!handoff) return []
  const [giver, name] = [firstName(handoff.giver.name), firstName(customer.name)]
  const wait = (says: string, acts: Act[], quote: string | null = null): Wait[] => [
    { key: 'handoff', says, quote, due: handoff.limit, acts },
  ]
  if (may.includes('accept'))
    return wait(words.offered(giver), [{ says: words.answerOffer, to: '/desk/offers' }], handoff.brief.asked)
  if (handoff.state === 'live' && may.includes('say_present'))
    return wait(words.live(name), [{ says: words.toIntroduction, to: '/desk/issues/$number/hand-over' }])
  if (may.includes('greet')) return wait(words.introduced(giver, name), [{ says: words.greet(name), mode: 'customer' }])
  return []
}

/** The words that it is about. */
function quoteOf({ kind, of }: Waits, issue: IssueAnswer): string | null {
  const { assists, cannotFix, cause, concessions, covers, escalation, huddle } = issue
  switch (kind) {
    case 'alarm':
      return escalation?.raises.find(({ facts }) => facts)?.facts?.impact ?? null
    case 'approval':
    case 'approval_decided':
    case 'concession_review': {
      const concession = concessions.find(({ id }) => id === of)
      return concession ? words.concession(concession.kind, worthOf(concession.worth), concession.reason) : null
    }
    case 'assist':
      return assists.find(({ id }) => id === of)?.ask ?? null
    case 'assist_over':
      return assists.find(({ id }) => id === of)?.end?.words ?? null
    case 'cannot_fix_asked':
    case 'cannot_fix_agreed':
      return cannotFix && words.cannotFix(cannotFix.reason, cannotFix.alternative)
    case 'cause_solved':
      return cause?.solution?.done ?? null
    case 'cause_word':
      return cause?.word ?? null
    case 'cover_asked': {
      const cover = covers[of - 1]
      return cover ? words.cover(cover.absent.name) : null
    }
    case 'huddle':
      return huddle && words.huddle([huddle.giver, huddle.receiver, ...(huddle.third ? [huddle.third] : [])])
    default:
      return null
  }
}

function actsOf({ kind, of }: Waits, issue: IssueAnswer, alarm: string): Act[] {
  const { number, customer, may, escalation, covers } = issue
  const name = firstName(customer.name)
  const path = `/issues/${number}`
  const can = (act: IssueAnswer['may'][number], then: Act): Act[] => (may.includes(act) ? [then] : [])
  const write: Act[] = can('write', { says: words.write(name), mode: 'customer' })
  switch (kind) {
    case 'alarm':
      return can('acknowledge', {
        says: words.acknowledge(alarm),
        send: `${path}/escalations/${escalation?.id}/acknowledge`,
        done: words.acknowledged,
      })
    case 'approval':
      return can('decide_approval', {
        says: words.approve,
        send: `${path}/concessions/${of}/approve`,
        done: words.approved,
      }).concat(can('decide_approval', { says: words.refuse, mode: { refuse: of } }))
    case 'concession_review':
      return can('review_concession', { says: words.review, mode: { review: of } })
    case 'assist':
      return [{ says: words.answerAssist, mode: { answer: of } }]
    case 'assist_over':
      return can('write', { says: words.tell(name), mode: { tell: of } })
    case 'cannot_fix_asked':
      return can('answer_cannot_fix', {
        says: words.agree,
        send: `${path}/resolution/cannot-fix/agree`,
        done: words.agreed,
      }).concat(can('answer_cannot_fix', { says: words.disagree, mode: 'refuse_cannot_fix' }))
    case 'cannot_fix_agreed':
      return can('tell_cannot_fix', { says: words.tell(name), mode: 'tell_cannot_fix' })
    case 'cause_solved':
      return can('propose', { says: words.ask(name), mode: 'solved' })
    case 'cause_word':
      return can('write', { says: words.passOn(name), mode: 'pass_on' })
    case 'champion':
      return [
        ...write,
        ...can('tell_outcome', { says: words.outcome, mode: 'outcome' }),
        ...can('stand_down', { says: words.standDown(alarm), mode: 'stand_down' }),
      ]
    case 'cover_asked': {
      const id = covers[of - 1]?.id
      const accept = { says: words.acceptCover, send: `/covers/${id}/accept`, body: { issues: [number] } }
      return can('accept_cover', { ...accept, done: words.covered(name) }).concat(
        can('decline_cover', { says: words.declineCover, mode: 'decline_cover' }),
      )
    }
    case 'huddle':
      return can('settle_huddle', { says: words.settle, mode: 'huddle' })
    case 'look_back':
    case 'objection':
      return [...write, ...can('look_after', { says: words.lookAfter, mode: 'look_after' })]
    case 'undelivered':
      return [{ says: words.call, mode: 'call' }]
    default:
      return write
  }
}
