import { describe, expect, test } from 'vitest'
import type { Command } from '../commands.ts'
import type { KindId, Member } from '../context.ts'
import { may } from '../may.ts'
import { propose } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, happened, type Part, proposed } from '../testing/history.ts'
import { ana, at, ben, carla, contextAt, gone, olu, priya } from '../testing/people.ts'
import type { MarkStep } from './checklist.ts'

const noon = at('Tue 12:00')
const steps = {
  rules: {
    facts: [],
    checklist: [
      { lesson: 4, kind: 'exchange', says: 'Compare the serial numbers' },
      { lesson: 5, kind: 'exchange', says: 'Send the old phone back' },
      { lesson: 6, kind: 'bill', says: 'Look at last month, too' },
    ],
  },
}
const setKind = (kind: KindId | null): Command => ({ type: 'SetKind', kind })
const mark = (lesson: number, as: MarkStep['as'] = { state: 'done' }): Command => ({ type: 'MarkStep', lesson, as })
const excused = { state: 'excused', why: 'w:why' } as const
const exchange = happened({ type: 'KindSet', kind: 'exchange' }, ben, at('Tue 09:30'))

describe('Rule 28: the kind of an issue', () => {
  test('is one that the workspace keeps, or none; the same again changes nothing', () => {
    given(arrived())
      .when(setKind('exchange'), olu, noon)
      .yields({ type: 'KindSet', kind: 'exchange' })
      .when(setKind('exchange'), ben, noon)
      .yields()
      .when(setKind(null), ben, noon)
      .yields({ type: 'KindSet', kind: null })
      .check(({ kind }) => expect(kind).toBeNull())
    for (const kind of ['fax', 'nowhere'])
      given(arrived()).when(setKind(kind), ben, noon).refuses('no_such_kind', { kind })
    given(arrived()).when(setKind('exchange'), ana, noon).refuses('not_a_member')
  })

  test('can be said of a closed issue, too, for the figures', () => {
    given(arrived(), proposed(), confirmed(), closed())
      .when(setKind('bill'), ben, at('Wed 10:00'))
      .yields({ type: 'KindSet' })
  })
})

describe('Rule 28: a checklist step of the kind is done or excused before a resolution', () => {
  test('nothing is proposed while steps of its kind are open', () => {
    const issue = given(arrived(), exchange)
    issue.when(propose(), ben, noon, steps).refuses('checklist_open', {
      steps: [
        { lesson: 4, says: 'Compare the serial numbers' },
        { lesson: 5, says: 'Send the old phone back' },
      ],
    })
    const half = issue.when(mark(4), olu, noon, steps).yields({ type: 'ChecklistStepDone', lesson: 4 })
    half
      .when(propose(), ben, noon, steps)
      .refuses('checklist_open', { steps: [{ lesson: 5, says: 'Send the old phone back' }] })
    half
      .when(mark(5, excused), ben, noon, steps)
      .yields({ type: 'ChecklistStepExcused', lesson: 5, why: 'w:why' })
      .check(({ checklist }) =>
        expect(checklist).toEqual([
          { lesson: 4, state: 'done', by: 'olu', at: noon },
          { lesson: 5, state: 'excused', by: 'ben', at: noon, why: 'w:why' },
        ]),
      )
      .when(propose(), ben, noon, steps)
      .happens()
  })

  test('issues of other kinds, or of none, do not have them', () => {
    given(arrived()).when(propose(), ben, noon, steps).happens()
    given(arrived(), exchange).when(mark(6), ben, noon, steps).refuses('no_such_step', { lesson: 6 })
    given(arrived()).when(mark(4), ben, noon, steps).refuses('no_such_step', { lesson: 4 })
  })

  test('excused by who answers for the issue: its owner, or a supervisor of theirs', () => {
    const issue = given(arrived(), exchange)
    issue.when(mark(4, excused), carla, noon, steps).refuses('not_owner', { owner: 'ben' })
    issue.when(mark(4, excused), priya, noon, steps).yields({ type: 'ChecklistStepExcused' })
    issue.when(mark(4), ana, noon, steps).refuses('not_a_member')
    issue.when(mark(4), gone, noon, steps).refuses('not_a_member')
  })

  test('marked by mistake: it is open again; marked twice: it is marked', () => {
    const done = given(arrived(), exchange).when(mark(4), ben, noon, steps).happens()
    done.when(mark(4), ben, noon, steps).yields()
    done
      .when(mark(4, { state: 'open' }), ben, noon, steps)
      .yields({ type: 'ChecklistStepOpened', lesson: 4 })
      .check(({ checklist }) => expect(checklist).toEqual([]))
      .when(mark(4, { state: 'open' }), ben, noon, steps)
      .yields()
    // What was excused may be done after all.
    given(arrived(), exchange)
      .when(mark(4, excused), ben, noon, steps)
      .happens()
      .when(mark(4), ben, noon, steps)
      .yields({ type: 'ChecklistStepDone' })
      .check(({ checklist }) => expect(checklist).toHaveLength(1))
  })

  test('not on a closed issue', () => {
    given(arrived(), exchange, proposed(), confirmed(), closed())
      .when(mark(4), ben, at('Wed 10:00'), steps)
      .refuses('closed')
  })
})

test('Rule 28: a screen shows who may mark a step, and who may say that it need not be taken', () => {
  const shown = (who: Member, ...parts: Part[]) =>
    may(given(...parts).issue, who, contextAt(noon, who, steps)).filter(act =>
      ['set_kind', 'mark_step', 'excuse_step', 'thank'].includes(act),
    )
  expect(shown(carla, arrived())).toEqual(['set_kind', 'thank'])
  expect(shown(carla, arrived(), exchange)).toEqual(['set_kind', 'thank', 'mark_step'])
  expect(shown(ben, arrived(), exchange)).toEqual(['set_kind', 'thank', 'mark_step', 'excuse_step'])
  expect(shown(priya, arrived(), exchange)).toEqual(['set_kind', 'thank', 'mark_step', 'excuse_step'])
  expect(shown(olu, arrived(), exchange)).toEqual(['thank'])
  expect(shown(ben, arrived(), exchange, proposed(), confirmed(), closed())).toEqual(['set_kind', 'thank'])
})
