import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isImpossible, readerOf } from './format.ts'

const read = (text: string, format: string): { at: string; isLocal: boolean } | null => {
  const moment = { ms: 0, isLocal: false }
  if (!readerOf(format)(text, moment)) return null
  return { at: new Date(moment.ms).toISOString(), isLocal: moment.isLocal }
}

describe('tokens', () => {
  test.each([
    ['d/M/yyyy H:mm', '29/2/2016 01:23', '2016-02-29T01:23'],
    ['dd/MM/yyyy HH:mm', '29/2/2016 1:23', '2016-02-29T01:23'],
    ['d/M/yyyy H:mm', '09/02/2016 9:03', '2016-02-09T09:03'],
    ['M/d/yyyy h:mm a', '2/29/2016 1:23 PM', '2016-02-29T13:23'],
    ['M/d/yyyy h:mm a', '2/29/2016 12:05 am', '2016-02-29T00:05'],
    ['M/d/yyyy h:mma', '2/29/2016 12:05p.m.', '2016-02-29T12:05'],
    ['dd.MM.yy HH:mm:ss', '01.02.16 23:59:58', '2016-02-01T23:59:58'],
    ['d-M-yy', '1-2-71', '1971-02-01'],
    ['yyyyMMddHHmmss', '20160229012345', '2016-02-29T01:23:45'],
    ['yyyyMMddHHmmssSSS', '20160229012345678', '2016-02-29T01:23:45.678'],
    ['yyyy/MM/dd HH:mm:ss.SSS', '2012/10/09 14:50:17.000', '2012-10-09T14:50:17'],
    ['yyyy-MM-dd HH:mm:ss,S', '2012-10-09 14:50:17,123456789', '2012-10-09T14:50:17.123'],
    ['dd/MMM/yy h:mm a', '12/Mar/24 3:45 PM', '2024-03-12T15:45'],
    ['d MMMM yyyy', '5 september 2020', '2020-09-05'],
    ['d MMM yyyy', '5 Sept. 2020', '2020-09-05'],
    ['MMM d, yyyy', 'MAY 5, 2020', '2020-05-05'],
    ['EEE, d MMM yyyy HH:mm:ss', 'Mon, 5 Oct 2020 10:11:12', '2020-10-05T10:11:12'],
    ['EEEE d.M.yyyy', 'Monday 5.10.2020', '2020-10-05'],
    ["yyyy-MM-dd'T'HH:mm", '2020-10-05T10:11', '2020-10-05T10:11'],
    ['yyyy-MM-ddTHH:mm', '2020-10-05T10:11', '2020-10-05T10:11'],
    ["d/M/yyyy 'at' H 'o''clock'", "5/10/2020 at 9 o'clock", '2020-10-05T09:00'],
    ['d/M/yyyy H:mm', '5/10/2020 9:30', '2020-10-05T09:30'],
    ['d/M/yyyy H:mm:ss', '30/6/2015 23:59:60', '2015-06-30T23:59:59'],
  ])('%s reads %s', (format, text, at) => {
    expect(read(text, format)).toEqual({
      at: new Date(`${at}${at.includes('T') ? 'Z' : ''}`).toISOString(),
      isLocal: true,
    })
  })

  test.each([
    ['d/M/yyyy HH:mm X', '5/10/2020 10:30 +02', '2020-10-05T08:30Z'],
    ['d/M/yyyy HH:mm X', '5/10/2020 10:30 Z', '2020-10-05T10:30Z'],
    ['d/M/yyyy HH:mmxxx', '5/10/2020 10:30-03:30', '2020-10-05T14:00Z'],
    ['d/M/yyyy HH:mm Z', '5/10/2020 10:30 +0200', '2020-10-05T08:30Z'],
    ['d/M/yyyy HH:mm O', '5/10/2020 10:30 GMT+02:00', '2020-10-05T08:30Z'],
    ['d/M/yyyy HH:mm z', '5/10/2020 10:30 CEST', '2020-10-05T08:30Z'],
    ['d/M/yyyy HH:mm z', '5/10/2020 10:30 UTC', '2020-10-05T10:30Z'],
    ['EEE MMM d HH:mm:ss z yyyy', 'Mon Oct 05 10:30:00 EST 2020', '2020-10-05T15:30Z'],
    ['t', '1601893800', '2020-10-05T10:30Z'],
    ['t', '1601893800.25', '2020-10-05T10:30:00.250Z'],
    ['T', '1601893800000', '2020-10-05T10:30Z'],
  ])('%s reads %s, which says where on earth it is', (format, text, at) => {
    expect(read(text, format)).toEqual({ at: new Date(at).toISOString(), isLocal: false })
  })

  test.each([
    ['d/M/yyyy H:mm', '31/2/2016 10:00'],
    ['d/M/yyyy H:mm', '29/2/2015 10:00'],
    ['d/M/yyyy', '1/13/2016'],
    ['d/M/yyyy', '0/1/2016'],
  ])('%s reads nothing in %s: there is no such day', (format, text) => {
    expect(read(text, format)).toBeNull()
    expect(isImpossible(text, format)).toBe(true)
  })

  test.each([
    ['d/M/yyyy H:mm', '1/2/2016 24:00'],
    ['d/M/yyyy H:mm', '1/2/2016 10:60'],
    ['d/M/yyyy H:mm', '1/2/2016'],
    ['d/M/yyyy H:mm', '1/2/2016 10:00:00'],
    ['d/M/yyyy H:mm', '1/2/16 10:00'],
    ['d/M/yyyy', ''],
    ['d/M/yyyy h:mm a', '1/2/2016 13:00 PM'],
    ['d MMM yyyy', '1 Brumaire 2016'],
    ['d/M/yyyy z', '1/2/2016 IST'],
    ['yyyyMMdd', '2016115'],
    ['t', 'soon'],
    ['T', '99999999999999999'],
  ])('%s reads nothing in "%s"', (format, text) => {
    expect(read(text, format)).toBeNull()
    expect(isImpossible(text, format)).toBe(false)
  })
})

