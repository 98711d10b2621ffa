import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type {
  AbsenceAnswer,
  AssistRow,
  MeasuresAnswer,
  MemberAnswer,
  OutboundAnswer,
  Page,
} from '../../src/contract/answers.ts'
import { fillDemo } from '../../src/demo/fill.ts'
import { createKey } from '../../src/desk/people.ts'
import { measures } from '../../src/measures/all.ts'
import { allRoutes } from '../../src/server/routes/all.ts'
import { configurationOf } from '../../src/store/configuration.ts'
import { Client } from '../client.ts'
import { type Declared, faultsOfAnswer, faultsOfExport, faultsOfRoute } from '../rule-32/answers.ts'
import { startTestServer, type TestServer } from '../server.ts'

let server: TestServer
/** An admin, a supervisor, two agents and a colleague of the demo desk, each with a key. */
const askers = new Map<string, { client: Client; id: string }>()
let people: Set<string>

beforeAll(async () => {
  server = await startTestServer({ at: '2026-11-24T11:00:00+01:00', empty: true })
  await fillDemo(server.desk, () => {})
  const { members } = await configurationOf(server.desk.database, 1)
  people = new Set([...members.values()].flatMap(({ id, name }) => [id, name]))
  for (const { id, name } of members.values()) {
    const key = await createKey(server.desk, id)
    const client = new Client(() => server.url, { authorization: `Bearer ${key}` })
    askers.set(name.split(' ')[0] ?? '', { client, id })
  }
})
afterAll(() => server.stop())

const as = (name: string): Client => {
  const asker = askers.get(name)
  if (!asker) throw new Error(`Nobody called ${name} works here.`)
  return asker.client
}

/** What no member asks, or what is no answer of the desk but somebody's own words. */
const apart: Readonly<Record<string, string>> = {
  '/a/:link': 'leads to a page',
  '/c/:link': 'leads to a page',
  '/api/v1/assist': 'for the link of one assist; its schema is looked at',
  '/api/v1/assist/files/:file': 'a file that somebody sent',
  '/api/v1/assists/:number/:id/files/:file': 'a file that somebody sent',
  '/api/v1/files/:id': 'a file that somebody sent',
  '/api/v1/mail/:id/raw': 'a mail that somebody sent',
  '/api/v1/messages/:id/html': 'a mail that somebody sent',
  '/api/v1/portal/issue': 'for customers; its schema is looked at',
  '/api/v1/stream': 'says what has changed; its schema is looked at',
}

type Numbered = { number: number }
type Identified = { id: string }

