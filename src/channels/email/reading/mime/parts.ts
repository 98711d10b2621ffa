import { type Header, readHeader, readStructured, type Structured } from './header.ts'

/** One part of a mail: a leaf with its bytes as they came, or a multipart with its parts. */
export type Part = {
  header: Header
  type: string
  contentType: Structured
  body: Uint8Array
  parts: Part[]
}

/** More than this is no mail that people write: it would only cost time and memory. */
export const limits = { headerBytes: 1024 * 1024, depth: 30, parts: 1000, lookalikes: 100_000 }

type Budget = { parts: number; exceeded: string | null }

/** Takes a mail apart into its parts. The bytes are shared with `raw`, never copied. Too much of anything: a sentence. */
export function readParts(raw: Uint8Array): Part | { unreadable: string } {
  const budget: Budget = { parts: 0, exceeded: null }
  const root = readPart(asBuffer(raw), 'text/plain', 0, budget)
  return budget.exceeded === null ? root : { unreadable: budget.exceeded }
}

/** Only the header of a mail (or of a part), bounded. */
export const readHeaderOf = (raw: Uint8Array): Header =>
  readHeader(splitHead(asBuffer(raw)).head.subarray(0, limits.headerBytes))

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function readPart(bytes: Buffer, defaultType: string, depth: number, budget: Budget): Part {
  const { head, body } = splitHead(bytes)
  budget.parts++
  if (head.length > limits.headerBytes) budget.exceeded = 'The header of this mail is larger than 1 MB.'
  if (budget.parts > limits.parts) budget.exceeded = `This mail has more than ${limits.parts} parts.`
  if (depth > limits.depth) budget.exceeded = `The parts of this mail are nested more than ${limits.depth} deep.`
  const header = readHeader(budget.exceeded === null ? head : head.subarray(0, 0))
  const contentType = readStructured(header.first('content-type') ?? defaultType)
  const type = typeOf(contentType.value, defaultType)
  const leaf: Part = { header, type, contentType, body, parts: [] }
  if (!type.startsWith('multipart/') || budget.exceeded !== null) return leaf
  const slices = slicesOf(body, contentType.parameters.get('boundary') ?? '')
  // A multipart without parts: its text is all that it has.
  if (slices.length === 0) return { ...leaf, type: 'text/plain' }
  const childType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const parts: Part[] = []
  for (const slice of slices) {
    if (budget.exceeded !== null) break
    parts.push(readPart(slice, childType, depth + 1, budget))
  }
  return { ...leaf, parts }
}

function typeOf(value: string, defaultType: string): string {
  if (/^[a-z0-9!#$&^_.+-]{1,80}\/[a-z0-9!#$&^_.+-]{1,80}$/.test(value)) return value
  return value.startsWith('multipart') ? 'multipart/mixed' : defaultType
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Where the header ends: at the first empty line. `From ` of a mailbox file before it is passed over. */
function splitHead(bytes: Buffer): { head: Buffer; body: Buffer } {
  let at = 0
  while (at < bytes.length) {
    const newline = bytes.indexOf(lineFeed, at)
    if (newline === -1) return { head: bytes, body: bytes.subarray(bytes.length) }
    if (newline === at || (newline === at + 1 && bytes[at] === carriageReturn)) {
      return { head: bytes.subarray(0, at), body: bytes.subarray(newline + 1) }
    }
    at = newline + 1
  }
  return { head: bytes, body: bytes.subarray(bytes.length) }
}

/** The parts between the boundary's lines. When there are none, the boundary is taken from what looks like one. */
function slicesOf(body: Buffer, boundary: string): Buffer[] {
  const slices = boundary === '' ? [] : slicesBetween(body, boundary)
  if (slices.length > 0) return slices
  const guessed = /(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\n(?:content-|mime-)[a-z-]{1,40}:/i.exec(
    body.toString('latin1', 0, 65_536),
  )
  return guessed?.[1] === undefined ? [] : slicesBetween(body, Buffer.from(guessed[1], 'latin1'))
}

function slicesBetween(body: Buffer, boundary: string | Buffer): Buffer[] {
  const delimiter = Buffer.concat([Buffer.from('--'), Buffer.from(boundary)])
  const slices: Buffer[] = []
  let start: number | null = null
  let from = 0
  let lookalikes = 0
  while (slices.length <= limits.parts) {
    const at = body.indexOf(delimiter, from)
    if (at === -1) break
    from = at + delimiter.length
    if (at > 0 && body[at - 1] !== lineFeed) continue
    const line = endOfDelimiter(body, from)
    if (line === null && ++lookalikes > limits.lookalikes) break
    if (line === null) continue
    if (start !== null) slices.push(body.subarray(start, withoutLineBreak(body, start, at)))
    start = line.closes ? null : line.next
    from = Math.max(from, line.next)
    if (line.closes) break
  }
  // Cut off on its way: what there is of the last part.
  if (start !== null && start < body.length) slices.push(body.subarray(start))
  return slices
}

/** What follows a delimiter must be `--` and white space only; else it is the beginning of a longer one. */
function endOfDelimiter(body: Buffer, from: number): { next: number; closes: boolean } | null {
  const closes = body[from] === 0x2d && body[from + 1] === 0x2d
  let at = closes ? from + 2 : from
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === carriageReturn) at++
  if (at >= body.length) return { next: body.length, closes }
  return body[at] === lineFeed ? { next: at + 1, closes } : null
}

/** The line break before a delimiter belongs to the delimiter. */
function withoutLineBreak(body: Buffer, start: number, at: number): number {
  let end = at
  if (end > start && body[end - 1] === lineFeed) end--
  if (end > start && body[end - 1] === carriageReturn) end--
  return Math.max(start, end)
}
