import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { NavigateOptions } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CustomerAnswer, IssueRow } from '../../../src/contract/answers.ts'
import { useMe } from '../me.ts'
import { customers, list } from '../queries.ts'
import { placesOf } from './places.ts'
import { words } from './words.ts'

export type Found = {
  key: string
  says: string
  beside: string
  /** The customer's own words. */
  theirs: boolean
  to: NavigateOptions
}
export type Chapter = { id: string; name: 'issues' | 'customers' | 'acts'; found: Found[] }

const { palette } = words

/** What is found by some words: issues, customers, and ways to go. Empty ones are left out. */
export function useFound(q: string): Chapter[] {
  const issues = useInfiniteQuery({ ...list({ q }), enabled: q.length > 1 })
  const people = useQuery(customers(q))
  const isNumber = /^#?\d{1,9}$/.test(q)
  const rows = q.length > 1 ? (issues.data?.pages[0]?.items ?? []).slice(0, 7) : []
  const byNumber = isNumber ? Number(q.replace('#', '')) : null
  const known = rows.some(({ number }) => number === byNumber)
  const all: Chapter[] = [
    {
      id: 'issues',
      name: 'issues',
      found: [...(byNumber !== null && !known ? [issueByNumber(byNumber)] : []), ...rows.map(issueFound)],
    },
    {
      id: 'customers',
      name: 'customers',
      found: q.length > 1 ? (people.data ?? []).slice(0, 5).map(customerFound) : [],
    },
    { id: 'acts', name: 'acts', found: useActs(q) },
  ]
  const found = all.filter(chapter => chapter.found.length > 0)
  // Both answers are waited for: what is chosen must not move away under the Return key.
  const isWhole = q.length < 2 || (!issues.isFetching && !people.isFetching)
  return useLastWhole(found, isWhole)
}

function useLastWhole(found: Chapter[], isWhole: boolean): Chapter[] {
  const last = useRef(found)
  if (isWhole) last.current = found
  return last.current
}

const issueByNumber = (number: number): Found => ({
  key: `number ${number}`,
  says: palette.issueNumber(number),
  beside: '',
  theirs: false,
  to: { to: '/desk/issues/$number', params: { number: String(number) } },
})

const issueFound = ({ number, subject, customer, owner }: IssueRow): Found => ({
  key: `issue ${number}`,
  says: subject,
  beside: `#${number} · ${customer.name} · ${palette.owner(owner.name)}`,
  theirs: true,
  to: { to: '/desk/issues/$number', params: { number: String(number) } },
})

function customerFound({ id, name, organization, open }: CustomerAnswer): Found {
  const to: NavigateOptions = { to: '/desk/customers/$id', params: { id } }
  const beside = [organization, palette.open(open.length)].filter(Boolean).join(' · ')
  return { key: `customer ${id}`, says: name, beside, theirs: false, to }
}

function useActs(q: string): Found[] {
  const me = useMe()
  const places = placesOf(me).flatMap(group => group.places)
  const ways = [{ to: '/desk/new', says: words.newIssue }, ...places, { to: '/desk/away', says: words.away }] as const
  return ways
    .filter(({ says }) => says.toLowerCase().includes(q.toLowerCase()))
    .map(({ says, to }) => ({ key: `act ${says}`, says, beside: '', theirs: false, to: { to, search: {} } }))
}