/** Every question that can be asked of the desk, by its route: each with something that is there. */
async function questions(asker: Client): Promise<Record<string, string[]>> {
  const list = async <T>(path: string): Promise<T[]> => {
    const { status, body } = await asker.send('GET', path)
    if (status !== 200) return []
    return Array.isArray(body) ? (body as T[]) : (body as Page<T>).items
  }
  const issues = await list<Numbered & { customer: Identified }>('/issues?limit=25')
  const members = await list<MemberAnswer>('/members')
  const lessons = (await list<{ id: number }>('/lessons')).map(({ id }) => id)
  const mails = (await list<OutboundAnswer>('/outbox?limit=3')).map(({ id }) => id)
  const absences = (
    await Promise.all(
      members.map(({ id }) => list<AbsenceAnswer>(`/members/${id}/absences?since=2026-01-01T00:00:00Z`)),
    )
  ).flat()
  const assists = await list<AssistRow>('/assists')
  const causes = (await list<{ id: number }>('/causes')).map(({ id }) => id)
  const seen = await asker.send('GET', '/measures')
  const teams = seen.status === 200 ? (seen.body as MeasuresAnswer).teams.map(({ id }) => `team=${id}`) : []
  const scopes = ['', 'mine=true', 'against=before&from=2026-10-01&to=2026-11-24', 'channel=phone', ...teams]
  const by = ['week', 'team', 'kind', 'channel'].map(grouping => `by=${grouping}`)
  const span = 'from=2026-01-01T00:00:00Z&until=2026-12-01T00:00:00Z'
  const ofIssues = (rest: string): string[] => issues.map(({ number }) => `/issues/${number}${rest}`)
  return {
    '/issues': ['', '?phase=open', '?q=bill', ...members.map(({ id }) => `?owner=${id}&limit=100`)].map(
      q => `/issues${q}`,
    ),
    '/issues/:number': ofIssues(''),
    '/issues/:number/messages': ofIssues('/messages'),
    '/issues/:number/events': ofIssues('/events'),
    '/issues/:number/foreign': ofIssues('/foreign').slice(0, 2),
    '/issues/:number/receivers': ofIssues('/receivers'),
    '/assists/:number/:id': assists.map(({ number, id }) => `/assists/${number}/${id}`),
    '/escalations/find': ['/escalations/find?q=ana'],
    '/causes/:id': causes.map(id => `/causes/${id}`),
    '/concessions': [`/concessions?${span}`],
    '/concessions.csv': [`/concessions.csv?${span}`],
    '/lessons/:id': lessons.map(id => `/lessons/${id}`),
    '/lessons/:id/effect': lessons.map(id => `/lessons/${id}/effect`),
    '/lessons/:id/excuses': lessons.map(id => `/lessons/${id}/excuses`),
    '/measures': scopes.map(scope => `/measures?${scope}`),
    '/measures/:name': measures.flatMap(({ name }) => by.map(grouping => `/measures/${name}?${grouping}`)),
    '/measures/:name/issues': measures.map(({ name }) => `/measures/${name}/issues`),
    '/measures.csv': [...scopes, ...by].map(query => `/measures.csv?${query}`),
    '/members/:id/away': members.map(
      ({ id }) => `/members/${id}/away?from=2026-11-25T08:00:00Z&until=2026-11-27T08:00:00Z`,
    ),
    '/members/:id/absences': members.map(({ id }) => `/members/${id}/absences?since=2026-01-01T00:00:00Z`),
    '/members/:id/away/:absence': absences.map(({ id, member }) => `/members/${member.id}/away/${id}`),
    '/members/:id/away/:absence/summary': absences.map(({ id, member }) => `/members/${member.id}/away/${id}/summary`),
    '/customers': ['/customers?q=ana'],
    '/customers/:id': issues.map(({ customer }) => `/customers/${customer.id}`),
    '/outbox/:id': mails.map(id => `/outbox/${id}`),
    '/when': ['/when?text=tomorrow'],
    '/when/dates': ['/when/dates?text=monthly'],
  }
}

const asked = allRoutes.filter(({ method, path }) => method === 'GET' && !(path in apart))
const short = (path: string): string => path.replace('/api/v1', '')

/** Asks everything as one person: what is wrong with the answers, and which routes have answered. */
async function walk(name: string): Promise<{ faults: string[]; answered: Set<string> }> {
  const asker = as(name)
  const toAsk = await questions(asker)
  const faults: string[] = []
  const answered = new Set<string>()
  for (const { path, contentType } of asked) {
    for (const address of toAsk[short(path)] ?? [short(path)]) {
      const { status, body, text } = await asker.send('GET', address)
      if (status !== 200) continue
      answered.add(path)
      const at = `${name}: ${address} →`
      faults.push(
        ...(contentType === 'application/json' ? faultsOfAnswer(at, body, people) : faultsOfExport(at, text, people)),
      )
    }
  }
  return { faults, answered }
}

