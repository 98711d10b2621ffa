import type { HuddleAnswer } from '../../../../../src/contract/answers.ts'
import { Time } from '../../../../ui/time.tsx'
import type { PanelProps } from './panel.tsx'
import { Panel, PanelActs, waits } from './panel.tsx'
import { all, whoBegins } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.huddle

/** Who settles together whose it is, and by when; or what they settled, and why (Rule 11). */
export function Huddle({ issue, me, choose }: PanelProps) {
  const { huddle, number, may } = issue
  if (!huddle || huddle.state === 'called_off') return null
  const settle = may.includes('settle_huddle') && huddle.state === 'called' && !waits(issue, 'huddle')
  return (
    <Panel title={words.title}>
      <HuddleWords huddle={huddle} me={me} />
      <PanelActs acts={settle ? [{ says: words.settle, mode: 'huddle' }] : []} number={number} choose={choose} />
    </Panel>
  )
}

export function HuddleWords({ huddle, me }: { huddle: HuddleAnswer; me: string }) {
  const { giver, receiver, third, due, lateAt, decided } = huddle
  if (decided)
    return (
      <>
        <p>
          <strong>{words.settled(whoBegins(decided.owner, me))}</strong> <Time at={decided.at} />
        </p>
        <p className="panel-words" dir="auto">
          {decided.why}
        </p>
      </>
    )
  return (
    <>
      <p>
        <strong>{words.settles(all([giver, receiver, ...(third ? [third] : [])], me))}</strong> {everything.by}{' '}
        <Time at={due} both />
      </p>
      <p>{third ? words.records(whoBegins(third, me)) : words.oneOfTwo}</p>
      {lateAt && <p className="owed">{words.late}</p>}
    </>
  )
}
