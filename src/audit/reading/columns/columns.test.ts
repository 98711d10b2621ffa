import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../event.ts'
import { mapColumns } from './columns.ts'
import { nearest } from './nearest.ts'

const map = (names: string, asked: Partial<Mapping> = {}, samples: Record<string, string[]> = {}) =>
  mapColumns({ called: 'columns', names: names.split(','), sampleOf: name => samples[name] ?? [] }, asked)

const incidents =
  'number,incident_state,active,reassignment_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,' +
  'sys_created_at,sys_updated_by,sys_updated_at,contact_type,assignment_group,assigned_to,resolved_by,resolved_at,closed_at'

describe('the logs of known systems are recognized', () => {
  test.each([
    ['ServiceNow', incidents, ['number', 'sys_updated_at', 'assigned_to', 'assignment_group', 'incident_state', null]],
    [
      'ServiceNow',
      'Number,Assigned to,Assignment group,State,Updated',
      ['Number', 'Updated', 'Assigned to', 'Assignment group', 'State', null],
    ],
    [
      'Jira',
      'Issue key,Summary,Assignee,Status,Created,Updated',
      ['Issue key', 'Updated', 'Assignee', null, 'Status', null],
    ],
    [
      'Zendesk',
      'ticket_id,updated_at,assignee,group,status',
      ['ticket_id', 'updated_at', 'assignee', 'group', 'status', null],
    ],
    [
      "Volvo IT's VINST",
      'SR Number,Change Date+Time,Status,Sub Status,Involved ST Function Div,Involved ST,Owner First Name',
      ['SR Number', 'Change Date+Time', 'Owner First Name', 'Involved ST', 'Status', null],
    ],
    [
      'HP Service Manager',
      'Incident ID,DateStamp,IncidentActivity_Number,IncidentActivity_Type,Assignment Group,KM number',
      ['Incident ID', 'DateStamp', null, 'Assignment Group', null, 'IncidentActivity_Type'],
    ],
    [
      'a process mining tool',
      'Case ID,Activity,Resource,Complete Timestamp,Variant',
      ['Case ID', 'Complete Timestamp', 'Resource', null, null, 'Activity'],
    ],
    [
      'a process mining tool',
      'case:concept:name,concept:name,org:resource,org:role,time:timestamp,lifecycle:transition',
      ['case:concept:name', 'time:timestamp', 'org:resource', 'org:role', null, 'concept:name'],
    ],
    [
      'a help desk',
      'Ticket Number,Queue,Owner,State,Changed at',
      ['Ticket Number', 'Changed at', 'Owner', 'Queue', 'State', null],
    ],
  ])('%s: %s', (system, names, [caseName, time, person, group, status, activity]) => {
    const { mapping, said } = map(names)
    expect(mapping).toEqual({ case: caseName, time, person, group, status, activity })
    expect(said[0]).toContain(`looks like a log of ${system}`)
    for (const column of Object.values(mapping)) if (column) expect(said[0]).toContain(`"${column}"`)
  })

  test('none is, unless it has a case and a time', () => {
    expect(() => map('number,assigned_to,assignment_group')).toThrow(
      /time of an event \(--time NAME\).*"number", "assigned_to"/,
    )
    expect(() => map('assigned_to,sys_updated_at')).toThrow(/the case \(--case NAME\)/)
    expect(() => map('Vorgang,Zeit')).toThrow(/--case NAME.*--time NAME.*"Vorgang", "Zeit"/)
  })
})

describe('what the user says comes first', () => {
  test('and the rest is guessed where the system is known', () => {
    const { mapping, said } = map(incidents, { time: 'resolved_at', person: 'resolved_by' })
    expect(mapping).toMatchObject({
      case: 'number',
      time: 'resolved_at',
      person: 'resolved_by',
      status: 'incident_state',
    })
    expect(said[0]).not.toContain('resolved_by')
  })

  test('but not where it is not', () => {
    const { mapping, said } = map('Vorgang,Zeit,Status,Assignee', { case: 'Vorgang', time: 'Zeit' })
    expect(mapping).toEqual({ case: 'Vorgang', time: 'Zeit', person: null, group: null, status: null, activity: null })
    expect(said).toEqual([expect.stringMatching(/Not in this log.*person, group, status, activity/)])
  })

  test('in whatever case and with blanks around', () => {
    expect(map(' Vorgang ,ZEIT', { case: 'vorgang', time: ' Zeit' }).mapping).toMatchObject({
      case: ' Vorgang ',
      time: 'ZEIT',
    })
  })

  test('and a column that was said to be none is none', () => {
    expect(map(incidents, { person: null }).mapping).toMatchObject({ person: null, group: 'assignment_group' })
  })

  test('a column has one meaning unless the user gives it two', () => {
    expect(map(incidents, { activity: 'incident_state' }).mapping).toMatchObject({
      activity: 'incident_state',
      status: null,
    })
    expect(map(incidents, { activity: 'incident_state', status: 'incident_state' }).mapping.status).toBe(
      'incident_state',
    )
  })

  test('a name that is none is answered with the names that are, and the nearest', () => {
    expect(() => map('Case ID,Timestamp,Owner', { person: 'Ownr' })).toThrow(
      /There is no "Ownr" in this log \(--person\)\. Did you mean "Owner"\? Its columns are "Case ID", "Timestamp", "Owner"\./,
    )
    expect(() => map('Case ID,Timestamp', { group: 'Abteilung' })).toThrow(/\(--group\)\. Its columns are/)
  })
})

test('the lifecycle of activities is no status of the case, other words in its place are one', () => {
  const names = 'case:concept:name,time:timestamp,lifecycle:transition'
  const values = (...words: string[]) => map(names, {}, { 'lifecycle:transition': words }).mapping.status
  expect(values('start', 'COMPLETE', 'complete')).toBeNull()
  expect(values('In Progress', 'Closed')).toBe('lifecycle:transition')
})

test('the nearest name is that with the fewest letters changed', () => {
  expect(nearest('sr number', ['Status', 'SR Number', 'SR Numbers'])).toBe('SR Number')
  expect(nearest('Onwer', ['Status', 'Owner'])).toBe('Owner')
  expect(nearest('Group', ['Status', 'assignment_group'])).toBe('assignment_group')
  expect(nearest('xyz', ['Assignment group'])).toBeNull()
  expect(nearest('x'.repeat(10_000), ['y'.repeat(10_000), 'z'])).toBeNull()
  expect(nearest('a', [])).toBeNull()
})
