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

const header = 'Case ID,Timestamp,Resource\n'
const row = (hour: number, name = 'A'): string => `${name},2026-03-01T${String(hour).padStart(2, '0')}:00:00Z,Maya\n`
const refused = (fault: RegExp) => ({ name: 'ReadingFault', message: expect.stringMatching(fault) })

describe('a damaged row is left out and counted, with its line and why', () => {
  test('whatever is wrong with it', async () => {
    const bad = [
      'B,2026-03-01T10:00:00Z\n',
      'B,2026-03-01T10:00:00Z,Maya,more\n',
      ',2026-03-01T10:00:00Z,Maya\n',
      '?,2026-03-01T10:00:00Z,Maya\n',
      'B,,Maya\n',
      'B,soon,Maya\n',
      'B,2026-02-31T10:00:00Z,Maya\n',
      'B,2026-03-01T10:00:00Z,"Maya" Lindqvist\n',
    ]
    const file = fileOf(
      `${header + row(9).repeat(200) + bad.join('') + row(10)}C,2026-03-01T10:00:00Z,"open\n${row(11)}`,
    )
    const { rows, rejected, events } = await readAll(file)
    expect(rows).toBe(211)
    expect(events).toHaveLength(202)
    expect(rejected.rows).toBe(9)
    expect(rejected.reasons).toEqual({
      'wrong number of fields': 2,
      'no case': 2,
      'no time': 1,
      'unreadable time': 1,
      'impossible date': 1,
      'text after a closing quote': 1,
      'a quote that is never closed': 1,
    })
    expect(rejected.first).toEqual([
      { line: 202, reason: 'wrong number of fields: 2 instead of 3' },
      { line: 203, reason: 'wrong number of fields: 4 instead of 3' },
      { line: 204, reason: 'no case' },
      { line: 205, reason: 'no case' },
      { line: 206, reason: 'no time' },
      { line: 207, reason: 'unreadable time: "soon"' },
      { line: 208, reason: 'impossible date: "2026-02-31T10:00:00Z"' },
      { line: 209, reason: 'text after a closing quote' },
      { line: 211, reason: 'a quote that is never closed' },
    ])
  })

  test('and only the first ten are shown', async () => {
    const { rejected } = await readAll(fileOf(header + row(9).repeat(500) + 'B,,\n'.repeat(12)))
    expect(rejected.first).toHaveLength(10)
    expect(rejected.rows).toBe(12)
  })

  test('empty columns beyond the header are no damage', async () => {
    const { rejected, events } = await readAll(fileOf(`${header}A,2026-03-01T10:00:00Z,Maya,,\n`))
    expect(rejected.rows).toBe(0)
    expect(events).toHaveLength(1)
  })

  test('in XES too', async () => {
    const time = (at: string) => `<date key="time:timestamp" value="${at}"/>`
    const events = [
      ...Array.from({ length: 40 }, () => `<event>${time('2026-03-01T10:00:00Z')}</event>\n`),
      `<event>${time('2026-03-32T10:00:00Z')}</event>\n`,
      '<event>\n</event>\n',
    ]
    const name = '<string key="concept:name" value="1"/>'
    const file = fileOf(`<log>\n<trace>\n${name}\n${events.join('')}</trace>\n</log>`)
    const { rejected, rows } = await readAll(file)
    expect(rows).toBe(42)
    expect(rejected.first).toEqual([
      { line: 44, reason: 'impossible date: "2026-03-32T10:00:00Z"' },
      { line: 45, reason: 'no time' },
    ])
  })
})

describe('more than a twentieth of damaged rows', () => {
  const twentieth = header + row(9).repeat(95) + 'B,soon,Maya\n'.repeat(5)

  test('is refused with why and where, and what goes on', async () => {
    const file = fileOf(`${twentieth}B,soon,Maya\n`)
    await expect(readAll(file)).rejects.toMatchObject(
      refused(/^6 of 101 rows \(5\.9 %\).*6 × unreadable time.*line 97.*"soon".*--keep-going/),
    )
  })

  test('is read on with keepGoing', async () => {
    const { rows, rejected } = await readAll(fileOf(`${twentieth}B,soon,Maya\n`), { keepGoing: true })
    expect([rows, rejected.rows]).toEqual([101, 6])
  })

  test('and a twentieth is not', async () => {
    expect((await readAll(fileOf(twentieth))).rejected.rows).toBe(5)
  })
})

