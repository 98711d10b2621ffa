import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IssueRow, MeasureByAnswer, MeasuresAnswer, Page } from '../../src/contract/answers.ts'
import { type Happening, type Life, oneLife } from './one-life.ts'

let life: Life
beforeAll(async () => {
  life = await oneLife()
}, 120_000)
afterAll(() => life.server.stop())

const get = <T>(path: string): Promise<T> => life.server.member('Ada').get<T>(path)

/**
 * Who had each, how it came, and its kind: `well`, `circle`, `asked` and `silent` Support by mail; `again` Support by phone;
 * `conceded` and `moved` Plans by mail; `dropped` Plans by mail, a wrong bill; `back` Plans by phone, a wrong bill; `handed`
 * Support, then Plans, by mail. Spam counts nowhere. Each figure as `part of whole`, counted from what happens in `oneLife`.
 */
const byHand: Record<
  string,
  [all: string, support: string, plans: string, bills: string, phone: string, mail: string]
> = {
  // Decided are well, dropped, circle, again, back and silent.
  champion: ['1 of 6', '1 of 4', '0 of 2', '0 of 2', '0 of 2', '1 of 4'],
  // Kept: well 1, handed 2, circle 5, again 2, back 4, asked 2, conceded 2, silent 1. Broken: dropped 1. Moved: moved 1.
  promises_kept: ['19 of 20', '13 of 13', '8 of 9', '4 of 5', '6 of 6', '13 of 14'],
  promises_moved: ['1 of 21', '0 of 13', '1 of 10', '0 of 5', '0 of 6', '1 of 15'],
  broken_made_good: ['1 of 1', '0 of 0', '1 of 1', '1 of 1', '0 of 0', '1 of 1'],
  // Handed once, circle to Priya and back.
  changes_of_hands: ['3 of 10', '3 of 6', '1 of 5', '0 of 2', '0 of 2', '3 of 8'],
  handoffs_met: ['1 of 1', '1 of 1', '1 of 1', '0 of 0', '0 of 0', '1 of 1'],
  // Circle's offer expired; one of handed was declined, one met.
  offers_unanswered: ['1 of 3', '1 of 3', '0 of 2', '0 of 0', '0 of 0', '1 of 3'],
  passed_unmet: ['0 of 2', '0 of 2', '0 of 1', '0 of 0', '0 of 0', '0 of 2'],
  circles: ['1 of 10', '1 of 6', '0 of 5', '0 of 2', '0 of 2', '1 of 8'],
  huddled: ['1 of 10', '1 of 6', '0 of 5', '0 of 2', '0 of 2', '1 of 8'],
  first_owner: ['1 of 1', '1 of 1', '0 of 0', '0 of 0', '0 of 0', '1 of 1'],
  confirmed: ['1 of 1', '1 of 1', '0 of 0', '0 of 0', '0 of 0', '1 of 1'],
  // Over once, or put to her as solved, were well and back.
  denied: ['1 of 2', '0 of 1', '1 of 1', '1 of 1', '1 of 1', '0 of 1'],
  recurred: ['1 of 2', '0 of 1', '1 of 1', '1 of 1', '1 of 1', '0 of 1'],
  escalated: ['1 of 10', '0 of 6', '1 of 5', '1 of 2', '0 of 2', '1 of 8'],
  assists_moved: ['1 of 1', '1 of 1', '0 of 0', '0 of 0', '0 of 0', '1 of 1'],
  assists_declined: ['1 of 2', '1 of 2', '0 of 0', '0 of 0', '0 of 0', '1 of 2'],
  silent_too_long: ['1 of 10', '1 of 6', '0 of 5', '0 of 2', '0 of 2', '1 of 8'],
  told_again: ['1 of 10', '1 of 6', '0 of 5', '0 of 2', '1 of 2', '0 of 8'],
  rated_well: ['1 of 1', '1 of 1', '0 of 0', '0 of 0', '0 of 0', '1 of 1'],
  rating_answered: ['1 of 1', '1 of 1', '0 of 0', '0 of 0', '0 of 0', '1 of 1'],
  within_limit: ['1 of 2', '0 of 0', '1 of 2', '0 of 0', '0 of 0', '1 of 2'],
}

/** Medians in minutes, in the same order; null: of nothing. */
const medians: Record<string, (number | null)[]> = {
  // From Tuesday ten to Monday noon 2040, four times; of handed 2010, circle 1950 and 1860, dropped 1530; six on Thursday 1080.
  promised_span: [1695, 1905, 1305, 1305, 1080, 1860],
  // Offered at ten, greeted at half past.
  greeting_time: [30, 30, 30, null, null, 30],
  // From Wednesday ten to Friday noon, and nobody has.
  alarm_answered: [3000, null, 3000, 3000, null, 3000],
  // Well 0, back 600, circle 780, handed 930, again, asked and conceded 960, dropped 1050, moved 1380, silent 1560.
  longest_silence: [960, 945, 960, 825, 780, 960],
}

