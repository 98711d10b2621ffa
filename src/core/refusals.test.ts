import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Naming } from './refusal.ts'
import { catalogue, explain, type Refusal, type RefusalCode, refuse } from './refusals.ts'
import { at } from './testing/people.ts'

const naming: Naming = {
  member: id => (id ? `<${id}>` : 'this person'),
  team: id => `<team ${id}>`,
  time: moment => `<${moment.slice(0, 16)}>`,
  money: ({ amount, currency }) => `<${amount} ${currency}>`,
}

const codes = Object.keys(catalogue).sort() as RefusalCode[]
const said = (refusal: Refusal): string => Object.values(explain(refusal, naming)).join(' ')

describe('a refusal is an answer: why not, and what to do instead', () => {
  test.each(codes)('%s says both in whole sentences, with nothing left open', code => {
    const { detail, remedy } = explain(refuse(code, catalogue[code].example as never), naming)
    for (const sentence of [detail, remedy]) {
      expect(sentence).toMatch(/^[A-Z<#].+[.?]$/)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|_/)
    }
    expect(remedy).not.toBe(detail)
  })

  test.each(codes)('%s is a stable code in snake case', code => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  test('Scenarios 24 and 51: it names who, when it is about somebody', () => {
    expect(said(refuse('already_accepted', { by: 'dana' }))).toContain('<dana>')
    expect(said(refuse('not_owner', { owner: 'ben' }))).toContain("This issue is <ben>'s. Tell <ben>")
    expect(said(refuse('claim_after_contact', { owner: 'ben' }))).toContain('Ask <ben> to hand it over')
  })

  test('Rule 11: a circle says whether it was owned, declined, or passed on too often, and asks for a huddle', () => {
    expect(said(refuse('circle', { member: 'ben', because: 'owned' }))).toMatch(/<ben> has already owned.*huddle/)
    expect(said(refuse('circle', { member: 'ben', because: 'declined' }))).toMatch(/<ben> has already declined.*huddle/)
    expect(said(refuse('circle', { member: 'dana', team: 'plans', because: 'declined' }))).toMatch(
      /<dana>, for <team plans>, has already declined.*huddle/,
    )
    expect(said(refuse('circle', { handoffs: 2 }))).toMatch(/changed hands 2 times.*huddle/)
  })

  test('Rule 11: a huddle says who records what it decides, also where it is the two alone', () => {
    expect(said(refuse('huddle_open', { third: 'priya', due: at('Tue 15:30') }))).toMatch(/<priya> records/)
    expect(said(refuse('huddle_open', { third: null, due: at('Tue 15:30') }))).toMatch(/one of the two records/)
    expect(said(refuse('not_huddle_lead', { third: 'priya' }))).toMatch(/Settle it with <priya>/)
    expect(said(refuse('not_huddle_lead', { third: null }))).toMatch(/Leave it to them/)
  })

  test('Scenario 22: nobody with a seat, as a person or a team: ask for an assist', () => {
    expect(said(refuse('no_seat', { member: 'olu' }))).toMatch(/<olu> has no seat.*assist/)
    expect(said(refuse('no_seat', { team: 'repair' }))).toMatch(/in <team repair> has a seat.*assist/)
  })

  test('Scenario 47: too soon says what is missing, and when', () => {
    const from = at('Fri 10:00')
    expect(said(refuse('too_soon', { from, missing: 2 }))).toMatch(/2 more contacts are needed.*<2026-11-27T09:00>/)
    expect(said(refuse('too_soon', { from, missing: 1 }))).toMatch(/one more contact is needed/)
    expect(said(refuse('too_soon', { from, missing: 0 }))).toMatch(/too little time/)
  })

  test('Rule 7: declining asks for what would help', () => {
    expect(said(refuse('needs_suggestion', { reason: 'not_mine' }))).toMatch(/whose it is/)
    expect(said(refuse('needs_suggestion', { reason: 'missing_information' }))).toMatch(/which information/)
  })
})

/** The desk alone knows addresses, records of customers, causes beside their issues, and what is set up: its tests reach these. */
const ofTheDesk: readonly RefusalCode[] = [
  'address_taken',
  'cause_solved',
  'customer_erased',
  'last_address',
  'merge_built_upon',
  'merge_undone',
  'merged_already',
  'name_taken',
  'no_address',
  'no_cause_word',
  'no_issue_of_yours',
  'no_such_schedule',
  'not_lead',
  'open_issues',
  'overrides_overlap',
  'same_address',
  'schedule_in_use',
  'which_issue',
]

test('every refusal is reached by a test of its rule', () => {
  const here = import.meta.dirname
  const tests = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.test.ts') && name !== 'refusals.test.ts',
  )
  const text = tests.map(name => readFileSync(`${here}/${name}`, 'utf8')).join('\n')
  const reached = codes.filter(
    code => new RegExp(`refuses\\(\\s*'${code}'`).test(text) || text.includes(`refusal: { code: '${code}'`),
  )
  expect(codes.filter(code => !reached.includes(code))).toEqual(ofTheDesk)
})