describe('what can be no log is refused in a sentence', () => {
  test.each([
    ['a header alone', header, /There are no rows in .*log\.csv/],
    ['blanks', ' \n\n', /nothing but blanks/],
    ['a letter', 'Dear Baton,\nhow are you?\n', /There are no rows.*line 2/],
    ['a list', 'one\ntwo\n', /neither XES nor CSV.*"one".*names of its columns/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /is no text/],
    ['a web page', '<!DOCTYPE html>\n<html><body>Not found</body></html>', /XML, but no XES log.*<html>/],
    ['XES without events', '<log><trace/></log>', /There are no events in/],
    ['a log without times', 'Case ID,Timestamp\n1,?\n2,\n', /There is no time in "Timestamp"/],
    [
      'a log whose times nobody knows',
      'Case ID,Timestamp\n1,noon\n2,dusk\n',
      /"Timestamp".*"noon", "dusk".*--time-format/,
    ],
    ['a log of nothing but damage', 'Case ID,Timestamp\n1\n2\n', /There are no rows.*line 2 \(wrong number of fields/],
  ])('%s', async (_, bytes, fault) => {
    await expect(readAll(fileOf(bytes))).rejects.toMatchObject(refused(fault))
  })

  test('a wrong mapping names the columns that exist', async () => {
    await expect(readAll(fileOf(header + row(9)), { map: { group: 'Gruop' } })).rejects.toMatchObject(
      refused(/There is no "Gruop".*--group.*"Case ID", "Timestamp", "Resource"/),
    )
  })
})

describe('times', () => {
  const log = (...times: string[]): string => fileOf(`Case ID;Timestamp\n${times.map(time => `1;${time}\n`).join('')}`)
  const firstAt = async (file: string, options = {}): Promise<string> => {
    const { events } = await readAll(file, options)
    return new Date(events[0]?.at ?? Number.NaN).toISOString()
  }

  test('whose day may be the month are refused with both readings', async () => {
    await expect(readAll(log('3/4/2016 10:05', '5/6/2016 9:00'))).rejects.toMatchObject(
      refused(
        /"3\/4\/2016 10:05" is 3 April 2016.*--time-format "d\/M\/yyyy H:mm".*or 4 March 2016.*--time-format "M\/d\/yyyy H:mm"/,
      ),
    )
  })

  test('of which a late one settles it are read', async () => {
    const early = Array.from({ length: 3000 }, (_, at) => `${(at % 12) + 1}/4/2016 10:05`)
    const { events, said } = await readAll(log(...early, '13/4/2016 10:05'))
    expect(events).toHaveLength(3001)
    expect(events[1]?.at).toBe(Date.UTC(2016, 3, 2, 10, 5))
    expect(said).toContainEqual(expect.stringMatching(/Times are read as "d\/M\/yyyy H:mm"/))
  })

  test('of which the very last settles it, without a line break, are read', async () => {
    const early = Array.from({ length: 3000 }, (_, at) => `${(at % 12) + 1}/4/2016`)
    const file = fileOf(`Case ID;Timestamp\n${early.map(time => `1;${time}\n`).join('')}1;13/4/2016`)
    expect((await readAll(file)).events.at(-1)?.at).toBe(Date.UTC(2016, 3, 13))
  })

  test('are read as the user says, and the other way is their word too', async () => {
    const file = log('3/4/2016 10:05')
    expect(await firstAt(file, { timeFormat: 'd/M/yyyy H:mm' })).toBe('2016-04-03T10:05:00.000Z')
    expect(await firstAt(file, { timeFormat: 'M/d/yyyy H:mm' })).toBe('2016-03-04T10:05:00.000Z')
    await expect(readAll(file, { timeFormat: 'yyyy-MM-dd' })).rejects.toMatchObject(
      refused(/not written as "yyyy-MM-dd": "3\/4\/2016 10:05".*look like "d\/M\/yyyy H:mm" or "M\/d\/yyyy H:mm"/),
    )
  })

  test('that are local are those of UTC unless a zone is named, and it is said', async () => {
    const file = log('2016-07-03 10:05', '2016-10-30 02:30', '2016-03-27 02:30')
    const utc = await readAll(file)
    expect(utc.events[0]?.at).toBe(Date.UTC(2016, 6, 3, 10, 5))
    expect(utc.said).toContainEqual(expect.stringMatching(/taken as UTC.*--zone/))
    const madrid = await readAll(file, { zone: 'Europe/Madrid' })
    expect(madrid.events[0]?.at).toBe(Date.UTC(2016, 6, 3, 8, 5))
    expect(madrid.said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/those of Europe\/Madrid/),
        expect.stringMatching(/1 .*showed twice.*first/),
        expect.stringMatching(/1 .*left out/),
      ]),
    )
  })

  test('that say where they are need no zone', async () => {
    const { said } = await readAll(log('2016-07-03T10:05+02:00'), { zone: 'Europe/Madrid' })
    expect(said).toContainEqual(expect.stringMatching(/Europe\/Madrid changed nothing/))
    expect((await readAll(log('2016-07-03T10:05Z'))).said.join()).not.toMatch(/zone/)
  })

  test('in a zone that is none are refused', async () => {
    await expect(readAll(log('2016-07-03 10:05'), { zone: 'Mars/Olympus' })).rejects.toMatchObject(
      refused(/no time zone/),
    )
  })
})

