import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { moment } from '../../../ui/times.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { issue as issueOf } from '../../queries.ts'
import { usePageKeys } from '../../shell/keys.ts'
import { useTitle } from '../../title.ts'
import { runningOf } from '../issue/sentences.ts'
import { Going } from './going.tsx'
import './hand-over.css'
import { OpenHuddle } from './huddle.tsx'
import { Making } from './making.tsx'
import { stageOf } from './stage.ts'
import { Steps } from './steps.tsx'
import { useBrief } from './use-brief.ts'
import { words } from './words.ts'

/** A hand-off as a guided conversation: understood, briefed, offered, read back, introduced, met (Rules 6 to 8). */
export default function HandOver() {
  const { number } = useParams({ from: '/shell/desk/issues/$number/hand-over' })
  const asked = useQuery(issueOf(Number(number)))
  const navigate = useNavigate()
  useTitle(words.pageTitle(Number(number)))
  usePageKeys({ escape: () => void navigate({ to: '/desk/issues/$number', params: { number }, search: {} }) })
  return (
    <div className="page narrow">
      <Loaded asked={asked}>{issue => <Way key={`${issue.number} ${issue.handoff?.id}`} issue={issue} />}</Loaded>
    </div>
  )
}

function Way({ issue }: { issue: IssueAnswer }) {
  const { number, customer, may, owner, phase } = issue
  const me = useMe().member.id
  const { draft, change, clear } = useBrief(issue)
  const stage = stageOf(issue, draft.briefed)
  const mine = owner.id === me
  const shown = stage.handoff !== null || may.includes('offer')
  return (
    <>
      <p className="crumb">
        <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
          #{number} · {customer.name}
        </Link>
      </p>
      <h1>{words.title}</h1>
      {!shown && <p className="still">{phase === 'closed' ? words.over : words.notYours(owner.name)}</p>}
      {shown && stage.handoff?.state !== 'met' && <Still issue={issue} mine={mine} />}
      <OpenHuddle issue={issue} me={me} />
      {!stage.handoff && <Ended issue={issue} />}
      {shown && (
        <Steps
          stage={stage}
          show={(step, look) =>
            stage.handoff ? (
              <Going step={step} look={look} issue={issue} handoff={stage.handoff} mine={mine} />
            ) : (
              <Making step={step} look={look} issue={issue} draft={draft} change={change} clear={clear} />
            )
          }
        />
      )}
      <p>
        <Link className="button" to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
          {words.toIssue}
        </Link>
      </p>
    </>
  )
}

function Still({ issue, mine }: { issue: IssueAnswer; mine: boolean }) {
  const now = useNow()
  const name = firstName(issue.customer.name)
  if (!mine) return <p className="still">{words.stillOf(name, firstName(issue.owner.name))}</p>
  const next = runningOf(issue)[0]
  const [begin, who, middle, yours, end] = words.still(name, next ? moment(next.due, now) : null)
  return (
    <p className="still">
      {begin}
      {who}
      {middle}
      <strong>{yours}</strong>
      {end}
    </p>
  )
}

/** What became of the offer before: said plainly, with what would help. */
function Ended({ issue: { handoff } }: { issue: IssueAnswer }) {
  if (!handoff) return null
  const { state, decline, to, receiver } = handoff
  if (state !== 'declined' && state !== 'expired' && state !== 'withdrawn' && state !== 'fell_through') return null
  const name = decline?.by.name ?? receiver?.name ?? ('member' in to ? to.member.name : to.team.name)
  return (
    <p className="ended">
      <strong>
        {words.ended[state](name)}
        {decline && `: ${words.reasons[decline.reason]}`}.
      </strong>{' '}
      {decline?.suggestion && `“${decline.suggestion}” `}
      {words.stillYours}
    </p>
  )
}
