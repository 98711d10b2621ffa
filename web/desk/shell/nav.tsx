import { Link, type LinkProps, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { MeAnswer } from '../../../src/contract/answers.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { Keys } from '../../ui/keys.tsx'
import { useNow } from '../../ui/now.tsx'
import { byWhen, moment } from '../../ui/times.ts'
import { newKey, post } from '../api.ts'
import './nav.css'
import { words } from './words.ts'

/** The ways through the desk, with what waits at each. On a phone it opens from the top. */
export function Nav({ me: { member, workspace, counts, onShiftUntil }, find }: { me: MeAnswer; find: () => void }) {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went somewhere wants to see it.
  useEffect(() => setOpen(false), [path])
  const leads = member.role === 'supervisor' || member.role === 'admin'
  return (
    <nav className={open ? 'nav open' : 'nav'} aria-label={words.desk}>
      <div className="nav-top">
        <Link to="/desk" className="brand">
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M4 18 18 4" />
          </svg>
          Baton
        </Link>
        {counts.owed > 0 && <b className="nav-owed owed">{words.owed(counts.owed)}</b>}
        <Button className="nav-menu" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.menu}
        </Button>
      </div>
      <div className="nav-places">
        <Place to="/desk" says={words.mine}>
          {counts.owed > 0 ? <b className="owed">{words.owed(counts.owed)}</b> : <Count of={counts.mine} />}
        </Place>
        <Place to="/desk/work" says={words.work}>
          <Count of={counts.work} waits />
        </Place>
        <Place to="/desk/offers" says={words.offers}>
          <Count of={counts.offers} waits />
        </Place>
        <Place to="/desk/intake" says={words.intake}>
          <Count of={counts.intake} />
        </Place>
        <Place to="/desk/told" says={words.told}>
          {counts.notices > 0 && <b className="waits">{words.unseen(counts.notices)}</b>}
        </Place>
        <hr />
        <Place to="/desk/all" says={words.all} />
        <button type="button" className="nav-find" onClick={find} aria-keyshortcuts="/ Control+K Meta+K">
          {words.find}
          <Keys keys="/" />
        </button>
        <Place to="/desk/new" says={words.newIssue}>
          <Keys keys="N" />
        </Place>
        <hr />
        <Place to="/desk/away" says={words.away} />
        {leads && <Place to="/supervise" says={words.supervise} />}
        <Place to="/outbox" says={words.outbox} />
        {counts.keptMail > 0 && (
          <Place to="/mail" says={words.keptMail}>
            <b className="owed">{counts.keptMail}</b>
          </Place>
        )}
        <div className="nav-me">
          <Face name={member.name} hue={member.hue} />
          <p>
            {member.name}
            <small>
              <Shift until={onShiftUntil} />
            </small>
            {workspace.testClock && <Standing />}
          </p>
          <Button look="quiet" onClick={() => void signOut()}>
            {words.signOut}
          </Button>
        </div>
      </div>
    </nav>
  )
}

type PlaceProps = { to: NonNullable<LinkProps['to']>; says: string; children?: ReactNode }

const Place = ({ to, says, children }: PlaceProps) => (
  <Link to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
    {says} {children}
  </Link>
)

const Count = ({ of: count, waits = false }: { of: number; waits?: boolean }) =>
  count > 0 && <b className={waits ? 'waits' : undefined}>{count}</b>

function Shift({ until }: { until: string | null }) {
  const now = useNow()
  return until ? words.onShiftUntil(byWhen(until, now)) : words.offShift
}

function Standing() {
  const now = useNow()
  return <small>{words.clockStands(moment(now, now))}</small>
}

async function signOut(): Promise<void> {
  // Whoever can't be signed out finds themselves back here.
  await post('/sign-out', {}, newKey()).catch(() => {})
  location.assign('/sign-in')
}
