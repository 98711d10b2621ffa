import { describe, expect, test } from 'vitest'
import { readMessageIds } from '../message-ids.ts'
import { readMailboxes } from './addresses.ts'
import { textOf } from './charset.ts'
import { decodeWords } from './encoded-words.ts'
import { readHeader, readStructured } from './header.ts'
import { decodeTransfer } from './transfer.ts'

const bytes = (binary: string): Buffer => Buffer.from(binary, 'latin1')
const decoded = (body: string, encoding: string): string =>
  Buffer.from(decodeTransfer(bytes(body), encoding)).toString('latin1')

describe('encoded words (RFC 2047)', () => {
  test.each([
    ['=?iso-8859-1?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?q?a_b?= =?utf-8?q?c?= d', 'a bc d'],
    ['=?utf-8?B?w7w=?=\t=?utf-8?B?w58=?=', 'üß'],
    ['a letter cut in two: =?utf-8?B?ww==?= =?utf-8?B?vA==?=', 'a letter cut in two: ü'],
    ['=?utf-8*de?q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?NONE?B?VEVTVA=?=', 'TEST'],
    ['=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=', 'テストテスト'],
    ['no =? word ?=', 'no =? word ?='],
  ])('%s', (text, expected) => {
    expect(decodeWords(text)).toBe(expected)
  })
})

describe('parameters', () => {
  test.each([
    ['attachment; filename="a;b.txt"', 'a;b.txt'],
    ['attachment; filename=a b.txt', 'a b.txt'],
    ['attachment; filename="say \\"hi\\".txt"', 'say "hi".txt'],
    ["attachment; filename*=UTF-8''na%C3%AFve.txt", 'naïve.txt'],
    ["attachment; filename*1*=%FCr.txt; filename*0*=iso-8859-1''f", 'für.txt'],
    ['attachment; filename*0="long-"; filename*1="name.txt"', 'long-name.txt'],
    ['attachment; filename="=?utf-8?Q?na=C3=AFve.txt?="', 'naïve.txt'],
    ['attachment; filename="unclosed.txt', 'unclosed.txt'],
    ['attachment; filename="plain.txt"; filename*=UTF-8\'\'better.txt', 'better.txt'],
  ])('%s', (field, expected) => {
    expect(readStructured(field).parameters.get('filename')).toBe(expected)
  })
})

describe('charsets', () => {
  test.each<[string, string | null, string]>([
    ['Gr\xfc\xdfe', 'iso-8859-1', 'Grüße'],
    ['it\x92s \x80 5', 'iso-8859-1', 'it’s € 5'],
    ['it\x92s', 'cp1252', 'it’s'],
    ['Gr\xc3\xbc\xc3\x9fe', null, 'Grüße'],
    ['Gr\xfc\xdfe', null, 'Grüße'],
    ['Gr\xfc\xdfe', 'unknown-8bit', 'Grüße'],
    ['Gr\xfc\xdfe', 'x-no-such-charset', 'Grüße'],
    ['Gr\x81\xe1e', 'cp850', 'Grüße'],
    ['Gr+APwA3w-e', 'utf-7', 'Grüße'],
    ['\x1b$B$9$_$^$;$s\x1b(B', null, 'すみません'],
    ['\x1b$)C\x0eGQ1[\x0f', 'iso-2022-kr', '한글'],
    ['\xc4\xe3\xba\xc3', 'gb2312', '你好'],
    ['\xff\xfeG\x00\xfc\x00', 'utf-16', 'Gü'],
    ['zero\x00 and bell\x07', 'utf-8', 'zero and bell'],
    ['cut \xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\xc3\xa4\xc3\xb6\xc3', 'utf-8', 'cut äöüßäö\ufffd'],
  ])('%j as %s', (binary, charset, expected) => {
    expect(textOf(bytes(binary), charset)).toBe(expected)
  })
})

describe('transfer encodings', () => {
  test.each([
    ['R3I=', 'base64', 'Gr'],
    ['R3I=R3I=\r\nR3I', 'BASE64', 'GrGrGr'],
    ['R 3\r\nI=', ' base64 ', 'Gr'],
    ['a=3Db=\r\nc =\n d=zz =', 'quoted-printable', 'a=bc  d=zz '],
    ['begin 644 x\r\n#0V%T\r\n`\r\nend', 'x-uuencode', 'Cat'],
    ['as it is\r\n', 'plain', 'as it is\r\n'],
    ['\x00\r\n\n', 'binary', '\x00\r\n\n'],
  ])('%j in %s', (body, encoding, expected) => {
    expect(decoded(body, encoding)).toBe(expected)
  })
})

describe('addresses', () => {
  test.each([
    ['Ana Ruiz <ana@example.org>', 'Ana Ruiz ana@example.org'],
    ['"Ruiz, Ana" <ana@example.org>', 'Ruiz, Ana ana@example.org'],
    ['ana@example.org (Ana Ruiz)', 'Ana Ruiz ana@example.org'],
    ['=?utf-8?Q?Ana=2C_Ruiz?= <ana@example.org>', 'Ana, Ruiz ana@example.org'],
    ['Team: a@b.example, "B" <c@d.example>;', 'null a@b.example | B c@d.example'],
    ['undisclosed-recipients:;', ''],
    ['Nobody <>', ''],
    ['"a@evil.example" <ana@example.org>', 'a@evil.example ana@example.org'],
    ['<ana@example.org\u0000>', 'null ana@example.org'],
    [', ana@example.org,,', 'null ana@example.org'],
  ])('%s', (field, expected) => {
    const found = readMailboxes(readHeader(Buffer.from(`To: ${field}`)).first('to') ?? '')
    expect(found.map(({ name, address }) => `${name} ${address}`).join(' | ')).toBe(expected)
  })
})

test('message ids: each once, in order, whatever stands around them', () => {
  expect(readMessageIds(['<a@x> <b@x>,<a@x>', 'c@x (said <Ana>) <d\r\n @x>'])).toEqual([
    'a@x',
    'b@x',
    'c@x',
    'Ana',
    'd@x',
  ])
  expect(readMessageIds([Array.from({ length: 5000 }, (_, at) => `<${at}@x>`).join(' ')])).toHaveLength(200)
  expect(readMessageIds(['', ' <> '])).toEqual([])
})

test('headers: folded, repeated, in any case, and with lines that are none', () => {
  const header = readHeader(
    bytes('From x@y Mon\r\nSubject: a\r\n b\r\nX-A:1\r\nno field here\r\nx-a : 2\r\nTO: \r\nTo: c@d.example\r\n'),
  )
  expect(header.first('subject')).toBe('a b')
  expect(header.all('x-a')).toEqual(['1', '2'])
  expect(header.first('to')).toBe('c@d.example')
})
