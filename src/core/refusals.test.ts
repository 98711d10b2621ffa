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

  test('Scenario 55: an outcome that was not told says who has not heard it, and how to tell them', () => {
    const missing = (customer: boolean, ...members: string[]) => said(refuse('outcome_not_told', { customer, members }))
    expect(missing(true)).toBe('Of the outcome the customer has not been told yet. Write to the customer or call them.')
    expect(missing(false, 'sam')).toBe('Of the outcome <sam> has not been told yet. Tell the outcome to <sam>.')
    expect(missing(true, 'sam', 'ravi')).toBe(
      'Of the outcome the customer, <sam> and <ravi> have not been told yet. ' +
        'Write to the customer or call them. Tell the outcome to <sam> and <ravi>.',
    )
  })

  test('Rule 26: who was not called says it to who was, or where nobody is, to a supervisor', () => {
    expect(said(refuse('not_called', { owner: 'ben', calling: ['priya', 'ada'] }))).toMatch(/called: <priya> and <ada>/)
    expect(said(refuse('not_called', { owner: 'ben', calling: [] }))).toMatch(/Tell a supervisor/)
  })

  test('Rule 24: a schedule that is in use names the rungs that call it', () => {
    expect(said(refuse('schedule_in_use', { rungs: [2] }))).toMatch(/on rung 2\./)
    expect(said(refuse('schedule_in_use', { rungs: [2, 3] }))).toMatch(/on rungs 2 and 3\./)
  })

  test('Rule 4: on the escalation path it says where somebody is still called', () => {
    const path = { member: 'ben', schedules: [] as string[], rungs: [] as number[], lastResort: false }
    expect(said(refuse('still_on_path', { ...path, schedules: ['Nights'], rungs: [2], lastResort: true }))).toMatch(
      /: in "Nights", on rung 2, as the last resort\./,
    )
    expect(said(refuse('still_on_path', { ...path, rungs: [1] }))).toMatch(/first: on rung 1\./)
  })

  test('Rule 15: a cover that was answered says how', () => {
    expect(said(refuse('cover_over', { state: 'in_force' }))).toMatch(/accepted already/)
    expect(said(refuse('cover_over', { state: 'declined' }))).toMatch(/declined already/)
    expect(said(refuse('cover_over', { state: 'over' }))).toMatch(/This cover is over/)
  })

  test('Rule 28: open steps are named; so are the ways in which a fact may be established', () => {
    const step = { lesson: 2, says: 'Compare the numbers' }
    expect(said(refuse('checklist_open', { steps: [step] }))).toMatch(/A step .* open: Compare the numbers\./)
    expect(said(refuse('checklist_open', { steps: [step, { lesson: 3, says: 'Send it' }] }))).toMatch(
      /Steps .* open: Compare the numbers; Send it\./,
    )
    const rule = { lesson: 1, key: 'serial', says: 'Off the phone.' }
    expect(said(refuse('fact_rule', { ...rule, allowed: ['scanned', 'read'] }))).toMatch(/how: "scanned" or "read"\./)
    expect(said(refuse('fact_rule', { ...rule, allowed: [] }))).toMatch(/record how\. Where/)
  })

  test('Rules 28 and 29: what was decided on a lesson, and who decides', () => {
    expect(said(refuse('lesson_decided', { state: 'kept' }))).toMatch(/kept\. Nothing is left/)
    expect(said(refuse('lesson_decided', { state: 'declined' }))).toMatch(/declined\. Propose it anew/)
    expect(said(refuse('not_adopter', { adopters: 'admin' }))).toMatch(/by admins/)
    expect(said(refuse('not_adopter', { adopters: 'supervisor' }))).toMatch(/by supervisors and admins/)
  })

  test('what is counted says one, or how many; what is listed goes by its numbers', () => {
    expect(said(refuse('covers_others', { member: 'ben', issues: [1001] }))).toMatch(/looks after 1 issue for/)
    expect(said(refuse('covers_others', { member: 'ben', issues: [1001, 1002] }))).toMatch(/looks after 2 issues for/)
    expect(said(refuse('which_issue', { issues: [1001, 1002] }))).toMatch(/: #1001, #1002\./)
  })

  test('Rules 21 and 22: what is closed says what opens it again, or where it goes on', () => {
    expect(said(refuse('closed', {}))).toMatch(/is closed\. A new word/)
    expect(said(refuse('closed', { into: 1042 }))).toMatch(/goes on in #1042\. Do it there/)
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
  'issues_merged',
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
