import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  at,
  begin,
  ben,
  carla,
  dana,
  type Example,
  handToHand,
  maya,
  priya,
  ravi,
  seniorTechnician,
  sevenMonths,
  sixLanes,
  twoHours,
  withHelp,
} from './example.ts'
import { officeHours } from './hours.ts'
import { boxOf } from './labels.ts'
import { layOut } from './layout.ts'
import type { Shapes } from './shapes.ts'

const known = { members: [ben, carla, dana, priya, ravi, maya] }
const draw = ({ issue, messages, events }: Example, now: string, width = 860): Shapes =>
  layOut(issue, messages, events, { now: at(now), width, zone: 'UTC', hours: officeHours('UTC'), known })

const texts = (shapes: Shapes): string[] => shapes.labels.map(label => label.text)

describe('lanes', () => {
  test('each owner has a lane in the order in which they came', () => {
    expect(draw(sixLanes(), '5 Nov 11:00').lanes.map(lane => lane.name)).toEqual([
      'Ben Okafor',
      'Carla Nunes',
      'Dana Kim',
      'Priya Raman',
      'Ravi Singh',
      'Maya Lindqvist',
    ])
  })

  test('Rule 8: whom it is offered to has a lane that is marked as not theirs yet', () => {
    const lanes = draw(sixLanes(), '5 Nov 11:00').lanes
    expect(lanes.filter(lane => !lane.owned).map(lane => lane.name)).toEqual(['Maya Lindqvist'])
  })

  test('somebody who gets it back runs in their own lane again', () => {
    const story = begin(ben, '3 Nov 09:00')
      .moves(carla, '4 Nov 09:00', 'takeover')
      .moves(ben, '5 Nov 09:00', 'takeover')
    expect(draw(story.example, '5 Nov 12:00').lanes.map(lane => lane.name)).toEqual(['Ben Okafor', 'Carla Nunes'])
  })

  test('more than six people share, and the lane says how many', () => {
    const story = begin(ben, '2 Nov 09:00')
    for (let n = 1; n <= 8; n += 1)
      story.moves({ id: `m${n}`, name: `Member ${n}`, hue: 3 }, `${n + 2} Nov 09:00`, 'takeover')
    const { lanes } = draw(story.example, '12 Nov 09:00')
    expect(lanes).toHaveLength(6)
    expect(lanes[0]?.name).toBe('Member 3 +3')
  })
})

describe('meetings', () => {
  test('Rule 8: only hand to hand has a circle', () => {
    const { meetings, steps } = draw(sixLanes(), '5 Nov 11:00')
    expect(meetings.map(meeting => meeting.to)).toEqual(['Dana Kim', 'Ravi Singh'])
    expect(steps.map(step => step.way)).toEqual(['claim', 'takeover'])
  })

  test('the circle stands between the lanes, at the moment of the greeting', () => {
    const { meetings, lanes, dots } = draw(handToHand(), '17 Nov 13:00')
    const [from, to] = lanes
    expect(meetings[0]?.y).toBe(((from?.y ?? 0) + (to?.y ?? 0)) / 2)
    const greeting = dots.find(dot => dot.y === to?.y)
    expect(Math.abs((greeting?.x ?? 0) - (meetings[0]?.x ?? 99))).toBeLessThan(3)
  })
})

describe('promises', () => {
  test('Rule 14: a promise made good shows when it broke and when it was made good', () => {
    const { fates, owed } = draw(seniorTechnician(), '4 Nov 17:10')
    const broken = fates.find(fate => fate.state === 'made_good')
    expect(owed).toHaveLength(1)
    expect(broken?.good?.x).toBeGreaterThan(broken?.x ?? Number.POSITIVE_INFINITY)
  })

  test('Rule 13: what is owed lies over everybody who owed it', () => {
    const { owed, lanes } = draw(sixLanes(), '5 Nov 11:00')
    const heights = ['Dana Kim', 'Priya Raman', 'Ravi Singh'].map(
      name => (lanes.find(lane => lane.name === name)?.y ?? 0) - 11,
    )
    expect(owed.map(piece => piece.y)).toEqual(heights)
  })

  test('a running promise lies ahead of now', () => {
    const { fates, now } = draw(twoHours(), '3 Nov 11:05')
    expect(fates.find(fate => fate.state === 'open')?.x).toBeGreaterThan(now?.x ?? Number.POSITIVE_INFINITY)
  })

  test('fates that fall together stand one above the other', () => {
    const story = begin(ben, '3 Nov 09:00')
    for (let n = 0; n < 3; n += 1) story.promises(ben, '3 Nov 09:00', '3 Nov 12:00', 'open')
    const { fates } = draw(story.example, '3 Nov 10:00')
    expect(new Set(fates.map(fate => fate.y)).size).toBe(3)
    expect(Math.min(...fates.map(fate => fate.y))).toBeGreaterThan(36)
  })
})

