import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { fileOf } from '../../testing/log-file.ts'
import { zipOf } from '../../testing/zip-of.ts'
import { bytesOf, sizeOf } from './bytes.ts'
import { pieceBytes } from './pieces.ts'

const log = 'a,b\n1,2\n'

async function textOf(file: string): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of bytesOf(file, () => {})) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

test.each([
  ['plain', log],
  ['gzip', gzipSync(log)],
  ['gzip of several members', Buffer.concat([gzipSync('a,b\n'), gzipSync('1,2\n')])],
  ['zip, deflated', zipOf({ name: 'log.csv', bytes: log })],
  ['zip, stored', zipOf({ name: 'log.csv', bytes: log, isStored: true })],
  ['zip64', zipOf({ name: 'log.csv', bytes: log, isZip64: true })],
  ['gzip in a zip', zipOf({ name: 'log.csv.gz', bytes: gzipSync(log), isStored: true })],
  [
    'zip with what is no log beside it',
    zipOf(
      { name: 'data/', bytes: '' },
      { name: 'data/readme.txt', bytes: 'Read me.' },
      { name: '__MACOSX/data/._log.csv', bytes: 'x' },
      { name: 'data/.DS_Store', bytes: 'x' },
      { name: 'data/log.CSV', bytes: log },
    ),
  ],
  ['zip with one file, however it is called', zipOf({ name: 'incidents', bytes: log })],
])('%s is unpacked by what it is, not by its name', async (_, bytes) => {
  expect(await textOf(fileOf(bytes, 'log'))).toBe(log)
})

const whole = gzipSync(log.repeat(1000))
const zip = zipOf({ name: 'log.csv', bytes: log.repeat(1000) })
const zip64 = zipOf({ name: 'log.csv', bytes: log, isZip64: true })
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

test.each([
  ['a gzip that was cut off', whole.subarray(0, whole.length / 2), /cut off.*Fetch it again/],
  ['a damaged gzip', flipped(whole, 20), /damaged and can't be unpacked/],
  ['a gzip whose sum is wrong', flipped(whole, whole.length - 6), /damaged and can't be unpacked/],
  ['a zip that was cut off', zip.subarray(0, zip.length - 30), /damaged zip file/],
  ['a damaged zip', flipped(zip, 60), /damaged zip file/],
  ['a zip whose sum is wrong', flipped(zip, 14 + zip.indexOf('PK\x01\x02') + 2), /damaged zip file/],
  [
    'a zip whose log is longer than it says',
    zipOf({ name: 'log.csv', bytes: log, packed: deflateRawSync(log.repeat(100_000)) }),
    /damaged zip file/,
  ],
  [
    'a zip64 that points beyond its end',
    zip64.fill(0xf3, zip64.length - 22 - 20 + 8, zip64.length - 22 - 20 + 16),
    /damaged zip file/,
  ],
  ['an empty zip', zipOf(), /There is no file in/],
  [
    'a zip of several logs',
    zipOf({ name: 'one.csv', bytes: log }, { name: 'two.xes', bytes: log }),
    /several logs in .*"one\.csv", "two\.xes"\. Unpack it, and name one/,
  ],
  ['a zip with a password', zipOf({ name: 'log.csv', bytes: log, isEncrypted: true }), /locked with a password/],
  [
    'a zip with another packing',
    zipOf({ name: 'log.csv', bytes: log, method: 9, packed: Buffer.from(log) }),
    /Unpack it/,
  ],
  ['an Excel workbook', zipOf({ name: 'xl/workbook.xml', bytes: '<a/>' }), /Excel workbook\. Save the sheet.*as CSV/],
  ['bzip2', Buffer.from('BZh91AY&SY'), /packed with bzip2\. Unpack it first/],
  ['xz', Buffer.from('fd377a585a0000', 'hex'), /packed with xz/],
])('%s is refused in a sentence', async (_, bytes, fault) => {
  const reading = textOf(fileOf(bytes, 'log'))
  await expect(reading).rejects.toMatchObject({ name: 'ReadingFault', message: expect.stringMatching(fault) })
})

test('a bomb is unpacked piece by piece, and only as far as somebody reads', async () => {
  const bomb = Buffer.alloc(50_000_000)
  for (const bytes of [gzipSync(bomb), zipOf({ name: 'log.csv', bytes: bomb })]) {
    let size = 0
    for await (const piece of bytesOf(fileOf(bytes), () => {})) {
      expect(piece.length).toBeLessThanOrEqual(pieceBytes)
      size += piece.length
      if (size > 40_000_000) break
    }
    expect(size).toBeLessThan(41_000_000)
  }
})

test('how far it is, is told in bytes as they lie on disk', async () => {
  for (const bytes of [Buffer.from(log.repeat(100_000)), gzipSync(log.repeat(100_000)), zip]) {
    const told: number[] = []
    const file = fileOf(bytes)
    for await (const _ of bytesOf(file, done => told.push(done))) expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    expect(told.at(-1)).toBeLessThanOrEqual(bytes.length)
    expect(told.at(-1)).toBeGreaterThan(bytes.length * 0.3)
  }
})

test('what is no file at all is said', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(path.join(folder, 'logs'))
  const faults = await Promise.all(
    [path.join(folder, 'logs'), path.join(folder, 'none.csv'), fileOf(''), '/dev/null'].map(file =>
      sizeOf(file).catch(error => String(error)),
    ),
  )
  expect(faults).toEqual([
    expect.stringMatching(/logs is a folder\. Name the log in it/),
    expect.stringMatching(/There is no file .*none\.csv/),
    expect.stringMatching(/is empty/),
    expect.stringMatching(/no ordinary file/),
  ])
})