const two = (number: number): string => String(number).padStart(2, '0')
const months = 'January February March April May June July August September October November December'.split(' ')

/** How each token is written, by somebody who does so in the plainest way. */
const written: Readonly<Record<string, (time: Temporal.PlainDateTime) => string>> = {
  yyyy: time => String(time.year).padStart(4, '0'),
  yy: time => two(time.year % 100),
  M: time => String(time.month),
  MM: time => two(time.month),
  MMM: time => months[time.month - 1]?.slice(0, 3) ?? '',
  MMMM: time => months[time.month - 1] ?? '',
  d: time => String(time.day),
  dd: time => two(time.day),
  H: time => String(time.hour),
  HH: time => two(time.hour),
  'h a': time => `${time.hour % 12 || 12} ${time.hour < 12 ? 'AM' : 'PM'}`,
  "hh 'h' a": time => `${two(time.hour % 12 || 12)} h ${time.hour < 12 ? 'am' : 'pm'}`,
  m: time => String(time.minute),
  mm: time => two(time.minute),
  s: time => String(time.second),
  ss: time => two(time.second),
  SSS: time => String(time.millisecond).padStart(3, '0'),
}

test('what is written in a format is read back from it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2070, 0) - 1 }),
      fc.tuple(
        fc.constantFrom('yyyy', 'yy'),
        fc.constantFrom('M', 'MM', 'MMM', 'MMMM'),
        fc.constantFrom('d', 'dd'),
        fc.constantFrom('H', 'HH', 'h a', "hh 'h' a"),
        fc.constantFrom('m', 'mm'),
        fc.constantFrom('s', 'ss'),
        fc.constantFrom('SSS'),
      ),
      fc.constantFrom('/', '.', '-', ' ', ', ', ':', ' | '),
      fc.integer({ min: 1, max: 1000 }),
      (ms, tokens, between, seed) => {
        const time = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime()
        // In any order: a different one for each seed.
        const order = tokens.toSorted((one, other) => ((one.length * seed) % 7) - ((other.length * seed) % 7))
        const text = order.map(token => written[token]?.(time)).join(between)
        expect(read(text, order.join(between))).toEqual({ at: new Date(ms).toISOString(), isLocal: true })
      },
    ),
    { numRuns: 500 },
  )
})

test('whatever is read, it is a time or none, and no format breaks on a text', () => {
  const formats = ['d/M/yyyy H:mm', 'MMM d, yyyy h:mm a z', 'yyyyMMddHHmmssSSS', 'EEE d MMM yy X', 't', 'T']
  const text = fc.string({ unit: fc.constantFrom(...'0123456789/:., -+ZAPMJanFebMon'), maxLength: 30 })
  fc.assert(
    fc.property(text, fc.constantFrom(...formats), (text, format) => {
      const at = read(text, format)?.at
      expect(at === undefined || !Number.isNaN(Date.parse(at))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
