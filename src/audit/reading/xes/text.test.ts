import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xesText } from './text.ts'

type Found = { line: number } & Record<string, string | number>

function read(pieces: readonly string[]) {
  const places = new Map<string, number>()
  const events: Found[] = []
  const damaged: { line: number; why: string }[] = []
  const text = xesText('log.xes', {
    places,
    isOpen: true,
    take(values, line) {
      const named = [...places].flatMap(([name, place]) => (values[place] === undefined ? [] : [[name, values[place]]]))
      events.push({ ...Object.fromEntries(named), line })
    },
    damaged: (line, why) => damaged.push({ line, why }),
  })
  for (const piece of pieces) text.write(piece)
  return { said: text.end(), events, damaged, names: [...places.keys()] }
}

const attributes = '<string key="org:resource" value="Maya"/><date key="time:timestamp" value="2026-03-01T10:00:00Z"/>'
const log = (...inside: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n${inside.join('\n')}\n</log>\n`
const trace = (name: string, ...events: string[]): string =>
  `<trace>\n<string key="concept:name" value="${name}"/>\n${events.join('\n')}\n</trace>`
const event = (inside = attributes): string => `<event>${inside}</event>`
const maya = { 'org:resource': 'Maya', 'time:timestamp': '2026-03-01T10:00:00Z' }

test('an event has its own attributes and those of its trace', () => {
  const { events, damaged, said } = read([log(trace('1', event(), event()), trace('2', event()))])
  expect(events).toEqual([
    { 'case:concept:name': '1', ...maya, line: 5 },
    { 'case:concept:name': '1', ...maya, line: 6 },
    { 'case:concept:name': '2', ...maya, line: 10 },
  ])
  expect(damaged).toEqual([])
  expect(said).toEqual([])
})

describe('what IEEE 1849 allows', () => {
  test.each([
    [
      'all types of attributes',
      '<int key="n" value="4"/><float key="f" value="0.5"/><boolean key="b" value="true"/><id key="i" value="x"/>',
      { n: '4', f: '0.5', b: 'true', i: 'x' },
    ],
    [
      'nested attributes, which tell about their attribute',
      '<string key="a" value="1"><string key="org:resource" value="nobody"/></string>',
      { a: '1' },
    ],
    [
      'lists, whose values are none of the event',
      '<list key="l"><values><string key="org:resource" value="nobody"/></values></list>',
      {},
    ],
    ['containers', '<container key="c"><string key="org:resource" value="nobody"/></container>', {}],
    ['single quotes, blanks and line breaks in tags', "<string\n  value = 'b'\n  key='a' ></string >", { a: 'b' }],
    ['entities', '<string key="a" value="R&amp;D &lt;&#66;&#x42;&quot;&apos;&gt;"/>', { a: 'R&D <BB"\'>' }],
    ['comments and CDATA', '<!-- <string key="a" value="1"/> --><![CDATA[<string key="a" value="2"/>]]>', {}],
    ['processing instructions', '<?php echo "<event>"; ?>', {}],
    ['empty values', '<string key="a" value=""/>', { a: '' }],
    ['text beyond the first plane', '<string key="a" value="日本 🎉"/>', { a: '日本 🎉' }],
  ])('%s', (_, inside, found) => {
    const { events, damaged } = read([log(trace('1', event(`${attributes}${inside}`)))])
    expect(events).toEqual([{ 'case:concept:name': '1', ...maya, ...found, line: 5 }])
    expect(damaged).toEqual([])
  })

  test('prefixes of a namespace', () => {
    const text = log(trace('1', event()))
      .replaceAll(/<(\/?)(\w)/g, '<$1xes:$2')
      .replace('<xes:log', '<xes:log xmlns:xes="http://www.xes-standard.org/"')
    expect(read([text]).events).toEqual([{ 'case:concept:name': '1', ...maya, line: 5 }])
  })

  test('extensions, classifiers and globals, whose values are examples', () => {
    const { events, names } = read([
      log(
        '<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>',
        '<global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>',
        '<global scope="event"><string key="org:group" value="UNKNOWN"/></global>',
        '<classifier name="Activity" keys="concept:name"/>',
        '<string key="source" value="a log has attributes too"/>',
        trace('1', event()),
      ),
    ])
    expect(events).toEqual([{ 'case:concept:name': '1', ...maya, line: 10 }])
    expect(names).toEqual(['case:concept:name', 'org:group', 'org:resource', 'time:timestamp'])
  })

  test('events without a trace', () => {
    expect(read([log(event('<string key="a" value="1"/>'))]).events).toEqual([{ a: '1', line: 3 }])
  })

  test('traces and events without anything', () => {
    const { events } = read([log('<trace/>', '<trace></trace>', '<trace><event/></trace>')])
    expect(events).toEqual([{ line: 5 }])
  })
})

test('it is read the same wherever it is cut', () => {
  const text = log(
    trace('R&amp;D &', event(), event('<string key="a" value="&#x1F389; &broken"/>')),
    '<!-- & -->',
    trace('2', event()),
  )
  const whole = read([text])
  expect(whole.events).toHaveLength(3)
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 10 }), cuts => {
      const places = [...new Set(cuts)].sort((one, other) => one - other)
      expect(read([0, ...places].map((place, at) => text.slice(place, places[at] ?? text.length)))).toEqual(whole)
    }),
  )
})

describe('damage', () => {
  test('within an event costs that event', () => {
    const { events, damaged } = read([
      log(trace('1', event('<string key="a" value="1">'), event()), trace('2', event())),
    ])
    expect(damaged).toEqual([{ line: 5, why: expect.stringMatching(/close tag/) }])
    expect(events.map(found => found['case:concept:name'])).toEqual(['1', '2'])
  })

  test('an & that begins nothing is an &', () => {
    const { events, said } = read([log(trace('1', event('<string key="a" value="R&D; A & B &"/>'), event()))])
    expect(events).toHaveLength(2)
    expect(events[0]?.a).toBe('R&D; A & B &')
    expect(said).toEqual([expect.stringMatching(/characters in the XML should not be there/)])
  })

  test('a log that was cut off is read as far as it goes', () => {
    const text = log(trace('1', event(), event()))
    const { events, damaged, said } = read([text.slice(0, text.lastIndexOf('value'))])
    expect(events).toHaveLength(1)
    expect(damaged).toEqual([{ line: 6, why: expect.stringMatching(/ends within/) }])
    expect(said).toEqual([expect.stringMatching(/cut off/)])
  })

  test('entities of a DTD, and bombs of them, are not looked at', () => {
    const bomb = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};&l${at};">`).join('')
    const doctype = `<!DOCTYPE log [<!ENTITY l0 "ha">${bomb}<!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const text = log(trace('1', event('<string key="a" value="&l30;&x;"/>'))).replace('\n', `\n${doctype}\n`)
    const { events, said } = read([text])
    expect(events).toEqual([{ 'case:concept:name': '1', a: '&l30;&x;', line: 6 }])
    expect(said).toEqual([expect.stringMatching(/2 characters/)])
  })

  test('a tag without an end stops it', () => {
    const text = `${log().slice(0, -8)}<event><string key="a" value="`
    expect(() => read([text, ...Array.from({ length: 40 }, () => 'x'.repeat(1_000_000))])).toThrow(/without an end/)
  })

  test('so do tags that are only opened', () => {
    expect(() => read([`<log>${'<trace>'.repeat(2000)}`])).toThrow(/1000 tags are open/)
  })

  test.each([
    ['<html><body/></html>', /begins with <html>/],
    ['<?xml version="1.0"?>', /no XES log/],
    ['', /no XES log/],
  ])('%j is no XES', (text, fault) => {
    expect(() => read([text])).toThrow(fault)
  })

  test('whatever it is, it is read or refused', () => {
    const part = fc.constantFrom(
      '<log>',
      '</log>',
      '<trace>',
      '</trace>',
      '<event>',
      '</event>',
      '<string key="a" value="1"/>',
      '&',
      '"',
      '<',
      '>',
      ' ',
      '<!--',
      ']]>',
      '&amp;',
      'x',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), parts => {
        const text = `<log>${parts.join('')}`
        expect(read([text]).damaged.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })
})
