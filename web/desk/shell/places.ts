import type { LinkProps } from '@tanstack/react-router'
import type { MeAnswer } from '../../../src/contract/answers.ts'
import { words } from './words.ts'

/** What stands beside a place: `owed` needs somebody now, `waits` waits for the reader. */
export type Mark = { look: 'owed' | 'waits' | 'plain'; says: string } | null

export type Place = {
  to: NonNullable<LinkProps['to']>
  says: string
  mark?: (counts: MeAnswer['counts']) => Mark
  /** Who finds it here; everybody with a seat in the queue, where nothing is said. */
  isFor?: (me: MeAnswer) => boolean
}

/** Places that belong together, under their name; the reader's own need none. */
export type Group = { name: 'mine' | 'desk' | 'learning' | 'leading'; places: readonly Place[] }

export const hasSeat = ({ member }: MeAnswer): boolean => member.role !== 'colleague'
const hasNoSeat = (me: MeAnswer): boolean => !hasSeat(me)
const leads = ({ member }: MeAnswer): boolean => member.role === 'supervisor' || member.role === 'admin'

const plain = (count: number): Mark => (count > 0 ? { look: 'plain', says: String(count) } : null)
const waits = (count: number): Mark => (count > 0 ? { look: 'waits', says: String(count) } : null)
const owed = (count: number, says: string): Mark => (count > 0 ? { look: 'owed', says } : null)

/** Every place of the desk, as the navigation and the palette show them. A new page is one line here. */
const all: readonly Group[] = [
  {
    name: 'mine',
    places: [
      { to: '/help', says: words.help, isFor: hasNoSeat },
      { to: '/help/raise', says: words.raise, isFor: hasNoSeat },
      {
        to: '/desk',
        says: words.mine,
        mark: counts => owed(counts.owed, words.owed(counts.owed)) ?? plain(counts.mine),
      },
      { to: '/desk/work', says: words.work, mark: counts => waits(counts.work) },
      { to: '/desk/offers', says: words.offers, mark: counts => waits(counts.offers) },
      { to: '/desk/intake', says: words.intake, mark: counts => plain(counts.intake) },
      { to: '/desk/told', says: words.told, mark: counts => waits(counts.notices) },
    ],
  },
  {
    name: 'desk',
    places: [
      { to: '/desk/customers', says: words.customers },
      { to: '/desk/all', says: words.all },
      { to: '/desk/causes', says: words.causes },
      { to: '/desk/people', says: words.people, isFor: () => true },
    ],
  },
  {
    name: 'learning',
    places: [
      { to: '/measures', says: words.measures },
      { to: '/desk/lessons', says: words.lessons, isFor: () => true },
      { to: '/desk/kudos', says: words.kudos, isFor: () => true },
    ],
  },
  {
    name: 'leading',
    places: [
      { to: '/supervise', says: words.supervise, isFor: leads },
      { to: '/desk/settings', says: words.settings, isFor: leads },
      { to: '/outbox', says: words.outbox },
      { to: '/mail', says: words.mail, mark: ({ keptMail }) => owed(keptMail, words.kept(keptMail)) },
    ],
  },
]

/** Whether a page is for whoever has no seat, too: they come from anywhere else to what is asked of them. */
export const isForColleagues = (path: string): boolean => /^\/(help|desk\/(people|lessons|kudos))(\/|$)/.test(path)

/** The places that somebody has; a group without any is left out. */
export const placesOf = (me: MeAnswer): Group[] =>
  all
    .map(({ name, places }) => ({ name, places: places.filter(({ isFor = hasSeat }) => isFor(me)) }))
    .filter(({ places }) => places.length > 0)
