import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  AbsenceAnswer,
  CauseRow,
  EffectAnswer,
  EventAnswer,
  IssueAnswer,
  IssueRow,
  KudosRow,
  LessonRow,
  MemberAnswer,
  NoticeAnswer,
  OfferAnswer,
  OutboundAnswer,
  Page,
  WorkAnswer,
} from '../../src/contract/answers.ts'
import { fillDemo } from '../../src/demo/fill.ts'
import { createKey } from '../../src/desk/people.ts'
import { Client } from '../client.ts'
import { startTestServer, type TestServer } from '../server.ts'

/** What docs/demo.md says: which rule is to be seen on which issues, by their subjects, and on which pages. */
const rows = readFileSync(join(import.meta.dirname, '../../docs/demo.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, rule, where = ''] = /^\| *(\d+) *\| *(.*)/.exec(line) ?? []
    return rule
      ? [{ rule: Number(rule), subjects: [...where.matchAll(/“([^”]+)”/g)].map(([, subject = '']) => subject) }]
      : []
  })

describe.each([
  ['Tuesday 11:00', '2026-11-24T11:00:00+01:00'],
  ['Sunday 03:00', '2026-11-29T03:00:00+01:00'],
])('on a demo desk filled on %s', (_, at) => {
  let server: TestServer
  let numbers: Map<string, number>
  const people = new Map<string, { client: Client; id: string }>()
  beforeAll(async () => {
    server = await startTestServer({ at, demo: true, empty: true })
    await fillDemo(server.desk, () => {})
    const { rows: members } = await server.desk.database.query<{ id: string; name: string }>(
      'select member_id as id, name from member',
    )
    for (const { id, name } of members) {
      const authorization = `Bearer ${await createKey(server.desk, id)}`
      people.set(name.split(' ')[0] ?? '', { id, client: new Client(() => server.url, { authorization }) })
    }
    numbers = new Map((await everyIssue()).map(({ subject, number }) => [subject, number]))
  })
  afterAll(() => server.stop())

  const as = (name: string) => people.get(name)?.client ?? server.stranger
  const numberOf = (subject: string): number => {
    const found = [...numbers].filter(([known]) => known.startsWith(subject))
    expect(found, `issues whose subject begins with "${subject}"`).toHaveLength(1)
    return found[0]?.[1] ?? 0
  }
  const issue = (subject: string, name = 'Priya') => as(name).get<IssueAnswer>(`/issues/${numberOf(subject)}`)
  const workOf = async (name: string) => (await as(name).get<WorkAnswer[]>('/work')).map(({ kind }) => kind)
  const absencesOf = (name: string) => as(name).get<AbsenceAnswer[]>(`/members/${people.get(name)?.id}/absences`)
  const lesson = async (type: LessonRow['change']['type']) =>
    (await as('Priya').get<Page<LessonRow>>(`/lessons?change=${type}`)).items[0]

  async function everyIssue(): Promise<IssueRow[]> {
    const all: IssueRow[] = []
    for (let cursor = ''; ; ) {
      const { items, next } = await as('Priya').get<Page<IssueRow>>(`/issues?limit=100${cursor}`)
      all.push(...items)
      if (next === null) return all
      cursor = `&cursor=${next}`
    }
  }

  test('docs/demo.md says of every rule where it is to be seen, and each issue that it names is there', () => {
    expect(rows.map(({ rule }) => rule)).toEqual([...Array.from({ length: 30 }, (_, index) => index + 1), 32, 33])
    for (const { subjects } of rows) for (const subject of subjects) numberOf(subject)
  })

  test('Rule 1: every issue has one owner, who is a person', async () => {
    const members = await as('Priya').get<MemberAnswer[]>('/members')
    for (const { owner } of await everyIssue()) expect(members.map(({ id }) => id)).toContain(owner.id)
  })

  test('Rule 2: mails of the night are owned, and may be claimed', async () => {
    const { items } = await as('Ben').get<Page<IssueRow>>('/issues?intake=true')
    expect(items.length).toBeGreaterThanOrEqual(5)
    expect(items.every(({ owner, claimable }) => owner.name !== '' && claimable)).toBe(true)
  })

  test('Rule 3: a mail does not say which of two it is about; and somebody may be a customer whom we know', async () => {
    const { unplaced } = await issue('The receipt has the old address')
    expect(unplaced).toMatchObject([{ among: [{ subject: 'Contract for the second hall' }] }])
    expect((await issue('Second line, now on purpose')).isThis).toMatchObject([
      { customer: { name: 'Hiroshi Yamamoto' } },
    ])
  })

  test('Rule 4: an issue was taken over, with its reason', async () => {
    expect((await issue('The alarm pendant')).owners.at(-1)).toMatchObject({
      way: 'takeover',
      member: { name: 'Priya Raman' },
    })
  })

  test('Rule 5: nothing is closed while somebody still helps', async () => {
    const { code } = await as('Priya').refused(`/issues/${numberOf('The alarm pendant')}/close`)
    expect(code).toBe('open_assist')
  })

  test('Rules 6 and 7: an offer waits with its whole brief; another was declined, with whose it is', async () => {
    const offers = await as('Ben').get<OfferAnswer[]>('/offers')
    expect(offers.find(({ issue: { subject } }) => subject.startsWith('Invoice in French'))?.handoff).toMatchObject({
      state: 'offered',
      brief: { diagnosis: expect.stringContaining('billing group') },
    })
    expect((await issue('Static IP')).handoff).toMatchObject({ state: 'declined', decline: { reason: 'not_mine' } })
  })

  test('Rule 8: introduced, and still the giver’s until the receiver greets', async () => {
    expect(await issue('Fibre for an old mill')).toMatchObject({
      owner: { name: 'Ben Okafor' },
      handoff: { state: 'introduced', receiver: { name: 'Ravi Singh' } },
    })
  })

  test('Rule 9: all three met on the phone, after a line that dropped and was called back in time', async () => {
    const { handoff, promises } = await issue('The new line stays silent')
    expect(handoff).toMatchObject({ state: 'met', how: 'phone' })
    expect(promises.find(({ kind }) => kind === 'callback')?.state).toBe('kept')
  })

  test('Rule 10: the look-back has found that nothing moved', async () => {
    expect((await issue('I want to leave with one line')).stalls).toMatchObject([{ why: 'no_movement' }])
    expect(await workOf('Carla')).toContain('look_back')
  })

  test('Rule 11: a circle was refused and is kept beside, one huddle is open, another has settled it', async () => {
    expect((await issue('The new line stays silent')).huddle).toMatchObject({ decided: null })
    expect((await issue('30 tarjetas SIM')).huddle?.decided).toMatchObject({ owner: { name: 'Carla Nunes' } })
    const { circles } = await as('Priya').get<{ circles: { issue: { subject: string } }[] }>('/supervise')
    expect(circles.map(({ issue: { subject } }) => subject)).toEqual(['The new line stays silent'])
    expect(await workOf('Ravi')).toContain('huddle')
  })

  test('Rules 12 and 13: promised by policy from the first moment; another was moved by telling the customer', async () => {
    expect((await issue('New flat, no line')).promises).toMatchObject([{ kind: 'answer', state: 'open' }])
    const { promises } = await issue('you took the money')
    expect(promises.filter(({ moves }) => moves === 2)).toHaveLength(1)
  })

  test('Rule 14: a promise is broken, and for so long that the alarm rings', async () => {
    const { promises, escalation } = await issue('Card terminal offline')
    expect(promises.some(({ state }) => state === 'broken')).toBe(true)
    expect(escalation).toMatchObject({ state: 'raised', cause: 'broken_too_long' })
  })

  test('Rule 15: one is ill, one is asked to cover, and absences are agreed', async () => {
    const [ill] = await absencesOf('Dana')
    expect(ill).toMatchObject({ state: 'agreed', covers: [{ member: { name: 'Carla Nunes' }, state: 'in_force' }] })
    expect(await absencesOf('Carla')).toMatchObject([{ state: 'agreed', covers: [{ state: 'accepted' }] }])
    const [asked] = await absencesOf('Ravi')
    expect(asked?.state).toBe('waiting')
    expect(new Set(asked?.covers.map(({ member, state }) => `${member.name} ${state}`))).toEqual(
      new Set(['Ben Okafor asked']),
    )
    expect(await absencesOf('Ada')).toMatchObject([{ state: 'agreed', covers: [] }])
    expect(await workOf('Ben')).toContain('cover_asked')
    expect(await workOf('Priya')).toContain('needs_cover')
  })

  test('Rule 16: an assist is silent, and a colleague works on another by the link of a mail', async () => {
    expect((await issue('Glass is new')).assists).toMatchObject([{ state: 'silent', toTell: true }])
    const [asked] = (await issue('The alarm pendant')).assists
    expect(asked).toMatchObject({ state: 'accepted', touches: [{ by: { name: 'Olu Adebayo' }, from: 'link' }] })
    const { items } = await as('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
    expect(items.some(({ to, body }) => to === 'olu@litoral.example' && body.includes('/a/'))).toBe(true)
  })

  test('Rules 17 and 18: proposed, confirmed, and closed without an answer or without an address', async () => {
    expect(await issue('eSIM on my watch')).toMatchObject({ phase: 'proposed', resolution: { confirmed: null } })
    expect(await issue('Student discount')).toMatchObject({ phase: 'confirmed' })
    expect(await issue('upload speed is a joke')).toMatchObject({ outcome: 'unconfirmed' })
    expect(await issue('fatura')).toMatchObject({ outcome: 'unreachable' })
  })

  test('Rule 19: that it can not be fixed is agreed, and waits to be told; of another it is asked', async () => {
    expect((await issue('No signal at the beehives')).cannotFix).toMatchObject({ state: 'agreed' })
    expect(await workOf('Ben')).toContain('cannot_fix_agreed')
    expect((await issue('Deductible roll-over')).cannotFix).toMatchObject({ state: 'asked' })
  })

  test('Rules 20 and 21: one is watched, of another the watch has caught month two, and of a third it is asked whether it is back', async () => {
    expect(await issue('New phone was dead')).toMatchObject({ phase: 'watching' })
    expect(await issue('A TV package')).toMatchObject({
      phase: 'open',
      recurrences: 3,
      escalation: { state: 'raised', cause: 'second_recurrence' },
    })
    const { matches } = await issue('Upload speed, still no joke')
    expect(matches).toMatchObject([{ number: numberOf('upload speed is a joke'), within: true }])
  })

  test('Rule 22: three customers share a cause, a merge can be undone, and spam is on record', async () => {
    const [cause] = await as('Ben').get<CauseRow[]>('/causes')
    expect(cause).toMatchObject({ state: 'open', lead: { name: 'Ben Okafor' } })
    expect(new Set(cause?.issues)).toEqual(
      new Set(['Price letter dated', 'New price on the bill', 'Same letter, same bill'].map(numberOf)),
    )
    const merged = await issue('Contract ends, wants to stay', 'Ben')
    expect(merged.mergedInto).toMatchObject({ number: numberOf('End of contract after 24 months') })
    expect(merged.may).toContain('unmerge')
    expect(await issue('Your web page')).toMatchObject({ outcome: 'spam', spam: { by: { name: 'Priya Raman' } } })
  })

  test('Rules 23 and 24: a salesman and a customer have raised the alarm; hers rings on the second rung', async () => {
    const [raise] = (await issue('The card reader')).escalation?.raises ?? []
    expect(raise?.by).toMatchObject({ kind: 'member', name: 'Sam Castell' })
    expect((await issue('you took the money')).escalation).toMatchObject({
      state: 'raised',
      raises: [{ by: { kind: 'customer' } }],
      calling: { place: 2, members: [{ name: 'Priya Raman' }] },
    })
  })

  test('Rule 25: what is escalated stands first, then broken promises', async () => {
    const { items } = await as('Priya').get<Page<IssueRow>>('/issues?phase=open&limit=50')
    const ranks = items.map(({ rank }) => rank)
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]))
  })

  test('Rule 26: a champion sees an alarm through, and can not stand it down before the salesman has heard', async () => {
    const alarm = `/issues/${numberOf('The card reader')}/escalations/1`
    const { code } = await as('Ada').refused(`${alarm}/stand-down`, { outcome: 'Done.' })
    expect(code).toBe('outcome_not_told')
  })

  test('Rule 27: an approval waits, and less was granted at once', async () => {
    expect((await issue('212 euros')).concessions).toMatchObject([
      { state: 'waiting', asked: [{ name: 'Priya Raman' }] },
    ])
    expect(await workOf('Priya')).toContain('approval')
    expect((await issue('I took a day off')).concessions).toMatchObject([
      { state: 'granted', by: { name: 'Ravi Singh' } },
    ])
  })

  test('Rule 28: a fact rule stops whoever reads a number off its box, a checklist step is open, and a lesson is proposed', async () => {
    const fact = { key: 'serial number', value: '356938 10 771205', how: 'read off the box' }
    expect((await as('Ben').refused(`/issues/${numberOf('New phone does not charge')}/facts`, fact)).code).toBe(
      'fact_rule',
    )
    expect((await issue('Number porting refused')).checklist).toMatchObject([{ state: 'open' }])
    expect((await issue('Fibre for an old mill')).checklist).toMatchObject([{ state: 'done' }])
    expect(await lesson('request')).toMatchObject({ state: 'proposed', supporters: 1 })
    expect(await workOf('Priya')).toContain('lesson_proposed')
  })

  test('Rule 29: of a lesson on trial the effect is shown, one trial is over, and one lesson was kept', async () => {
    const rule = await lesson('fact_rule')
    expect(rule?.state).toBe('trial')
    const { figures } = await as('Priya').get<EffectAnswer>(`/lessons/${rule?.id}/effect`)
    const returned = figures.find(({ name }) => name === 'assist_without_movement')
    expect(returned?.before.count).toBeGreaterThan(0)
    expect(returned?.after.of).toBeGreaterThan(0)
    expect((await lesson('macro'))?.state).toBe('trial_over')
    expect((await lesson('article'))?.state).toBe('kept')
  })

  test('Rule 30: kudos of customers and colleagues, each for a moment', async () => {
    const { items } = await as('Sam').get<Page<KudosRow>>('/kudos')
    expect(items.map(({ by, for: whom }) => `${'name' in by ? by.name : 'desk'} thanks ${whom.name}`).sort()).toEqual([
      'Grace Wanjiru thanks Ben Okafor',
      'Olu Adebayo thanks Carla Nunes',
      'Sam Castell thanks Ben Okafor',
      'Tom Adeyemi thanks Carla Nunes',
    ])
  })

  test('Rule 32: customers say how they were looked after, one of them no; another is asked and has not said', async () => {
    expect((await issue('upload speed is a joke')).rating).toMatchObject({ choice: 'badly' })
    expect((await issue('A TV package')).rating).toMatchObject({ choice: 'partly' })
    expect((await issue('Student discount')).rating).toBeNull()
    const { items } = await as('Ben').get<Page<NoticeAnswer>>('/notices?limit=200')
    expect(items.map(({ word }) => word)).toContain('rated_badly')
  })

  test('Rule 33: the log says of everything who, when and from where', async () => {
    const { items } = await as('Priya').get<Page<EventAnswer>>(`/issues/${numberOf('A TV package')}/events?limit=200`)
    expect(items.length).toBeGreaterThan(60)
    expect(new Set(items.map(({ from }) => from))).toEqual(new Set(['clock', 'desk', 'email', 'portal']))
  })
})