describe('values', () => {
  test('are whole texts without the blanks around them, and `?` and nothing are none', async () => {
    const file = fileOf('Case ID\tTimestamp\tResource\tGroup\n 1 \t2026-03-01 10:00\t  Maya Lindqvist\t ? \n')
    const { events } = await readAll(file)
    expect(events[0]).toMatchObject({ case: '1', person: 'Maya Lindqvist', group: null })
  })

  test('hostile ones stay texts, but for what no database takes', async () => {
    const cell = `<script>=1+1\0${'x'.repeat(1_000_000)}`
    const { events } = await readAll(fileOf(`${header}${row(9).repeat(200)}1,2026-03-01 10:00,"${cell}"\n`))
    expect(events.at(-1)?.person).toBe(cell.replace('\0', '�'))
  })

  test('of further columns come along when they are asked for', async () => {
    const file = fileOf('Case ID,Timestamp,E-mail,Subject\n1,2026-03-01 10:00,ana@example.org,?\n')
    const { events } = await readAll(file, { extra: { email: 'e-mail', subject: 'Subject' } })
    expect(events[0]?.extra).toEqual({ email: 'ana@example.org', subject: null })
    await expect(readAll(file, { extra: { customer: 'Customer' } })).rejects.toMatchObject(refused(/--customer/))
    expect((await readAll(file)).events[0]).not.toHaveProperty('extra')
  })

  test('of a column whose name comes twice are those of the first, and it is said', async () => {
    const { events, said } = await readAll(fileOf('Case ID,Timestamp,Resource,Resource\n1,2026-03-01 10:00,Maya,Tom\n'))
    expect(events[0]?.person).toBe('Maya')
    expect(said).toContainEqual(expect.stringMatching(/"Resource" is the name of several columns/))
  })
})

test('a header may be very long, and so may rows', async () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `Column ${at}`).join(',')
  const wide = fileOf(`Case ID,Timestamp,${names}\n1,2026-03-01 10:00${','.repeat(20_000)}\n`)
  expect((await readAll(wide)).events).toHaveLength(1)
  const long = `"${'words\n'.repeat(200_000)}"`
  const file = fileOf(`Case ID,Timestamp,Words\n${`1,2026-03-01 10:00,${long}\n`.repeat(20)}1,2026-03-01 10:00,x`)
  const { events } = await readAll(file)
  expect(events).toHaveLength(21)
  expect(events.at(-1)?.line).toBe(2 + 20 * 200_001)
})

test("Excel's CSV in UTF-16 with its own first line is read, and all that was guessed is said", async () => {
  const text = 'sep=;\r\nCase ID;Timestamp;Resource\r\n1;29.02.2016 01:23;Zoë\r\n'
  const { events, said } = await readAll(fileOf(Buffer.from(`\uFEFF${text}`, 'utf16le')))
  expect(events).toEqual([
    expect.objectContaining({ case: '1', at: Date.UTC(2016, 1, 29, 1, 23), person: 'Zoë', line: 3 }),
  ])
  expect(said).toEqual([
    expect.stringMatching(/UTF-16LE/),
    expect.stringMatching(/semicolons/),
    expect.stringMatching(/Guessed.*"Case ID"/),
    expect.stringMatching(/Not in this log.*group, status, activity/),
    expect.stringMatching(/"d\.M\.yyyy H:mm".*29 February 2016/),
    expect.stringMatching(/UTC/),
  ])
})

test('XES is read with the names of its attributes, or those the user gives', async () => {
  const attribute = (key: string, value: string) => `<string key="${key}" value="${value}"/>`
  const event = `<event>${attribute('org:resource', 'Maya')}${attribute('org:group', 'Billing')}${attribute('concept:name', 'Call')}${attribute('lifecycle:transition', 'complete')}<date key="time:timestamp" value="2026-03-01T10:00:00.000+01:00"/></event>`
  const file = fileOf(
    `<?xml version="1.0"?>\n<log>\n<trace>\n${attribute('concept:name', '17')}\n${event}\n</trace></log>`,
  )
  const found = { case: '17', at: Date.UTC(2026, 2, 1, 9), person: 'Maya', group: 'Billing', activity: 'Call', line: 5 }
  expect((await readAll(file)).events).toEqual([{ ...found, status: null }])
  const map = { case: 'concept:name', person: 'org:group', group: null, status: 'lifecycle:transition' }
  expect((await readAll(file, { map })).events).toEqual([
    { ...found, person: 'Billing', group: null, status: 'complete' },
  ])
  await expect(readAll(file, { map: { person: 'org:resorce' } })).rejects.toMatchObject(
    refused(/Did you mean "org:resource"\? Its attributes are/),
  )
})

test('a log that is read can be stopped, and says how far it is', async () => {
  const file = fileOf(header + row(9).repeat(100_000))
  const told: [number, number][] = []
  await readAll(file, { onProgress: (done, total) => told.push([done, total]) })
  const size = (header + row(9).repeat(100_000)).length
  expect(told.at(-1)).toEqual([size, size])
  expect(told.length).toBeGreaterThan(5)

  const stop = new AbortController()
  const reading = readAll(file, { signal: stop.signal, onProgress: () => stop.abort(new Error('Ctrl-C')) })
  await expect(reading).rejects.toThrow('Ctrl-C')
})
