import type { CoverAnswer } from '../../../../../src/contract/answers.ts'
import { Time } from '../../../../ui/time.tsx'
import type { Act } from '../act.tsx'
import { Panel, PanelActs, type PanelProps, waits } from './panel.tsx'
import { whoBegins } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.cover

/** Who looks after it while its owner is away (Rule 15). */
export function Cover({ issue, me, choose }: PanelProps) {
  const { covers, number } = issue
  const shown = covers.filter(({ state }) => state !== 'over')
  if (shown.length === 0) return null
  return (
    <Panel title={words.title}>
      <ul>
        {shown.map(cover => (
          <li key={`${cover.id} ${cover.member.id}`}>
            <CoverWords cover={cover} me={me} />
            {cover.member.id === me && <PanelActs acts={actsOf(cover, issue)} number={number} choose={choose} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function CoverWords({ cover: { state, member, from, until, suggestion }, me }: { cover: CoverAnswer; me: string }) {
  if (state === 'over') return null
  return (
    <>
      <p>
        <strong>{words[state](whoBegins(member, me))}</strong>
      </p>
      <small>
        {state !== 'in_force' && (
          <>
            {words.from} <Time at={from} />{' '}
          </>
        )}
        {everything.until} <Time at={until} />
      </small>
      {suggestion && <small dir="auto">“{suggestion}”</small>}
    </>
  )
}

function actsOf({ id, state }: CoverAnswer, issue: PanelProps['issue']): Act[] {
  const { number, may } = issue
  if (waits(issue, 'cover_asked')) return []
  const accept = { says: words.accept, send: `/covers/${id}/accept`, body: { issues: [number] } }
  return [
    ...(state === 'asked' && may.includes('accept_cover') ? [{ ...accept, done: words.acceptedNow }] : []),
    ...(may.includes('decline_cover') ? [{ says: words.decline, mode: 'decline_cover' as const }] : []),
  ]
}
