import { expect, test } from 'vitest'
import type { ReturnAnswer } from '../../../../src/contract/answers.ts'
import { instant } from '../../../../src/core/time/instant.ts'
import { happenedOn } from './happened.ts'

type Step = ReturnAnswer['issues'][number]['promises'][number]

const [eleven, twelve, three] = [
  instant('2026-11-19T11:00:00Z'),
  instant('2026-11-19T12:00:00Z'),
  instant('2026-11-19T15:00:00Z'),
] as const
const saying = { me: 'ben', moment: (at: string) => at.slice(11, 16) }
const step = (became: Step['became'], at: Step['at'], by: Step['by'] = { kind: 'desk' }): Step => ({
  what: null,
  kind: 'answer',
  due: eleven,
  became,
  at,
  by,
})
const carla = { kind: 'member', id: 'carla', name: 'Carla Nunes' } as const

test('Rule 15: promises and words stand together, in the order of time', () => {
  const wrote = { id: 'w', at: twelve, direction: 'out' as const, author: 'Carla Nunes', begin: 'Sorry, Ana.' }
  const all = happenedOn(
    { promises: [step('broken', eleven), step('made_good', three, carla)], messages: [wrote] },
    saying,
  )
  expect(all.map(one => ('says' in one ? one.says : one.begin))).toEqual([
    'The promise of 11:00 was broken.',
    'Sorry, Ana.',
    'Carla Nunes made the broken promise of 11:00 good.',
  ])
})

test('what the reader did themselves begins with You; what was promised in words is said', () => {
  const made = { ...step('made', twelve, { ...carla, id: 'ben' }), what: 'The date of the technician' }
  const [only] = happenedOn({ promises: [made], messages: [] }, saying)
  expect(only).toMatchObject({ says: 'You promised word by 11:00: The date of the technician' })
})
