import { fileNameOf, fileOf, type MailFile, plainFileName } from './files.ts'
import { unflow } from './flowed.ts'
import { contentIdOf, takeDataImages } from './html/inline-images.ts'
import { type HtmlLines, readLines } from './html/lines.ts'
import { shortened, textOf } from './mime/charset.ts'
import { readStructured } from './mime/header.ts'
import type { Part } from './mime/parts.ts'
import { decodeTransfer, findUuencoded } from './mime/transfer.ts'

/** What a mail says and brings. `html` as it came; `lines` are the HTML's. */
export type Body = {
  /** Whole: its own or, where a piece has none, made from the HTML. */
  text: string
  isTextOwn: boolean
  html: string | null
  lines: HtmlLines | null
  files: MailFile[]
}

/** A piece of the body, in one form or in both. */
type Block = { text: string | null; html: string | null }

type Found = { blocks: Block[]; files: MailFile[] }

/** More than this of HTML or text is no message: it is cut here, and whole in a file. */
const longestText = 2 * 1024 * 1024

/** The body and the files of a mail. Every part ends in one of them; of alternatives the text and the HTML are taken. */
export function readBody(root: Part): Body {
  const { blocks, files } = walk(root, { blocks: [], files: [] })
  const hasHtml = blocks.some(({ html }) => html !== null)
  const isTextOwn = blocks.every(({ text }) => text !== null)
  const html = hasHtml ? blocks.map(block => block.html ?? htmlOfText(block.text ?? '')).join('\n<br>\n') : null
  const lines = html === null ? null : readLines(shortened(html, longestText))
  const text = isTextOwn ? blocks.map(block => block.text ?? '').join('\n\n') : (lines?.lines.join('\n') ?? '')
  return { text: shortened(text, longestText), isTextOwn, html, lines, files: markInline(files, html) }
}

function walk(part: Part, found: Found): Found {
  if (part.type === 'multipart/alternative' && part.parts.length > 0) walkAlternative(part.parts, found)
  else if (part.parts.length > 0) for (const inner of part.parts) walk(inner, found)
  else if (isWords(part, found)) found.blocks.push(blockOf(part, found))
  else keepFile(part, found)
  return found
}

/** Of several forms of the same: the last text and the last HTML, which may bring files. Other forms stay as files. */
function walkAlternative(parts: readonly Part[], found: Found): void {
  const block: Block = { text: null, html: null }
  for (const part of parts) {
    const inner = walk(part, { blocks: [], files: [] })
    for (const { text, html } of inner.blocks) {
      if (text !== null && text.trim() !== '') block.text = text
      if (html !== null) block.html = inner.blocks.length > 1 && block.html !== null ? `${block.html}\n${html}` : html
    }
    // The same once more for a mail program that few have.
    found.files.push(...inner.files.filter(({ contentType }) => contentType !== 'text/x-amp-html'))
  }
  const saysNothing = block.html !== null && block.text !== null && isExcuse(block.text)
  found.blocks.push(saysNothing ? { ...block, text: null } : block)
}

/** "Your mail program can't show HTML." */
const isExcuse = (text: string): boolean =>
  text.length < 300 &&
  /html/i.test(text) &&
  /support|display|view|show|enable|requires|client|reader|anzeige|darstell|afficher|visuali[sz]|mostrar/i.test(text)

/** Text that is meant to be read in its place. Later text with a name of its own is a file. */
function isWords(part: Part, { blocks }: Found): boolean {
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false
  const { value } = readStructured(part.header.first('content-disposition') ?? '')
  if (value === 'attachment') return false
  return blocks.length === 0 || fileNameOf(part) === null
}

function blockOf(part: Part, found: Found): Block {
  const bytes = decodeTransfer(part.body, part.header.first('content-transfer-encoding') ?? '')
  const { parameters } = part.contentType
  const charset = parameters.get('charset') ?? (part.type === 'text/html' ? charsetInside(bytes) : null)
  const text = textOf(bytes, charset).replace(/\r\n?/g, '\n')
  if (text.length > longestText && part.type === 'text/plain') keepFile(part, found)
  if (part.type === 'text/html') {
    const { html, files } = takeDataImages(text)
    found.files.push(...files)
    return { text: null, html: shortened(html, longestText) }
  }
  const flowed = parameters.get('format')?.toLowerCase() === 'flowed'
  const rest = shortened(takeUuencoded(text, found.files), longestText)
  return { text: flowed ? unflow(rest, parameters.get('delsp')?.toLowerCase() === 'yes') : rest, html: null }
}

/** HTML may say its charset itself. */
function charsetInside(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(start)?.[1] ?? null
}

/** Files that stand in the text (uuencode) become files. */
function takeUuencoded(text: string, files: MailFile[]): string {
  let rest = text
  // Each search begins where the last file stood, so that this stays linear.
  for (
    let from = 0, file = findUuencoded(rest);
    file !== null && files.length < 200;
    file = findUuencoded(rest, from)
  ) {
    const name = plainFileName(file.name) ?? 'file.bin'
    files.push({ name, contentType: 'application/octet-stream', content: file.content, contentId: null, inline: false })
    rest = rest.slice(0, file.start) + rest.slice(file.end)
    from = file.start
  }
  return rest
}

function keepFile(part: Part, { files }: Found): void {
  const file = fileOf(part)
  const isEmptyAndNameless = file.content.byteLength === 0 && fileNameOf(part) === null
  if (!isEmptyAndNameless) files.push(file)
}

/** A file is shown in the text when the HTML asks for it there. */
function markInline(files: readonly MailFile[], html: string | null): MailFile[] {
  if (html === null) return [...files]
  const asked = new Set([...html.matchAll(/cid:([^"'\s>)]{1,500})/gi)].map(([, id = '']) => contentIdOf(id)))
  return files.map(file => ({ ...file, inline: file.contentId !== null && asked.has(file.contentId) }))
}

function htmlOfText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<div>${escaped.trim().replaceAll('\n', '<br>\n')}</div>`
}