describe('offers', () => {
  test('Rule 7: an offer that expired or was declined leaves the lane and ends under it', () => {
    const { offerMarks, lanes } = draw(seniorTechnician(), '4 Nov 17:10')
    expect(offerMarks.map(mark => mark.how)).toEqual(['expired', 'declined'])
    for (const mark of offerMarks) expect(mark.y).toBeGreaterThan(lanes[0]?.y ?? 0)
  })

  test('they are named', () => {
    expect(texts(draw(seniorTechnician(), '4 Nov 17:10')).join()).toContain('Dana Kim declined')
  })

  test('the last handoff is drawn from the issue alone while the log is on its way', () => {
    const { issue, messages } = sixLanes()
    expect(draw({ issue, messages, events: [] }, '5 Nov 11:00').offerMarks.map(mark => mark.how)).toEqual(['open'])
  })
})

describe('contacts and silence', () => {
  test("the customer's are told apart from ours, and what did not come through from both", () => {
    const { dots } = draw(sixLanes(), '5 Nov 11:00')
    expect(dots[0]?.by).toBe('customer')
    expect(dots.filter(dot => !dot.came)).toHaveLength(1)
  })

  test('Rule 13: notes and automatic mail are no contact', () => {
    const story = begin(ben, '3 Nov 09:00')
      .says(ben, '3 Nov 09:10', { direction: 'note' })
      .says(ben, '3 Nov 09:20', { author: { kind: 'desk' } })
      .says(ben, '3 Nov 09:30', { direction: 'in', author: { kind: 'machine', name: 'mailer-daemon' } })
    expect(draw(story.example, '3 Nov 10:00').dots).toHaveLength(1)
  })

  test('a silence says how long it lasted, and that it still lasts', () => {
    expect(texts(draw(handToHand(), '17 Nov 13:00'))).toContain('7 d 1 h without a word, still')
  })

  test('an unanswered call does not end a silence', () => {
    const story = begin(ben, '2 Nov 09:00').says(ben, '4 Nov 09:00', {
      channel: 'phone',
      call: { direction: 'out', outcome: 'not_reached' },
    })
    expect(texts(draw(story.example, '6 Nov 09:00'))).toContain('4 days without a word, still')
  })

  test('a weekend alone is no silence, nor the time in which it was closed', () => {
    expect(draw(begin(ben, '6 Nov 16:00').example, '9 Nov 09:30').silences).toEqual([])
    const closed = begin(ben, '2 Nov 09:00')
      .turns('Proposed', '2 Nov 10:00')
      .closes('2 Nov 11:00')
      .reopens('30 Nov 09:00')
    expect(draw(closed.example, '30 Nov 10:00').silences).toEqual([])
  })

  test('who had it before it was closed does not carry it after it came back', () => {
    const story = begin(ben, '2 Nov 09:00')
      .moves(carla, '2 Nov 10:00', 'claim')
      .closes('3 Nov 11:00')
      .reopens('5 Nov 09:00')
    const { bars, lanes, sentence } = draw(story.example, '5 Nov 12:00')
    const [first] = lanes
    expect(bars.filter(bar => bar.d.includes(` ${first?.y}H`))).toHaveLength(1)
    expect(bars).toHaveLength(3)
    expect(sentence).toContain('closed once, and came back')
  })

  test('while it was closed nobody carried it', () => {
    const closed = begin(ben, '2 Nov 09:00').closes('2 Nov 11:00').reopens('4 Nov 09:00')
    expect(draw(closed.example, '4 Nov 12:00').bars).toHaveLength(2)
  })
})

