import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { textOf } from './charset.ts'

const words = `Zoë met Zürich's naïve 日本 🎉 team, cœur\r\n${'filling the head of the file, '.repeat(200)}`
const western = `Zoë met Zürich's naïve team – “cœur” €\r\n${'filling the head of the file, '.repeat(200)}`

async function read(bytes: Buffer, size: number): Promise<{ text: string; said: string[] }> {
  const said: string[] = []
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  let text = ''
  for await (const piece of textOf(pieces(), 'log.csv', sentence => said.push(sentence))) text += piece
  return { text, said }
}

describe.each([1, 7, 4095, 1_000_000])('in pieces of %i bytes', size => {
  test.each([
    ['UTF-8', Buffer.from(words), words, []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), words, []],
    ['UTF-16LE with a mark', iconv.encode(words, 'utf-16le', { addBOM: true }), words, [/UTF-16LE/]],
    ['UTF-16BE with a mark', iconv.encode(words, 'utf-16be', { addBOM: true }), words, [/UTF-16BE/]],
    ['UTF-16LE without a mark', iconv.encode(words, 'utf-16le'), words, [/UTF-16LE/]],
    ['UTF-16BE without a mark', iconv.encode(words, 'utf-16be'), words, [/UTF-16BE/]],
    ['windows-1252', iconv.encode(western, 'win1252'), western, [/not UTF-8.*windows-1252/]],
    [
      'ASCII to the end, then windows-1252',
      iconv.encode(`${'a,b\n'.repeat(9000)}é`, 'win1252'),
      `${'a,b\n'.repeat(9000)}é`,
      [/windows-1252/],
    ],
    ['ASCII to the end, then UTF-8', Buffer.from(`${'a,b\n'.repeat(9000)}é`), `${'a,b\n'.repeat(9000)}é`, []],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(words), Buffer.of(0xff), Buffer.from('x')]),
      `${words}�x`,
      [/not UTF-8.*�/],
    ],
    [
      'UTF-8 that ends within a character',
      Buffer.from(words + words).subarray(0, Buffer.byteLength(words) + 3),
      `${words}Zo�`,
      [],
    ],
    [
      'what an XML declaration says',
      iconv.encode(`<?xml version="1.0" encoding="ISO-8859-2"?><a>Žižek ${words.slice(0, 3)}</a>`, 'iso-8859-2'),
      `<?xml version="1.0" encoding="ISO-8859-2"?><a>Žižek ${words.slice(0, 3)}</a>`,
      [/ISO-8859-2/],
    ],
    [
      'UTF-8 that calls itself UTF-16',
      Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>ë</a>'),
      '<?xml version="1.0" encoding="UTF-16"?><a>ë</a>',
      [],
    ],
    [
      'a charset that nobody knows',
      Buffer.from('<?xml version="1.0" encoding="x-none"?><a>ë</a>'),
      '<?xml version="1.0" encoding="x-none"?><a>ë</a>',
      [],
    ],
  ])('%s', async (_, bytes, text, said) => {
    const read1 = await read(bytes, size)
    expect(read1.text).toBe(text)
    expect(read1.said).toEqual(said.map(sentence => expect.stringMatching(sentence)))
  })
})

test.each([
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
  [
    'what is packed in some other way',
    deflateRawSync(words.repeat(3) + Array.from({ length: 900 }, (_, at) => at * at)),
  ],
])('%s is no text', async (_, bytes) => {
  await expect(read(bytes, 100)).rejects.toMatchObject({
    name: 'ReadingFault',
    message: expect.stringMatching(/is no text/),
  })
})

test('a stray NUL is a character among others, and so is what stands between cells', async () => {
  const text = `a\x01b\x01c\n${'one\x01two\x01three\n'.repeat(20)}x\0`
  expect((await read(Buffer.from(text), 100)).text).toBe(text)
})