describe('Rule 32: no answer of the API ranks people, or says how much or how fast a person works', () => {
  test('as the routes are declared: what they can be asked, and all that they could answer', () => {
    expect(allRoutes.length).toBeGreaterThan(120)
    expect(allRoutes.flatMap(faultsOfRoute)).toEqual([])
  })

  test('Scenario 63: no route answers who closed most; everything that admin, supervisor, agent and colleague can ask is asked', async () => {
    const answered = new Set<string>()
    for (const name of ['Ada', 'Priya', 'Ben', 'Olu']) {
      const walked = await walk(name)
      expect(walked.faults, name).toEqual([])
      for (const path of walked.answered) answered.add(path)
    }
    // A new route answers here too, or is apart with its reason.
    expect(asked.map(({ path }) => path).filter(path => !answered.has(path))).toEqual([])
  })

  test('people stand in the order of their names whatever else is known of them: under other names in another order', async () => {
    const { database } = server.desk
    const { rows } = await database.query<{ id: string; name: string }>(
      'select member_id as id, name from member order by name',
    )
    const renamed = rows.map(({ id }, place) => ({ id, name: rows.at(-1 - place)?.name ?? '' }))
    const put = (names: typeof rows) =>
      database.query(
        `update member m set name = n.name from jsonb_to_recordset($1) as n (id uuid, name text) where m.member_id = n.id`,
        [JSON.stringify(names)],
      )
    await put(renamed)
    try {
      for (const name of ['Ada', 'Priya', 'Ben']) expect((await walk(name)).faults, name).toEqual([])
    } finally {
      await put(rows)
    }
  })

  test('Scenario 63: no export has a line for a person, nor closings, nor how long somebody took', async () => {
    const exports = asked.filter(({ contentType }) => contentType.startsWith('text/csv'))
    expect(exports.map(({ path }) => short(path)).toSorted()).toEqual(['/concessions.csv', '/measures.csv'])
    const csv = (await as('Ada').send('GET', '/measures.csv?by=team')).text
    for (const name of people) expect(csv).not.toContain(name)
    const conceded = (
      await as('Ada').send('GET', '/concessions.csv?from=2026-01-01T00:00:00Z&until=2026-12-01T00:00:00Z')
    ).text
    // One line for each concession, with what it was for; nothing is added up for a person.
    expect(conceded.split('\r\n', 1)[0]).toBe(
      'issue,concession,customer,organization,kind,amount,currency,state,reason,granted_by,at,decided_by,decided_at',
    )
  })

  test('a person’s own figures are shares of what customers went through; none is a time, none counts what they closed', async () => {
    for (const measure of measures.filter(({ ofPerson }) => ofPerson)) {
      expect(measure.form, measure.name).not.toBe('median')
      expect(measure.name, measure.name).not.toMatch(/clos|handl|time|speed|calls/)
    }
    const mine = await as('Ben').get<MeasuresAnswer>('/measures?mine=true')
    expect(mine.measures.map(({ unit }) => unit)).not.toContain('minutes')
    expect(mine.measures.map(({ name }) => name)).not.toContain('longest_silence')
    for (const { name, ofPerson } of measures)
      expect((await as('Ben').send('GET', `/measures/${name}?mine=true`)).status, name).toBe(ofPerson ? 200 : 404)
  })

  test('nobody asks for the figures of somebody else, whatever they write', async () => {
    const ben = askers.get('Ben')?.id
    for (const name of ['Ada', 'Priya', 'Carla'])
      for (const query of [`owner=${ben}`, `member=${ben}`, `mine=${ben}`, `person=${ben}`, 'by=owner', 'by=member'])
        for (const path of ['/measures', '/measures/champion', '/measures/champion/issues', '/measures.csv'])
          expect((await as(name).send('GET', `${path}?${query}`)).status, `${path}?${query}`).toBe(400)
  })

  test('the letters about the week thank people by name, and say of nobody else what they did', async () => {
    const { rows } = await server.desk.database.query<{ body: string }>(
      'select body from outbound_mail where letter_id is not null',
    )
    expect(rows.length).toBeGreaterThan(0)
    const names = [...people].filter(name => name.includes(' '))
    for (const { body } of rows) {
      const lines = body.split('\n').filter(line => !/ thanks .+|: http/.test(line))
      for (const name of names) expect(lines.join('\n')).not.toContain(name)
    }
  })
})

