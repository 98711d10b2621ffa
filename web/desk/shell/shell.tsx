import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, type MouseEvent, Suspense, useEffect, useRef } from 'react'
import type { MeAnswer } from '../../../src/contract/answers.ts'
import { Announcer, announce } from '../../ui/announce.tsx'
import { hearNow } from '../../ui/now.tsx'
import { useLive } from '../live/use-live.ts'
import { Loaded } from '../loaded.tsx'
import { Me } from '../me.ts'
import { me } from '../queries.ts'
import { KeyHelp } from './key-help.tsx'
import { useGlobalKeys } from './keys.ts'
import { Nav } from './nav.tsx'
import { hasSeat, isForColleagues } from './places.ts'
import './shell.css'
import { words } from './words.ts'

const loadPalette = () => import('./palette.tsx')
const Palette = lazy(loadPalette)

/** The frame around every page of the desk: where one is, who one is, and that it lives. */
export function Shell() {
  const asked = useQuery(me)
  if (asked.data)
    return (
      <Me value={asked.data}>
        <Frame me={asked.data} />
      </Me>
    )
  return (
    <main className="page">
      <Loaded asked={asked}>{() => null}</Loaded>
    </main>
  )
}

function Frame({ me }: { me: MeAnswer }) {
  const { now, workspace } = me
  const isAtDesk = hasSeat(me)
  const [opened, open] = useGlobalKeys(isAtDesk)
  useEffect(() => hearNow(now, workspace.testClock), [now, workspace.testClock])
  useEffect(() => {
    if (!isAtDesk) return
    const idle = setTimeout(() => void loadPalette(), 3000)
    return () => clearTimeout(idle)
  }, [isAtDesk])
  const page = usePageFocus()
  const goThere = useInnerLinks()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only takes the way that a link inside it goes.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Return key is a click.
    <div className="desk" onClick={goThere}>
      <a className="skip" href="#page">
        {words.skip}
      </a>
      <Nav me={me} find={() => open('palette')} />
      <main id="page" tabIndex={-1} ref={page}>
        <Line />
        {isAtDesk ? <Outlet /> : <ForColleagues />}
      </main>
      <Announcer />
      {opened === 'palette' && (
        <Suspense>
          <Palette close={() => open(null)} />
        </Suspense>
      )}
      {opened === 'keys' && <KeyHelp close={() => open(null)} />}
    </div>
  )
}

/** Whoever has no seat comes from any page of the desk to what is asked of them. */
function ForColleagues() {
  // The page that is there, not the one on its way: pages of the desk are none of theirs even for a moment.
  const path = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname ?? '' })
  return isForColleagues(path) ? <Outlet /> : <Navigate to="/help" replace />
}

/** Says when the line is down, and once when it is back. */
function Line() {
  const isUp = useLive()
  const wasDown = useRef(false)
  useEffect(() => {
    if (isUp && wasDown.current) announce(words.lineUp)
    wasDown.current = !isUp
  }, [isUp])
  return (
    <div role="status" className={isUp ? undefined : 'line-down'}>
      {!isUp && words.lineDown}
    </div>
  )
}

/** A new page is read from its begin: the focus goes there, as it does when a browser loads one. */
function usePageFocus() {
  const page = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    if (!page.current?.contains(document.activeElement)) page.current?.focus({ preventScroll: true })
  }, [path])
  return page
}

/** Plain links within the desk go without loading it anew. */
function useInnerLinks(): (event: MouseEvent) => void {
  const router = useRouter()
  return event => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!link || !href || link.target || link.hasAttribute('download')) return
    if (!/^\/(desk|help|supervise|measures|outbox|mail)(\/|$|\?|#)/.test(href)) return
    event.preventDefault()
    router.history.push(href)
  }
}
