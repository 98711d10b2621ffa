import { describe, expect, test } from 'vitest'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { type Instant, instant } from '../../src/core/time/instant.ts'
import { headlineOf, stepsOf } from './answers.ts'
import { away, dayOf, onDay, say } from './times.ts'

const at = (text: string): Instant => instant(`${text}:00Z`)
const now = at('2026-11-17T12:00')

const answer = (more: Partial<PortalAnswer> = {}): PortalAnswer => ({
  company: 'Litoral Telecom',
  number: 1042,
  subject: 'Charged twice',
  phase: 'open',
  outcome: null,
  owner: { id: 'carla', name: 'Carla Nunes', hue: 2 },
  cover: null,
  introducedBy: null,
  next: { what: 'Look at your bill', due: at('2026-11-17T14:00'), state: 'open', kind: 'word' },
  hours: 'Monday to Friday, 09:00 to 17:00',
  zone: 'Europe/Madrid',
  resolution: null,
  cannotFix: null,
  confirmed: false,
  rating: null,
  live: null,
  meeting: null,
  path: [],
  escalation: { name: 'Lighthouse', meaning: 'Light it when you are lost.', open: null, over: null },
  messages: [],
  now,
  ...more,
})

describe('when do I hear?', () => {
  test('a running promise says by when, and how far away that is', () => {
    expect(headlineOf(answer(), 'Europe/Madrid')).toMatchObject({
      kind: 'hears',
      when: 'today by 15:00',
      there: null,
      away: 'in 2 hours',
    })
  })

  test('another day has its "on"', () => {
    const next = { what: null, due: at('2026-11-20T14:00'), state: 'open', kind: 'answer' } as const
    expect(headlineOf(answer({ next }), 'UTC')).toMatchObject({ when: 'on Friday by 14:00', away: 'in 3 days' })
  })

  test("in the reader's zone, with the desk's clock beside it", () => {
    expect(headlineOf(answer(), 'America/Lima')).toMatchObject({
      when: 'today by 09:00',
      there: 'That is 15:00 in Madrid.',
    })
  })

  test('Rule 14: a broken promise is said as it is', () => {
    const next = { what: null, due: at('2026-11-17T10:00'), state: 'broken', kind: 'answer' } as const
    const headline = headlineOf(answer({ next }), 'Europe/Madrid')
    expect(headline.kind).toBe('late')
    expect(JSON.stringify(headline)).toContain('today by 11:00, and have not kept it')
  })

  test('Rule 17: a proposal asks, and says when the owner asks again', () => {
    const next = { what: null, due: at('2026-11-20T10:00'), state: 'open', kind: 'follow_up' } as const
    expect(headlineOf(answer({ phase: 'proposed', next }), 'UTC')).toEqual({
      kind: 'solved?',
      text: 'Carla believes that it is solved. Is it?',
      more: 'Until you say so it stays open. Carla asks again on Friday.',
    })
  })

  test('a broken promise outweighs the question whether it is solved', () => {
    const next = { what: null, due: at('2026-11-17T10:00'), state: 'broken', kind: 'answer' } as const
    expect(headlineOf(answer({ phase: 'proposed', next }), 'UTC').kind).toBe('late')
  })

  test('Rule 18: closed without a word is never called solved', () => {
    const headline = headlineOf(answer({ phase: 'closed', outcome: 'unconfirmed', next: null }), 'UTC')
    expect(headline).toMatchObject({ kind: 'over', text: 'This is closed.' })
    expect(JSON.stringify(headline)).toContain('We never heard from you')
  })
})

