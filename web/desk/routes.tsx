import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Broken } from './broken.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import type { MeasuresSearch } from './pages/measures/search.ts'
import { events, issue, messages, queries } from './queries.ts'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const inShell = [
  createRoute({
    getParentRoute: () => shell,
    path: '/desk',
    component: lazyRouteComponent(() => import('./pages/my-issues/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/all',
    validateSearch: ({ q, phase }: Record<string, unknown>): { q?: string; phase?: string } => ({
      ...(typeof q === 'string' && q ? { q } : {}),
      ...(typeof q === 'number' ? { q: String(q) } : {}),
      ...(typeof phase === 'string' ? { phase } : {}),
    }),
    component: lazyRouteComponent(() => import('./pages/all/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/intake',
    component: lazyRouteComponent(() => import('./pages/intake/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/offers',
    component: lazyRouteComponent(() => import('./pages/offers/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/work',
    component: lazyRouteComponent(() => import('./pages/work/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/away',
    component: lazyRouteComponent(() => import('./pages/away/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/people',
    component: lazyRouteComponent(() => import('./pages/people/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/people/$id',
    component: lazyRouteComponent(() => import('./pages/person/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/people/$id/ill',
    component: lazyRouteComponent(() => import('./pages/person/ill.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/people/$id/away/$absence',
    component: lazyRouteComponent(() => import('./pages/while-away/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/people/$id/leave',
    component: lazyRouteComponent(() => import('./pages/person/leave.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/new',
    validateSearch: ({ customer }: Record<string, unknown>): { customer?: string } =>
      typeof customer === 'string' && customer ? { customer } : {},
    component: lazyRouteComponent(() => import('./pages/new-issue/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/customers',
    component: lazyRouteComponent(() => import('./pages/customers/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/customers/$id',
    component: lazyRouteComponent(() => import('./pages/customer/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/told',
    component: lazyRouteComponent(() => import('./pages/told/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/issues/$number',
    validateSearch: ({ write }: Record<string, unknown>): { write?: 'customer' | 'call' | 'huddle' } =>
      write === 'customer' || write === 'call' || write === 'huddle' ? { write } : {},
    // Whoever points at an issue will open it: what it says is asked for already.
    loader: ({ params }) => lookAhead(Number(params.number)),
    component: lazyRouteComponent(() => import('./pages/issue/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/issues/$number/hand-over',
    component: lazyRouteComponent(() => import('./pages/hand-over/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/issues/$number/log',
    component: lazyRouteComponent(() => import('./pages/log/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/lessons',
    component: lazyRouteComponent(() => import('./pages/lessons/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/lessons/new',
    validateSearch: ({ issue }: Record<string, unknown>): { issue?: number } =>
      Number(issue) > 0 ? { issue: Number(issue) } : {},
    component: lazyRouteComponent(() => import('./pages/new-lesson/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/lessons/$id',
    component: lazyRouteComponent(() => import('./pages/lesson/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/causes',
    component: lazyRouteComponent(() => import('./pages/causes/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/causes/$id',
    component: lazyRouteComponent(() => import('./pages/cause/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/kudos',
    component: lazyRouteComponent(() => import('./pages/kudos/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/settings',
    component: lazyRouteComponent(() => import('./pages/settings/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/desk/settings/$section',
    component: lazyRouteComponent(() => import('./pages/settings/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/help',
    component: lazyRouteComponent(() => import('./pages/help/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/help/assists/$number/$id',
    component: lazyRouteComponent(() => import('./pages/help-assist/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/help/raise',
    component: lazyRouteComponent(() => import('./pages/help-raise/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/supervise',
    component: lazyRouteComponent(() => import('./pages/supervise/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/supervise/concessions',
    component: lazyRouteComponent(() => import('./pages/concessions/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/measures/letters',
    component: lazyRouteComponent(() => import('./pages/letters/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/measures/compare',
    component: lazyRouteComponent(() => import('./pages/compare/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/measures',
    validateSearch: asMeasuresSearch,
    component: lazyRouteComponent(() => import('./pages/measures/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/measures/mine',
    validateSearch: asMeasuresSearch,
    component: lazyRouteComponent(() => import('./pages/measures/mine.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/measures/$name/issues',
    validateSearch: asMeasuresSearch,
    component: lazyRouteComponent(() => import('./pages/measure-issues/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/outbox',
    component: lazyRouteComponent(() => import('./pages/outbox/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/mail',
    component: lazyRouteComponent(() => import('./pages/mail/index.tsx')),
  }),
]

const before = [
  createRoute({
    getParentRoute: () => root,
    path: '/a',
    component: lazyRouteComponent(() => import('./pages/by-link/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./pages/sign-in/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(() => import('./pages/setup/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/desk' })
    },
  }),
]

/** Their pages read what stands in the address themselves, when they are there. */
function asMeasuresSearch(search: Record<string, unknown>): MeasuresSearch {
  return search
}

function lookAhead(number: number): void {
  if (!(number > 0)) return
  void queries.prefetchQuery(issue(number))
  void queries.prefetchQuery(messages(number))
  void queries.prefetchQuery(events(number))
}

export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren(inShell), ...before]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
