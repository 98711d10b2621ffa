import type { ReactNode } from 'react'
import type { EscalationAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { Time } from '../../../../ui/time.tsx'
import { usePathName } from '../../../path.ts'
import { PathMeaning } from '../../../path-meaning.tsx'
import type { Act } from '../act.tsx'
import { PanelActs, type PanelProps, waits } from './panel.tsx'
import { all, whoBegins } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.alarm

/** The alarm on behalf of the customer: what was said, who is called, who sees it through, who must still be told. */
export function Alarm({ issue, me, choose }: PanelProps) {
  const { escalation, number, may } = issue
  const path = usePathName()
  if (!escalation || escalation.state === 'stood_down') return null
  const { champion, raises, calling } = escalation
  const send = `/issues/${number}/escalations/${escalation.id}/acknowledge`
  const acts: Act[] = [
    ...(may.includes('acknowledge') && !waits(issue, 'alarm')
      ? [{ says: words.acknowledge, send, done: words.acknowledged }]
      : []),
    ...(may.includes('tell_outcome') && !waits(issue, 'champion')
      ? [{ says: words.outcome, mode: 'outcome' } as const]
      : []),
    ...(may.includes('stand_down') && !waits(issue, 'champion')
      ? [{ says: words.standDown, mode: 'stand_down' } as const]
      : []),
    ...(may.includes('take_alarm') ? [{ says: words.take, mode: 'take_alarm' } as const] : []),
  ]
  return (
    <section className="panel lit">
      <h2>{words.title(path)}</h2>
      {champion ? (
        <p>
          <strong>{words.answered(whoBegins(champion, me))}</strong>
        </p>
      ) : (
        <Calling escalation={escalation} calling={calling} me={me} />
      )}
      {escalation.cause !== 'asked_for' && <p>{words.causes[escalation.cause]}</p>}
      {raises.map((raise, place) => (
        <Raise key={raise.at} raise={raise} isFirst={place === 0} me={me} />
      ))}
      <Missing escalation={escalation} customer={firstName(issue.customer.name)} me={me} />
      <PanelActs acts={acts} number={number} choose={choose} />
      <PathMeaning />
    </section>
  )
}

type CallingProps = { escalation: EscalationAnswer; calling: EscalationAnswer['calling']; me: string }

function Calling({ escalation: { called }, calling, me }: CallingProps): ReactNode {
  if (!calling) return <p>{words.raised}</p>
  const before = called.filter(({ member }) => !calling.members.some(({ id }) => id === member.id))
  return (
    <>
      <p>
        <strong>{words.raised}</strong>{' '}
        {calling.members.length > 0 ? words.calling(all(calling.members, me)) : words.nobody}{' '}
        <Time at={calling.until} both />. {words.again(calling.calls)}
      </p>
      {before.length > 0 && (
        <p>
          {words.called(
            all(
              before.map(({ member }) => member),
              me,
            ),
          )}
        </p>
      )}
    </>
  )
}

type RaiseProps = { raise: EscalationAnswer['raises'][number]; isFirst: boolean; me: string }

/** What somebody said who raised it. */
function Raise({ raise: { by, at, facts }, isFirst, me }: RaiseProps) {
  if (by.kind === 'desk') return null
  const name = whoBegins(by, me)
  const rows = facts
    ? [
        [words.impact, facts.impact],
        [words.tried, facts.tried],
        [words.needed, facts.needed],
      ]
    : []
  return (
    <div>
      <p>
        {isFirst ? words.by(by.id === me ? everything.you : name) : words.joined(name)} <Time at={at} />
      </p>
      <dl>
        {rows.map(
          ([title, said]) =>
            said && (
              <div key={title}>
                <dt>{title}</dt>
                <dd className="panel-words" dir="auto">
                  {said}
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}

/** Rule 26: it is stood down only when these have been told the outcome. */
function Missing({ escalation, customer, me }: { escalation: EscalationAnswer; customer: string; me: string }) {
  const { missing, state, told } = escalation
  if (state !== 'answered') return null
  const people = [...(missing.customer ? [{ id: '', name: customer }] : []), ...missing.members]
  return (
    <>
      {told && (
        <p>
          {words.told}: <span dir="auto">{told}</span>
        </p>
      )}
      {people.length > 0 && <p>{words.missing(all(people, me))}</p>}
    </>
  )
}