describe('now, nights and the alarm', () => {
  test('now stands at now, and a closed issue has none', () => {
    const { now, plot } = draw(handToHand(), '17 Nov 13:00')
    expect(now?.x).toBeLessThan(plot.x2)
    expect(draw(begin(ben, '2 Nov 09:00').closes('3 Nov 11:00').example, '9 Nov 09:00').now).toBeNull()
  })

  test('nights and weekends are shaded by the hours of the desk', () => {
    const { shades } = draw(seniorTechnician(), '4 Nov 17:10')
    // The night of the 3rd, the evening and night of the 4th.
    expect(shades).toHaveLength(2)
  })

  test('days too narrow to tell apart are not shaded', () => {
    const year = begin(ben, '2 Jan 09:00').hears('3 Mar 09:00').hears('3 Jun 09:00').hears('3 Sep 09:00')
    expect(draw(year.example, '3 Dec 09:00', 420).shades).toEqual([])
  })

  test('the alarm is light from when it was raised, stronger until somebody answered', () => {
    const [light] = draw(seniorTechnician(), '4 Nov 17:10').lights
    expect(light?.answered).toBeGreaterThan(light?.x ?? Number.POSITIVE_INFINITY)
    expect((light?.x ?? 0) + (light?.w ?? 0)).toBeGreaterThan(light?.answered ?? Number.POSITIVE_INFINITY)
  })
})

describe('beside the baton', () => {
  const shapes = draw(withHelp(), '5 Nov 17:00')

  test('Rule 16: help that moved comes back to the lane; what was silent stops beside it, and the bar goes on', () => {
    const [lane] = shapes.lanes
    const [moved, silent] = shapes.errandMarks
    expect(shapes.lanes).toHaveLength(1)
    expect(shapes.bars).toHaveLength(1)
    expect(moved).toMatchObject({ how: 'moved' })
    expect(silent).toMatchObject({ how: 'silent' })
    expect((silent?.y ?? 0) - (lane?.y ?? 0)).toBeGreaterThan((moved?.y ?? 0) - (lane?.y ?? 0))
    expect(shapes.points.map(({ text }) => text)).toContain(
      'What Ravi Singh was asked came back by itself: nothing had moved',
    )
  })

  test('Rule 24: each call of the alarm is a mark on its light, until a person answered', () => {
    const [light] = shapes.lights
    expect(light?.calls).toHaveLength(2)
    expect(light?.calls.every(call => call >= (light?.x ?? 0) && call <= (light?.answered ?? 0))).toBe(true)
    expect(shapes.points.map(({ text }) => text)).toContain('The alarm called Priya Raman')
  })

  test('Rule 11: a huddle stands where it was called, and is told', () => {
    expect(shapes.huddles).toMatchObject([{ settled: true }])
    expect(shapes.points.map(({ text }) => text)).toContain("The huddle settled that it is Ben Okafor's")
  })
})

describe('for who reads', () => {
  test('the sentence says who had it, what became of promises, and the longest silence', () => {
    const { sentence } = draw(handToHand(), '17 Nov 13:00')
    expect(sentence).toContain('Ben Okafor had it from 3 Nov to 10 Nov, then Carla Nunes has had it since 10 Nov')
    expect(sentence).toContain('3 kept, 1 running')
    expect(sentence).toContain('7 d 1 h')
  })

  test('every contact, promise and turn is a point with words, in order', () => {
    const { points } = draw(sevenMonths(), '18 Nov 13:00')
    const { messages, issue } = sevenMonths()
    expect(points.filter(point => point.kind === 'contact')).toHaveLength(messages.length)
    expect(points.filter(point => point.kind === 'promise')).toHaveLength(issue.promises.length)
    expect(points.map(point => point.at)).toEqual(points.map(point => point.at).sort((a, b) => a - b))
  })
})

const stories: [string, () => Example, string][] = [
  ['hand to hand', handToHand, '17 Nov 13:00'],
  ['senior technician', seniorTechnician, '4 Nov 17:10'],
  ['two hours', twoHours, '3 Nov 11:05'],
  ['seven months', sevenMonths, '18 Nov 13:00'],
  ['six lanes', sixLanes, '5 Nov 11:00'],
  ['with help', withHelp, '5 Nov 17:00'],
]

