import { Parser } from 'htmlparser2'
import { shortened } from '../mime/charset.ts'
import { isBeyondReading } from './bounds.ts'
import { isQuote, type Mark, markOf } from './history-marks.ts'

/** HTML as lines of text. What is quoted begins with `>`, as in a text mail; `marks` says where history begins, by line. */
export type HtmlLines = { lines: string[]; marks: ReadonlyMap<number, Mark> }

/** A longer line is broken: it would be slow to look through. */
const longestLine = 20_000

type Attributes = Readonly<Record<string, string>>

const silent = new Set(['head', 'script', 'style', 'title', 'template', 'noscript', 'svg', 'math', 'object', 'xml'])

const blocks = new Set(
  `address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  hr html li main nav ol p pre section table tbody tfoot thead tr ul`.split(/\s+/),
)

/** Blocks with an empty line around them. */
const spaced = new Set(['p', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'])

/** Reads HTML of any quality as text, in one pass. Nothing visible is left out, nor is what a mail hides by its styles. */
export function readLines(html: string): HtmlLines {
  if (isBeyondReading(html)) return { lines: html.replace(/<[^<>]*>/g, ' ').split('\n'), marks: new Map() }
  const writer = new LineWriter()
  // `silent` counts how deep we are in what is not to be read; a body ends it, since heads are often left open.
  let silentDepth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'body') silentDepth = 0
        if (silent.has(name)) silentDepth++
        if (silentDepth === 0) writer.open(name, attributes)
      },
      ontext(text) {
        if (silentDepth === 0) writer.text(text)
      },
      onclosetag(name) {
        if (silentDepth === 0) writer.close(name)
        if (silent.has(name) && silentDepth > 0) silentDepth--
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  )
  parser.end(html)
  return writer.finish()
}

/** Puts lines together while the parser walks through the elements. */
class LineWriter {
  private readonly lines: string[] = []
  private readonly marks = new Map<number, Mark>()
  private line = ''
  /** Kept apart, since looking at the end of a growing text costs its whole length. */
  private endsInSpace = false
  private quoteDepth = 0
  private readonly quotes: boolean[] = []
  private preDepth = 0
  private readonly lists: { ordered: boolean; next: number }[] = []
  private readonly links: { address: string; line: number; start: number }[] = []

  open(name: string, attributes: Attributes): void {
    if (name === 'br') {
      this.push()
      return
    }
    if (blocks.has(name)) this.breakLine(spaced.has(name) && !isTight(attributes))
    const mark = markOf(attributes)
    if (mark !== null) {
      this.breakLine(false)
      if (!this.marks.has(this.lines.length)) this.marks.set(this.lines.length, mark)
    }
    if (name === 'blockquote') {
      const quotes = isQuote(attributes)
      this.quotes.push(quotes)
      if (quotes) this.quoteDepth++
    } else if (name === 'pre') this.preDepth++
    else if (name === 'ul' || name === 'ol') this.lists.push({ ordered: name === 'ol', next: 1 })
    else if (name === 'li') this.line = this.bullet()
    else if (name === 'hr') this.rule()
    else if (name === 'img') this.image(attributes)
    else if ((name === 'td' || name === 'th') && this.line !== '') this.line += '  '
    else if (name === 'a')
      this.links.push({ address: attributes.href ?? '', line: this.lines.length, start: this.line.length })
  }

  text(text: string): void {
    if (this.preDepth > 0) {
      const [first = '', ...rest] = text.split('\n')
      this.line += first
      for (const line of rest) {
        this.push()
        this.line = line
      }
      return
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
    const follows = this.line === '' || this.endsInSpace
    this.line += follows && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    if (collapsed !== '') this.endsInSpace = collapsed.endsWith(' ')
    if (this.line.length > longestLine) this.push()
  }

  close(name: string): void {
    if (name === 'a') this.closeLink()
    if (!blocks.has(name)) return
    this.breakLine(false)
    if (name === 'blockquote' && this.quotes.pop()) this.quoteDepth--
    else if (name === 'pre' && this.preDepth > 0) this.preDepth--
    else if (name === 'ul' || name === 'ol') this.lists.pop()
  }

  finish(): HtmlLines {
    this.breakLine(false)
    return { lines: this.lines, marks: this.marks }
  }

  /** Ends the line, and leaves an empty one when asked and none is there yet. */
  private breakLine(withSpace: boolean): void {
    if (this.line !== '') this.push()
    const last = this.lines.at(-1)
    if (withSpace && last !== undefined && !/^[>\s]*$/.test(last)) this.push()
  }

  private push(): void {
    const text = this.line.replaceAll('\u00a0', ' ').trimEnd()
    this.line = ''
    this.endsInSpace = false
    this.lines.push(this.quoteDepth === 0 ? text : `${'>'.repeat(Math.min(this.quoteDepth, 50))} ${text}`.trimEnd())
  }

  private rule(): void {
    this.line = '-----'
    this.push()
  }

  private bullet(): string {
    const list = this.lists.at(-1)
    const indent = '  '.repeat(Math.max(0, Math.min(this.lists.length, 20) - 1))
    return list?.ordered ? `${indent}${list.next++}. ` : `${indent}- `
  }

  /** What stands for a picture, where it says something: no spacers, no names of files. */
  private image({ alt = '', width, height }: Attributes): void {
    const text = alt.replace(/\s+/g, ' ').trim()
    if (text === '' || width === '1' || height === '1' || /\.(?:png|jpe?g|gif|bmp|webp)$/i.test(text)) return
    this.line += `[${shortened(text, 200)}]`
  }

  /** A link's address follows its text where it is not the text itself. */
  private closeLink(): void {
    const link = this.links.pop()
    if (!link || link.line !== this.lines.length || !/^(?:https?|mailto|tel):/i.test(link.address)) return
    const text = this.line.slice(link.start).trim()
    const plain = link.address.replace(/^mailto:|^tel:|^https?:\/\/(?:www\.)?|\/$/gi, '')
    if (text === '' || text.includes(plain) || link.address.length > 300) return
    this.line += ` <${link.address}>`
  }
}

/** Paragraphs of Outlook, and others without a margin, are lines. */
function isTight({ class: name = '', style = '' }: Attributes): boolean {
  return (
    name.includes('MsoNormal') || name.includes('MsoListParagraph') || /margin(?:-top)?:\s*0/i.test(style.slice(0, 300))
  )
}
