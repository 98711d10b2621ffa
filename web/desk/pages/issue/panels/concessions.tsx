import type { ConcessionAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { Time } from '../../../../ui/time.tsx'
import { worthOf } from '../../../money.ts'
import type { Act } from '../act.tsx'
import { Panel, PanelActs, type PanelProps, waits } from './panel.tsx'
import { all, who } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.concessions

/** What was conceded to the customer, or is asked for (Rule 27). */
export function Concessions({ issue, me, choose }: PanelProps) {
  const { concessions, number } = issue
  if (concessions.length === 0) return null
  return (
    <Panel title={words.title}>
      <ul>
        {concessions.map(concession => (
          <li key={concession.id}>
            <Concession concession={concession} me={me} />
            <PanelActs acts={actsOf(concession, issue, me)} number={number} choose={choose} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Concession({ concession, me }: { concession: ConcessionAnswer; me: string }) {
  const { kind, worth, reason, at, due, decided, review } = concession
  return (
    <>
      <p>
        <strong>
          {worthOf(worth)} {words.kinds[kind]}
        </strong>
        , {standsAs(concession, me)} <Time at={decided?.at ?? at} />
      </p>
      <small dir="auto">{reason}</small>
      {due && (
        <small>
          {everything.by} <Time at={due} both />
        </small>
      )}
      {decided?.why && <small dir="auto">“{decided.why}”</small>}
      {review && (
        <small dir="auto">
          {words.learned} {review.learned}
        </small>
      )}
    </>
  )
}

function standsAs({ state, by, asked, decided }: ConcessionAnswer, me: string): string {
  switch (state) {
    case 'granted':
      return words.granted(who(by, me))
    case 'waiting':
      return words.waiting(all(asked, me))
    case 'approved':
      return words.approved(decided ? who(decided.by, me) : '')
    case 'refused':
      return words.refused(decided ? who(decided.by, me) : '')
    case 'withdrawn':
      return words.withdrawn
  }
}

function actsOf({ id, state, by, review }: ConcessionAnswer, issue: IssueAnswer, me: string): Act[] {
  const { number, may } = issue
  const path = `/issues/${number}/concessions/${id}`
  if (state === 'waiting')
    return [
      ...(may.includes('decide_approval') && !waits(issue, 'approval')
        ? [
            { says: words.approve, send: `${path}/approve`, done: words.approvedNow },
            { says: words.refuse, mode: { refuse: id } },
          ]
        : []),
      ...(by.id === me || may.includes('write')
        ? [{ says: words.withdraw, send: `${path}/withdraw`, done: words.withdrawnNow }]
        : []),
    ]
  const reviews =
    !waits(issue, 'concession_review') &&
    may.includes('review_concession') &&
    !review &&
    (state === 'granted' || state === 'approved')
  return reviews ? [{ says: words.review, mode: { review: id } }] : []
}
