import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useState } from 'react'
import type { MeAnswer } from '../../../src/contract/answers.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { Keys } from '../../ui/keys.tsx'
import { useNow } from '../../ui/now.tsx'
import { byWhen, moment } from '../../ui/times.ts'
import { newKey, post } from '../api.ts'
import './nav.css'
import { type Group, hasSeat, type Mark, type Place, placesOf } from './places.ts'
import { words } from './words.ts'

/** The ways through the desk, with what waits at each. On a phone it opens from the top. */
export function Nav({ me, find }: { me: MeAnswer; find: () => void }) {
  const { counts } = me
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went somewhere wants to see it.
  useEffect(() => setOpen(false), [path])
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
        {hasSeat(me) && (
          <div className="nav-group">
            <button type="button" className="nav-place" onClick={find} aria-keyshortcuts="/ Control+K Meta+K">
              {words.find}
              <Keys keys="/" />
            </button>
            <PlaceLink to="/desk/new" says={words.newIssue}>
              <Keys keys="N" />
            </PlaceLink>
          </div>
        )}
        {placesOf(me).map(group => (
          <GroupOf key={group.name} group={group} counts={counts} />
        ))}
        <Reader me={me} />
      </div>
    </nav>
  )
}

function GroupOf({ group: { name, places }, counts }: { group: Group; counts: MeAnswer['counts'] }) {
  const heading = useId()
  return (
    <section className="nav-group" aria-labelledby={heading}>
      <p id={heading} className={name === 'mine' ? 'unseen' : undefined}>
        {words.groups[name]}
      </p>
      {places.map(({ to, says, mark }) => (
        <PlaceLink key={says} to={to} says={says}>
          <MarkOf mark={mark?.(counts) ?? null} />
        </PlaceLink>
      ))}
    </section>
  )
}

const PlaceLink = ({ to, says, children }: Pick<Place, 'to' | 'says'> & { children?: ReactNode }) => (
  <Link
    to={to}
    className="nav-place"
    // The first pages of all: everything else lies below them.
    activeOptions={{ exact: to === '/desk' || to === '/help', includeSearch: false }}
    activeProps={{ 'aria-current': 'page' }}
  >
    <span>{says}</span> {children}
  </Link>
)

const MarkOf = ({ mark }: { mark: Mark }) => mark && <b className={mark.look}>{mark.says}</b>

/** Who reads, until when they are there, and the ways out. */
function Reader({ me }: { me: MeAnswer }) {
  const { member, workspace, onShiftUntil } = me
  const isAtDesk = hasSeat(me)
  return (
    <div className="nav-me">
      <Face name={member.name} hue={member.hue} />
      <p>
        <Link to="/desk/people/$id" params={{ id: member.id }} activeProps={{ 'aria-current': 'page' }}>
          {member.name}
        </Link>
        <small>{isAtDesk ? <Shift until={onShiftUntil} /> : member.teams.map(({ name }) => name).join(', ')}</small>
        {workspace.testClock && <Standing />}
      </p>
      <div className="nav-ways-out">
        {isAtDesk && (
          <Link to="/desk/away" activeProps={{ 'aria-current': 'page' }}>
            {words.away}
          </Link>
        )}
        <Button look="quiet" onClick={() => void signOut()}>
          {words.signOut}
        </Button>
      </div>
    </div>
  )
}

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