describe.each(stories)('%s, at every width', (_name, story, now) => {
  const widths = [320, 358, 480, 619, 620, 860, 1280]

  test('no text lies over another, and none leaves the picture', () => {
    for (const width of widths) {
      const { labels, ticks, height } = draw(story(), now, width)
      const boxes = labels.map(label => boxOf(label.text, label))
      for (const [n, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.w).toBeLessThanOrEqual(width)
        expect(box.y + box.h).toBeLessThanOrEqual(height)
        const over = boxes.filter(
          (other, m) =>
            m !== n &&
            box.x < other.x + other.w &&
            other.x < box.x + box.w &&
            box.y < other.y + other.h &&
            other.y < box.y + box.h,
        )
        expect(over).toEqual([])
      }
      for (const [n, tick] of ticks.entries()) expect(tick.x).toBeGreaterThan(ticks[n - 1]?.x ?? -1)
    }
  })

  test('everything stands inside the picture', () => {
    for (const width of widths) {
      const { fates, dots, points, meetings, errandMarks, huddles, height } = draw(story(), now, width)
      for (const mark of [...fates, ...dots, ...points, ...meetings, ...errandMarks, ...huddles]) {
        expect(mark.x).toBeGreaterThanOrEqual(0)
        expect(mark.x).toBeLessThanOrEqual(width)
        expect(mark.y).toBeGreaterThan(0)
        expect(mark.y).toBeLessThan(height)
      }
    }
  })
})

test('a picture of anything can be drawn: no number in it is broken', () => {
  const minutes = fc.integer({ min: 0, max: 400_000 })
  fc.assert(
    fc.property(
      fc.array(fc.record({ gap: minutes, what: fc.nat(7) }), { maxLength: 30 }),
      fc.integer({ min: 300, max: 1600 }),
      (steps, width) => {
        let when = Date.UTC(2026, 0, 5, 9)
        const stamp = (ms: number): string => {
          const date = new Date(ms)
          const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
          return `${date.getUTCDate()} ${month} ${date.toISOString().slice(11, 16)} ${date.getUTCFullYear()}`
        }
        const story = begin(ben, stamp(when))
        const states = ['kept', 'moved', 'broken', 'made_good', 'released', 'open'] as const
        for (const { gap, what } of steps) {
          const [made, due] = [stamp(when), stamp(when + (gap + 1) * 60_000)]
          when += gap * 60_000
          if (what < 6) story.promises(ben, made, due, states[what] ?? 'open', what === 5 || what === 2 ? null : due)
          else if (what === 6) story.hears(stamp(when)).says(ben, stamp(when))
          else story.offers(carla, made).ends('expired', stamp(when))
        }
        const { issue, messages, events } = story.example
        const shapes = layOut(issue, messages, events, {
          now: at(stamp(when + 60_000)),
          width,
          zone: 'Europe/Madrid',
          hours: officeHours('Europe/Madrid'),
        })
        expect(JSON.stringify(shapes)).not.toMatch(/NaN|null,null|Infinity/)
        expect([...shapes.bars, ...shapes.arcs].every(({ d }) => !d.includes('NaN'))).toBe(true)
        expect(shapes.dots.every(dot => dot.x <= width)).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})

describe('what another desk had before', () => {
  const brought = (closedAt: string | null): Example => {
    const { issue, messages, events } = begin(ben, '3 Nov 09:00').example
    const imported = {
      source: 'ServiceNow',
      case: 'INC1',
      at: at('3 Nov 09:00'),
      closedAt: closedAt === null ? null : at(closedAt),
    }
    return { issue: { ...issue, openedAt: at('2 Jan 09:00'), imported }, messages, events }
  }
  const lengths = ({ bars }: Shapes) => bars.map(({ d }) => /H([\d.]+)$/.exec(d)?.[1]).map(Number)

  test('its line begins when it came here, and no silence of theirs is ours', () => {
    const here = draw(brought(null), '3 Nov 11:00')
    expect(here.silences).toEqual([])
    expect(here.ticks[0]?.text).toContain('3 Nov')
  })

  test('what was over there runs on from when it came back', () => {
    const story = brought('2 Nov 09:00')
    const back = {
      version: 2,
      type: 'IssueReopened',
      at: at('3 Nov 15:00'),
      by: { kind: 'desk' },
      from: 'api',
      data: {},
    }
    const shapes = draw({ ...story, events: [...story.events, back as (typeof story.events)[number]] }, '3 Nov 17:00')
    expect(shapes.sentence).toMatch(/came back/)
    expect(lengths(shapes)).toHaveLength(1)
    expect(shapes.bars[0]?.d).toMatch(/^M[4-9]\d\d/)
  })
})