describe('who says it?', () => {
  const cover = { id: 'ben', name: 'Ben Okafor', hue: 1, until: at('2026-11-18T09:00') }

  test('Rule 15: while the owner is away, the word is of who looks after it; later it is the owner’s again', () => {
    expect(headlineOf(answer({ cover }), 'UTC')).toMatchObject({ lead: 'You hear from Ben ' })
    const next = { what: null, due: at('2026-11-18T14:00'), state: 'open', kind: 'answer' } as const
    expect(headlineOf(answer({ cover, next }), 'UTC')).toMatchObject({ lead: 'You hear from Carla ' })
  })

  test('Rule 20: a check of a watch is a look of ours, and no word to wait for', () => {
    const next = { what: null, due: at('2026-12-01T09:00'), state: 'open', kind: 'watch' } as const
    const headline = headlineOf(answer({ phase: 'watching', confirmed: true, next }), 'UTC')
    expect(headline).toMatchObject({ lead: 'Carla looks again whether it holds ' })
  })

  test('Rule 19: what can not be fixed is said before anything else', () => {
    const cannotFix = { reason: 'The mast is gone.', alternative: 'A line by cable.', toldAt: at('2026-11-17T10:00') }
    expect(headlineOf(answer({ cannotFix }), 'UTC')).toMatchObject({
      text: expect.stringContaining('can not be fixed'),
    })
  })
})

describe('what happens next?', () => {
  test('the next step is always among the steps, once', () => {
    const path = [
      { kind: 'word' as const, what: 'Look at your bill', at: at('2026-11-17T14:00'), state: 'ahead' as const },
    ]
    expect(stepsOf(answer({ path }), 'UTC')).toHaveLength(1)
    expect(stepsOf(answer({ path: [] }), 'UTC').map(step => step.what)).toEqual(['Look at your bill'])
  })

  test('a promise by policy says what its kind means', () => {
    const next = { what: null, due: at('2026-11-17T14:00'), state: 'open', kind: 'introduction' } as const
    expect(stepsOf(answer({ next }), 'UTC')[0]?.what).toBe('A first word from Carla, who has it now')
  })

  test('what was due and did not come is late, and stands after what is done', () => {
    const path = [
      { kind: 'word' as const, what: 'Later', at: at('2026-11-17T10:00'), state: 'ahead' as const },
      { kind: 'meeting' as const, what: 'Done', at: at('2026-11-17T11:00'), state: 'done' as const },
    ]
    expect(stepsOf(answer({ path, next: null }), 'UTC').map(step => step.state)).toEqual(['done', 'late'])
  })
})

describe('times', () => {
  test('days by their nearness', () => {
    const day = (text: string): string => dayOf(Date.parse(at(text)), Date.parse(now), 'UTC')
    expect(day('2026-11-17T23:00')).toBe('today')
    expect(day('2026-11-18T00:00')).toBe('tomorrow')
    expect(day('2026-11-16T23:59')).toBe('yesterday')
    expect(day('2026-11-20T09:00')).toBe('Friday')
    expect(day('2026-11-10T09:00')).toBe('Tuesday 10 November')
    expect(day('2027-01-12T09:00')).toBe('12 January 2027')
  })

  test('midnight is the reader’s, not the server’s', () => {
    expect(dayOf(Date.parse(at('2026-11-17T23:30')), Date.parse(now), 'Europe/Madrid')).toBe('tomorrow')
  })

  test('within a sentence a day has its "on"', () => {
    expect(onDay(at('2026-11-20T09:00'), now, 'UTC')).toBe('on Friday')
    expect(onDay(at('2026-11-17T14:00'), now, 'UTC')).toBe('today')
  })

  test('the same clock is said once, though the zones have two names', () => {
    expect(say(at('2026-11-17T14:00'), now, 'Europe/Paris', 'Europe/Madrid').there).toBeNull()
  })

  test('how far away, in whole units', () => {
    const from = (text: string): string => away(at(text), now)
    expect([
      from('2026-11-17T12:00'),
      from('2026-11-17T12:01'),
      from('2026-11-17T14:00'),
      from('2026-11-19T13:00'),
      from('2026-11-17T11:00'),
    ]).toEqual(['in a moment', 'in 1 minute', 'in 2 hours', 'in 2 days', '1 hour ago'])
  })
})
