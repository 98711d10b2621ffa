import { describe, expect, test } from 'vitest'
import { timeGuess } from './guess.ts'

function verdictOn(texts: readonly string[]) {
  const guess = timeGuess()
  for (const text of texts) guess.see(text)
  return guess.verdict()
}

/** What the first of some times is read as. */
function readAs(texts: readonly string[]): string | null {
  const verdict = verdictOn(texts)
  const moment = { ms: 0, isLocal: false }
  const isRead = verdict.is === 'known' && verdict.read(texts[0] ?? '', moment)
  return isRead ? new Date(moment.ms).toISOString().slice(0, 19) : null
}

describe('the commonest ways to write a time are known', () => {
  test.each([
    [['2016-02-29T01:23:00+01:00'], '2016-02-29T00:23:00'],
    [['2016-02-29 01:23'], '2016-02-29T01:23:00'],
    [['29/2/2016 01:23', '1/2/2016 10:00'], '2016-02-29T01:23:00'],
    [['2/29/2016 01:23', '1/2/2016 10:00'], '2016-02-29T01:23:00'],
    [['29.02.2016 01:23:45'], '2016-02-29T01:23:45'],
    [['07-01-2013 08:17:17', '17-01-2013 08:17:17'], '2013-01-07T08:17:17'],
    [['2012/10/09 14:50:17.000'], '2012-10-09T14:50:17'],
    [['12/Mar/24 3:45 PM'], '2024-03-12T15:45:00'],
    [['29-Feb-16 01:23:45'], '2016-02-29T01:23:45'],
    [['29-FEB-16 01.23.45.123456 PM'], '2016-02-29T13:23:45'],
    [['29.02.2016 01.23'], '2016-02-29T01:23:00'],
    [['Feb 29, 2016 1:23 AM'], '2016-02-29T01:23:00'],
    [['29 February 2016, 01:23'], '2016-02-29T01:23:00'],
    [['Mon, 29 Feb 2016 01:23:45 +0100'], '2016-02-29T00:23:45'],
    [['Mon Feb 29 01:23:45 UTC 2016'], '2016-02-29T01:23:45'],
    [['2/29/2016 1:23:45 PM'], '2016-02-29T13:23:45'],
    [['29/02/2016'], '2016-02-29T00:00:00'],
    [['20160229'], '2016-02-29T00:00:00'],
    [['20160229012345'], '2016-02-29T01:23:45'],
    [['2016-2-9 1:23', '2016-12-10 11:23'], '2016-02-09T01:23:00'],
    [['1456709025'], '2016-02-29T01:23:45'],
    [['1456709025000'], '2016-02-29T01:23:45'],
    [['29/2/16 1:23'], '2016-02-29T01:23:00'],
  ])('%j', (texts, at) => {
    expect(readAs(texts)).toBe(at)
  })
})

describe('day and month', () => {
  test('are ambiguous while both could be a month', () => {
    const verdict = verdictOn(['3/3/2016 10:05', '3/4/2016 10:05', '12/11/2016 9:00'])
    expect(verdict).toMatchObject({ is: 'ambiguous', example: '3/4/2016 10:05' })
    expect(verdict.is === 'ambiguous' && verdict.formats.map(({ format }) => format)).toEqual([
      'd/M/yyyy H:mm',
      'M/d/yyyy H:mm',
    ])
  })

  test('are told apart by one that can be no month, however late it comes', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `${(at % 12) + 1}/4/2016 10:05`)
    expect(verdictOn(many).is).toBe('ambiguous')
    expect(verdictOn([...many, '13/4/2016 10:05'])).toMatchObject({ is: 'known', format: 'd/M/yyyy H:mm' })
    expect(verdictOn([...many, '4/13/2016 10:05'])).toMatchObject({ is: 'known', format: 'M/d/yyyy H:mm' })
  })

  test('that are the same in all times are no question', () => {
    expect(verdictOn(['3/3/2016 10:05', '4/4/2016 10:05'])).toMatchObject({ is: 'known' })
  })

  test('come before a year of two digits wherever they can', () => {
    const verdict = verdictOn(['10/11/12 9:00'])
    expect(verdict.is === 'ambiguous' && verdict.formats.map(({ format }) => format)).toEqual([
      ...['d/M/yy H:mm', 'M/d/yy H:mm'],
    ])
    expect(verdictOn(['70/11/12 9:00', '10/12/31 9:00'])).toMatchObject({ is: 'known', format: 'yy/M/d H:mm' })
  })
})

test('a few damaged times do not hide how the others are written', () => {
  const texts = Array.from({ length: 30 }, (_, at) => (at % 10 === 0 ? 'soon' : `${at + 1}/4/2016 10:05`))
  expect(verdictOn(texts)).toMatchObject({ is: 'known', format: 'd/M/yyyy H:mm' })
})

test.each([[['soon', 'later']], [['Accepted', 'Queued']], [['1', '2', '3']], [[]]])('%j are no times', texts => {
  expect(verdictOn(texts)).toEqual({ is: 'unknown' })
})