const person = (name: string, more: object = {}) => ({ id: `id of ${name}`, name, hue: 1, ...more })
const bad: [what: string, answer: unknown][] = [
  ['how many somebody closed', [person('Ana', { closed: 3 })]],
  ['the same under another name', [person('Ana', { done: 3 })]],
  ['the same beside the person', [{ member: person('Ana'), issues: 12 }]],
  ['the same deeper down', { owner: person('Ana'), figures: { thisWeek: { solved: 12 } } }],
  ['what may be said of an issue, said of a person', [{ member: person('Ana'), recurrences: 3 }]],
  ['the same on the person', [person('Ana', { number: 3 })]],
  ['calls a day, as words', { member: person('Ana'), callsPerDay: 'about forty' }],
  ['handling time', { member: person('Ana'), averageHandlingTime: 'PT4M' }],
  ['a rank in words', [{ member: person('Ana'), ranking: 'first' }]],
  ['a best one', { best: person('Ana') }],
  ['figures by the ids of people', { closed: { 'id of Ana': 3, 'id of Ben': 2 } }],
  ['figures by their names', { by: { Ana: 3 } }],
  ['people in the order of something', [person('Ben'), person('Ana')]],
  [
    'the same in rows',
    [
      { member: person('Ben'), open: 9 },
      { member: person('Ana'), open: 7 },
    ],
  ],
  ['the same with a hidden figure', { load: [{ to: { member: person('Zoe') } }, { to: { member: person('Ana') } }] }],
]
const known = new Set(['id of Ana', 'Ana', 'id of Ben', 'Ben', 'Zoe', 'id of Zoe'])

const declared = (more: Partial<Declared>): Declared => ({
  method: 'GET',
  path: '/api/v1/new',
  params: null,
  query: null,
  answer: z.null(),
  contentType: 'application/json',
  ...more,
})
const Person = z.strictObject({ id: z.uuid(), name: z.string(), hue: z.int() })
const badRoutes: [what: string, route: Declared][] = [
  ['a count in rows of people', declared({ answer: z.array(z.strictObject({ member: Person, closed: z.int() })) })],
  [
    'a count on people',
    declared({ answer: z.array(z.strictObject({ ...Person.shape, done: z.number().nullable() })) }),
  ],
  ['a count in a choice', declared({ answer: z.union([z.null(), z.strictObject({ by: Person, calls: z.int() })]) })],
  ['a sort', declared({ query: z.strictObject({ sort: z.enum(['name', 'closed']) }) })],
  ['figures by person', declared({ query: z.strictObject({ by: z.enum(['week', 'owner']).default('week') }) })],
  [
    'figures of a person',
    declared({ path: '/api/v1/measures/new', query: z.strictObject({ owner: z.uuid().optional() }) }),
  ],
  [
    'a person’s own page of figures',
    declared({ path: '/api/v1/members/:id/new', params: z.strictObject({ id: z.uuid() }) }),
  ],
]
const badExports: [what: string, csv: string][] = [
  ['a line for a person', 'member,closed\r\nAna,12\r\n'],
  ['the same under harmless names', 'who,n\r\n"Ana",12\r\n'],
  ['handling time', 'team,average_handling_time\r\nPlans,PT4M\r\n'],
  ['calls a day', 'team,calls per day\r\nPlans,40\r\n'],
]

describe('what keeps Rule 32 finds what is against it', () => {
  test.each(bad)('in an answer: %s', (_, answer) => {
    expect(faultsOfAnswer('here', answer, known)).not.toEqual([])
  })
  test.each(badRoutes)('in a route as it is declared: %s', (_, route) => {
    expect(faultsOfRoute(route)).not.toEqual([])
  })
  test.each(badExports)('in an export: %s', (_, csv) => {
    expect(faultsOfExport('here', csv, known)).not.toEqual([])
  })
  test('and nothing in what is as it should be', () => {
    const well = {
      issue: 1042,
      owner: person('Ben'),
      promises: [{ id: 1, moves: 2 }],
      load: [person('Ana', { open: 3 }), person('Ben', { open: 1 })],
    }
    expect(faultsOfAnswer('here', well, known)).toEqual([])
    expect(faultsOfExport('here', 'issue,amount,granted_by\r\n1042,40.5,Ana\r\n', known)).toEqual([])
    expect(faultsOfRoute(declared({ answer: z.strictObject({ owner: Person, number: z.int() }) }))).toEqual([])
  })
})
