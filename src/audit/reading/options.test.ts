import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { readingHelp, readingOf, readingOptions, readingUsage } from './options.ts'

const typed = (...args: string[]) => readingOf(parseArgs({ args, options: readingOptions }).values)

test('nothing typed leaves all to be guessed', () => {
  expect(typed()).toEqual({ options: { map: {}, timeFormat: null, zone: null, keepGoing: false } })
})

test('what was typed is what is meant, and an empty name that there is none', () => {
  const args = ['--case', 'SR Number', '--time', 'When', '--person', '', '--group', 'Team', '--status', 'S']
  expect(
    typed(...args, '--activity', 'A', '--time-format', 'd/M/yyyy H:mm', '--zone', 'Europe/Madrid', '--keep-going'),
  ).toEqual({
    options: {
      map: { case: 'SR Number', time: 'When', person: null, group: 'Team', status: 'S', activity: 'A' },
      timeFormat: 'd/M/yyyy H:mm',
      zone: 'Europe/Madrid',
      keepGoing: true,
    },
  })
})

test.each([
  [['--zone', 'Europe/Madird'], /"Europe\/Madird" is no time zone.*Europe\/Madrid/],
  [['--time-format', 'd/Q/yyyy'], /"Q" in the time format "d\/Q\/yyyy"/],
  [['--time-format', ''], /no year, month and day/],
  [['--time-format', "d/M/yyyy 'at H"], /quote is not closed/],
  [['--time-format', 'd/M/yyyy h:mm'], /AM or PM.*"H"/],
  [['--case', ''], /--case/],
  [['--time', ''], /--time/],
])('%j is wrong, and how to say it is said', (args, fault) => {
  expect(typed(...args)).toEqual({ fault: expect.stringMatching(fault) })
})

test('usage and help name every option', () => {
  for (const option of Object.keys(readingOptions)) expect(readingUsage).toContain(`--${option}`)
  expect(readingHelp).toContain('--keep-going')
})
