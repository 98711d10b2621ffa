import { describe, expect, test } from 'vitest'
import { fileOf, readAll, volvoLog } from '../testing/log-file.ts'

const tiny = 'number,sys_updated_at,assigned_to,assignment_group,incident_state\n'

test('an event has what its row says, and the line on which it begins', async () => {
  const file = fileOf(`${tiny}INC1,2026-03-01T10:00:00Z,Maya,Billing,New\n\nINC1,2026-03-01T11:00:00Z,?,,Closed\n`)
  const { events, rows, rejected, columns } = await readAll(file)
  expect(events).toEqual([
    {
      case: 'INC1',
      at: Date.UTC(2026, 2, 1, 10),
      person: 'Maya',
      group: 'Billing',
      status: 'New',
      activity: null,
      line: 2,
    },
    {
      case: 'INC1',
      at: Date.UTC(2026, 2, 1, 11),
      person: null,
      group: null,
      status: 'Closed',
      activity: null,
      line: 4,
    },
  ])
  expect(rows).toBe(2)
  expect(rejected).toEqual({ rows: 0, reasons: {}, first: [] })
  expect(columns).toEqual({
    case: 'number',
    time: 'sys_updated_at',
    person: 'assigned_to',
    group: 'assignment_group',
    status: 'incident_state',
    activity: null,
  })
})

const volvo = volvoLog()

describe.skipIf(volvo === null)('the log of Volvo IT comes through whole', () => {
  const map = { case: 'SR Number', time: 'Change Date+Time', person: 'Owner First Name', group: 'Involved ST' }

  test.each([
    ['with its columns named', map],
    ['with its columns guessed', {}],
  ])('%s', async (_, asked) => {
    const { events, rows, rejected, columns } = await readAll(volvo ?? '', { map: asked })
    expect(rows).toBe(65_533)
    expect(events).toHaveLength(65_533)
    expect(rejected.rows).toBe(0)
    expect(columns).toMatchObject(map)
    expect(new Set(events.map(event => event.case)).size).toBe(7554)
    expect(new Set(events.map(event => event.person)).size).toBe(1440)
    expect(new Set(events.map(event => event.group)).size).toBe(649)
    expect(events[0]).toMatchObject({ case: '1-364285768', at: Date.UTC(2010, 2, 31, 14, 59, 42), line: 2 })
  })
})
