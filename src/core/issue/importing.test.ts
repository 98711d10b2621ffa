import { describe, expect, test } from 'vitest'
import { courseFromLog } from '../course/course.ts'
import { decideGoingOn, decideImport } from '../decide.ts'
import { claim, hear, takeOver } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { ana, at, ben, carla, contextAt, gone, office, olu, priya, theDesk } from '../testing/people.ts'
import { told } from '../told/told.ts'
import { waiting } from '../waiting.ts'
import type { ImportedFrom, ImportIssue } from './importing.ts'

const now = at('Tue 10:00')
const open: ImportedFrom = { source: 'ServiceNow', case: 'INC1', began: at('2026-09-01 08:00'), closedAt: null }
const over: ImportedFrom = { ...open, closedAt: at('2026-11-02 08:00') }

function imports(from: ImportedFrom, changes: Partial<ImportIssue> = {}) {
  const command: ImportIssue = {
    type: 'ImportIssue',
    customer: 'ana',
    owner: ben.id,
    way: 'intake',
    subject: 'w:subject',
    story: 'w:story',
    kind: null,
    from,
    ...changes,
  }
  const context = { ...contextAt(now, theDesk), from: 'import' as const }
  const decision = decideImport(command, context)
  if ('refusal' in decision) return decision
  const news = decision.events.flatMap(event => told(event, decision.issue, decision.issue, context))
  return { ...decision, news }
}

/** What was decided, as something that has happened. */
function brought(from: ImportedFrom, changes: Partial<ImportIssue> = {}) {
  const decision = imports(from, changes)
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return given([...decision.events])
}

describe('an issue that another desk had before', () => {
  test('Rules 1 and 12: one that is open there has an owner who is told, and a promise from now on', () => {
    expect(imports(open)).toMatchObject({
      events: [
        { at: now, by: theDesk, from: 'import', event: { type: 'IssueOpened', owner: 'ben', imported: open } },
        { event: { type: 'PromiseMade', kind: 'answer', due: at('Tue 14:00') } },
      ],
      issue: {
        openedAt: open.began,
        imported: { source: 'ServiceNow', case: 'INC1', at: now, closedAt: null },
        ownership: [{ member: 'ben', since: now }],
        contacts: 0,
      },
      news: [{ member: 'ben', word: 'new_issue' }],
    })
  })

  test('one that is over there is closed from its first moment: nothing promised, nobody told, nothing waits', () => {
    const decision = imports(over)
    expect(decision).toMatchObject({
      events: [{ event: { type: 'IssueOpened' } }],
      issue: { lifecycle: { phase: 'closed', outcome: 'elsewhere', at: over.closedAt }, promises: [] },
      news: [],
    })
    expect('issue' in decision && waiting(decision.issue)).toEqual([])
  })

  test('Rule 1: nobody owns one who is gone or has no seat', () => {
    expect(imports(open, { owner: gone.id })).toMatchObject({ refusal: { code: 'no_such_member' } })
    expect(imports(over, { owner: olu.id })).toMatchObject({ refusal: { code: 'no_seat' } })
  })

  test('Rule 2: what was given by the intake may be claimed; who had it there keeps it', () => {
    brought(open).when(claim, carla, now).happens()
    brought(open, { way: 'contact' }).when(claim, carla, now).refuses('already_claimed')
  })

  test('Rule 4: a supervisor takes it over like any other', () => {
    brought(open, { way: 'contact' }).when(takeOver, priya, now).happens()
  })

  test('Rule 14: its promise breaks like any other', () => {
    brought(open)
      .when({ type: 'Tick' }, theDesk, at('Tue 14:00'))
      .yields({ type: 'PromiseBroken', promise: 1, at: at('Tue 14:00') })
  })

  test('Rule 21: how long it may come back counts from when it was over there', () => {
    const until = at('2027-01-31 08:00')
    brought(over)
      .when(hear(), ana, until)
      .yields({ type: 'IssueReopened' }, { type: 'CustomerWrote' }, { type: 'PromiseMade' })
    brought(over).when(hear(), ana, at('2027-01-31 08:01')).refuses('recurrence_over', { until })
  })

  test('Rule 28: it has the kind that the log says', () => {
    expect(imports(over, { kind: 'bill' })).toMatchObject({ issue: { kind: 'bill' } })
  })
})

describe('when the other desk goes on with what came over closed', () => {
  const goesOn = (to: string, issue = brought(over).issue) =>
    decideGoingOn(issue, to, { ...contextAt(at('Wed 10:00'), theDesk), from: 'import' })

  test('Rules 1 and 12: it is open with its owner, and the customer hears from them; it is no recurrence of ours', () => {
    expect(goesOn(ben.id)).toMatchObject({
      events: [
        { event: { type: 'IssueReopened', elsewhere: true } },
        { event: { type: 'PromiseMade', kind: 'answer', due: at('Wed 14:00') } },
      ],
      issue: { lifecycle: { phase: 'open' }, recurrences: 0 },
    })
  })

  test('Rule 4: with somebody else as a takeover, who owes the customer an introduction', () => {
    expect(goesOn(carla.id)).toMatchObject({
      events: [
        { event: { type: 'IssueReopened' } },
        { event: { type: 'OwnershipMoved', to: 'carla', way: 'takeover' } },
        { event: { type: 'PromiseMade', kind: 'introduction' } },
        { event: { type: 'PromiseMade', kind: 'answer' } },
      ],
    })
    expect(goesOn(gone.id)).toMatchObject({ refusal: { code: 'no_such_member' } })
  })

  test('nothing happens to one that is open here', () => {
    expect(goesOn(ben.id, brought(open).issue)).toMatchObject({ events: [] })
  })
})

describe('the measures count of it what happens here, and nothing that happened before', () => {
  const courseOf = (from: ImportedFrom) => {
    const decision = imports(from)
    if ('refusal' in decision) throw new Error(decision.refusal.code)
    return courseFromLog(decision.events, office).course
  }

  test('one that was over there is not counted at all', () => {
    expect(courseOf(over)).toMatchObject({ counted: false, standing: 'open', silence: { longest: 0, since: null } })
  })

  test('one that was open there counts from when it came here', () => {
    expect(courseOf(open)).toMatchObject({ counted: true, openedAt: now, silence: { longest: 0, since: now } })
  })
})
