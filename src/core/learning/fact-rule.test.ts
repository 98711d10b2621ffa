import { describe, expect, test } from 'vitest'
import { decideOpening } from '../decide.ts'
import { given } from '../testing/given.ts'
import { arrived } from '../testing/history.ts'
import { at, ben, contextAt, otto, priya } from '../testing/people.ts'
import { type FactRule, isSame, ruleAgainst } from './fact-rule.ts'

const offThePhone: FactRule = {
  lesson: 3,
  key: 'serial number',
  says: 'Off the phone itself, not off its box.',
  allowed: ['Read off the phone', 'Scanned'],
  refused: [],
}
const notOffTheBox: FactRule = { ...offThePhone, allowed: [], refused: ['box', 'the invoice'] }
const noon = at('Tue 12:00')
const under = (...facts: FactRule[]) => ({ rules: { facts, checklist: [] } })
const fact = (way: string | null, excuse: string | null = null, key = 'serial number') =>
  ({ type: 'EstablishFact', key, fact: 'w:serial', how: way && 'w:how', way, excuse }) as const

describe('Rule 28: how a fact may be established', () => {
  test('one of the ways that the rule lists, whatever its case and punctuation', () => {
    for (const way of ['Read off the phone', 'read off the  phone.', 'scanned'])
      expect(ruleAgainst([offThePhone], 'Serial Number', way)).toBeUndefined()
    for (const way of ['read off the box', 'scanned off the box', 'read off the phone by Tom', '', null])
      expect(ruleAgainst([offThePhone], 'serial number', way)).toBe(offThePhone)
  })

  test('any way but those that it refuses, wherever they stand in it; and it must be told', () => {
    for (const way of ['read off the phone', 'boxed', 'the customer told us'])
      expect(ruleAgainst([notOffTheBox], 'serial number', way)).toBeUndefined()
    for (const way of ['from its box', 'BOX', 'typed from "the invoice"', null])
      expect(ruleAgainst([notOffTheBox], 'serial number', way)).toBe(notOffTheBox)
  })

  test('other facts are not its business', () => {
    expect(ruleAgainst([offThePhone], 'account', 'read off the box')).toBeUndefined()
    expect(ruleAgainst([], 'serial number', null)).toBeUndefined()
  })

  test('texts are the same in every script and form', () => {
    expect(isSame('Número de serie', 'número de serie:')).toBe(true)
    expect(isSame('ｓｅｒｉａｌ', 'serial')).toBe(true)
    expect(isSame('شماره سریال', 'شماره  سریال')).toBe(true)
    expect(isSame('serial', 'serials')).toBe(false)
  })
})

describe('Scenario 59: the rule is enforced', () => {
  test('recorded from the box: refused, with the lesson as the reason', () => {
    given(arrived())
      .when(fact('from the box'), ben, noon, under(offThePhone))
      .refuses('fact_rule', { lesson: 3, says: offThePhone.says, allowed: offThePhone.allowed })
    given(arrived())
      .when(fact('read off the phone'), ben, noon, under(offThePhone))
      .yields({ type: 'FactEstablished', key: 'serial number' })
      .check(({ facts }) => expect(facts).toMatchObject([{ excused: null }]))
  })

  test('a supervisor may excuse it, on record; nobody else may', () => {
    given(arrived())
      .when(fact('from the box', 'w:lost'), ben, noon, under(offThePhone))
      .refuses('fact_rule', { lesson: 3 })
    given(arrived()).when(fact('from the box'), priya, noon, under(offThePhone)).refuses('fact_rule', { lesson: 3 })
    for (const supervisor of [priya, otto])
      given(arrived())
        .when(fact('from the box', 'w:lost'), supervisor, noon, under(offThePhone))
        .yields(
          { type: 'FactEstablished', key: 'serial number' },
          { type: 'FactExcused', key: 'serial number', lesson: 3, why: 'w:lost' },
        )
        .check(({ facts }) => expect(facts).toMatchObject([{ excused: { lesson: 3, why: 'w:lost' } }]))
  })

  test('established rightly later, it needs no excuse any more', () => {
    given(arrived())
      .when(fact('from the box', 'w:lost'), priya, noon, under(offThePhone))
      .happens()
      .when(fact('scanned', 'w:needless'), priya, noon, under(offThePhone))
      .yields({ type: 'FactEstablished' })
      .check(({ facts }) => expect(facts).toMatchObject([{ excused: null }]))
  })

  test('an excuse is of its own fact', () => {
    given(arrived())
      .when(fact('said', null, 'account'), ben, noon)
      .happens()
      .when(fact('from the box', 'w:lost'), priya, noon, under(offThePhone))
      .happens()
      .check(({ facts }) => expect(facts.map(({ excused }) => excused)).toEqual([null, { lesson: 3, why: 'w:lost' }]))
  })

  test('an issue is not opened with such a fact, either', () => {
    const { type: _, ...ofBox } = fact('from the box')
    const words = { subject: 'w', story: 'w', message: 'w' }
    const opening = { type: 'OpenIssue', customer: 'ana', channel: 'phone', owner: 'ben', way: 'contact' } as const
    const context = { ...contextAt(noon, ben), ...under(offThePhone) }
    const open = (facts: (typeof ofBox)[]) => decideOpening({ ...opening, ...words, facts, promise: null }, context)
    expect(open([ofBox])).toMatchObject({ refusal: { code: 'fact_rule', data: { lesson: 3 } } })
    expect(open([{ ...ofBox, way: 'scanned' } as never])).toMatchObject({
      issue: { facts: [{ key: 'serial number' }] },
    })
  })
})
