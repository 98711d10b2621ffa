import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  catalogue,
  explain,
  type Naming,
  type Refusal,
  type RefusalCode,
  type RefusalData,
  refuse,
} from './refusals.ts'
import { at } from './testing/people.ts'

const naming: Naming = {
  member: id => (id ? `<${id}>` : 'this person'),
  team: id => `<team ${id}>`,
  time: moment => `<${moment.slice(0, 16)}>`,
  money: ({ amount, currency }) => `<${amount} ${currency}>`,
}

/** One refusal of each code, as the rules give them. */
const examples: { [Code in RefusalCode]: RefusalData[Code] } = {
  above_limit: { amount: 6_000, currency: 'EUR' },
  already_accepted: { by: 'dana' },
  already_acknowledged: { champion: 'priya' },
  already_adopted: { adopter: 'priya' },
  already_claimed: { owner: 'carla' },
  already_confirmed: {},
  already_due: { due: at('Tue 11:00') },
  already_introduced: {},
  already_met: { by: 'carla' },
  already_owner: { owner: 'ben' },
  already_reviewed: { by: 'priya' },
  already_thanked: { member: 'ben' },
  answer_owed: { promises: [3] },
  approval_open: { concession: 1 },
  assist_accepted: { by: 'olu' },
  assist_over: { state: 'withdrawn' },
  away: { member: 'carla', until: at('Wed 09:00') },
  checklist_open: { steps: [{ lesson: 2, says: 'Compare the serial numbers' }] },
  circle: { member: 'ben', because: 'owned' },
  claim_after_contact: { owner: 'ben' },
  closed: {},
  customer_not_told: {},
  different_customers: {},
  due_in_past: { due: at('Tue 11:00') },
  fact_rule: {
    lesson: 1,
    key: 'serial',
    says: 'Off the phone itself, not off its box.',
    allowed: ['read off the phone'],
  },
  erased: {},
  handoff_open: { handoff: 1 },
  kudos_stand: { until: at('Wed 11:00') },
  lesson_decided: { state: 'dropped' },
  needs_callback: {},
  needs_cause: { whys: 1 },
  needs_diagnosis: {},
  needs_kind: {},
  needs_message: {},
  needs_promise: {},
  needs_request_owner: { team: 'repair' },
  needs_suggestion: { reason: 'not_mine' },
  needs_their_words: {},
  next_step_due: { receiver: 'carla', due: at('Tue 12:00') },
  no_address: {},
  no_escalation: {},
  no_request: {},
  no_seat: { member: 'olu' },
  no_such_approval: { concession: 1 },
  no_such_concession: { concession: 1 },
  no_such_assist: { assist: 7 },
  no_such_handoff: { handoff: 7 },
  no_such_kind: { kind: 'fax' },
  no_such_kudos: { kudos: 7 },
  no_such_member: { member: 'nobody' },
  no_such_promise: { promise: 7 },
  no_such_step: { lesson: 7 },
  no_such_team: { team: 'nowhere' },
  nobody_can_approve: { amount: 6_000, currency: 'EUR' },
  nobody_in_team: { team: 'repair' },
  not_a_member: {},
  not_accepted: { state: 'offered' },
  not_asked_of_you: {},
  not_adopted: {},
  not_adopter: { adopters: 'supervisor' },
  not_request_owner: { owner: 'olu' },
  not_admin: {},
  not_champion: { champion: 'priya' },
  not_in_team: { member: 'ben', team: 'repair' },
  not_introduced: { giver: 'ben' },
  not_offered_to_you: {},
  not_owner: { owner: 'ben' },
  not_proposed: {},
  not_receiver: { receiver: 'carla' },
  not_supervisor: { owner: 'ben' },
  not_this_customer: {},
  not_your_kudos: {},
  nothing_proposed: {},
  offer_over: { state: 'fell_through' },
  open_assist: { assists: [1] },
  open_escalation: {},
  open_handoff: {},
  own_alarm: { owner: 'ben' },
  own_approval: {},
  own_kudos: {},
  promise_over: { state: 'made_good' },
  recurrence_over: { until: at('Tue 16:00') },
  request_answered: { at: at('Tue 11:00') },
  rule_exists: { lesson: 1, key: 'serial' },
  too_soon: { from: at('Fri 10:00'), missing: 1 },
  trial_running: { until: at('Fri 10:00') },
  placed_already: {},
  same_customer: {},
  still_open: {},
  which_one: { contacts: [3] },
}

const codes = Object.keys(catalogue).sort() as RefusalCode[]
const said = (refusal: Refusal): string => Object.values(explain(refusal, naming)).join(' ')

describe('a refusal is an answer: why not, and what to do instead', () => {
  test.each(codes)('%s says both in whole sentences, with nothing left open', code => {
    const { detail, remedy } = explain(refuse(code, examples[code] as never), naming)
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
    expect(said(refuse('circle', { handoffs: 2 }))).toMatch(/changed hands 2 times.*huddle/)
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

test('every refusal is reached by a test of its rule', () => {
  const here = import.meta.dirname
  const tests = readdirSync(here).filter(name => name.endsWith('.test.ts') && name !== 'refusals.test.ts')
  const text = tests.map(name => readFileSync(`${here}/${name}`, 'utf8')).join('\n')
  const reached = codes.filter(
    code => new RegExp(`refuses\\(\\s*'${code}'`).test(text) || text.includes(`refusal: { code: '${code}'`),
  )
  // The desk alone knows the customer's addresses: its tests reach that one.
  expect(codes.filter(code => !reached.includes(code))).toEqual(['no_address'])
})