const everybody: Happening[] = [
  'well',
  'dropped',
  'handed',
  'circle',
  'again',
  'back',
  'asked',
  'conceded',
  'silent',
  'moved',
]
const but = (...out: Happening[]): Happening[] => everybody.filter(one => !out.includes(one))

/** The issues behind each figure, by its sides. */
const behind: Record<string, Record<string, Happening[]>> = {
  champion: {
    part: ['well'],
    rest: ['dropped', 'circle', 'again', 'back', 'silent'],
    told_again: ['again'],
    broken: ['dropped'],
    passed: ['circle'],
    silent: ['silent'],
    unconfirmed: [],
    recurred: ['back'],
  },
  promises_kept: { part: but('dropped', 'moved'), rest: ['dropped'] },
  promises_moved: { part: ['moved'], rest: but('moved') },
  broken_made_good: { part: ['dropped'], rest: [] },
  promised_span: { all: everybody },
  changes_of_hands: { part: ['handed', 'circle'], rest: but('handed', 'circle'), all: everybody },
  handoffs_met: { part: ['handed'], rest: [] },
  offers_unanswered: { part: ['circle'], rest: ['handed'] },
  passed_unmet: { part: [], rest: ['handed', 'circle'] },
  circles: { part: ['circle'], rest: but('circle') },
  huddled: { part: ['circle'], rest: but('circle') },
  greeting_time: { all: ['handed'] },
  first_owner: { part: ['well'], rest: [] },
  confirmed: { part: ['well'], rest: [], unconfirmed: [], unreachable: [], cannot_fix: [] },
  denied: { part: ['back'], rest: ['well'] },
  recurred: { part: ['back'], rest: ['well'] },
  escalated: { part: ['dropped'], rest: but('dropped') },
  alarm_answered: { all: ['dropped'] },
  assists_moved: { part: ['asked'], rest: [] },
  assists_declined: { part: ['asked'], rest: ['asked'] },
  silent_too_long: { part: ['silent'], rest: but('silent') },
  longest_silence: { all: everybody },
  told_again: { part: ['again'], rest: but('again') },
  rated_well: { part: ['well'], rest: [] },
  rating_answered: { part: ['well'], rest: [] },
  within_limit: { part: ['conceded'], rest: ['conceded'] },
  lessons_adopted: { part: [], rest: [] },
  lessons_kept: { part: [], rest: [] },
}

type Counts = { count: number | null; of: number }
const said = ({ count, of }: Counts): string => `${count} of ${of}`

/** A figure of everything, of both teams, of wrong bills, by phone and by mail. */
async function inEachWay<T>(name: string, take: (figure: MeasureByAnswer['whole']) => T): Promise<(T | undefined)[]> {
  const by = async (grouping: string) => get<MeasureByAnswer>(`/measures/${name}?by=${grouping}`)
  const [team, kind, channel] = [await by('team'), await by('kind'), await by('channel')]
  const of = ({ rows }: MeasureByAnswer, says: string): T | undefined => {
    const row = rows.find(one => one.says === says)
    return row && take(row.figure)
  }
  return [
    take(team.whole),
    of(team, 'Support'),
    of(team, 'Plans'),
    of(kind, 'Wrong bill'),
    of(channel, 'phone'),
    of(channel, 'email'),
  ]
}

