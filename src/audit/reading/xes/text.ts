import { SaxesParser } from 'saxes'
import { ReadingFault } from '../../event.ts'

/** In characters; no tag of a log is as long. */
const longestTag = 32 * 1024 * 1024

/** Nobody nests attributes as deep, and nobody has as many. What is deeper is made to fill the memory. */
const deepest = 1000
const mostAttributes = 10_000

/** How an attribute of a trace is called, so that it is not taken for one of the event: `case:concept:name`. */
const ofTrace = 'case:'

export type XesReader = {
  /** The place of each attribute in `values`. Those of a trace are called `case:…`. */
  readonly places: Map<string, number>
  /** Whether attributes without a place get the next one. */
  readonly isOpen: boolean
  /** An event, with its own attributes and those of its trace, and the line on which it begins, from 1. */
  take(values: (string | undefined)[], line: number): void
  /** An event whose XML is broken. */
  damaged(line: number, why: string): void
}

export type XesText = {
  write(text: string): void
  /** Answers what was odd about the file: sentences for people. */
  end(): string[]
}

/** What goes wrong with single characters, and leaves the tags around them whole. */
const isAboutCharacters = /disallowed character\.$|entity/

/**
 * Takes an XES log (IEEE 1849) apart into events. Attributes are the direct children of an event or trace: what is nested
 * in them, in lists or in containers, tells about the attribute and not about the event. What `global` declares is known
 * as a name, while its values are examples and no event's. Tags may have any prefix; entities of a DTD are not looked at.
 * Throws a {@link ReadingFault} when it is other XML.
 */
export function xesText(file: string, reader: XesReader): XesText {
  const parser = new SaxesParser()
  let depth = 0
  let hasRoot = false
  let sinceTag = 0
  let odd = 0
  let broken: { line: number; why: string } | null = null
  let rest = ''
  /** Depths of what is open; 0: none is. */
  let traceDepth = 0
  let eventDepth = 0
  let globalDepth = 0
  let globalPrefix = ''
  let eventLine = 0
  let damage: string | null = null
  let ofThisTrace: (string | undefined)[] = []
  let values: (string | undefined)[] = []

  const placeOf = (name: string): number | undefined => {
    const place = reader.places.get(name)
    if (place !== undefined || !reader.isOpen || reader.places.size === mostAttributes) return place
    reader.places.set(name, reader.places.size)
    return reader.places.size - 1
  }
  const put = (into: (string | undefined)[], name: string, value: string | undefined): void => {
    const place = placeOf(name)
    if (place !== undefined) into[place] = value
  }

  parser.on('opentag', ({ name, attributes }) => {
    depth++
    sinceTag = 0
    if (depth > deepest)
      throw new ReadingFault(
        `${file} is damaged: near line ${parser.line}, ${deepest} tags are open, and none is closed.`,
      )
    const colon = name.indexOf(':')
    const tag = colon === -1 ? name : name.slice(colon + 1)
    if (!hasRoot && tag !== 'log')
      throw new ReadingFault(
        `${file} is XML, but no XES log: it begins with <${name.slice(0, 60)}> where <log> should be.`,
      )
    hasRoot = true
    if (eventDepth > 0) {
      if (depth === eventDepth + 1 && attributes.key !== undefined) put(values, attributes.key, attributes.value)
    } else if (tag === 'event') {
      eventDepth = depth
      eventLine = parser.line
      values = ofThisTrace.slice()
    } else if (traceDepth > 0) {
      if (depth === traceDepth + 1 && attributes.key !== undefined)
        put(ofThisTrace, ofTrace + attributes.key, attributes.value)
    } else if (tag === 'trace') {
      traceDepth = depth
      ofThisTrace = []
    } else if (tag === 'global') {
      globalDepth = depth
      globalPrefix = attributes.scope === 'trace' ? ofTrace : ''
    } else if (depth === globalDepth + 1 && globalDepth > 0 && attributes.key !== undefined)
      placeOf(globalPrefix + attributes.key)
  })

  parser.on('closetag', () => {
    if (depth === eventDepth) {
      eventDepth = 0
      if (damage === null) reader.take(values, eventLine)
      else reader.damaged(eventLine, damage)
      damage = null
    } else if (depth === traceDepth) {
      traceDepth = 0
      ofThisTrace = []
    } else if (depth === globalDepth) globalDepth = 0
    depth--
  })

  parser.on('error', error => {
    const why = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    if (isAboutCharacters.test(error.message)) odd++
    else if (eventDepth > 0) damage ??= `line ${parser.line}: ${why}`
    else broken ??= { line: parser.line, why }
  })

  /** Escapes each `&` that begins no entity: the parser would look for its end in the tags that follow. */
  const escaped = (text: string): string =>
    text.includes('&')
      ? text.replace(/&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|\w{1,30});)/g, () => {
          odd++
          return '&amp;'
        })
      : text

  return {
    write(more) {
      const text = rest + more
      // An entity at the end may be cut in two.
      const cut = text.lastIndexOf('&')
      const end = cut !== -1 && text.length - cut < 32 && !text.includes(';', cut) ? cut : text.length
      rest = text.slice(end)
      sinceTag += end
      parser.write(escaped(text.slice(0, end)))
      if (sinceTag > longestTag)
        throw new ReadingFault(
          `${file} is damaged: near line ${parser.line} is a tag, a text or a comment without an end.`,
        )
    },
    end() {
      parser.write(escaped(rest))
      if (eventDepth > 0) reader.damaged(eventLine, 'the file ends within this event')
      const isCut = depth > 0
      const said = odd > 0 ? [`${odd} characters in the XML should not be there. They were read as they are.`] : []
      if (isCut) said.push('The file was cut off: the log in it has no end. What came before was read.')
      else if (!hasRoot) throw new ReadingFault(`There is no XES log in ${file}.`)
      else if (broken) said.push(`The XML is broken near line ${broken.line} (${broken.why}). The rest was read.`)
      return said
    },
  }
}
