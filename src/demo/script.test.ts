import { expect, test } from 'vitest'
import { instant } from '../core/time/instant.ts'
import { calendarAround } from './company.ts'
import { customers } from './customers.ts'
import { ofKind, story } from './script.ts'
import { timesAround } from './when.ts'

const now = instant('2026-11-24T11:00:00+01:00')
const times = timesAround(now, calendarAround(now))

test('each thing happens a minute after the one before, unless the story says when', () => {
  const told = story('A story', customers.ana, ({ at, day, after, customer: ana, ben }) => {
    at(day(-2, '10:00'))
    ana.mails('Hello', 'It does not work.')
    ben.takes()
    after(20)
    ben.notes('I look.')
  }).tell(times)
  expect(told.map(({ verb, at }) => [verb, at])).toEqual([
    ['Ana Ruiz mails', instant('2026-11-20T10:00:00+01:00')],
    ['ben takes it', instant('2026-11-20T10:01:00+01:00')],
    ['ben notes', instant('2026-11-20T10:22:00+01:00')],
  ])
})

test('a story that goes back in time, or beyond now, says where', () => {
  const back = story('Backwards', customers.ana, ({ at, day, ben }) => {
    at(day(-2, '10:00'))
    ben.notes('First.')
    at(day(-3, '10:00'))
  })
  expect(() => back.tell(times)).toThrow('"Backwards", somewhere')
  const ahead = story('Ahead', customers.ana, ({ at, day, ben }) => {
    at(day(1, '10:00'))
    ben.notes('Not yet.')
  })
  expect(() => ahead.tell(times)).toThrow('is still ahead of')
  expect(() => story('Timeless', customers.ana, ({ ben }) => ben.notes('When?')).tell(times)).toThrow('at which time')
})

test('Rule 28: whoever of the company acts first on an issue says of which kind it is, once for each issue', () => {
  const told = ofKind('Bills')(
    story('Two bills', customers.ana, ({ at, day, after, customer: ana, ben, carla }) => {
      at(day(-2, '10:00'))
      ana.mails('A bill', 'It is wrong.')
      ben.takes()
      ben.notes('I look.')
      after(20)
      ana.calls(carla, 'Another bill', 'It is wrong, too.')
    }),
  ).tell(times)
  expect(told.map(({ verb }) => verb)).toEqual([
    'Ana Ruiz mails',
    'ben takes it',
    'ben says that it is of "Bills"',
    'ben notes',
    'Ana Ruiz calls',
    'carla says that it is of "Bills"',
  ])
  expect(told.filter(({ opens }) => opens).map(({ verb }) => verb)).toEqual(['Ana Ruiz mails', 'Ana Ruiz calls'])
})