describe('DESIGN section 8: each measure, counted by hand', () => {
  test('every measure of issues is in the tables', async () => {
    const { measures, period } = await get<MeasuresAnswer>('/measures')
    const names = measures.map(({ name }) => name)
    expect(Object.keys(behind).toSorted()).toEqual(names.toSorted())
    const counted = [...Object.keys(byHand), ...Object.keys(medians), 'lessons_adopted', 'lessons_kept']
    expect(counted.toSorted()).toEqual(names.toSorted())
    expect(period).toMatchObject({ issues: 10, undecided: 4 })
  })

  test.each(Object.keys(byHand))('%s: of everything, by team, kind and channel', async name => {
    expect(await inEachWay(name, said)).toEqual(byHand[name])
  })

  test.each(Object.keys(medians))('%s: of everything, by team, kind and channel', async name => {
    const values = await inEachWay(name, ({ value }) => value)
    expect(values.map(value => value ?? null)).toEqual(medians[name])
  })

  test.each(Object.keys(behind))('%s: behind its figure are the very issues', async name => {
    const { measures } = await get<MeasuresAnswer>('/measures')
    const figure = measures.find(measure => measure.name === name)?.figure
    for (const [side, expected] of Object.entries(behind[name] ?? {})) {
      const { items } = await get<Page<IssueRow>>(`/measures/${name}/issues?side=${side}`)
      const numbers = expected.map(one => life.numbers[one]).toSorted((one, other) => other - one)
      expect(
        items.map(({ number }) => number),
        side,
      ).toEqual(numbers)
      const reason = figure?.parts.find(part => part.name === side)
      if (reason) expect(reason.count).toBe(numbers.length)
    }
  })

  test('a page of issues goes on where the last one ended', async () => {
    const first = await get<Page<IssueRow>>('/measures/circles/issues?side=rest&limit=4')
    const second = await get<Page<IssueRow>>(`/measures/circles/issues?side=rest&limit=4&cursor=${first.next}`)
    const third = await get<Page<IssueRow>>(`/measures/circles/issues?side=rest&limit=4&cursor=${second.next}`)
    expect([first, second, third].map(({ items }) => items.length)).toEqual([4, 4, 1])
    expect(third.next).toBeNull()
    const numbers = [first, second, third].flatMap(({ items }) => items.map(({ number }) => number))
    expect(new Set(numbers).size).toBe(9)
  })

  test('a team, a kind or a channel alone is what its row says', async () => {
    const alone = async (query: string): Promise<string[]> => {
      const { measures } = await get<MeasuresAnswer>(`/measures?${query}`)
      return Object.keys(byHand).map(name =>
        said(measures.find(one => one.name === name)?.figure ?? { count: 0, of: 0 }),
      )
    }
    const column = (place: number): (string | undefined)[] => Object.values(byHand).map(row => row[place])
    expect(await alone(`team=${life.server.team('Support')}`)).toEqual(column(1))
    expect(await alone(`team=${life.server.team('Plans')}`)).toEqual(column(2))
    expect(await alone(`kind=${life.kind}`)).toEqual(column(3))
    expect(await alone('channel=phone')).toEqual(column(4))
    expect(await alone('channel=email')).toEqual(column(5))
  })

  test('every figure of something has its interval, and says that it is of few', async () => {
    const { measures } = await get<MeasuresAnswer>('/measures')
    for (const { name, figure } of measures) {
      expect(figure.small, name).toBe(true)
      expect([figure.value, figure.low, figure.high].filter(one => one === null).length % 3, name).toBe(0)
      if (figure.value === null) expect(figure.of, name).toBe(0)
      else {
        expect(figure.low, name).toBeLessThanOrEqual(figure.value)
        expect(figure.high, name).toBeGreaterThanOrEqual(figure.value)
      }
    }
    // Wilson, of 19 of 20.
    const kept = measures.find(({ name }) => name === 'promises_kept')?.figure
    expect(kept).toMatchObject({ value: 0.95, low: expect.closeTo(0.7639, 4), high: expect.closeTo(0.9911, 4) })
  })

  test('the CSV says the same, line by line', async () => {
    const linesOf = async (query: string): Promise<string[]> => {
      const { text } = await life.server.member('Ada').raw('GET', `/api/v1/measures.csv${query}`)
      return text.trim().split(/\r?\n/).slice(1)
    }
    const quoted = (words: string): string => (words.includes(',') ? `"${words}"` : words)
    const { measures } = await get<MeasuresAnswer>('/measures')
    expect(await linesOf('')).toEqual(
      measures.map(({ name, says, unit, figure: { value, low, high, count, of } }) =>
        [name, quoted(says), 'all', value, low, high, count, of, unit].join(','),
      ),
    )
    const byTeam = await get<MeasureByAnswer>('/measures/told_again?by=team')
    expect((await linesOf('?by=team')).filter(line => line.startsWith('told_again'))).toEqual(
      byTeam.rows.map(({ says, figure: { value, low, high, count, of } }) =>
        ['told_again', byTeam.says, says, value, low, high, count, of, 'share'].join(','),
      ),
    )
  })

  test('mine: what Carla owned, by measures that say nothing of how fast or how much she is', async () => {
    const { measures, period } = await life.server.member('Carla').get<MeasuresAnswer>('/measures?mine=true')
    expect(period.issues).toBe(5)
    for (const { name, figure } of measures) expect(said(figure), name).toBe(byHand[name]?.[2])
    expect(measures.map(({ name }) => name)).not.toContain('longest_silence')
    const { status, body } = await life.server.member('Carla').send('GET', '/measures/longest_silence?mine=true')
    expect([status, body]).toEqual([404, expect.objectContaining({ detail: expect.stringContaining('Rule 32') })])
  })
})
